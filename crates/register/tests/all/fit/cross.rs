//! Fitted weights on persons they were not fitted to, and that those persons leave no trace in them.
use crate::fit::region::{ALL, Lot, conditions, equations, estimates, frame, register};
use model::{age::AgeBand, case_mix::ConditionSet};
use proptest::prelude::*;
use register::{
    aggregate::{Aggregate, AggregateRow},
    crossfit::{CrossFit, Split, cross_fit, parts, parts_of_sums},
    fit::{Fit, fit},
    register::{Origin, PersonRow},
};

const PRACTICES: u16 = 6;

fn rows(seed: u64, persons: usize) -> Vec<PersonRow> {
    let mut lot = Lot::new(seed);
    let cost = |lot: &mut Lot, _, set: ConditionSet| 100_000 * set.count() + lot.below(300_000);
    (0..persons).map(|_| lot.row(PRACTICES, cost)).collect()
}

fn crossed(rows: &[PersonRow], split: Split) -> CrossFit {
    let parts = parts(&register(PRACTICES, rows), &frame(), 0, split).unwrap();
    cross_fit(&parts, 0.7, &ALL).unwrap()
}

fn bits(coefficients: &[f64]) -> Vec<u64> {
    coefficients.iter().map(|coefficient| coefficient.to_bits()).collect()
}

#[test]
fn what_a_practice_costs_has_no_influence_on_its_own_weights() {
    let rows = rows(1, 1500);
    let before = crossed(&rows, Split::EachPractice);
    let wild = |row: &PersonRow| if row.practice == 2 { u32::MAX - row.cost * 7 } else { row.cost };
    let after: Vec<PersonRow> = rows.iter().map(|row| PersonRow { cost: wild(row), ..*row }).collect();
    let after = crossed(&after, Split::EachPractice);
    for (place, (before, after)) in before.parts.iter().zip(&after.parts).enumerate() {
        let same = bits(&before.coefficients) == bits(&after.coefficients);
        assert_eq!(same, place == 2, "practice {place}: the others feel it, itself it does not");
    }
    assert_eq!(before.parts[2].predicted.map(f64::to_bits), after.parts[2].predicted.map(f64::to_bits));
    assert_ne!(before.parts[2].mean, after.parts[2].mean);
}

#[test]
fn one_practice_alone_foretells_nothing() {
    let alone: Vec<PersonRow> = rows(1, 500).into_iter().map(|row| PersonRow { practice: 0, ..row }).collect();
    let found = crossed(&alone, Split::EachPractice);
    assert_eq!((found.r_squared, found.parts[0].predicted), (None, None), "nobody is left to fit weights to");
    assert!(found.in_sample.is_some());
}

/// What the weights pay for a person, in kronor a month.
fn predicted(fit: &Fit, row: &PersonRow) -> f64 {
    let frame = frame();
    let class = usize::from(frame.class_of_key[row.key.index()]);
    let base = fit.cells[usize::from(frame.lanes[0].cell_of_class[class])].unwrap();
    let paid = frame.lanes[0].paid(frame.classes[class], row.conditions);
    let weights = estimates(fit);
    base + paid.iter().map(|factor| weights[usize::from(*factor)].unwrap()).sum::<f64>()
}

fn carried(row: &PersonRow) -> f64 {
    0.7 * f64::from(row.cost) / 1200.0
}

#[test]
fn a_part_is_predicted_as_if_it_had_never_been_read() {
    let rows = rows(2, 3000);
    let crossed = crossed(&rows, Split::EachPractice);
    let mut left = 0.0;
    for (practice, part) in (0..PRACTICES).zip(&crossed.parts) {
        let (own, others): (Vec<PersonRow>, Vec<PersonRow>) = rows.iter().partition(|row| row.practice == practice);
        let weights = fit(&equations(&others), 0.7, &ALL);
        for (found, expected) in part.coefficients.iter().zip(estimates(&weights)) {
            assert_eq!(found.to_bits(), expected.unwrap().to_bits());
        }
        let payments: Vec<f64> = own.iter().map(|row| predicted(&weights, row)).collect();
        let mean = payments.iter().sum::<f64>() / own.len() as f64;
        assert!((part.predicted.unwrap() - mean).abs() < 1e-9 * mean);
        left += own.iter().zip(payments).map(|(row, paid)| (carried(row) - paid).powi(2)).sum::<f64>();
    }
    let mean = rows.iter().map(carried).sum::<f64>() / rows.len() as f64;
    let around: f64 = rows.iter().map(|row| (carried(row) - mean).powi(2)).sum();
    assert!((crossed.r_squared.unwrap() - (1.0 - left / around)).abs() < 1e-9);
    assert!(crossed.r_squared < crossed.in_sample, "weights do best on those they were fitted to");
}

#[test]
fn a_lot_can_be_drawn_again_and_is_even() {
    let rows = rows(3, 2000);
    for split in [|seed| Split::Practices { parts: 3, seed }, |seed| Split::Persons { parts: 3, seed }] {
        assert_eq!(crossed(&rows, split(7)), crossed(&rows, split(7)));
        assert_ne!(crossed(&rows, split(7)).parts, crossed(&rows, split(8)).parts);
        let persons: Vec<u64> = crossed(&rows, split(7)).parts.iter().map(|part| part.persons).collect();
        assert_eq!(persons.iter().sum::<u64>(), 2000);
        assert!(persons.iter().all(|persons| (500..850).contains(persons)), "{persons:?}");
    }
}

#[test]
fn sums_are_parted_as_their_persons() {
    let rows = rows(4, 400);
    let band = |row: &PersonRow| AgeBand { low: row.key.age(), high: Some(row.key.age()) };
    let sums = |row: &PersonRow| AggregateRow {
        practice: row.practice,
        sex: row.key.sex(),
        band: band(row),
        conditions: row.conditions,
        persons: 1,
        cost: row.cost.into(),
        cost_squared: f64::from(row.cost) * f64::from(row.cost),
    };
    let aggregate = Aggregate {
        origin: Origin::Own,
        practices: (0..PRACTICES).map(|practice| practice.to_string()).collect(),
        conditions: conditions(),
        bands: super::region::model().bands.clone(),
        rows: rows.iter().map(sums).collect(),
    };
    for split in [Split::EachPractice, Split::Practices { parts: 4, seed: 9 }] {
        let of_sums = parts_of_sums(&aggregate, &frame(), 0, split);
        assert!(of_sums.is_some() && of_sums == parts(&register(PRACTICES, &rows), &frame(), 0, split));
    }
    assert_eq!(parts_of_sums(&aggregate, &frame(), 0, Split::Persons { parts: 2, seed: 9 }), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn however_persons_are_parted_the_parts_are_the_whole(seed in any::<u64>(), count in 1..9u16) {
        let rows = rows(seed, 200);
        let whole = equations(&rows);
        let splits =
            [Split::EachPractice, Split::Practices { parts: count, seed }, Split::Persons { parts: count, seed }];
        for split in splits {
            let mut parts = parts(&register(PRACTICES, &rows), &frame(), 0, split).unwrap();
            let mut sum = parts.pop().unwrap();
            parts.iter().for_each(|part| sum.add_all(part));
            prop_assert_eq!(&sum, &whole);
            parts.iter().for_each(|part| sum.take_away(part));
            parts.iter().for_each(|part| sum.add_all(part));
            prop_assert_eq!(&sum, &whole);
        }
    }
}
