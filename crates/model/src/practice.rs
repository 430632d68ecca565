//! What is paid for: one person, or a practice's list as counts.
use crate::entries::Entries;
use crate::{
    age::Age, case_mix::ConditionSet, cell::PerCell, count::Count, id::Id, measure::MonthlyMoney,
    payment_model::PaymentModel, sex::Sex,
};

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

impl Practice {
    /// Whether the model can be worked out for what is told of the practice. One that pays for conditions cannot until it
    /// is told how many persons have any: nobody is not the same as not known.
    pub fn tells_enough_for(&self, model: &PaymentModel) -> bool {
        model.case_mix().is_none() || !self.affected.is_empty()
    }
}
