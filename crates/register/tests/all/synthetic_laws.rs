//! What holds for every made-up region, and for models with rules that no shipped one has.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    case_mix::{CountRule, CountTerm, Normalisation},
    citation::Parameter,
    component::Component,
    condition::Limits,
    count::Count,
    id::Id,
    localized::Localized,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
    practice::Person,
    sex::Sex,
};
use proptest::prelude::*;
use register::{
    register::Register,
    synthetic::{self, Assumptions, Impossible, Numbers, Practices},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

const NUMBERS: Numbers = Numbers {
    co_occurrence: 2.0,
    frail_share: 0.25,
    practice_size: 0.5,
    age_profile: 0.2,
    morbidity: 0.2,
    prescribing: 0.1,
    cost_tail: 1.0,
    without_cost: 0.4,
};

fn shipped(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn made(model: &Rc<PaymentModel>, practices: Practices, numbers: Numbers, seed: u64) -> Result<Register, Impossible> {
    let tariff = model.tariff().unwrap();
    let proposal = shipped(catalog::SKANE_PROPOSAL);
    let population = &proposal.case_mix().unwrap().reference.listed;
    synthetic::region(&Assumptions { practices, population, tariff: &tariff, others: Vec::new(), numbers }, seed)
}

fn drawn(practices: u16, listed: u32) -> Practices {
    Practices::Drawn { name: "P".to_owned(), practices, listed: Count::new(u64::from(listed)).unwrap() }
}

/// The model with its case mix changed.
fn with_mix(id: &str, change: impl FnOnce(&mut model::case_mix::CaseMix)) -> Rc<PaymentModel> {
    let mut model = PaymentModel::clone(&shipped(id));
    let mix = model.components.iter_mut().find_map(|component| match component {
        Component::CaseMix(mix) => Some(mix),
        _ => None,
    });
    change(mix.unwrap());
    Rc::new(model)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn lists_and_cells_are_exact(
        lists in prop::collection::vec(0..1500u16, 1..12), spread in 0.0..2.0f64, odds in 1.0..20.0f64, seed: u64
    ) {
        let total: u64 = lists.iter().map(|n| u64::from(*n)).sum();
        let named = lists.iter().map(|n| ("P".to_owned(), Count::from(*n))).collect();
        let numbers = Numbers { age_profile: spread, co_occurrence: odds, morbidity: spread, ..NUMBERS };
        let model = shipped(catalog::SKANE_PROPOSAL);
        let made = made(&model, Practices::Named(named), numbers, seed);
        if total == 0 {
            prop_assert_eq!(made.err(), Some(Impossible::Nobody));
            return Ok(());
        }
        let register = made.unwrap();
        let mut found = vec![0u16; lists.len()];
        register.rows().for_each(|row| found[usize::from(row.practice)] += 1);
        prop_assert_eq!(found, lists);
        let reference = &model.case_mix().unwrap().reference.listed;
        let all: u32 = reference.iter().map(|(_, n)| n.get()).sum();
        for (cell, n) in reference.iter() {
            let of_cell = |row: &register::register::PersonRow| row.key.sex() == cell.sex && cell.band.contains(row.key.age());
            let persons = register.rows().filter(of_cell).count() as f64;
            let share = f64::from(n.get()) / f64::from(all) * total as f64;
            prop_assert!((persons - share).abs() < 1.0, "{cell:?}: {persons} of {share}");
        }
    }
}

#[test]
fn limits_are_kept_and_shares_are_the_references() {
    let limits = Limits { from_age: Some(52), to_age: Some(61), sex: Some(Sex::Woman) };
    let model = with_mix(catalog::SKANE_PROPOSAL_FIVE, |mix| mix.conditions[1].limits = limits);
    let register = made(&model, drawn(5, 400_000), NUMBERS, 1).unwrap();
    let affected = || register.rows().filter(|row| row.conditions.has(1));
    assert!(affected().all(|row| limits.admit(row.key.sex(), row.key.age())));
    let mix = model.case_mix().unwrap();
    let reference = mix.reference.affected.get(&mix.conditions[1].id).unwrap();
    // of the band 50-54 only three of five ages may have it; the band's share is still that of the reference
    let (cell, sick) = reference.of_person(Sex::Woman, 53).unwrap();
    let listed = mix.reference.listed.get(cell).unwrap();
    let share = f64::from(sick.get()) / f64::from(listed.get());
    let in_cell = |row: &register::register::PersonRow| row.key.sex() == cell.sex && cell.band.contains(row.key.age());
    let persons = register.rows().filter(in_cell).count() as f64;
    let found = affected().filter(in_cell).count() as f64;
    assert!((found - persons * share).abs() < 4.0 * (persons * share).sqrt(), "{found} of {persons}, share {share}");
}

#[test]
fn what_is_paid_for_several_conditions_is_in_the_costs() {
    let model = with_mix(catalog::SKANE_PROPOSAL_FIVE, |mix| {
        let weight = Parameter::sourced(Weight::new(Decimal::from(400)), Rc::clone(&mix.conditions[0].weight.citation));
        let (id, name) = (Id::new("two"), Localized::new("Tv\u{e5}", "Two"));
        mix.counts = vec![CountTerm { id, name, rule: CountRule::AtLeast(2), weight }];
        mix.normalisation = Normalisation::None;
    });
    let tariff = model.tariff().unwrap();
    let register = made(&model, drawn(5, 200_000), Numbers { cost_tail: 0.5, ..NUMBERS }, 2).unwrap();
    let (mut paid, mut cost) = (0.0, 0.0);
    for row in register.rows().filter(|row| row.conditions.count() >= 2) {
        let person = Person { sex: row.key.sex(), age: row.key.age(), conditions: row.conditions };
        let (outcome, _) = tariff.person(&person);
        paid += outcome.payment.value().decimal().to_f64().unwrap() * 1200.0;
        cost += f64::from(row.cost);
    }
    let share = tariff.cost_share.value().decimal().to_f64().unwrap();
    assert!((cost * share / paid - 1.0).abs() < 0.02, "{cost} x {share} of {paid}");
}

#[test]
fn a_model_without_conditions_makes_persons_without() {
    let register = made(&shipped(catalog::SKANE_2026), drawn(3, 10_000), NUMBERS, 3).unwrap();
    assert!(register.conditions().is_empty() && register.rows().all(|row| row.conditions.count() == 0));
    assert!(register.rows().any(|row| row.cost > 0));
}

#[test]
fn what_cannot_be_made_is_told() {
    let proposal = shipped(catalog::SKANE_PROPOSAL);
    assert_eq!(made(&proposal, Practices::Named(Vec::new()), NUMBERS, 1).err(), Some(Impossible::Nobody));
    let lacking = with_mix(catalog::SKANE_PROPOSAL, |mix| {
        let mut reference = model::case_mix::Reference::clone(&mix.reference);
        reference.affected.remove(&mix.conditions[0].id);
        mix.normalisation = Normalisation::None;
        mix.reference = Rc::new(reference);
    });
    let Err(Impossible::NoShare(id, _)) = made(&lacking, drawn(2, 100), NUMBERS, 1) else { panic!("a share lacks") };
    assert_eq!(id, proposal.case_mix().unwrap().conditions[0].id);
}
