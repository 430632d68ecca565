//! The models that the benchmark pays by: the proposal's first twelve conditions and two counts, and the table alone.
//! Knows no persons.
use model::{
    case_mix::{CaseMix, CountRule, CountTerm, Normalisation},
    condition::{Condition, Limits},
    id::Id,
    localized::Localized,
    measure::{Measure, Weight},
    payment_model::PaymentModel,
};
use register::rates::Rates;
use rust_decimal::Decimal;
use std::rc::Rc;

/// Conditions that the model pays for.
pub const CONDITIONS: usize = 12;

/// The proposal cut down to what every engine is asked for, with the table beside it.
pub struct Models {
    /// What the weights belong to.
    pub paying: Rc<PaymentModel>,
    /// The table that is paid today.
    pub table: Rc<PaymentModel>,
}

impl Models {
    /// `None` when the proposal is not shipped.
    pub fn new() -> Option<Self> {
        let catalogue = catalog::shipped();
        let proposal = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL))?;
        let table = catalogue.model(&Id::new(catalog::SKANE_2026))?;
        Some(Self { paying: Rc::new(paying(proposal)), table: Rc::clone(table) })
    }

    /// The amounts when the weight of a condition is so many öre a month higher than it was.
    pub fn moved(&self, condition: usize, ore: i64) -> Option<Rates> {
        let mix = self.paying.case_mix()?;
        let condition = mix.conditions.get(condition)?;
        let weight = condition.weight.value.decimal() + Decimal::new(ore, 2);
        let moved = self.paying.with_weight(&condition.id, Weight::of(weight));
        Some(Rates::of(&Rc::new(moved).tariff().ok()?))
    }
}

fn paying(proposal: &PaymentModel) -> PaymentModel {
    proposal.with_case_mix(|mix| *mix = cut(mix))
}

/// The first conditions without limits and rules between them, two conditions, and three or more; every cell keeps its mean.
fn cut(mix: &CaseMix) -> CaseMix {
    let free = |condition: &Condition| Condition { limits: Limits::default(), ..condition.clone() };
    let conditions: Vec<Condition> = mix.conditions.iter().take(CONDITIONS).map(free).collect();
    let sample = conditions.first().map(|condition| condition.weight.clone());
    let count = |id: &str, rule, kronor: i64| {
        let weight = sample.as_ref()?.edited(Weight::of(Decimal::from(kronor)));
        Some(CountTerm { id: Id::new(id), name: Localized::new(id, id), rule, weight })
    };
    let counts = [count("two", CountRule::Exactly(2), 15), count("more", CountRule::AtLeast(3), 35)];
    CaseMix {
        conditions,
        combine: Vec::new(),
        preconditions: Vec::new(),
        hierarchy: Vec::new(),
        interactions: Vec::new(),
        counts: counts.into_iter().flatten().collect(),
        normalisation: Normalisation::PerCellNeutral,
        ..mix.clone()
    }
}
