//! Conditions that a practice's persons have and that a model does not pay for, with the rule that is why. Knows no
//! amounts and no words.
use crate::source::Source;
use model::{case_mix::DroppedBy, id::Id};
use register::frame::Lane;

/// Persons of a practice who have a condition that is not paid for.
pub struct Unpaid {
    /// The condition.
    pub condition: Id,
    /// Why.
    pub by: DroppedBy,
    /// How many they are.
    pub persons: u64,
}

/// Every condition and every reason, both in the order of the model's conditions.
pub fn unpaid(source: &Source, practice: usize, rules: &Lane) -> Vec<Unpaid> {
    let Some(mix) = &rules.mix else { return Vec::new() };
    let mut found: Vec<Unpaid> = Vec::new();
    for group in source.groups(practice) {
        for dropped in mix.flags(group.sex, group.age, rules.in_model(group.conditions)).dropped {
            match found.iter_mut().find(|one| one.condition == dropped.condition && one.by == dropped.by) {
                Some(one) => one.persons += group.persons,
                None => found.push(Unpaid { condition: dropped.condition, by: dropped.by, persons: group.persons }),
            }
        }
    }
    let because = |by: &DroppedBy| match by {
        DroppedBy::Limits | DroppedBy::Precondition => None,
        DroppedBy::Combined(id) | DroppedBy::Hierarchy(id) => mix.position(id),
    };
    found.sort_by_key(|one| (mix.position(&one.condition), because(&one.by)));
    found
}
