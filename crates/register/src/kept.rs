//! Sets of conditions when some conditions are forgotten. Knows nothing of persons.
use crate::conditions::Conditions;
use model::{case_mix::ConditionSet, id::Id};

/// Conditions before and after.
pub(crate) struct Kept {
    /// By place before: the place after.
    places: Vec<Option<usize>>,
}

impl Kept {
    /// Takes those that are not asked for away.
    pub(crate) fn new(conditions: &mut Conditions, asked: &[Id]) -> Self {
        let mut next = 0..;
        let places = conditions.iter().map(|id| asked.contains(id).then(|| next.next()).flatten()).collect();
        *conditions = conditions.only(asked);
        Self { places }
    }

    /// The set with the places after.
    pub(crate) fn of(&self, set: ConditionSet) -> ConditionSet {
        ConditionSet::of(set.positions().filter_map(|place| self.places.get(place).copied().flatten()))
    }
}
