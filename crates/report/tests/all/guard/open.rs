//! Every combination of small counts is left open: for each there is another practice of which exactly the same is
//! published, at every threshold, under every model. Such a practice is built here, apart from the guard.
use super::{
    made::{practice, rule, tariffs, with},
    view::{counts, persons, view},
};
use model::{cell::PerCell, count::Count, practice::Practice, sex::Sex};
use proptest::{collection::vec, prelude::*};
use report::{
    columns::Tariffs,
    guard::{LARGEST_THRESHOLD, LEAST_THRESHOLD, protect, published_practice},
};
use std::collections::BTreeMap;

/// From 70 to 74 years.
const BAND_OF_70: usize = 14;

/// The practice with other small counts, chosen one after the other, and large counts of the same sex that take the
/// difference, from 70 years on.
fn another(practice: &Practice, threshold: u32, mut choose: impl FnMut() -> u32) -> Practice {
    let is_small = |count: Count| (1..threshold).contains(&count.get());
    let mut chosen = |count: Count| if is_small(count) { 1 + choose() % (threshold - 1) } else { count.get() };
    let mut persons: Vec<(Sex, u32)> = Vec::new();
    for sex in Sex::ALL {
        let own: Vec<Count> = practice.listed.iter().filter(|(cell, _)| cell.sex == sex).map(|(_, n)| *n).collect();
        let mut new: Vec<u32> = own.iter().map(|count| chosen(*count)).collect();
        let [was, is] = [own.iter().map(|n| n.get()).sum::<u32>(), new.iter().sum()];
        let mut more = is.saturating_sub(was);
        let mut fewer = was.saturating_sub(is);
        let mut order: Vec<usize> = (0..own.len()).filter(|at| own[*at].get() >= LARGEST_THRESHOLD).collect();
        order.sort_by_key(|at| at.abs_diff(BAND_OF_70));
        for at in order {
            let given = more.min(new[at] - LARGEST_THRESHOLD);
            new[at] = new[at] - given + fewer;
            (more, fewer) = (more - given, 0);
        }
        persons.extend(new.iter().map(|count| (sex, *count)));
    }
    let count = |persons: u32| Count::new(persons.into()).unwrap();
    let listed = persons.iter().map(|(_, persons)| count(*persons)).collect();
    Practice {
        listed: PerCell::from_values(practice.listed.bands(), listed).unwrap(),
        affected: practice.affected.iter().map(|(id, n)| (id.clone(), count(chosen(*n)))).collect(),
        drug_cost: practice.drug_cost,
    }
}

fn same_at(practice: &Practice, other: &Practice, tariffs: &Tariffs, threshold: u32) -> Result<(), TestCaseError> {
    let (one, two) = (view(practice, tariffs, threshold), view(other, tariffs, threshold));
    prop_assert!(one == two, "at {}: {:?} and {:?}", threshold, counts(practice), counts(other));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two models: a weight is changed between two exports of the same practice.
    #[test]
    fn whatever_the_small_counts_are_the_same_is_published(
        practice in practice(),
        rule in rule(),
        kol in 0i64..5_000,
        (threshold, other) in (LEAST_THRESHOLD..=LARGEST_THRESHOLD, LEAST_THRESHOLD..=LARGEST_THRESHOLD),
        draws in vec(0u32..20, 70),
    ) {
        let mut draws = draws.into_iter().cycle();
        let other_practice = another(&practice, threshold.min(other), || draws.next().unwrap());
        for (tariffs, threshold) in [(tariffs(rule, 77), threshold), (tariffs(rule, kol), other)] {
            same_at(&practice, &other_practice, &tariffs, threshold)?;
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is published is that of the practice with its stand-ins, so it is worked out from what is published.
    #[test]
    fn the_published_practice_is_published_as_the_practice_is(practice in practice(), threshold in 3u32..=20) {
        let tariffs = tariffs(model::case_mix::Normalisation::PerCellNeutral, 77);
        let stand_in = published_practice(&practice, &protect(&practice, &tariffs, threshold));
        same_at(&practice, &stand_in, &tariffs, threshold)?;
    }
}

#[test]
fn extremes_are_left_open_as_well() {
    let tariffs = tariffs(model::case_mix::Normalisation::None, 77);
    let lists = [
        ("all ones", with(&[1], &[1], &[1])),
        ("all fours", with(&[4], &[4], &[4])),
        ("eight fours", with(&[4, 4, 4, 4, 4, 4, 4, 4, 0], &[0], &[0])),
        ("one of all", with(&[1, 0], &[0], &[0])),
        ("one small", with(&[3, 200], &[200], &[40])),
        ("one small beside few", with(&[3, 7, 0], &[9, 0], &[6])),
        ("one small beside one just large", with(&[1, 20, 0], &[200], &[40])),
        ("large ones just large", with(&[1, 1, 1, 20, 21, 20, 20, 0], &[200], &[40])),
        ("nobody", with(&[0], &[0], &[0])),
    ];
    for (name, practice) in lists {
        for low in [3, 5, 20] {
            for step in [1, 7, 18] {
                let mut at = 0;
                let other = another(&practice, low, || {
                    at += step;
                    at
                });
                for threshold in [low, 20] {
                    assert_eq!(
                        view(&practice, &tariffs, threshold),
                        view(&other, &tariffs, threshold),
                        "{name}, {low}"
                    );
                }
            }
        }
    }
}

/// Every practice with three cells of so many: what is published is sorted by what it looks like, and in each heap every
/// small count takes every value. Nothing is built here, and nothing is known of how the guard chooses.
#[test]
fn of_all_small_practices_those_that_look_alike_have_every_small_count() {
    let tariffs = tariffs(model::case_mix::Normalisation::None, 77);
    let values: Vec<u16> = (0..6).chain([9]).chain(20..29).collect();
    for thresholds in [vec![3], vec![5], vec![3, 5, 9]] {
        let mut alike: BTreeMap<String, Vec<[u16; 3]>> = BTreeMap::new();
        for a in &values {
            for (b, c) in values.iter().flat_map(|b| values.iter().map(move |c| (b, c))) {
                let practice = with(&[*a, *b, *c, 0], &[0], &[0]);
                let seen: Vec<_> = thresholds.iter().map(|at| persons(&practice, &tariffs, *at)).collect();
                alike.entry(format!("{seen:?}")).or_default().push([*a, *b, *c]);
            }
        }
        let is_small = |n: u16| (1..thresholds[0]).contains(&u32::from(n));
        // two small counts can be 2 × 3 more in others, which is then beyond the values that were tried
        let complete = alike.values().filter(|practices| practices.iter().any(|counts| counts.iter().all(|n| *n < 23)));
        let mut checked = 0;
        for practices in complete {
            for cell in 0..3 {
                let mut found: Vec<u16> = practices.iter().map(|counts| counts[cell]).collect();
                found.sort_unstable();
                found.dedup();
                if found.iter().any(|n| is_small(*n)) {
                    checked += 1;
                    let all: Vec<u16> = (1..).take_while(|n| is_small(*n)).collect();
                    assert_eq!(found, all, "at {thresholds:?}: {practices:?}");
                }
            }
        }
        assert!(checked > 100, "{checked}");
    }
}
