//! What is done with a person's conditions before they are paid for. Positions refer to the case mix's conditions.
use super::set::ConditionSet;
use crate::{citation::Parameter, id::Id, localized::Localized, measure::Weight};

/// Several conditions together become another. Of none, nothing becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Combine {
    /// All of these …
    pub all: ConditionSet,
    /// … become this one.
    pub becomes: usize,
}

/// A condition counts only beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Precondition {
    /// This one is dropped …
    pub condition: usize,
    /// … unless the person has any of these.
    pub unless_any: ConditionSet,
}

/// A condition includes others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Hierarchy {
    /// A person with this one …
    pub parent: usize,
    /// … is not paid for these as well.
    pub drops: ConditionSet,
}

/// An amount for persons with one member of every listed group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interaction {
    /// Its id within the model.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// The members of each group.
    pub groups: Vec<ConditionSet>,
    /// What it adds.
    pub weight: Parameter<Weight>,
}

/// How a number of conditions is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum CountRule {
    /// Exactly so many.
    Exactly(u8),
    /// So many or more.
    AtLeast(u8),
}

/// An amount for persons with a number of conditions, counted after the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CountTerm {
    /// Its id within the model.
    pub id: Id,
    /// Its name.
    pub name: Localized,
    /// How many.
    pub rule: CountRule,
    /// What it adds.
    pub weight: Parameter<Weight>,
}

impl CountRule {
    /// Whether so many conditions meet the rule.
    pub fn is_met(self, conditions: u32) -> bool {
        match self {
            Self::Exactly(n) => conditions == u32::from(n),
            Self::AtLeast(n) => conditions >= u32::from(n),
        }
    }
}
