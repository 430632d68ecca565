//! The component that pays for chronic conditions. Knows nothing of age/sex tables but the reference population it is
//! normalised over.
mod person;
mod reference;
mod rules;
mod set;

pub use person::{Dropped, DroppedBy, Flags};
pub use reference::Reference;
pub use rules::{Combine, CountRule, CountTerm, Hierarchy, Interaction, Precondition};
pub use set::ConditionSet;

use crate::{
    citation::{Parameter, Status},
    condition::{Condition, ConditionGroup},
    id::Id,
    localized::Localized,
    measure::{Rate, Weight},
    proxy::Dispensing,
};
use std::rc::Rc;

/// What a weight is counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum WeightUnit {
    /// Kronor per person and month.
    Kronor,
    /// Points: `reference_weight` points are worth `reference_rate`.
    Points {
        /// The weight that all others are set against; not zero.
        reference_weight: Parameter<Weight>,
        /// Kronor per person and month for the reference weight.
        reference_rate: Parameter<Rate>,
    },
}

/// Whether a weight may be below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum SignRule {
    /// A negative weight is an error.
    NonNegative,
    /// Negative weights are allowed.
    Signed,
}

/// How the sum is held to a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Normalisation {
    /// Weights come on top of the table.
    None,
    /// One factor brings table and weights together to the budget of the target table.
    ScalarToBudget,
    /// Each cell's base is lowered by what its conditions bring on average.
    PerCellNeutral,
}

/// A condition, an interaction or a count: anything a case mix pays an amount for.
#[derive(Clone, Copy, Debug)]
pub struct PaidFactor<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its name.
    pub name: &'a Localized,
    /// Its weight.
    pub weight: &'a Parameter<Weight>,
}

/// Conditions, the rules between them, and how the sum is normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CaseMix {
    /// At most [`ConditionSet::CAPACITY`] conditions; rules refer to positions in this list.
    pub conditions: Vec<Condition>,
    /// The groups that conditions belong to.
    pub groups: Vec<ConditionGroup>,
    /// Applied first, in order, each against what those before it have left.
    pub combine: Vec<Combine>,
    /// Applied second, all against the same set.
    pub preconditions: Vec<Precondition>,
    /// Applied third, all against the same set (one pass).
    pub hierarchy: Vec<Hierarchy>,
    /// Paid after the hierarchy.
    pub interactions: Vec<Interaction>,
    /// Paid after the hierarchy.
    pub counts: Vec<CountTerm>,
    /// What weights are counted in.
    pub unit: WeightUnit,
    /// Whether weights may be negative.
    pub sign: SignRule,
    /// How the sum is held to a budget.
    pub normalisation: Normalisation,
    /// The population over which it is normalised.
    pub reference: Rc<Reference>,
}

impl CaseMix {
    /// Every factor that is paid for: conditions, then interactions, then counts.
    pub fn factors(&self) -> impl Iterator<Item = PaidFactor<'_>> {
        let conditions = self.conditions.iter().map(|c| PaidFactor { id: &c.id, name: &c.name, weight: &c.weight });
        let interactions = self.interactions.iter().map(|i| PaidFactor { id: &i.id, name: &i.name, weight: &i.weight });
        let counts = self.counts.iter().map(|c| PaidFactor { id: &c.id, name: &c.name, weight: &c.weight });
        conditions.chain(interactions).chain(counts)
    }

    /// Whether any weight, what points are worth, or how many of the reference population have any condition is an
    /// example of ours.
    pub(crate) fn is_illustrative(&self) -> bool {
        let points = match &self.unit {
            WeightUnit::Kronor => None,
            WeightUnit::Points { reference_weight, reference_rate } => {
                Some([&reference_weight.citation, &reference_rate.citation])
            }
        };
        let weights = self.factors().map(|factor| &factor.weight.citation);
        let mut citations = weights.chain(points.into_iter().flatten());
        citations.any(|citation| citation.status == Status::Illustrative)
            || self.conditions.iter().any(|condition| self.reference.is_illustrative_for(&condition.id))
    }

    /// The position of a condition.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.conditions.iter().position(|condition| condition.id == *id)
    }

    /// The conditions that collected drugs show, before any rule.
    pub fn shown_by(&self, dispensed: &[Dispensing]) -> ConditionSet {
        let shown = self.conditions.iter().enumerate().filter(|(_, condition)| condition.is_shown_by(dispensed));
        ConditionSet::of(shown.map(|(position, _)| position))
    }

    /// Edits one factor's weight; the id of no factor edits nothing.
    pub(crate) fn set_weight(&mut self, id: &Id, weight: Weight) {
        let conditions = self.conditions.iter_mut().map(|c| (&c.id, &mut c.weight));
        let interactions = self.interactions.iter_mut().map(|i| (&i.id, &mut i.weight));
        let counts = self.counts.iter_mut().map(|c| (&c.id, &mut c.weight));
        for (_, parameter) in conditions.chain(interactions).chain(counts).filter(|(factor, _)| *factor == id) {
            *parameter = parameter.edited(weight);
        }
    }
}
