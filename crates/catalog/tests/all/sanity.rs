//! The example prevalences lie near published shares. Wide bands: published figures count diagnoses or single drug
//! classes, the examples the persons paid for after the hierarchy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use crate::common::{mix, model};
use catalog::{SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{age::Age, id::Id, sex::Sex};
use rust_decimal::Decimal;

/// Per cent of the reference population, of these sexes from this age, with any of the conditions (added up).
fn per_cent(model_id: &str, ids: &[&str], sexes: &[Sex], from: Age) -> f64 {
    let model = model(model_id);
    let reference = &mix(&model).reference;
    let counted = |cell: model::cell::Cell| sexes.contains(&cell.sex) && cell.band.low >= from;
    let sum = |cells: &model::cell::PerCell<model::count::Count>| -> u32 {
        cells.iter().filter(|(cell, _)| counted(*cell)).map(|(_, count)| count.get()).sum()
    };
    let affected: u32 = ids.iter().map(|id| sum(reference.affected.get(&Id::new(id)).unwrap())).sum();
    let share = Decimal::from(affected) * Decimal::ONE_HUNDRED / Decimal::from(sum(&reference.listed));
    share.try_into().unwrap()
}

/// Model, conditions, sexes, youngest age, published per cent, how far from it the example may lie.
type Published = (&'static str, &'static [&'static str], &'static [Sex], Age, f64, f64);

const BOTH: &[Sex] = &Sex::ALL;
const DIABETES: &[&str] = &["diabetes_insulin", "diabetes_ovrig"];
const PRESSURE: &[&str] = &["hypertoni", "ihd", "hjartsvikt"];

#[test]
fn prevalences_lie_near_published_shares() {
    let published: [Published; 11] = [
        (SKANE_PROPOSAL, DIABETES, BOTH, 0, 5.0, 1.2),
        (SKANE_PROPOSAL_FIVE, &["diabetes"], BOTH, 0, 5.0, 1.2),
        (SKANE_PROPOSAL, PRESSURE, BOTH, 0, 22.0, 6.0),
        (SKANE_PROPOSAL_FIVE, &["hjart_karl"], BOTH, 0, 22.0, 6.0),
        (SKANE_PROPOSAL, &["depression"], &[Sex::Woman], 0, 13.0, 3.5),
        (SKANE_PROPOSAL, &["depression"], &[Sex::Man], 0, 7.0, 2.5),
        (SKANE_PROPOSAL, &["demens"], BOTH, 75, 5.0, 1.0),
        (SKANE_PROPOSAL, &["astma"], BOTH, 0, 5.9, 1.5),
        (SKANE_PROPOSAL, &["kol"], BOTH, 0, 1.8, 0.6),
        (SKANE_PROPOSAL, DIABETES, &[Sex::Woman], 0, 5.3, 1.5),
        (SKANE_PROPOSAL, DIABETES, &[Sex::Man], 0, 7.1, 2.0),
    ];
    for (id, conditions, sexes, from, wanted, apart) in published {
        let found = per_cent(id, conditions, sexes, from);
        assert!((found - wanted).abs() <= apart, "{id} {conditions:?} {sexes:?}: {found:.2} %, published {wanted} %");
    }
}

#[test]
fn nobody_is_counted_who_is_not_there() {
    for id in [SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE] {
        let model = model(id);
        let reference = &mix(&model).reference;
        assert_eq!(reference.affected.len(), mix(&model).conditions.len());
        for (condition, cells) in reference.affected.iter() {
            for (cell, (affected, listed)) in cells.zip(&reference.listed).unwrap().iter() {
                assert!(affected <= listed, "{condition} {cell:?}");
            }
        }
    }
}

#[test]
fn the_reference_is_the_whole_of_skane_in_2015() {
    let model = model(SKANE_PROPOSAL);
    let reference = &mix(&model).reference;
    let of = |sex| reference.listed.iter().filter(|(c, _)| c.sex == sex).map(|(_, n)| n.get()).sum::<u32>();
    assert_eq!((of(Sex::Woman), of(Sex::Man)), (655_350, 648_277));
    assert!(reference.name.sv.contains("2015 års åldersstruktur"));
}
