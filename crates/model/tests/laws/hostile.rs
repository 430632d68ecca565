//! What the core withstands: values at the ends of what can be entered, and rules that lean on each other.
use super::{
    edits::{edit, start},
    make::{bands, case_mix, condition, count, d, guideline, m, model, reference, table},
    person_rules::{check, combine, plain},
};
use model::{
    case_mix::{CaseMix, ConditionSet, CountRule, CountTerm, Normalisation, SignRule},
    co_occurrence::CoOccurrence,
    component::Component,
    edit::Edit,
    id::Id,
    measure::{Factor, Measure, Rate, Weight},
    net::net,
    payment_model::PaymentModel,
    scenario::Scenario,
    sex::Sex,
    staffing::{
        staff::{Inputs, Shipped},
        staffing,
    },
    tariff::{TariffError, largest_fitting_factor},
    value::Key,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::rc::Rc;

/// One condition that so many of the listed have.
fn mix(weight: Decimal, listed: u32, affected: u32) -> CaseMix {
    let reference = reference(&bands(&[0]), &[listed, listed], &[("a", &[affected, affected])]);
    case_mix(vec![condition("a", weight)], reference)
}

/// With a table of one band that pays everybody the same.
fn with_table(kr: &str, mix: CaseMix) -> Rc<PaymentModel> {
    let bands = bands(&[0]);
    Rc::new(model(&bands, Some(table(&bands, &[d(kr), d(kr)])), Some(mix)))
}

#[test]
fn combine_rules_are_applied_in_order() {
    let chained = CaseMix { combine: vec![combine("ab", 'c'), combine("cd", 'e')], ..plain() };
    check(&chained, &[("abd", "e; a into c; b into c; c into e; d into e")]);
    let shared = CaseMix { combine: vec![combine("ab", 'c'), combine("bd", 'e')], ..plain() };
    check(&shared, &[("abd", "c d; a into c; b into c")]);
}

#[test]
fn a_negative_base_is_an_error_where_nobody_is_affected() {
    assert!(with_table("-5", mix(d("10"), 100, 0)).tariff().is_err());
}

fn told(model: &Rc<PaymentModel>) -> Vec<(Option<Id>, Option<Factor>, Option<Rate>)> {
    let negative = |error: TariffError| match error {
        TariffError::NegativeBase(base) => (base.heaviest, base.largest_factor, base.largest_rate),
        other => panic!("another error: {other:?}"),
    };
    model.tariff().unwrap_err().into_iter().map(negative).collect()
}

#[test]
fn a_table_below_zero_is_told_without_a_remedy_that_does_not_help() {
    let a = Some(Id::new("a"));
    assert_eq!(told(&with_table("-5", mix(d("10"), 100, 0)))[0], (a.clone(), None, None), "nobody has it");
    assert_eq!(told(&with_table("-5", mix(d("10"), 100, 10)))[0], (a.clone(), None, None), "not even a weight of 0");
    let nothing = CaseMix { conditions: Vec::new(), ..mix(d("10"), 100, 10) };
    assert_eq!(told(&with_table("-5", nothing))[0], (None, None, None), "no weight at all");
    let less = CaseMix { sign: SignRule::Signed, ..mix(d("-10"), 100, 10) };
    assert_eq!(told(&with_table("-5", less))[0], (a, None, None), "-5 + 1: smaller weights make it worse");
}

#[test]
fn a_table_of_zero_holds_only_weights_of_zero() {
    let model = with_table("0", mix(d("10"), 100, 10));
    assert_eq!(told(&model)[0], (Some(Id::new("a")), Some(m("0")), Some(m("0"))));
    let errors = model.tariff().unwrap_err();
    assert_eq!(largest_fitting_factor(&errors), Some(Decimal::ZERO));
}

#[test]
fn one_cell_that_no_factor_mends_leaves_no_factor_that_fits() {
    let bands = bands(&[0]);
    let table = table(&bands, &[d("-5"), d("50")]);
    let model = Rc::new(model(&bands, Some(table), Some(mix(d("1000"), 100, 10))));
    let errors = model.tariff().unwrap_err();
    assert_eq!((errors.len(), largest_fitting_factor(&errors)), (2, None), "the men fit at 0.5, the women never");
    assert_eq!(largest_fitting_factor(&[]), None);
}

#[test]
fn a_base_is_negative_from_the_twelfth_decimal() {
    let short_by = |less: &str| with_table("1", mix(d("10") + d(less), 100, 10)).tariff();
    assert!(short_by("0.000000000001").is_ok(), "1 - 1.0000000000001");
    assert!(short_by("0.00000000001").is_err(), "1 - 1.000000000001");
}

#[test]
fn what_is_told_is_rounded_towards_zero() {
    let model = with_table("60", mix(d("200"), 700, 311));
    // 60 x 700 / 311 = 135.048 231 ..., and so many times 200
    assert_eq!(told(&model)[0], (Some(Id::new("a")), Some(m("0.675241")), Some(m("135.0482"))));
}

#[test]
fn weights_that_fit_to_the_krona_fit() {
    let base = with_table("121", mix(d("181.5"), 3, 2)).tariff().map(|_| ());
    assert_eq!(base, Ok(()), "181.5 x 2/3 = 121");
}

#[test]
fn the_largest_factor_fits_as_it_is_told() {
    for weight in (150..350).map(Decimal::from) {
        let model = with_table("60", mix(weight, 700, 311));
        let Err(errors) = model.tariff() else { continue };
        let largest = largest_fitting_factor(&errors).unwrap();
        let edited = Rc::new(model.with_weight(&Id::new("a"), Weight::of(weight * largest)));
        assert!(edited.tariff().is_ok(), "{weight} x {largest}");
    }
}

#[test]
fn a_budget_is_not_met_by_turning_every_amount_round() {
    let signed =
        CaseMix { sign: SignRule::Signed, normalisation: Normalisation::ScalarToBudget, ..mix(d("-1001"), 100, 10) };
    assert!(with_table("100", signed).tariff().is_err(), "200 x 100 - 20 x 1,001 = -20");
}

#[test]
fn a_condition_in_both_groups_is_counted_once() {
    let both = CoOccurrence::AnyOfEach(vec![vec![0], vec![0]]);
    assert_eq!(both.share(&[d("0.5")]), d("0.5"), "whoever has it is in both");
}

#[test]
fn positions_without_a_condition_are_not_counted() {
    let mut mix = mix(d("1"), 100, 10);
    let weight = mix.conditions[0].weight.clone();
    let (id, name) = (Id::new("two"), mix.conditions[0].name.clone());
    mix.counts = vec![CountTerm { id, name, rule: CountRule::AtLeast(2), weight }];
    let flags = mix.flags(Sex::Man, 60, ConditionSet::of([0, 40]));
    assert_eq!(flags.factors, [Id::new("a")]);
}

#[test]
fn a_limit_of_few_decimals_is_told_exactly() {
    for (listed, affected) in (1..=60).flat_map(|listed| (1..=listed).map(move |affected| (listed, affected))) {
        let model = with_table(&affected.to_string(), mix(d("200"), listed, affected));
        let largest = Decimal::from(listed);
        let expected = (Some(Id::new("a")), Some(Factor::of(largest / d("200"))), Some(Rate::of(largest)));
        assert_eq!(told(&model)[0], expected, "{listed} kr x {affected} of {listed} are {affected} kr");
    }
}

proptest! {
    #[test]
    fn no_entry_makes_a_result_panic(edits in vec(edit(), 0..40)) {
        let signed = signed(&start());
        let start = Scenario::new(signed, guideline()).apply(&Edit::set(Key::Normalisation, Normalisation::ScalarToBudget));
        let s = edits.iter().fold(start, |s, edit| s.apply(edit));
        staffing(&Inputs { guideline: s.guideline(), staff: s.staff(), shipped: &Shipped::default() });
        if let (Ok(tariff), Some(practice)) = (s.model().tariff(), s.entered_practice()) {
            let outcome = tariff.practice(&practice).unwrap();
            let cost = practice.drug_cost.unwrap_or_default();
            net(&outcome.payment, cost, &tariff.cost_share, s.practice().reading);
        }
    }
}

/// The same model, where weights may be negative.
fn signed(model: &PaymentModel) -> Rc<PaymentModel> {
    let mut signed = model.clone();
    for component in &mut signed.components {
        if let Component::CaseMix(mix) = component {
            mix.sign = SignRule::Signed;
        }
    }
    Rc::new(signed)
}

#[test]
fn the_smallest_sum_to_scale_does_not_panic() {
    let bands = bands(&[0]);
    let most = 100_000_000;
    let reference = reference(&bands, &[most, most], &[("a", &[1, 1]), ("b", &[0, 0])]);
    let conditions = vec![condition("a", d("1")), condition("b", d("1"))];
    let mix = CaseMix { normalisation: Normalisation::ScalarToBudget, ..case_mix(conditions, reference) };
    let start = Rc::new(model(&bands, Some(table(&bands, &[d("500"), d("500")])), Some(mix)));
    let free = bands.cells().map(|cell| Edit::set(Key::Rate(cell), Decimal::ZERO));
    let weights = [("a", "0.0001"), ("b", "10000000")];
    let weights = weights.map(|(id, weight)| Edit::set(Key::Weight(Id::new(id)), Weight::of(d(weight))));
    let most = count(most);
    let listed = Edit::each(Key::Listed, bands.cells().map(|cell| (cell, Some(most))).collect());
    let affected = Edit::each(Key::Affected, vec![(Id::new("b"), Some(most))]);
    let edits = free.chain(weights).chain([listed, affected]);
    let start = Scenario::new(start, guideline());
    let s = edits.fold(start, |s, edit| s.apply(&edit));
    assert_eq!(s.model().tariff(), Err(vec![TariffError::ExtremeBudgetFactor]), "10^11 / 0.0002");
    if let Ok(tariff) = s.model().tariff() {
        let _ = tariff.practice(&s.entered_practice().unwrap());
    }
}
