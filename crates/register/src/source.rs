//! A region as it was read: persons, or sums of persons. Knows no files and no amounts.
use crate::{
    aggregate::Aggregate,
    crossfit::{Split, parts, parts_of_sums},
    fit::NormalEquations,
    frame::Frame,
    merge::Merge,
    person_key::PersonKey,
    register::{Origin, Register},
    summary::{Summary, Unusable},
};
use model::{age::Age, case_mix::ConditionSet, id::Id, sex::Sex};
use std::collections::HashMap;

/// A region.
#[derive(Debug)]
pub enum Source {
    /// Persons.
    Persons(Register),
    /// Sums: nobody's own cost is known.
    Sums(Aggregate),
}

/// Persons of a practice alike in sex, conditions and age, or of sums in the ages that begin there.
pub struct Alike {
    /// Sex.
    pub sex: Sex,
    /// The age, or the youngest of the sum.
    pub age: Age,
    /// Conditions before any rule, by position among the source's.
    pub conditions: ConditionSet,
    /// How many they are.
    pub persons: u64,
}

impl Source {
    /// The practice's persons, those alike together, in no order.
    pub fn groups(&self, practice: usize) -> Vec<Alike> {
        let is_there = |place: u16| usize::from(place) == practice;
        match self {
            Self::Persons(register) => {
                let mut alike: HashMap<(PersonKey, ConditionSet), u64> = HashMap::new();
                let rows = register.rows().filter(|row| is_there(row.practice));
                rows.for_each(|row| *alike.entry((row.key, row.conditions)).or_default() += 1);
                let group = |((key, conditions), persons): ((PersonKey, ConditionSet), u64)| Alike {
                    sex: key.sex(),
                    age: key.age(),
                    conditions,
                    persons,
                };
                alike.into_iter().map(group).collect()
            }
            Self::Sums(sums) => {
                let rows = sums.rows.iter().filter(|row| is_there(row.practice));
                rows.map(|row| Alike {
                    sex: row.sex,
                    age: row.band.low,
                    conditions: row.conditions,
                    persons: u64::from(row.persons),
                })
                .collect()
            }
        }
    }

    /// With the practices in the order of their names.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        match &mut self {
            Self::Persons(register) => register.sort_practices(),
            Self::Sums(sums) => sums.sort_practices(),
        }
        self
    }

    /// The conditions that somebody has.
    pub fn met(&self) -> Vec<Id> {
        match self {
            Self::Persons(register) => register.met(),
            Self::Sums(sums) => sums.met(),
        }
    }

    /// Persons by sex and age.
    pub fn persons_by_key(&self) -> Vec<(PersonKey, u64)> {
        match self {
            Self::Persons(register) => register.persons_by_key(),
            Self::Sums(sums) => sums.persons_by_key(),
        }
    }

    /// With no other conditions than these.
    #[must_use]
    pub fn only(mut self, asked: &[Id]) -> Self {
        match &mut self {
            Self::Persons(register) => register.keep_conditions(asked),
            Self::Sums(sums) => sums.keep_conditions(asked),
        }
        self
    }

    /// What the practices are called.
    pub fn practices(&self) -> &[String] {
        match self {
            Self::Persons(register) => register.practices(),
            Self::Sums(aggregate) => &aggregate.practices,
        }
    }

    /// The conditions that it tells of.
    pub fn conditions(&self) -> &[Id] {
        match self {
            Self::Persons(register) => register.conditions(),
            Self::Sums(aggregate) => &aggregate.conditions,
        }
    }

    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        match self {
            Self::Persons(register) => register.origin,
            Self::Sums(aggregate) => aggregate.origin,
        }
    }

    /// Listed persons by practice.
    pub fn listed(&self) -> Vec<u64> {
        let mut listed = vec![0; self.practices().len()];
        let mut count = |practice: u16, persons: u64| {
            if let Some(listed) = listed.get_mut(usize::from(practice)) {
                *listed += persons;
            }
        };
        match self {
            Self::Persons(register) => register.columns().0.iter().for_each(|practice| count(*practice, 1)),
            Self::Sums(sums) => sums.rows.iter().for_each(|row| count(row.practice, row.persons.into())),
        }
        listed
    }

    /// The same with practices put together.
    #[must_use]
    pub fn merged(&self, merge: &Merge, together: String) -> Self {
        match self {
            Self::Persons(register) => Self::Persons(register.merged(merge, together)),
            Self::Sums(sums) => Self::Sums(sums.merged(merge, together)),
        }
    }

    /// The region under the frame's models; without single costs. Errors: sums are too coarse for a model, or too many.
    pub fn summary(&self, frame: Frame) -> Result<Summary, Vec<Unusable>> {
        match self {
            Self::Persons(register) => Ok(Summary::of_persons(register, frame)),
            Self::Sums(aggregate) => Summary::of_aggregate(aggregate, frame),
        }
    }

    /// The parts for trying a lane's weights on others; `None` where sums are to be parted by persons.
    pub fn parts(&self, frame: &Frame, lane: usize, split: Split) -> Option<Vec<NormalEquations>> {
        match self {
            Self::Persons(register) => parts(register, frame, lane, split),
            Self::Sums(aggregate) => parts_of_sums(aggregate, frame, lane, split),
        }
    }
}
