//! Budget neutrality over a thousand random sets of weights, worked out anew from the tariff's amounts.
use super::{
    co_occurrence::enumerated,
    make::{d, m},
    random::{Numbers, fitting, signed},
};
use model::{
    case_mix::{CaseMix, ConditionSet, Normalisation},
    cell::Cell,
    measure::{Measure, Rate},
    payment_model::PaymentModel,
    tariff::Tariff,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::rc::Rc;

fn persons(mix: &CaseMix, cell: Cell) -> Decimal {
    mix.reference.listed.get(cell).unwrap().persons().decimal()
}

/// The share of each combination of conditions in the cell that has each factor, asked of the factor's own rule.
fn shares(mix: &CaseMix, cell: Cell) -> Vec<Decimal> {
    let affected = |id| mix.reference.affected.get(id).unwrap().get(cell).unwrap().persons().decimal();
    let single: Vec<_> = mix.conditions.iter().map(|c| affected(&c.id) / persons(mix, cell)).collect();
    let set = |bits: usize| ConditionSet::of((0..single.len()).filter(move |i| bits & (1 << i) != 0));
    let interactions =
        mix.interactions.iter().map(|i| enumerated(&single, |bits| i.groups.iter().all(|g| set(bits).has_any(*g))));
    let counts = mix.counts.iter().map(|c| enumerated(&single, |bits| c.rule.is_met(bits.count_ones())));
    single.iter().copied().chain(interactions).chain(counts).collect()
}

/// What a mean person of the cell brings: the base, and each factor's amount times its share.
pub fn mean(tariff: &Tariff, cell: Cell) -> Decimal {
    let base = tariff.base.as_ref().unwrap().get(cell).unwrap().value().decimal();
    let shares = shares(tariff.model.case_mix().unwrap(), cell);
    let parts = tariff.factors.iter().zip(shares).map(|(factor, share)| factor.rate.value().decimal() * share);
    base + parts.sum::<Decimal>()
}

/// What the published table alone pays the reference population.
fn table_total(model: &PaymentModel) -> Decimal {
    let (table, mix) = (model.capitation().unwrap(), model.case_mix().unwrap());
    table.target.iter().map(|(cell, rate)| persons(mix, cell) * rate.published().decimal()).sum()
}

fn total(tariff: &Tariff) -> Decimal {
    let mix = tariff.model.case_mix().unwrap();
    tariff.model.bands.cells().map(|cell| persons(mix, cell) * mean(tariff, cell)).sum()
}

fn told_total(tariff: &Tariff) -> Decimal {
    tariff.reference_total().unwrap().unwrap().value().decimal()
}

fn near(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() < d("0.005")
}

fn holds_the_budget(model: &Rc<PaymentModel>) -> Result<(), TestCaseError> {
    let tariff = model.tariff().unwrap();
    let budget = table_total(model);
    prop_assert!(near(total(&tariff), budget), "worked out anew: {} against {}", total(&tariff), budget);
    prop_assert!(near(told_total(&tariff), budget), "as told: {} against {}", told_total(&tariff), budget);
    Ok(())
}

fn keeps_every_mean(numbers: &Numbers) -> Result<(), TestCaseError> {
    let model = numbers.model(Normalisation::PerCellNeutral);
    let tariff = model.tariff().unwrap();
    for (cell, rate) in model.capitation().unwrap().rates.iter() {
        prop_assert!((mean(&tariff, cell) - rate.value.decimal()).abs() < d("0.00000000000001"), "{:?}", cell);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn one_factor_holds_the_budget(numbers in prop_oneof![fitting(), signed()]) {
        holds_the_budget(&numbers.model(Normalisation::ScalarToBudget))?;
    }

    #[test]
    fn cell_by_cell_holds_the_budget_and_every_mean(numbers in prop_oneof![fitting(), signed()]) {
        holds_the_budget(&numbers.model(Normalisation::PerCellNeutral))?;
        keeps_every_mean(&numbers)?;
    }
}

proptest! {
    #[test]
    fn one_factor_holds_the_published_budget_when_amounts_are_edited(numbers in fitting(), kr in 0u32..=900) {
        let model = numbers.model(Normalisation::ScalarToBudget);
        let cell = model.bands.cells().next().unwrap();
        holds_the_budget(&Rc::new(model.with_rate(cell, Rate::of(kr.into()))))?;
    }

    #[test]
    fn without_a_rule_weights_come_on_top(numbers in fitting()) {
        let model = numbers.model(Normalisation::None);
        let tariff = model.tariff().unwrap();
        for (cell, rate) in model.capitation().unwrap().rates.iter() {
            prop_assert_eq!(tariff.base.as_ref().unwrap().get(cell).unwrap().value(), rate.value);
        }
        prop_assert!(told_total(&tariff) >= table_total(&model));
    }
}

#[test]
fn an_edited_table_keeps_its_own_means_cell_by_cell() {
    use super::make::{bands, case_mix, condition, model, reference, table};
    let bands = bands(&[0]);
    let reference = reference(&bands, &[100, 100], &[("a", &[10, 20])]);
    let mix = case_mix(vec![condition("a", d("30"))], reference);
    let model = model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix));
    let man = bands.cells().nth(1).unwrap();
    let edited = Rc::new(model.with_rate(man, m("80")));
    let base = edited.tariff().unwrap().base.unwrap().get(man).unwrap().value();
    assert_eq!(base, m("74"), "80 - 30 x 20/100");
}
