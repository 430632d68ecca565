//! Chance in the drug cost: by hand, and how it grows with the list.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use catalog::Catalogue;
use model::{
    citation::{Parameter, Status},
    count::Count,
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Share},
    term::Term,
    trace::{Node, Traced},
};
use proptest::prelude::*;
use report::spread::{Spread, interval, spread};
use rust_decimal::Decimal;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn variation() -> Parameter<Factor> {
    Catalogue::shipped().cost_variation
}

fn of(cost: i64, listed: u32, variation: &Parameter<Factor>) -> Option<Spread> {
    let catalogue = Catalogue::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_2026)).unwrap();
    let share: Traced<Share> = Traced::parameter(Term::CostShare, &model.cost_share);
    let listed = Traced::input(Term::ListedTotal, Count::new(listed.into()).unwrap().persons());
    spread(MonthlyMoney::of(cost.into()), &listed, &share, variation)
}

#[test]
fn ten_thousand_listed_by_hand() {
    let spread = of(1_000_000, 10_000, &variation()).unwrap();
    // 3 / 100; of 12,000,000 kr; 70 per cent of that
    assert_eq!(spread.relative.value().decimal(), d("0.03"));
    assert_eq!(spread.cost.value().decimal(), d("360000"));
    assert_eq!(spread.net.value().decimal(), d("252000"));
}

#[test]
fn nineteen_years_of_twenty_lie_within_twice_two_deviations_by_hand() {
    let spread = of(1_000_000, 10_000, &variation()).unwrap();
    let net = Traced::input(Term::Net, MonthlyMoney::of(d("-5000")));
    let shipped = Catalogue::shipped().interval_reach;
    assert_eq!((shipped.value.decimal(), shipped.citation.status), (d("1.96"), Status::Illustrative));
    let interval = interval(&net, &spread, &shipped);
    // 1.96 of 252,000 kr, about 12 times -5,000 kr
    assert_eq!(interval.reach.value().decimal(), d("493920"));
    assert_eq!(interval.low.value().decimal(), d("-553920"));
    assert_eq!(interval.high.value().decimal(), d("433920"));
    assert!(explained(interval.low.node()) && explained(interval.high.node()));
}

#[test]
fn the_assumption_is_an_example_that_can_be_edited_and_an_empty_list_has_no_spread() {
    let shipped = variation();
    assert_eq!(shipped.citation.status, Status::Illustrative);
    assert!(shipped.citation.note.is_some(), "it says how it was chosen");
    let edited = shipped.edited(Factor::new(d("1.5")));
    assert_eq!(
        of(1_000_000, 10_000, &edited).unwrap().net.value().decimal(),
        d("126000"),
        "half of it, half the spread"
    );
    assert_eq!(of(1_000_000, 0, &shipped), None);
}

fn explained(node: &Node) -> bool {
    node.recomputed() == Some(node.value.value) && node.how.inputs().into_iter().all(|input| explained(input))
}

proptest! {
    #[test]
    fn four_times_the_list_halves_the_relative_spread(listed in 1u32..=20_000_000, cost in 0i64..=100_000_000_000) {
        let (one, four) = (of(cost, listed, &variation()).unwrap(), of(cost, 4 * listed, &variation()).unwrap());
        let ratio = one.relative.value().decimal() / four.relative.value().decimal();
        prop_assert!((ratio - Decimal::TWO).abs() < d("0.000000000001"));
        prop_assert!(explained(one.net.node()));
        let root = d("3") / one.relative.value().decimal();
        prop_assert!((root * root - Decimal::from(listed)).abs() < d("0.000001"));
    }
}
