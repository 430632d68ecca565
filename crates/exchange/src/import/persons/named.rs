//! Conditions that a column names, in its cells or in its heading. Each text is looked up once; a row then only joins
//! sets.
use super::record::text;
use crate::import::Target;
use model::case_mix::ConditionSet;
use register::{conditions::Conditions, ingest::ConditionWords};
use std::collections::HashMap;

/// The texts that are remembered.
const MOST_TEXTS: usize = 1 << 16;

/// A column that names conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedColumn {
    pub(super) column: usize,
    /// The conditions of the heading `tillstånd:diabetes+kol`, whose bits a number below it has; none of another.
    bits: Vec<usize>,
}

impl NamedColumn {
    /// The column under the heading.
    pub(super) fn of(column: usize, heading: &str, target: &Target) -> Self {
        let ids = heading.split_once(':').map_or("", |(_, ids)| ids);
        let words = words(target);
        let place = |id: &str| words.as_ref().and_then(|words| words.place(id.trim()));
        let bits: Option<Vec<usize>> = ids.split('+').filter(|id| !id.trim().is_empty()).map(place).collect();
        Self { column, bits: bits.unwrap_or_default() }
    }

    /// The conditions whose bits the number has.
    fn set(&self, number: u64) -> Option<ConditionSet> {
        let from = |bit: u32| number.checked_shr(bit).unwrap_or(0);
        let known = self.bits.iter().zip(0..).filter(|(_, bit)| from(*bit) & 1 == 1).map(|(place, _)| *place);
        let fits = from(u32::try_from(self.bits.len()).ok()?) == 0;
        fits.then(|| ConditionSet::of(known.collect::<Vec<_>>()))
    }
}

/// The conditions of a cell that it names, and whether it names something else too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) conditions: ConditionSet,
    pub(super) unread: bool,
}

/// The conditions by what they are called, and what was met.
pub(super) struct Named {
    words: ConditionWords,
    known: HashMap<Vec<u8>, Names>,
    /// Whether a cell was understood, and whether one was not.
    understood: bool,
    not_understood: bool,
}

impl Named {
    /// Nothing for a target without conditions, or with more than a set tells apart.
    pub(super) fn of(target: &Target) -> Option<Self> {
        words(target).map(|words| Self { words, known: HashMap::new(), understood: false, not_understood: false })
    }

    /// What the cell names; a blank one names none.
    pub(super) fn names(&mut self, of: &NamedColumn, cell: &[u8]) -> Names {
        let none = Names { conditions: ConditionSet::EMPTY, unread: false };
        let is_number = !of.bits.is_empty() && cell.iter().all(u8::is_ascii_digit);
        let number = std::str::from_utf8(cell).ok().filter(|_| is_number).and_then(|text| text.parse().ok());
        let names = match number {
            Some(number) => {
                of.set(number).map_or(Names { unread: true, ..none }, |conditions| Names { conditions, ..none })
            }
            None if cell.is_empty() => return none,
            None => self.looked_up(cell),
        };
        self.understood |= !names.unread;
        self.not_understood |= names.unread;
        names
    }

    fn looked_up(&mut self, cell: &[u8]) -> Names {
        if let Some(names) = self.known.get(cell) {
            return *names;
        }
        let text = text(cell);
        let (conditions, unknown) = self.words.known(&text);
        // "ej KOL" and "KOL?" are no KOL: beside a word that is not understood no name counts
        let unread = !unknown.is_empty() || text.contains('?');
        let names = Names { conditions: if unread { ConditionSet::EMPTY } else { conditions }, unread };
        if self.known.len() < MOST_TEXTS {
            self.known.insert(cell.to_vec(), names);
        }
        names
    }

    /// Whether the columns tell conditions: where nothing was understood, as of diagnoses, they do not.
    pub(super) fn tells(&self) -> bool {
        self.understood || !self.not_understood
    }
}

fn words(target: &Target) -> Option<ConditionWords> {
    let conditions = Conditions::of_case_mix(target.case_mix.as_ref()?).ok()?;
    Some(ConditionWords::of(&conditions))
}
