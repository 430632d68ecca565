//! Why a new model cannot come into force by these steps, in words.
use super::amount::{Show, amount};
use crate::text::Texts;
use model::quantity::{Quantity, Unit};
use register::{exact::Ore, phase_in::Fault};
use report::phase::kronor;

/// The fault with its remedy; `name` says what a practice is called.
pub fn fault<'a>(texts: Texts, fault: &Fault, name: impl Fn(usize) -> &'a str) -> String {
    let kr = |ore: Ore| amount(texts, Quantity { value: kronor(ore), unit: Unit::KrPerYear }, Show::Kronor, false);
    match fault {
        Fault::Negative(at) => texts.phase_fault_negative(name(*at)),
        Fault::TooLarge(at) => texts.phase_fault_large(name(*at)),
        Fault::FloorsOverBudget { floors, budget } => texts.phase_fault_floors(&kr(*floors), &kr(*budget)),
        Fault::CapsUnderBudget { caps, budget } => texts.phase_fault_caps(&kr(*caps), &kr(*budget)),
    }
}
