//! What is left of a region after one pass: counts by practice, and groups of persons who are paid alike. Knows no
//! amounts.
mod build;
mod counts;
mod layout;
mod lists;
mod places;
mod sums;

pub use counts::{Counts, Known};
pub use sums::Unusable;

use crate::{
    aggregate::Aggregate, evaluate::float, exact::ORE_PER_YEAR_IN_KRONA_PER_MONTH, frame::Frame, register::Register,
    sorted::Sorted,
};
use build::Build;
pub(crate) use layout::GroupColumns;
pub(crate) use lists::Lists;
use model::{
    case_mix::ConditionSet,
    cell::PerCell,
    count::Count,
    entries::Entries,
    measure::{Measure, MonthlyMoney},
    practice::Practice,
};
pub(crate) use places::{MANY, NONE, Places};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A practice's persons and cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PracticeSums {
    /// Listed persons.
    pub listed: u64,
    /// Their drug cost of a year, in öre.
    pub cost: u64,
}

/// Persons of one class with one set of conditions, in the whole region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// The class's place in the frame.
    pub class: u16,
    /// The set's place among [`Summary::sets`].
    pub set: u32,
    /// How many they are.
    pub persons: u32,
    /// Their costs of a year together, in öre.
    pub cost: u64,
    /// The sum of the squares of their costs, in öre squared.
    pub cost_squared: f64,
}

/// Counts by practice for one model's rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneCounts {
    /// How many factors the model pays for.
    pub factors: usize,
    /// Persons who are paid for, practice by practice: `factors` numbers each.
    pub persons: Vec<u32>,
    /// By group: what its persons are paid for.
    pub(crate) lists: Lists,
}

/// A region after one pass. It is read, never written: what is worked out from it relies on its parts belonging
/// together.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The division that the pass was made with.
    pub frame: Frame,
    /// By practice.
    pub practices: Vec<PracticeSums>,
    /// Persons practice by practice: one number for each class of the frame.
    pub by_class: Vec<u32>,
    /// One for each lane of the frame; lanes with the same rules share theirs.
    pub lanes: Vec<Rc<LaneCounts>>,
    /// The distinct sets of conditions.
    pub sets: Vec<ConditionSet>,
    /// Groups, in the order of class and set.
    pub groups: Vec<Group>,
    pub(crate) layout: GroupColumns,
    /// What is known beside persons by sex and age.
    pub known: Known,
    /// Single costs, once they are sorted.
    pub(crate) sorted: Option<Sorted>,
}

impl Summary {
    /// One pass over the persons.
    pub fn of_persons(register: &Register, frame: Frame) -> Self {
        let mut build = Build::new(frame, register.practices().len(), register.sets(), register.len());
        let (practices, keys, sets, costs) = register.columns();
        let mut start = 0;
        for run in practices.chunk_by(PartialEq::eq) {
            let persons = start..start + run.len();
            start = persons.end;
            let columns = (keys.get(persons.clone()), sets.get(persons.clone()), costs.get(persons));
            if let ([practice, ..], (Some(keys), Some(sets), Some(costs))) = (run, columns) {
                build.add_persons(*practice, keys, sets, costs);
            }
        }
        build.finish()
    }

    /// One pass over sums. Errors: every row that does not fit the register or the frame.
    pub fn of_aggregate(aggregate: &Aggregate, frame: Frame) -> Result<Self, Vec<Unusable>> {
        sums::summary(aggregate, frame)
    }

    /// Whether enough is known for the lane: persons by its factors, if it pays for any.
    pub fn tells(&self, lane: usize) -> bool {
        let pays = self.frame.lanes.get(lane).is_some_and(|lane| lane.mix.is_some());
        !pays || self.known.lanes.get(lane).copied().unwrap_or(false)
    }

    /// The practice's list as the core counts it, for one lane: its payment is exact and explained. `None` when there is
    /// no such practice or lane, or a count is over [`Count::MAX`].
    pub fn practice(&self, practice: usize, lane: usize) -> Option<Practice> {
        let sums = self.practices.get(practice)?;
        let (rules, counts) = (self.frame.lanes.get(lane)?, self.lanes.get(lane)?);
        let classes = self.by_class.chunks_exact(self.frame.classes.len()).nth(practice)?;
        let mut cells = vec![0u32; 2 * rules.bands.count()];
        for (cell, persons) in rules.cell_of_class.iter().zip(classes) {
            *cells.get_mut(usize::from(*cell))? += *persons;
        }
        let cells = cells.into_iter().map(|persons| Count::new(u64::from(persons))).collect::<Option<Vec<_>>>()?;
        let listed = PerCell::from_values(&rules.bands, cells)?;
        let affected = match &rules.mix {
            Some(mix) => {
                let persons = counts.persons.chunks_exact(counts.factors.max(1)).nth(practice).unwrap_or_default();
                let counted = mix.factors().zip(persons);
                counted
                    .map(|(f, n)| Some((f.id.clone(), Count::new(u64::from(*n))?)))
                    .collect::<Option<Entries<_, _>>>()?
            }
            None => Entries::new(),
        };
        let cost = Decimal::from(sums.cost) / Decimal::from(ORE_PER_YEAR_IN_KRONA_PER_MONTH);
        let drug_cost = self.known.costs.then(|| MonthlyMoney::of(cost));
        Some(Practice { listed, affected: if self.tells(lane) { affected } else { Entries::new() }, drug_cost })
    }

    /// Listed persons by practice, as the statistics take them.
    pub fn listed(&self) -> Vec<f64> {
        self.practices.iter().map(|sums| float(sums.listed)).collect()
    }

    /// The class and the conditions of a group.
    pub fn class_and_set(&self, group: &Group) -> Option<(crate::frame::Class, &ConditionSet)> {
        let set = usize::try_from(group.set).ok()?;
        Some((*self.frame.classes.get(usize::from(group.class))?, self.sets.get(set)?))
    }
}
