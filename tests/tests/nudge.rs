//! Every amount that is shipped bears on a figure: moved by a hundredth, it changes the standard simulation, whose text
//! is part of the golden one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use model::{
    case_mix::WeightUnit, citation::Parameter, component::Component, measure::Measure, payment_model::PaymentModel,
    staffing::Guideline,
};
use std::rc::Rc;
use viktat_tests::simulation;

fn up<T: Measure>(value: T) -> T {
    T::of(value.decimal() + "0.01".parse::<rust_decimal::Decimal>().unwrap())
}

/// Every model that differs from this one in one amount, named by it.
fn nudged(model: &PaymentModel) -> Vec<(String, PaymentModel)> {
    let rates = model.capitation().into_iter().flat_map(|table| table.rates.iter());
    let rates = rates.map(|(cell, rate)| (format!("{cell:?}"), model.with_rate(cell, up(rate.value))));
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors());
    let factors = factors.map(|f| (f.id.to_string(), model.with_weight(f.id, up(f.weight.value))));
    let share = ("cost share".to_owned(), model.with_cost_share(up(model.cost_share.value)));
    rates.chain(factors).chain([share]).chain(points(model)).collect()
}

/// The same for what a point is worth, where weights are in points.
fn points(model: &PaymentModel) -> Vec<(String, PaymentModel)> {
    let with_unit = |unit: WeightUnit| {
        let mut nudged = model.clone();
        for component in &mut nudged.components {
            if let Component::CaseMix(mix) = component {
                mix.unit = unit.clone();
            }
        }
        nudged
    };
    let Some(WeightUnit::Points { reference_weight, reference_rate }) = model.case_mix().map(|mix| &mix.unit) else {
        return Vec::new();
    };
    let weight = reference_weight.edited(up(reference_weight.value));
    let weight = WeightUnit::Points { reference_weight: weight, reference_rate: reference_rate.clone() };
    let rate = reference_rate.edited(up(reference_rate.value));
    let rate = WeightUnit::Points { reference_weight: reference_weight.clone(), reference_rate: rate };
    vec![("reference weight".to_owned(), with_unit(weight)), ("reference rate".to_owned(), with_unit(rate))]
}

#[test]
fn every_amount_of_every_model_changes_a_figure() {
    for model in &catalog::shipped().models {
        let before = simulation::of_model(model);
        assert!(before.contains("payment"), "{} has no tariff: {before}", model.id);
        let all = nudged(model);
        assert!(all.len() > 2, "{} has hardly any amounts", model.id);
        for (what, nudged) in all {
            assert_ne!(simulation::of_model(&Rc::new(nudged)), before, "{}: {what} changes nothing", model.id);
        }
    }
}

#[test]
fn the_guideline_changes_a_figure() {
    let shipped = &catalog::shipped().guideline;
    let before = simulation::of_guideline(shipped);
    let edited = |parameter: &Parameter<_>| parameter.edited(up(parameter.value));
    let specialist = Guideline { specialist: edited(&shipped.specialist), st: shipped.st.clone() };
    let st = Guideline { specialist: shipped.specialist.clone(), st: edited(&shipped.st) };
    assert_ne!(simulation::of_guideline(&specialist), before);
    assert_ne!(simulation::of_guideline(&st), before);
}
