//! What is said of the spread between practices: only what the interval and all measures carry.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    comparison::Comparison,
    id::Id,
    measure::{Measure, Rate},
    term::Term,
    trace::Traced,
};
use proptest::{collection::vec, prelude::*};
use register::statistics::{sides, spread};
use report::{
    columns::Column,
    finding::{Verdict, spread_finding},
    region::{RegionColumn, SpreadFigure, exact_spread},
};
use rust_decimal::Decimal;

fn column(nets: &[f64]) -> RegionColumn {
    RegionColumn {
        column: Column::Proposal,
        comparison: Comparison::Fits,
        payments: Vec::new(),
        carried: Vec::new(),
        nets: nets.to_vec(),
        paid: Vec::new(),
        kept: Vec::new(),
        spread: spread(nets),
        sides: sides(nets),
        above_zero: None,
        moved: None,
    }
}

fn verdict(before: &[f64], after: &[f64]) -> Verdict {
    spread_finding(&column(before), &column(after)).unwrap().verdict
}

/// Forty practices on both sides of zero.
fn forty() -> Vec<f64> {
    (0..40).map(|i| f64::from(i * 7 % 40) - 19.5).collect()
}

#[test]
fn half_of_everything_shrinks_twice_grows_and_the_same_is_unchanged() {
    let by = |factor: f64| forty().iter().map(|net| net * factor).collect::<Vec<_>>();
    assert_eq!(verdict(&forty(), &by(0.5)), Verdict::Shrinks);
    assert_eq!(verdict(&forty(), &by(2.0)), Verdict::Grows);
    assert_eq!(verdict(&forty(), &forty()), Verdict::Unchanged);
    for few in 1..5 {
        let (wide, narrow) = (&[-9.0, 9.0, -8.0, 8.0][..few], &[-1.0, 1.0, -1.0, 1.0][..few]);
        assert_eq!(spread_finding(&column(wide), &column(narrow)), None, "of {few} practices it cannot be told");
    }
}

#[test]
fn a_smaller_deviation_is_no_finding_while_the_interval_holds_zero() {
    // one practice of many is nearer: without it nothing has changed, and a draw may leave it out
    let mut after = forty();
    after[3] *= 0.7;
    let found = spread_finding(&column(&forty()), &column(&after)).unwrap();
    assert!(found.change.after < found.change.before, "the deviation is smaller");
    assert!(found.change.difference_interval.high >= 0.0);
    assert_eq!(found.verdict, Verdict::CannotTell);
}

#[test]
fn measures_that_go_apart_are_told() {
    // the far ones come much nearer, the middle half goes further out
    let pull = |net: &f64| match net.abs() {
        far if far > 11.0 => net.signum() * (11.0 + (far - 11.0) * 0.1),
        _ => net * 1.05,
    };
    let after: Vec<f64> = forty().iter().map(pull).collect();
    let (before, after) = (column(&forty()), column(&after));
    let found = spread_finding(&before, &after).unwrap();
    assert!(found.change.difference_interval.high < 0.0, "the deviation shrinks for sure");
    let [before, after] = [before, after].map(|column| column.spread.unwrap());
    assert!(after.sd < before.sd && after.iqr > before.iqr);
    assert_eq!(found.verdict, Verdict::Disagree);
}

proptest! {
    #[test]
    fn nothing_is_said_to_shrink_or_grow_against_the_interval_or_a_measure(
        nets in vec((-50f64..50.0, -50f64..50.0), 5..25),
        near in 0f64..1.0,
    ) {
        let (before, own): (Vec<f64>, Vec<f64>) = nets.into_iter().unzip();
        let after: Vec<f64> = before.iter().zip(own).map(|(net, own)| net + near * near * own).collect();
        let (before, after) = (column(&before), column(&after));
        let found = spread_finding(&before, &after).unwrap();
        let ends = found.change.difference_interval;
        let measures = |column: &RegionColumn| {
            let spread = column.spread.unwrap();
            [spread.sd, Some(spread.p90 - spread.p10), spread.iqr, column.sides.distance()]
        };
        let pairs: Vec<f64> = measures(&before).into_iter().zip(measures(&after)).filter_map(|(a, b)| Some(b? - a?)).collect();
        match found.verdict {
            Verdict::Shrinks => prop_assert!(ends.high < 0.0 && pairs.iter().all(|change| *change < 0.005)),
            Verdict::Grows => prop_assert!(ends.low > 0.0 && pairs.iter().all(|change| *change > -0.005)),
            Verdict::CannotTell => prop_assert!(ends.low <= 0.0 && ends.high >= 0.0),
            Verdict::Disagree => {
                prop_assert!(pairs.iter().any(|change| *change > 0.0) && pairs.iter().any(|change| *change < 0.0));
            }
            Verdict::Unchanged => prop_assert!(pairs.iter().all(|change| change.abs() < 0.005)),
        }
    }
}

#[test]
fn of_one_practice_no_figure_of_the_spread_is_explained() {
    let net = |kronor: i64| Traced::input(Term::NetPerListed(Id::new("A")), Rate::of(Decimal::from(kronor)));
    let apart = [SpreadFigure::Deviation, SpreadFigure::Tenths, SpreadFigure::Quarters];
    assert!(apart.into_iter().all(|figure| exact_spread(&[net(7)], figure).is_none()));
    assert!(apart.into_iter().all(|figure| exact_spread(&[net(7), net(7)], figure).unwrap().value() == Rate::ZERO));
    assert_eq!(exact_spread(&[net(7)], SpreadFigure::Median).unwrap().value(), Rate::of(Decimal::from(7)));
}
