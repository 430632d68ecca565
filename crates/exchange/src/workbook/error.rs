//! Why a workbook cannot be written. Data only: the page makes the sentence.
use model::{quantity::Quantity, term::Term};

/// One thing that is wrong with a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookError {
    /// A sheet's name that Excel does not allow.
    SheetName {
        /// The name.
        name: String,
        /// What is wrong with it.
        problem: NameProblem,
    },
    /// A text longer than Excel's 32,767 characters.
    TextTooLong {
        /// The sheet's name.
        sheet: String,
        /// The cell, such as `B7`.
        cell: String,
        /// How many characters it has.
        characters: usize,
    },
    /// More rows than Excel's 1,048,576, or more columns than its 16,384.
    TooLarge {
        /// The sheet's name.
        sheet: String,
    },
    /// One input with two values: the figures are not of one practice.
    InputWithTwoValues {
        /// The input.
        term: Term,
        /// One value.
        first: Quantity,
        /// The other.
        second: Quantity,
    },
    /// A day that no calendar has, or one before 1900.
    Date {
        /// Year, month and day.
        created: (u16, u8, u8),
    },
    /// The writer refused, for the reason that it gives (in English).
    Refused(String),
}

/// What is wrong with a sheet's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// It is empty.
    Empty,
    /// It has so many characters, and 31 are allowed.
    TooLong(usize),
    /// It has this character.
    Character(char),
    /// It begins or ends with an apostrophe.
    Apostrophe,
    /// Another sheet has it, but for capitals.
    Taken,
}
