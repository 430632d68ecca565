//! The paired bootstrap: what must hold whatever is drawn, and one seed's own numbers.
use crate::engine::region::close;
use proptest::{collection::vec, prelude::*};
use register::bootstrap::{RESAMPLES, change_in_spread};

/// Twenty practices' nets per listed: the second model halves the differences and adds a little of its own.
fn example() -> (Vec<f64>, Vec<f64>) {
    let before: Vec<f64> = (0..20).map(|i| f64::from(i * i % 17) * 10.0).collect();
    let after = before.iter().zip(0..).map(|(x, i)| x / 2.0 + f64::from(i % 3)).collect();
    (before, after)
}

#[test]
fn a_seed_gives_the_same_again() {
    let (before, after) = example();
    let run = |seed| change_in_spread(&before, &after, seed, RESAMPLES).unwrap();
    assert_eq!(run(7), run(7));
    assert_ne!(run(7).difference_interval, run(8).difference_interval);
}

#[test]
fn a_clear_change_is_far_from_none() {
    let (before, after) = example();
    let found = change_in_spread(&before, &after, 1, RESAMPLES).unwrap();
    let (ratio, ends) = (found.ratio.unwrap(), found.ratio_interval.unwrap());
    assert!(ends.low < ratio && ratio < ends.high && ends.high < 0.6, "{found:?}");
    assert!(found.difference_interval.high < 0.0);
}

#[test]
fn of_few_practices_the_interval_reaches_further_than_the_percentiles_two_and_a_half() {
    // twelve practices: Student's t is 2.201, and 1.07 per cent of a normal distribution lies beyond 2.201 √(12/11)
    let before = vec![0.0; 12];
    let after: Vec<f64> = (0..12).map(f64::from).collect();
    let ends = change_in_spread(&before, &after, 3, 20_000).unwrap().difference_interval;
    let wider = change_in_spread(&before.repeat(20), &after.repeat(20), 3, 4000).unwrap().difference_interval;
    assert!(ends.low < 2.2 && ends.high > 4.22, "the percentiles 2.5 and 97.5 are 2.28 and 4.15: {ends:?}");
    assert!(wider.high - wider.low < (ends.high - ends.low) / 4.0, "twenty times as many are known better: {wider:?}");
}

#[test]
fn without_practices_there_is_no_interval() {
    let five = [1.0, 2.0, 3.0, 4.0, 5.0];
    for few in 1..5 {
        assert_eq!(
            change_in_spread(&five[..few], &[0.0; 5][..few], 1, 10),
            None,
            "the ends would be the outermost draws"
        );
    }
    assert!(change_in_spread(&five, &[0.0; 5], 1, 10).is_some());
    assert_eq!(change_in_spread(&five, &five[..4], 1, 10), None);
    assert_eq!(change_in_spread(&[1.0, 2.0, 3.0, 4.0, f64::NAN], &five, 1, 10), None);
    assert_eq!(change_in_spread(&five, &five, 1, 0), None);
    let flat = change_in_spread(&[1.0; 5], &five, 1, 50).unwrap();
    assert_eq!((flat.ratio, flat.ratio_interval), (None, None));
}

proptest! {
    #[test]
    fn half_of_everything_is_half_in_every_resample(before in vec(-1e3f64..1e3, 5..30), seed in any::<u64>()) {
        let after: Vec<f64> = before.iter().map(|x| x / 2.0).collect();
        let found = change_in_spread(&before, &after, seed, 100).unwrap();
        let ends = found.ratio_interval.unwrap();
        prop_assert!(close(ends.low, 0.5, 1.0, 1e-9) && close(ends.high, 0.5, 1.0, 1e-9), "both models see the same practices");
        prop_assert!(close(found.difference, found.after - found.before, 1.0, 1e-12));
        prop_assert!(found.difference_interval.low <= found.difference_interval.high);
        prop_assert!(found.difference_interval.high <= 0.0);
    }
}
