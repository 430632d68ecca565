//! A region as sums: persons and costs by practice, sex, age band and set of conditions, as a query makes them where the
//! register lies. Nobody's own cost is known, so what needs single costs (CPM, MAPE) cannot be worked out from it.
use crate::{
    conditions::Conditions,
    kept::Kept,
    register::{Origin, of_sets},
};
use model::{
    age::{AgeBand, AgeBands},
    case_mix::ConditionSet,
    id::Id,
    sex::Sex,
};

/// One group of a practice's persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AggregateRow {
    /// The practice's position among [`Aggregate::practices`].
    pub practice: u16,
    /// Sex.
    pub sex: Sex,
    /// Ages.
    pub band: AgeBand,
    /// Conditions before any rule, by position among [`Aggregate::conditions`].
    pub conditions: ConditionSet,
    /// How many they are.
    pub persons: u32,
    /// Their drug costs of a year together, in öre.
    pub cost: u64,
    /// The sum of the squares of their costs, in öre squared.
    pub cost_squared: f64,
}

/// A region as sums.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// Where the sums come from.
    pub origin: Origin,
    /// What each practice is called.
    pub practices: Vec<String>,
    /// The conditions that the sums tell of.
    pub conditions: Conditions,
    /// The ages that groups are made by, also those that nobody is of.
    pub bands: AgeBands,
    /// The groups.
    pub rows: Vec<AggregateRow>,
}

impl Aggregate {
    /// The conditions that somebody has.
    pub fn met(&self) -> Vec<Id> {
        of_sets(&self.conditions, self.rows.iter().map(|row| row.conditions))
    }

    /// Forgets every condition but these. Groups that nothing tells apart then stay groups of their own.
    pub fn keep_conditions(&mut self, asked: &[Id]) {
        let kept = Kept::new(&mut self.conditions, asked);
        self.rows.iter_mut().for_each(|row| row.conditions = kept.of(row.conditions));
    }

    /// Puts the practices in the order of their names; every group stays with its practice.
    pub fn sort_practices(&mut self) {
        let moved = crate::by_name::sort(&mut self.practices);
        for row in &mut self.rows {
            row.practice = moved.get(usize::from(row.practice)).copied().unwrap_or(row.practice);
        }
    }
}
