//! Weights too large for a cell: the error names it, and says how large they may be.
use super::{
    budget::mean,
    make::{bands, case_mix, condition, d, m, model, reference, table},
    random::{fitting, heavy},
};
use model::{
    case_mix::{Normalisation, SignRule},
    id::Id,
    measure::{Factor, Measure, Rate, Weight},
    payment_model::PaymentModel,
    tariff::{NegativeBase, TariffError, largest_fitting_factor},
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::rc::Rc;

fn negative_bases(errors: &[TariffError]) -> Vec<NegativeBase> {
    let negative = |error: &TariffError| match error {
        TariffError::NegativeBase(negative) => negative.clone(),
        other => panic!("another error: {other:?}"),
    };
    errors.iter().map(negative).collect()
}

fn all_weights_times(model: &PaymentModel, factor: Decimal) -> Rc<PaymentModel> {
    let factors: Vec<_> = model.case_mix().unwrap().factors().map(|f| (f.id.clone(), f.weight.value)).collect();
    let scaled =
        |model: PaymentModel, (id, weight): (Id, Weight)| model.with_weight(&id, Weight::of(weight.decimal() * factor));
    Rc::new(factors.into_iter().fold(model.clone(), scaled))
}

/// One cell, one condition that 20 of 100 have, in kronor.
fn one_condition(weight: &str) -> PaymentModel {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[0, 20]), ("b", &[0, 10])]);
    let mix = case_mix(vec![condition("a", d(weight)), condition("b", d("40"))], reference);
    model(&bands, Some(table(&bands, &[d("60"), d("60")])), Some(mix))
}

#[test]
fn the_error_names_the_cell_and_the_largest_amounts_that_fit() {
    let model = one_condition("400");
    let errors = Rc::new(model.clone()).tariff().unwrap_err();
    let expected = NegativeBase {
        cell: model.bands.cells().nth(1).unwrap(),
        table: m("60"),
        // 400 x 20/100 + 40 x 10/100
        expected: m("84"),
        // 60 / 84 = 0.714 285 71 ...
        largest_factor: Some(Factor::of(d("0.714285"))),
        heaviest: Some(Id::new("a")),
        // 400 - (84 - 60) / 0.20, which leaves 280 x 0.20 + 4 = 60
        largest_rate: Some(m("280")),
    };
    assert_eq!(negative_bases(&errors), [expected]);
    assert!(Rc::new(model.with_weight(&Id::new("a"), m("280"))).tariff().is_ok());
    assert!(Rc::new(model.with_weight(&Id::new("a"), m("280.01"))).tariff().is_err());
}

#[test]
fn no_amount_of_the_heaviest_fits_when_the_others_alone_are_too_much() {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[50, 50]), ("b", &[50, 50])]);
    let mix = case_mix(vec![condition("a", d("90")), condition("b", d("80"))], reference);
    let model = Rc::new(model(&bands, Some(table(&bands, &[d("30"), d("30")])), Some(mix)));
    let negative = negative_bases(&model.tariff().unwrap_err());
    assert_eq!(negative[0].largest_rate, None, "b alone brings 40 where the table gives 30");
}

#[test]
fn a_base_of_exactly_nothing_fits() {
    assert!(Rc::new(one_condition("280")).tariff().is_ok());
}

proptest! {
    // of heavy weights, the others alone are often too much already
    #![proptest_config(ProptestConfig { max_global_rejects: 10_000, ..ProptestConfig::default() })]
    #[test]
    fn exactly_the_cells_that_are_too_small_are_named(numbers in heavy()) {
        let plain = numbers.model(Normalisation::None);
        let tariff = plain.tariff().unwrap();
        let table = &plain.capitation().unwrap().rates;
        // without a budget rule the mean is table + expected, so expected = mean - table
        let expected = |cell| mean(&tariff, cell) - table.get(cell).unwrap().value.decimal();
        let too_small: Vec<_> = table.iter().filter(|(cell, rate)| expected(*cell) > rate.value.decimal()).collect();
        let errors = numbers.model(Normalisation::PerCellNeutral).tariff().err().unwrap_or_default();
        let named: Vec<_> = negative_bases(&errors).iter().map(|negative| negative.cell).collect();
        prop_assert_eq!(named, too_small.iter().map(|(cell, _)| *cell).collect::<Vec<_>>());
    }

    #[test]
    fn all_weights_fit_at_the_largest_factor_and_not_above(numbers in heavy()) {
        let model = numbers.model(Normalisation::PerCellNeutral);
        let Err(errors) = model.tariff() else { return Err(TestCaseError::reject("refused")) };
        let largest = largest_fitting_factor(&errors).unwrap();
        prop_assert!(all_weights_times(&model, largest).tariff().is_ok());
        prop_assert!(all_weights_times(&model, largest + d("0.000001")).tariff().is_err());
    }

    #[test]
    fn the_heaviest_fits_its_cell_at_the_largest_rate_and_not_above(mut numbers in heavy()) {
        numbers.points = None;
        let model = numbers.model(Normalisation::PerCellNeutral);
        let Err(errors) = model.tariff() else { return Err(TestCaseError::reject("refused")) };
        let negative = &negative_bases(&errors)[0];
        let Some((heaviest, largest)) = negative.heaviest.as_ref().zip(negative.largest_rate) else { return Err(TestCaseError::reject("refused")) };
        let largest = largest.decimal();
        let is_named = |rate: Decimal| {
            let edited = Rc::new(model.with_weight(heaviest, Weight::of(rate)));
            let errors = edited.tariff().err().unwrap_or_default();
            negative_bases(&errors).iter().any(|other| other.cell == negative.cell)
        };
        prop_assert!(!is_named(largest), "{largest} fits");
        prop_assert!(is_named(largest + d("0.0001")), "0.0001 more does not");
    }

    #[test]
    fn without_negative_weights_no_base_is_negative_or_above_the_table(numbers in prop_oneof![fitting(), heavy()]) {
        let model = numbers.model(Normalisation::PerCellNeutral);
        prop_assert_eq!(model.case_mix().unwrap().sign, SignRule::NonNegative);
        let Ok(tariff) = model.tariff() else { return Err(TestCaseError::reject("refused")) };
        for (cell, base) in tariff.base.as_ref().unwrap().iter() {
            let table = model.capitation().unwrap().rates.get(cell).unwrap().value;
            prop_assert!(base.value() >= Rate::ZERO && base.value() <= table);
        }
    }
}
