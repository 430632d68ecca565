//! What the tests of the shipped data share.
#![allow(dead_code, reason = "each test file uses a part")]
use catalog::Persona;
use model::{
    case_mix::CaseMix, id::Id, measure::Measure, outcome::Outcome, payment_model::PaymentModel, practice::Person,
    proxy::Dispensing, tariff::Tariff,
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

pub fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

pub fn tariff(id: &str) -> Tariff {
    model(id).tariff().unwrap()
}

pub fn mix(model: &PaymentModel) -> &CaseMix {
    model.case_mix().unwrap()
}

pub fn persona(id: &str) -> Persona {
    catalog::shipped().person(&Id::new(id)).unwrap().clone()
}

/// What a tariff pays for a persona who has collected these drugs.
pub fn outcome(tariff: &Tariff, persona: &Persona, dispensed: &[Dispensing]) -> Outcome {
    let conditions = tariff.model.case_mix().map(|mix| mix.shown_by(dispensed)).unwrap_or_default();
    tariff.person(&Person { sex: persona.sex, age: persona.age, conditions }).0
}

/// The payment of a tariff for a persona, rounded.
pub fn paid(tariff: &Tariff, id: &str) -> Decimal {
    let persona = persona(id);
    ore(outcome(tariff, &persona, &persona.dispensed).payment.value().decimal())
}

/// Rounded to whole öre, half away from zero.
pub fn ore(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
