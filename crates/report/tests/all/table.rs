//! The table's change between the years over the reference population, and what is paid through each weight.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking and rounds to compare")]
use catalog::{JOHAN, SKANE_2025, SKANE_2026, SKANE_PROPOSAL};
use model::{
    id::Id,
    measure::Measure,
    net::ShareReading,
    trace::{Node, Traced},
};
use report::{
    columns::Tariffs,
    table::{nets_by_reading, year_change},
    weights::{paid_through, together},
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn tariffs() -> Tariffs {
    let catalogue = catalog::shipped();
    let tariff = |id: &str| Rc::new(catalogue.model(&Id::new(id)).unwrap().tariff().unwrap());
    let proposal = tariff(SKANE_PROPOSAL);
    Tariffs { earlier: tariff(SKANE_2025), current: tariff(SKANE_2026), scenario: Ok(Rc::clone(&proposal)), proposal }
}

fn exact<T: Measure>(figure: &Traced<T>) -> Decimal {
    assert_eq!(figure.node().recomputed(), Some(figure.value().decimal()));
    figure.value().decimal()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_parts_of_the_change_are_the_change() {
    let found = year_change(&tariffs()).unwrap();
    let [from, to, total] = [&found.from, &found.to, &found.total].map(exact);
    assert_eq!(to - from, total);
    assert_eq!(exact(&found.by_share) + exact(&found.unexplained), total);
    // an eighth less: 70 / 80 − 1 = −0.125
    assert_eq!(exact(&found.share_ratio), number("0.875"));
    assert_eq!(exact(&found.by_share), from * (number("0.70") / number("0.80") - Decimal::ONE));
    let per_cent = |part: Decimal, whole: Decimal| (part / whole * Decimal::ONE_HUNDRED).abs().round();
    assert_eq!(found.per_cent(), Some([per_cent(total, from), per_cent(exact(&found.by_share), total)]));
}

#[test]
fn every_amount_fell_by_more_than_the_share_explains() {
    let found = year_change(&tariffs()).unwrap();
    let ratios: Vec<Decimal> = found.ratios.iter().map(|(_, ratio)| exact(ratio)).collect();
    assert_eq!(ratios.len(), 42);
    assert!(ratios.is_sorted() && ratios.iter().all(|ratio| *ratio < number("0.875")));
    // 14 / 20 = 0.70 and 375 / 434 = 0.864
    assert_eq!([ratios.first(), ratios.last()].map(|end| end.unwrap().round_dp(2)), ["0.70", "0.86"].map(number));
}

#[test]
fn the_two_readings_of_the_share_for_one_person() {
    let catalogue = catalog::shipped();
    let nets = nets_by_reading(&tariffs(), catalogue.person(&Id::new(JOHAN)).unwrap());
    let shown = nets.map(|(reading, net)| (reading, exact(&net)));
    // 121 − 0.70 x 100 = 51, and 0.70 x (121 − 100) = 14.70
    assert_eq!(shown, [(ShareReading::InTable, number("51")), (ShareReading::AtNet, number("14.70"))]);
}

#[test]
fn what_is_paid_through_the_weights_and_by_age_is_the_whole() {
    let proposal = tariffs().proposal;
    let mix = proposal.model.case_mix().unwrap();
    let persons = mix.reference_affected().unwrap();
    let paid = paid_through(&proposal, &persons);
    assert_eq!(paid.len(), mix.factors().count());
    for ((paid, persons), factor) in paid.iter().zip(&persons).zip(&proposal.factors) {
        assert_eq!(exact(paid), exact(persons) * exact(&factor.rate) * Decimal::from(12));
    }
    let by_age: Decimal = proposal
        .base
        .as_ref()
        .unwrap()
        .iter()
        .map(|(cell, rate)| rate.value().decimal() * mix.reference.listed_in(cell).unwrap().value().decimal())
        .sum();
    let whole = proposal.reference_total().unwrap().unwrap();
    let difference = exact(&together(paid)) + by_age * Decimal::from(12) - exact(&whole) * Decimal::from(12);
    assert!(difference.abs() < number("0.000001"), "{difference}");
}

#[test]
fn a_figure_of_the_change_ends_in_the_sources() {
    fn leaves(node: &Rc<Node>) -> usize {
        let inputs = node.how.inputs();
        if inputs.is_empty() { 1 } else { inputs.into_iter().map(leaves).sum() }
    }
    // by cell the persons, and the later amount
    assert_eq!(leaves(year_change(&tariffs()).unwrap().to.node()), 2 * 42);
}
