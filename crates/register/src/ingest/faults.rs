//! Faults grouped by kind: how many, the first of them, what stands there. Sentences are the page's and the command's.
use super::fault::{Fault, FaultKind};
use model::identity_number::looks_like_identity_number;
use std::{borrow::Cow, mem::discriminant};
use table::Encoding;

/// Faults of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FaultGroup {
    /// What is wrong, as in the first of them.
    pub kind: FaultKind,
    /// How many there are.
    pub count: u64,
    /// The first, in the order of the file: at least one.
    pub examples: Vec<Fault>,
    /// What stands there and how often: the first texts that were met.
    pub values: Vec<(String, u64)>,
}

/// What is wrong in a file, in the order in which the kinds were met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Faults {
    /// One of each kind, and of each column that something is missing in.
    pub groups: Vec<FaultGroup>,
}

/// So many texts of a kind are counted.
const MOST_VALUES: usize = 12;

impl Faults {
    /// The one fault at this row and column.
    pub(super) fn one(at: (u64, u32), kind: FaultKind) -> Self {
        let mut faults = Self::default();
        faults.add(at, b"", kind, 1);
        faults
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// How many there were.
    pub fn total(&self) -> u64 {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// How many there were of a kind.
    pub fn count(&self, is_asked: impl Fn(FaultKind) -> bool) -> u64 {
        self.groups.iter().filter(|group| is_asked(group.kind)).map(|group| group.count).sum()
    }

    /// What somebody is asked before anything of the file is used, if there is such a question.
    pub fn question(&self) -> Option<&FaultGroup> {
        self.groups.iter().find(|group| group.kind.is_question())
    }

    /// Asks before all else that is told.
    pub(super) fn ask(&mut self, kind: FaultKind) {
        self.groups.splice(0..0, Self::one((0, 0), kind).groups);
    }

    #[cold]
    pub(super) fn add(&mut self, at: (u64, u32), text: &[u8], kind: FaultKind, limit: usize) {
        let known = self.groups.iter().position(|group| is_same(group.kind, kind));
        let place = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.groups.push(FaultGroup { kind, count: 0, examples: Vec::new(), values: Vec::new() });
        }
        let Some(group) = self.groups.get_mut(place) else { return };
        group.count += 1;
        if let Some((_, times)) = group.values.iter_mut().find(|(value, _)| value.as_bytes() == text) {
            *times += 1;
        } else if group.values.len() < MOST_VALUES && !text.is_empty() {
            group.note(shown(text));
        }
        if group.examples.len() < limit {
            group.examples.push(Fault { row: at.0, column: at.1, text: shown(text), kind });
        }
    }
}

impl FaultGroup {
    fn note(&mut self, text: String) {
        match self.values.iter_mut().find(|(value, _)| *value == text) {
            Some((_, times)) => *times += 1,
            None if text.is_empty() => {}
            None => self.values.push((text, 1)),
        }
    }
}

/// Whether they are told together.
fn is_same(one: FaultKind, other: FaultKind) -> bool {
    use FaultKind::{Blank, DoubleColumn, MissingColumn};
    match (one, other) {
        (Blank(_), Blank(_)) | (DoubleColumn(_), DoubleColumn(_)) | (MissingColumn(_), MissingColumn(_)) => {
            one == other
        }
        _ => discriminant(&one) == discriminant(&other),
    }
}

/// The beginning of the text; none of one that could hold an identity number.
pub(super) fn shown(text: &[u8]) -> String {
    if looks_like_identity_number(text) {
        return String::new();
    }
    // four bytes are the longest character
    let beginning = text.get(..4 * Fault::LONGEST_TEXT).unwrap_or(text);
    let text = match std::str::from_utf8(beginning) {
        Ok(text) => Cow::Borrowed(text),
        // cut within a character
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(beginning),
        // what is no UTF-8 is Windows-1252: other encodings have been turned before
        Err(_) => Cow::Owned(Encoding::Windows1252.text(beginning)),
    };
    text.chars().take(Fault::LONGEST_TEXT).collect()
}
