//! What can be wrong with a scenario file, as data. Has no wording: the page makes the sentence.
use model::{id::Id, value::Key};
use rust_decimal::Decimal;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place as a JSON pointer, such as `/values/weight.kol`; empty for the file as a whole.
    pub pointer: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What a value in a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 0.
    Whole,
    /// Any other number.
    Number,
    /// A text in quotation marks.
    Text,
    /// A list in brackets.
    List,
    /// Members in braces.
    Object,
}

/// What is wrong with a file or a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More text than is read.
    TooLarge {
        /// The size of the text.
        bytes: usize,
        /// The largest size that is read.
        max: usize,
    },
    /// Not JSON from here on.
    Syntax {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
    },
    /// JSON that ends too early, as of a file that was cut.
    CutShort {
        /// The last line.
        line: usize,
    },
    /// JSON, but no scenario file.
    OtherFormat,
    /// A version of the format that only a later Viktat can read.
    FromTheFuture {
        /// The file's version.
        version: u64,
        /// The newest that is read here.
        newest: u64,
    },
    /// A version of the format that never was.
    NoSuchVersion {
        /// The file's version.
        version: u64,
        /// The oldest that is read here.
        oldest: u64,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// The kind that stands there.
        found: JsonKind,
        /// The kind that belongs there.
        expected: JsonKind,
    },
    /// A member that must be there is not.
    Missing {
        /// Its key.
        key: &'static str,
    },
    /// A member that has no meaning there.
    UnknownKey {
        /// The keys that have.
        known: &'static [&'static str],
    },
    /// The same key a second time.
    Repeated,
    /// A model that is not shipped.
    UnknownModel {
        /// The models that are.
        known: Vec<Id>,
    },
    /// A word that is none of those that belong there.
    UnknownWord {
        /// Those that do.
        known: Vec<&'static str>,
    },
    /// A text that is not a number as the file writes them: digits, a point, no separators, at most 28 digits.
    NotADecimal {
        /// What was written.
        text: String,
    },
    /// A number outside its bounds.
    OutOfBounds {
        /// The number.
        value: Decimal,
        /// The least that is taken.
        least: Decimal,
        /// The most that is taken.
        most: Decimal,
    },
    /// A name that no value has; of what is withheld, none that is entered.
    NotAKey {
        /// What was written.
        text: String,
    },
    /// A number with more decimals than it is written with.
    TooManyDecimals {
        /// The number.
        value: Decimal,
        /// The most decimals that are taken.
        most: u32,
    },
    /// A number of years that is no number of half years.
    NotHalfYears {
        /// The number.
        value: Decimal,
    },
    /// Two practices of the same name.
    SameName {
        /// The name.
        name: Id,
    },
    /// A name that is empty or too long.
    NotAName {
        /// The most bytes that are taken.
        most: usize,
    },
    /// A list with more in it than is taken.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many are taken.
        most: usize,
    },
    /// A text that is not a fingerprint.
    NotAFingerprint {
        /// What was written.
        text: String,
    },
    /// A person of whom a sex or an age is not told.
    HalfAPerson {
        /// The value that is not.
        lacks: Key,
    },
    /// A value that the file both gives and says to have left out.
    WithheldAndGiven,
}
