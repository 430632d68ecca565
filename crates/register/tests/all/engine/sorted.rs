//! CPM and MAPE, against every person's own error.
use crate::engine::region::{Region, close, paid, rates, region};
use model::{case_mix::Normalisation, tariff::Tariff};
use proptest::{collection::vec, prelude::*};
use register::{
    evaluate::{Evaluation, LaneResult, Prediction},
    rates::Rates,
    register::{PersonRow, Register},
    sorted::AnotherRegister,
};
use std::collections::HashMap;

/// Cost and what the amounts foretell, person by person. The amounts are those of the tariff times `times`.
fn foretold(register: &Register, tariff: &Tariff, times: f64) -> Vec<(f64, f64)> {
    let mut known = HashMap::new();
    let of = |row: PersonRow| {
        let paid = *known.entry((row.key, row.conditions)).or_insert_with(|| paid(tariff, register, &row));
        (f64::from(row.cost), paid * times / 0.7)
    };
    register.rows().map(of).collect()
}

/// Hundreds of persons in a few groups, some with costs of a few öre, so that amounts meet costs and costs each other.
fn crowd() -> impl Strategy<Value = Region> {
    let cost = prop_oneof![0u32..12, 0u32..2_000_000, 400_000u32..400_100];
    let age = prop_oneof![Just(30u8), Just(70u8)];
    let persons = vec((0u16..3, Just(true), age, Just(0u64), cost), 300..900);
    (region(), persons).prop_map(|(region, persons)| Region { practices: 3, persons, ..region })
}

/// Multiples of a tariff: some so small that amounts are a few öre.
fn steps() -> impl Strategy<Value = Vec<f64>> {
    vec(prop_oneof![-1.0f64..5.0, 0.0f64..4e-5], 1..6)
}

fn updates(region: &Region, steps: &[f64]) -> Result<(), TestCaseError> {
    let tariffs = region.tariffs(Normalisation::None);
    let register = region.register();
    let mut summary = region.summary(&tariffs);
    summary.sort(&register).unwrap();
    let mut updated = Evaluation::default();
    for step in steps.iter().flat_map(|step| [*step, step * 1.001, step * 0.98]) {
        let rates = times(&rates(&tariffs), step);
        summary.evaluate_into(&rates, &mut updated);
        let new = summary.evaluate(&rates);
        prop_assert_eq!(predictions(&updated), predictions(&new), "to the last bit");
        for (lane, tariff) in new.lanes.iter().zip(&tariffs) {
            let (cpm, mape) = naive(&foretold(&register, tariff, step));
            prop_assert!(close(lane.prediction.mape.unwrap(), mape, 1.0, 1e-12));
            prop_assert!(lane.prediction.cpm.is_none_or(|found| close(found, cpm, 1.0, 1e-12)));
        }
    }
    Ok(())
}

fn naive(persons: &[(f64, f64)]) -> (f64, f64) {
    let n = persons.iter().map(|_| 1.0).sum::<f64>();
    let mean = persons.iter().map(|(cost, _)| cost).sum::<f64>() / n;
    let left: f64 = persons.iter().map(|(cost, foretold)| (cost - foretold).abs()).sum();
    let all: f64 = persons.iter().map(|(cost, _)| (cost - mean).abs()).sum();
    (1.0 - left / all, left / n)
}

fn times(rates: &[Rates], times: f64) -> Vec<Rates> {
    let scale = |amounts: &[f64]| amounts.iter().map(|amount| amount * times).collect();
    let lane = |rates: &Rates| Rates { cells: scale(&rates.cells), factors: scale(&rates.factors), ..rates.clone() };
    rates.iter().map(lane).collect()
}

fn without_sorted(result: &LaneResult) -> (Option<f64>, Vec<f64>, Vec<f64>) {
    (result.prediction.r_squared, result.payment.clone(), result.per_person.clone())
}

fn predictions(evaluation: &Evaluation) -> Vec<Prediction> {
    evaluation.lanes.iter().map(|lane| lane.prediction).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn cpm_is_that_of_the_persons(region in region()) {
        let tariffs = region.tariffs(Normalisation::PerCellNeutral);
        let register = region.register();
        let mut summary = region.summary(&tariffs);
        let unsorted = summary.evaluate(&rates(&tariffs));
        prop_assert!(unsorted.lanes.iter().all(|lane| (lane.prediction.cpm, lane.prediction.mape) == (None, None)));
        summary.sort(&register).unwrap();
        let evaluation = summary.evaluate(&rates(&tariffs));
        for ((lane, before), tariff) in evaluation.lanes.iter().zip(&unsorted.lanes).zip(&tariffs) {
            let persons = foretold(&register, tariff, 1.0);
            let (cpm, mape) = naive(&persons);
            prop_assert!(close(lane.prediction.mape.unwrap(), mape, 1.0, 1e-12));
            match lane.prediction.cpm {
                Some(found) => prop_assert!(close(found, cpm, 1.0, 1e-12), "{found} {cpm}"),
                None => prop_assert!(persons.iter().all(|(cost, _)| *cost == persons[0].0)),
            }
            prop_assert_eq!(without_sorted(lane), without_sorted(before));
        }
    }

    #[test]
    fn an_update_is_what_a_new_evaluation_is(region in region(), steps in steps()) {
        updates(&region, &steps)?;
    }

    #[test]
    fn so_it_is_where_many_are_paid_alike(region in crowd(), steps in steps()) {
        updates(&region, &steps)?;
    }

    #[test]
    fn an_evaluation_may_come_from_another_summary(one in region(), other in region()) {
        let mut evaluation = Evaluation::default();
        for region in [&one, &other, &one] {
            let tariffs = region.tariffs(Normalisation::None);
            let mut summary = region.summary(&tariffs);
            summary.sort(&region.register()).unwrap();
            summary.evaluate_into(&rates(&tariffs), &mut evaluation);
            prop_assert_eq!(predictions(&evaluation), predictions(&summary.evaluate(&rates(&tariffs))));
        }
    }

    #[test]
    fn costs_of_other_persons_are_refused(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let mut summary = region.summary(&tariffs);
        let mut other: Region = region.clone();
        other.persons[0].4 = other.persons[0].4.wrapping_add(1);
        prop_assert_eq!(summary.sort(&other.register()), Err(AnotherRegister));
        other.persons.pop();
        prop_assert_eq!(summary.sort(&other.register()), Err(AnotherRegister));
        prop_assert!(!summary.is_sorted());
        prop_assert_eq!(summary.sort(&region.register()), Ok(()));
    }
}
