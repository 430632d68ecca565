//! What is wrong in a file, with its place. Sentences are the page's.
use super::words::Column;
use model::identity_number::looks_like_identity_number;
use std::mem::discriminant;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FaultKind {
    /// The file is empty.
    NoHeader,
    /// The file is no text in UTF-8 or Windows-1252.
    NotText,
    /// A column that must be there is not.
    MissingColumn(Column),
    /// Years of birth stand where ages are wanted.
    BirthYears,
    /// A column that is there twice, or conditions in two ways.
    DoubleColumn(Column),
    /// A condition that no compared model knows.
    UnknownCondition,
    /// There is a header and no row that could be read.
    NoRows,
    /// A column of identity numbers: the whole file is refused.
    IdentityNumbers {
        /// Values that look so.
        alike: u64,
        /// Cells with anything in them.
        cells: u64,
    },
    /// Values that look like identity numbers in a column that mostly has others. Somebody has to say what they are
    /// ([`LookAlikes`](model::identity_number::LookAlikes)), and until then nothing of the file is kept.
    LikeIdentityNumbers {
        /// Values that look so.
        alike: u64,
        /// Cells with anything in them.
        cells: u64,
    },
    /// A row of a sum or a remark that the file ends with.
    Footer,
    /// A row that repeats the headings.
    HeadingsAgain,
    /// A row that is left out as asked, for a value that looks like an identity number.
    LeftOutAlike,
    /// The row has another number of fields than the header.
    FieldCount {
        /// Fields of the header.
        expected: u32,
        /// Fields of the row.
        found: u32,
    },
    /// The file ends within a row.
    Truncated {
        /// Fields of the header.
        expected: u32,
        /// Fields of the row.
        found: u32,
    },
    /// A quotation mark without its other one.
    OpenQuote,
    /// The line is longer than lines may be.
    LongLine {
        /// The most bytes.
        limit: u32,
    },
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A byte of value zero.
    Nul,
    /// Nothing stands where something must.
    Blank(Column),
    /// A practice that is not among those given.
    UnknownPractice,
    /// A practice's name is longer than names may be.
    LongName {
        /// The most bytes.
        limit: u32,
    },
    /// No sex.
    NotASex,
    /// No whole age from 0 to the oldest.
    NotAnAge {
        /// The oldest age.
        oldest: u8,
    },
    /// No number whose bits are the header's conditions.
    NotAMask {
        /// How many conditions the header names.
        conditions: u32,
    },
    /// A heading that names more conditions than one number holds.
    LongMask {
        /// The most.
        limit: u32,
    },
    /// Neither 0 nor 1.
    NotAFlag,
    /// No amount in kronor with at most two decimals.
    NotACost,
    /// A cost below zero.
    NegativeCost,
    /// A cost over the largest.
    LargeCost {
        /// The largest, in öre.
        limit: u32,
    },
    /// A person who is there already.
    DuplicatePerson,
    /// More persons than a register may have.
    TooManyPersons {
        /// The most.
        limit: u32,
    },
    /// More practices than a register holds.
    TooManyPractices {
        /// The most.
        limit: u16,
    },
    /// More different sets of conditions than a register may have.
    TooManySets {
        /// The most.
        limit: u32,
    },
    /// No number of persons from one on.
    NotACount,
    /// No sum of squares with at most four decimals, or one that persons with these costs cannot have.
    NotASquare,
    /// Some rows are marked as made up and others are not; the row is the first that is not.
    MixedMarks,
    /// A group that is there already.
    DuplicateGroup,
    /// An age band that ends before it starts, or shares ages with another, or leaves ages between itself and the next.
    Bands,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fault {
    /// The line, from 1 (the header).
    pub row: u64,
    /// The column, from 1; 0 for the whole row.
    pub column: u32,
    /// What stands there, at most [`Fault::LONGEST_TEXT`] characters; empty where it would show an identity number.
    pub text: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// The most characters of [`Fault::text`].
    pub const LONGEST_TEXT: usize = 40;
}

/// Faults up to a limit, and how many there were of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Faults {
    /// The first, in the order of the file.
    pub stored: Vec<Fault>,
    /// Of each kind its first example and how many there were, also those not stored.
    pub counts: Vec<(FaultKind, u64)>,
}

impl Faults {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How many there were.
    pub fn total(&self) -> u64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    #[cold]
    pub(super) fn add(&mut self, at: (u64, u32), text: &[u8], kind: FaultKind, limit: usize) {
        match self.counts.iter_mut().find(|(known, _)| discriminant(known) == discriminant(&kind)) {
            Some((_, n)) => *n += 1,
            None => self.counts.push((kind, 1)),
        }
        if self.stored.len() < limit {
            self.stored.push(Fault { row: at.0, column: at.1, text: shown(text), kind });
        }
    }
}

/// The beginning of the text; none of one that could hold an identity number.
pub(super) fn shown(text: &[u8]) -> String {
    if looks_like_identity_number(text) {
        return String::new();
    }
    // four bytes are the longest character
    let beginning = text.get(..4 * Fault::LONGEST_TEXT).unwrap_or(text);
    String::from_utf8_lossy(beginning).chars().take(Fault::LONGEST_TEXT).collect()
}
