//! Weights in kronor and in points, what they may be, and what a person brings.
use super::make::{bands, case_mix, condition, d, m, model, reference, sourced, table};
use model::{
    case_mix::{CaseMix, ConditionSet, Normalisation, SignRule, WeightUnit},
    id::Id,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
    practice::Person,
    sex::Sex,
    tariff::TariffError,
    term::Term,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Women 50 kr, men 60 kr; a weighs 30 and b 10; 10 of 100 have a and 20 of 100 have b.
fn mix() -> CaseMix {
    let reference = reference(&bands(&[0]), &[100, 100], &[("a", &[10, 10]), ("b", &[20, 20])]);
    case_mix(vec![condition("a", d("30")), condition("b", d("10"))], reference)
}

fn with(mix: CaseMix) -> Rc<PaymentModel> {
    let bands = bands(&[0]);
    Rc::new(model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix)))
}

fn pays_a_man(model: &Rc<PaymentModel>, conditions: &[usize]) -> Decimal {
    let conditions = ConditionSet::of(conditions.iter().copied());
    let man = Person { sex: Sex::Man, age: 60, conditions };
    model.tariff().unwrap().person(&man).0.payment.value().decimal()
}

fn points(reference_weight: &str, reference_rate: &str) -> WeightUnit {
    WeightUnit::Points { reference_weight: sourced(d(reference_weight)), reference_rate: sourced(d(reference_rate)) }
}

#[test]
fn on_top_of_the_table() {
    let model = with(CaseMix { normalisation: Normalisation::None, ..mix() });
    assert_eq!(pays_a_man(&model, &[]), d("60"));
    assert_eq!(pays_a_man(&model, &[0, 1]), d("100"), "60 + 30 + 10");
}

#[test]
fn cell_by_cell() {
    let model = with(mix());
    assert_eq!(pays_a_man(&model, &[]), d("55"), "60 - 30 x 0.10 - 10 x 0.20");
    assert_eq!(pays_a_man(&model, &[0, 1]), d("95"), "55 + 30 + 10");
}

#[test]
fn one_factor() {
    let model = with(CaseMix { normalisation: Normalisation::ScalarToBudget, ..mix() });
    // budget 100 x 50 + 100 x 60 = 11,000; unscaled 11,000 + 20 x 30 + 40 x 10 = 12,000
    let factor = d("11000") / d("12000");
    let near = |a: Decimal, b: Decimal| (a - b).abs() < d("0.00000000000000000001");
    assert!(near(pays_a_man(&model, &[]), d("60") * factor));
    assert!(near(pays_a_man(&model, &[0]), d("90") * factor));
}

#[test]
fn the_factor_before_and_after_scaling_are_named_apart() {
    let model = with(CaseMix { normalisation: Normalisation::ScalarToBudget, ..mix() });
    let scaled = Rc::clone(model.tariff().unwrap().factors[0].rate.node());
    assert_eq!(scaled.term, Term::ScaledFactorRate(Id::new("a")));
    assert_eq!(scaled.how.inputs()[0].term, Term::FactorRate(Id::new("a")));
    let plain = with(CaseMix { normalisation: Normalisation::None, ..mix() });
    assert_eq!(plain.tariff().unwrap().factors[0].rate.node().term, Term::FactorRate(Id::new("a")));
}

#[test]
fn points_are_worth_their_part_of_the_reference_weight() {
    let unit = points("20", "8");
    let model = with(CaseMix { unit, normalisation: Normalisation::None, ..mix() });
    assert_eq!(pays_a_man(&model, &[0]), d("72"), "60 + 30/20 x 8");
    assert_eq!(pays_a_man(&model, &[1]), d("64"), "60 + 10/20 x 8");
}

#[test]
fn every_negative_weight_is_an_error_where_weights_must_not_be_negative() {
    let mut negative = mix();
    for condition in &mut negative.conditions {
        condition.weight = sourced::<Weight>(d("-1"));
    }
    let named = |id| TariffError::NegativeWeight(Id::new(id));
    assert_eq!(with(negative.clone()).tariff(), Err(vec![named("a"), named("b")]));
    let signed = with(CaseMix { sign: SignRule::Signed, normalisation: Normalisation::None, ..negative });
    assert_eq!(pays_a_man(&signed, &[0]), d("59"));
}

#[test]
fn what_cannot_be_worked_out_is_said() {
    let zero = with(CaseMix { unit: points("0", "8"), ..mix() });
    assert_eq!(zero.tariff(), Err(vec![TariffError::ZeroReferenceWeight]));
    let no_table = Rc::new(model(&bands(&[0]), None, Some(mix())));
    assert_eq!(no_table.tariff(), Err(vec![TariffError::NoTable]));
    let nobody = reference(&bands(&[0]), &[100, 0], &[("a", &[10, 0]), ("b", &[20, 0])]);
    let empty_cell = with(CaseMix { reference: nobody, ..mix() });
    let man = bands(&[0]).cells().nth(1).unwrap();
    assert_eq!(empty_cell.tariff(), Err(vec![TariffError::ReferenceLacks(man)]));
    let cells: Vec<_> = bands(&[0]).cells().map(TariffError::ReferenceLacks).collect();
    let unknown = reference(&bands(&[0]), &[100, 100], &[("a", &[10, 10])]);
    assert_eq!(with(CaseMix { reference: unknown, ..mix() }).tariff(), Err(cells));
    let too_many = reference(&bands(&[0]), &[100, 100], &[("a", &[10, 101]), ("b", &[20, 20])]);
    let too_many = with(CaseMix { reference: too_many, ..mix() });
    assert_eq!(too_many.tariff(), Err(vec![TariffError::ReferenceLacks(man)]), "101 of 100");
}

#[test]
fn nothing_to_scale_is_an_error() {
    let free = CaseMix { conditions: Vec::new(), normalisation: Normalisation::ScalarToBudget, ..mix() };
    let bands = bands(&[0]);
    let edited = model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(free));
    let edited = bands.cells().fold(edited, |model, cell| model.with_rate(cell, m("0")));
    assert_eq!(Rc::new(edited).tariff(), Err(vec![TariffError::NothingToScale]));
}

#[test]
fn without_a_table_only_conditions_are_paid_for() {
    let only_mix = Rc::new(model(&bands(&[0]), None, Some(CaseMix { normalisation: Normalisation::None, ..mix() })));
    assert_eq!(pays_a_man(&only_mix, &[0]), d("30"));
    let nothing = Rc::new(model(&bands(&[0]), None, None));
    assert_eq!(pays_a_man(&nothing, &[0]), Decimal::ZERO);
}

#[test]
fn an_edit_back_to_the_published_value_is_no_edit() {
    let model = with(mix());
    let there = model.with_weight(&Id::new("a"), m("99"));
    assert_ne!(there, *model);
    assert_eq!(there.with_weight(&Id::new("a"), m("30.00")), *model);
}
