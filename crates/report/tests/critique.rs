//! The sizes of what can be said against the proposal, set beside figures worked out by hand.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking and rounds to compare")]
use catalog::{ANDERS, Catalogue, JOHAN, SKANE_2025, SKANE_2026, SKANE_PROPOSAL_FIVE};
use model::{id::Id, quantity::Unit, term::Objection, trace::Node};
use report::{
    columns::Tariffs,
    critique::{Pair, size},
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn of(objection: Objection) -> Option<Rc<Node>> {
    let house = Catalogue::shipped();
    let tariff = |id: &str| Rc::new(house.model(&Id::new(id)).unwrap().tariff().unwrap());
    let proposal = tariff(SKANE_PROPOSAL_FIVE);
    let tariffs = Tariffs {
        earlier: tariff(SKANE_2025),
        current: tariff(SKANE_2026),
        scenario: Ok(Rc::clone(&proposal)),
        proposal,
    };
    let person = |id: &str| house.person(&Id::new(id)).unwrap();
    size(objection, &tariffs, Pair { healthy: person(JOHAN), ill: person(ANDERS) })
}

fn kronor(objection: Objection) -> Decimal {
    of(objection).unwrap().value.value.round_dp(2)
}

fn holds(node: &Rc<Node>) {
    assert_eq!(node.recomputed(), Some(node.value.value), "{:?}", node.term);
    node.how.inputs().into_iter().for_each(holds);
}

/// Johan 63.30 and Anders 643.30 under the five conditions; 121 in the table, 164 from 65; weights 180, 60, 250, 50, 40.
#[test]
fn sizes_are_those_of_the_worked_examples() {
    assert_eq!(kronor(Objection::PartYears), Decimal::from(580), "643.30 - 63.30");
    assert_eq!(kronor(Objection::OutsideModel), Decimal::new(5770, 2), "121 - 63.30");
    // half of 580 is not paid, and half of 121 - 63.3048 comes back in the base
    assert_eq!(kronor(Objection::Weights), Decimal::new(26_115, 2));
    assert_eq!(kronor(Objection::Birthdays), Decimal::from(43), "164 - 121");
    assert_eq!(kronor(Objection::NoCap), Decimal::from(70_000));
    assert_eq!(kronor(Objection::Coding), Decimal::from(3000), "12 x 250 for anticoagulation");
    assert_eq!(kronor(Objection::Stopping), Decimal::new(428_571, 2), "3 000 / 0.70");
    assert!(kronor(Objection::Healthy) > Decimal::ZERO, "a rule for the sum alone leaves the healthy more");
    let table = of(Objection::Table).unwrap();
    assert_eq!(table.value.unit, Unit::KrPerYear);
    assert!(table.value.value < Decimal::from(-50_000_000), "2026 pays less than 70/80 of 2025: {}", table.value.value);
}

#[test]
fn at_least_eight_have_a_size_and_the_others_say_that_they_have_none() {
    let sized = Objection::ALL.into_iter().filter_map(of).collect::<Vec<_>>();
    assert!(sized.len() >= 8, "{}", sized.len());
    sized.iter().for_each(holds);
    assert!([Objection::SameYear, Objection::OneYear].into_iter().all(|one| of(one).is_none()), "other data");
}
