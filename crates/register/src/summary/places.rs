//! Where the group of a class and a set of conditions stands. A table where that is small, else a map.
use super::Group;
use std::collections::HashMap;

/// No group stands here.
const NONE: u32 = u32::MAX;

/// Places of groups by class and set.
pub(crate) enum Places {
    /// Set by set: one place for each class, so that the classes of common sets lie together.
    Dense { classes: usize, table: Vec<u32> },
    /// Classes times sets would take more room than the persons themselves.
    Sparse(HashMap<(u16, u32), u32>),
}

impl Places {
    /// No group yet. The table may take eight bytes a person.
    pub fn new(classes: usize, sets: usize, persons: usize) -> Self {
        const ALWAYS: usize = 1 << 16;
        let cells = classes.saturating_mul(sets);
        if cells <= persons.saturating_mul(2).max(ALWAYS) {
            Self::Dense { classes, table: vec![NONE; cells] }
        } else {
            Self::Sparse(HashMap::new())
        }
    }

    /// The places of these groups in their order.
    pub fn of(groups: &[Group], classes: usize, sets: usize, persons: usize) -> Self {
        let mut places = Self::new(classes, sets, persons);
        for (place, group) in (0..).zip(groups) {
            places.get_or_enter(group.class, group.set, place);
        }
        places
    }

    /// The group's place; `new` is entered and given when it has none.
    #[inline]
    pub fn get_or_enter(&mut self, class: u16, set: u32, new: u32) -> u32 {
        match self {
            Self::Dense { classes, table } => {
                let Some(place) = cell(*classes, class, set).and_then(|cell| table.get_mut(cell)) else { return new };
                if *place == NONE {
                    *place = new;
                }
                *place
            }
            Self::Sparse(map) => *map.entry((class, set)).or_insert(new),
        }
    }

    /// The group's place.
    #[inline]
    pub fn get(&self, class: u16, set: u32) -> Option<u32> {
        match self {
            Self::Dense { classes, table } => {
                table.get(cell(*classes, class, set)?).copied().filter(|place| *place != NONE)
            }
            Self::Sparse(map) => map.get(&(class, set)).copied(),
        }
    }
}

#[inline]
fn cell(classes: usize, class: u16, set: u32) -> Option<usize> {
    Some(usize::try_from(set).ok()? * classes + usize::from(class))
}
