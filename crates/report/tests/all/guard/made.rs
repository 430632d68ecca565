//! Practices and models for the guard's tests.
use model::{
    case_mix::Normalisation,
    cell::PerCell,
    count::Count,
    edit::Edit,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney},
    practice::Practice,
    scenario::Scenario,
    value::Key,
};
use proptest::{collection::vec, prelude::*};
use report::columns::Tariffs;
use rust_decimal::Decimal;
use std::rc::Rc;

/// The compared columns, with a scenario that differs from the proposal; none where no base is left for the weight.
pub fn tariffs(rule: Normalisation, kol: i64) -> Tariffs {
    let catalogue = catalog::shipped();
    let tariff = |id: &str| Rc::new(catalogue.model(&Id::new(id)).unwrap().tariff().unwrap());
    let proposal = tariff(catalog::SKANE_PROPOSAL);
    let scenario = Scenario::new(Rc::clone(&proposal.model), catalogue.guideline.clone());
    let edits = [Edit::set(Key::Normalisation, rule), Edit::set(Key::Weight(Id::new("kol")), Decimal::from(kol))];
    let scenario = edits.iter().fold(scenario, |scenario, edit| scenario.apply(edit));
    let (earlier, current) = (tariff(catalog::SKANE_2025), tariff(catalog::SKANE_2026));
    Tariffs { earlier, current, scenario: scenario.model().tariff().map(Rc::new), proposal }
}

fn ids() -> Vec<Id> {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    model.case_mix().unwrap().factors().map(|factor| factor.id.clone()).collect()
}

/// A practice with these counts of women and men by age and of persons by condition; the last one given fills up.
pub fn with(women: &[u16], men: &[u16], affected: &[u16]) -> Practice {
    let bands = catalog::shipped().model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().bands.clone();
    let filled = |counts: &[u16], length: usize| -> Vec<Count> {
        let last = counts.last().copied().unwrap_or(0);
        (0..length).map(|at| Count::from(counts.get(at).copied().unwrap_or(last))).collect()
    };
    let cells = [filled(women, bands.count()), filled(men, bands.count())].concat();
    let ids = ids();
    let affected: Entries<Id, Count> = ids.iter().cloned().zip(filled(affected, ids.len())).collect();
    let drug_cost = Some(MonthlyMoney::of(Decimal::from(812_345)));
    Practice { listed: PerCell::from_values(&bands, cells).unwrap(), affected, drug_cost }
}

fn persons() -> impl Strategy<Value = u16> {
    prop_oneof![2 => Just(0u16), 2 => 1u16..5, 2 => 5u16..30, 6 => 30u16..600]
}

/// Any practice: of some hundreds to some thousands, or of a few persons in all.
pub fn practice() -> impl Strategy<Value = Practice> {
    let of = |cell: BoxedStrategy<u16>| (vec(cell.clone(), 21), vec(cell, 21), vec(persons(), 27));
    let few = prop_oneof![4 => Just(0u16), 3 => 1u16..5, 2 => 5u16..26].boxed();
    let all = prop_oneof![3 => of(persons().boxed()), 1 => of(few)];
    all.prop_map(|(women, men, affected)| with(&women, &men, &affected))
}

/// A rule for the scenario's budget.
pub fn rule() -> impl Strategy<Value = Normalisation> {
    prop_oneof![Just(Normalisation::None), Just(Normalisation::ScalarToBudget), Just(Normalisation::PerCellNeutral)]
}
