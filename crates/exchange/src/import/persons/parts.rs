//! Which vårdcentral and which time each row is of, where a list has columns for them. Counts rows, keeps none.

use super::outcome::{PersonError, PersonPart};
use super::record::{Record, text};
use crate::import::{Chosen, PartKind, shown};
use std::collections::{BTreeSet, HashMap};

/// The most parts of a list.
const MAX_PARTS: usize = 2_000;

/// The parts of a list by all its columns that name one.
pub(super) struct Parts {
    kind: PartKind,
    columns: Vec<usize>,
    answer: Option<Chosen>,
    /// The part of each way that the columns are filled in; capitals do not tell parts apart.
    places: HashMap<Vec<u8>, usize>,
    folded: HashMap<String, usize>,
    /// What the columns say of each part, and how many rows it has.
    parts: Vec<(Vec<String>, u64)>,
}

impl Parts {
    pub(super) fn new(kind: PartKind, columns: Vec<usize>, answer: Option<Chosen>) -> Self {
        Self { kind, columns, answer, places: HashMap::new(), folded: HashMap::new(), parts: Vec::new() }
    }

    /// Enters a row; whether it is of a part that is counted. A row that is of no person, such as a sum or the headings once
    /// more, names no part.
    pub(super) fn keeps(&mut self, record: &Record, is_person: impl Fn() -> bool) -> Result<bool, PersonError> {
        if self.columns.is_empty() {
            return Ok(true);
        }
        let cells = || self.columns.iter().map(|column| record.cell(*column));
        let key: Vec<u8> = cells().flat_map(|cell| cell.iter().copied().chain([0])).collect();
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None if !is_person() => return Ok(true),
            None if self.places.len() == MAX_PARTS => {
                return Err(PersonError::TooManyParts { kind: self.kind, max: MAX_PARTS });
            }
            None => {
                let names: Vec<String> = cells().map(|cell| shown(&text(cell))).collect();
                let folded = text(&key).to_lowercase();
                let place = *self.folded.entry(folded).or_insert(self.parts.len());
                self.places.insert(key, place);
                if place == self.parts.len() {
                    self.parts.push((names, 0));
                }
                place
            }
        };
        if let Some((_, rows)) = self.parts.get_mut(place) {
            *rows += 1;
        }
        Ok(!matches!(self.answer, Some(Chosen::One(chosen)) if chosen != place))
    }

    /// The parts, if which of them is meant has to be asked.
    pub(super) fn question(&self) -> Option<Vec<PersonPart>> {
        let has_answer = match self.answer {
            Some(Chosen::One(chosen)) => chosen < self.parts.len(),
            Some(Chosen::All) => self.kind == PartKind::Practice,
            None => false,
        };
        if has_answer || self.parts.len() < 2 {
            return None;
        }
        let named = self.naming_columns();
        let name = |names: &[String]| {
            let told = named.iter().filter_map(|column| names.get(*column)).filter(|name| !name.is_empty());
            told.map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        Some(self.parts.iter().map(|(names, rows)| PersonPart { name: name(names), rows: *rows }).collect())
    }

    /// One column that tells all parts apart, such as that of the vårdcentral beside its municipality, of several the one
    /// that is no number; else all columns.
    fn naming_columns(&self) -> Vec<usize> {
        let names = |column: usize| self.parts.iter().filter_map(move |(names, _)| names.get(column));
        let tells_apart = |column: &usize| names(*column).collect::<BTreeSet<_>>().len() == self.parts.len();
        let numbered = |column: &usize| names(*column).filter(|name| name.contains(|c: char| c.is_numeric())).count();
        let all = 0..self.columns.len();
        let one = all.clone().filter(tells_apart).min_by_key(numbered).filter(|_| self.kind == PartKind::Practice);
        one.map_or_else(|| all.collect(), |one| vec![one])
    }
}
