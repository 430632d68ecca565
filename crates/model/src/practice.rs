//! What is paid for: one person, or a practice's list as counts.
use crate::entries::Entries;
use crate::{age::Age, case_mix::ConditionSet, cell::PerCell, count::Count, id::Id, measure::MonthlyMoney, sex::Sex};

/// One listed person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Sex.
    pub sex: Sex,
    /// Completed years.
    pub age: Age,
    /// Conditions before any rule, by position in the model's case mix.
    pub conditions: ConditionSet,
}

/// A practice's list as counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Listed persons by sex and age.
    pub listed: PerCell<Count>,
    /// Persons who are paid for by factor; a factor that is not here counts nobody.
    pub affected: Entries<Id, Count>,
    /// The drug cost of the listed, in kronor a month, where it is known.
    pub drug_cost: Option<MonthlyMoney>,
}
