//! Where the group of a class and a set of conditions stands. A table where that is small, else a map.
use super::Group;
use crate::person_key::PersonKey;
use std::collections::HashMap;

/// No group stands here.
pub(crate) const NONE: u32 = u32::MAX;
/// How many places are found at once.
pub(crate) const MANY: usize = 512;

/// Places of groups by class and set.
pub(crate) enum Places {
    /// Class by class: one place for each set, so that the common sets of a class lie together.
    Dense { sets: usize, table: Vec<u32> },
    /// Classes times sets would take more room than the persons themselves.
    Sparse(HashMap<(u16, u32), u32>),
}

impl Places {
    /// No group yet. The table may take eight bytes a person.
    pub fn new(classes: usize, sets: usize, persons: usize) -> Self {
        const ALWAYS: usize = 1 << 16;
        let cells = classes.saturating_mul(sets);
        if cells <= persons.saturating_mul(2).max(ALWAYS) {
            Self::Dense { sets, table: vec![NONE; cells] }
        } else {
            Self::Sparse(HashMap::new())
        }
    }

    /// The places of these groups in their order.
    pub fn of(groups: &[Group], classes: usize, sets: usize, persons: usize) -> Self {
        let mut places = Self::new(classes, sets, persons);
        for (place, group) in (0..).zip(groups) {
            places.enter(group.class, group.set, place);
        }
        places
    }

    /// Enters the place of a group that has none.
    pub fn enter(&mut self, class: u16, set: u32, place: u32) {
        match self {
            Self::Dense { sets, table } => {
                if let Some(cell) = cell(*sets, class, set).and_then(|cell| table.get_mut(cell)) {
                    *cell = place;
                }
            }
            Self::Sparse(map) => {
                map.insert((class, set), place);
            }
        }
    }

    /// The places in the order of class and set.
    pub fn in_order(&self) -> Vec<u32> {
        match self {
            Self::Dense { table, .. } => table.iter().copied().filter(|place| *place != NONE).collect(),
            Self::Sparse(map) => {
                let mut groups: Vec<_> = map.iter().collect();
                groups.sort_unstable();
                groups.into_iter().map(|(_, place)| *place).collect()
            }
        }
    }

    /// The group's place; [`NONE`] when it has none.
    pub fn get(&self, class: u16, set: u32) -> u32 {
        match self {
            Self::Dense { sets, table } => {
                cell(*sets, class, set).and_then(|cell| table.get(cell)).copied().unwrap_or(NONE)
            }
            Self::Sparse(map) => map.get(&(class, set)).copied().unwrap_or(NONE),
        }
    }

    /// The places of persons' groups, at most [`MANY`] at once so that they stay in the nearest memory; whether each has
    /// one. In a loop of its own, so that many places are fetched at the same time.
    pub fn find(&self, classes: &[u16], keys: &[PersonKey], of: &[u32], places: &mut [u32; MANY]) -> bool {
        let class = |key: &PersonKey| classes.get(key.index()).copied().unwrap_or_default();
        let persons = places.iter_mut().zip(keys.iter().zip(of));
        let mut largest = 0;
        match self {
            Self::Dense { sets, table } => {
                for (place, (key, set)) in persons {
                    let cell = cell(*sets, class(key), *set).and_then(|cell| table.get(cell));
                    *place = cell.copied().unwrap_or(NONE);
                    largest = largest.max(*place);
                }
            }
            Self::Sparse(map) => {
                for (place, (key, set)) in persons {
                    *place = map.get(&(class(key), *set)).copied().unwrap_or(NONE);
                    largest = largest.max(*place);
                }
            }
        }
        largest != NONE
    }
}

#[inline]
fn cell(sets: usize, class: u16, set: u32) -> Option<usize> {
    let set = usize::try_from(set).ok().filter(|set| *set < sets)?;
    Some(usize::from(class) * sets + set)
}
