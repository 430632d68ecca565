//! What can be wrong with a list, as data. Has no wording: the page makes the sentence.

use super::Column;
use crate::import::{Origin, Problem};
use crate::number::NumberError;
use rust_decimal::Decimal;

/// The most vårdcentraler of a list.
pub const MAX_PRACTICES: usize = 2_000;
/// The longest name, in bytes.
pub const MAX_NAME_BYTES: usize = 200;
/// The most problems that are told one by one.
pub const MAX_STAFF_PROBLEMS: usize = 200;

/// Why there is no list: all problems, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffProblems {
    /// The first [`MAX_STAFF_PROBLEMS`]; at least one.
    pub problems: Vec<Problem<StaffProblemKind>>,
    /// How many there are beyond these.
    pub more: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffProblemKind {
    /// No sheet has anything in it.
    Empty,
    /// Headings, and no vårdcentral below them.
    NoRows,
    /// No heading names the column.
    HeadingMissing(Column),
    /// The heading seems to name the column, which no other does, but says something more that is not understood.
    HeadingUnclear(Column),
    /// Two headings name the column.
    HeadingTwice {
        /// The column.
        column: Column,
        /// The earlier heading.
        other: Origin,
    },
    /// Another sheet has such a list too.
    SeveralLists {
        /// The earlier list.
        other: Origin,
    },
    /// A row with numbers and no name.
    NameMissing,
    /// A name over [`MAX_NAME_BYTES`].
    NameTooLong,
    /// The same name stands further up.
    NameTwice {
        /// The earlier one.
        other: Origin,
    },
    /// Most names stand on several rows: the list has one row a doctor, or a month.
    NamesTwice,
    /// The list has one row a doctor, and not one a vårdcentral.
    RowADoctor,
    /// More full-time equivalents than a vårdcentral has, or a heading that speaks of a degree: are they per cent?
    FullTimeOrPercent {
        /// The largest.
        largest: Decimal,
    },
    /// A name among the others without any number.
    NoNumbers,
    /// Cells of the column are blank in rows that have other numbers.
    Blank(Column),
    /// A cell that is no number that the column can hold.
    Number {
        /// The column.
        column: Column,
        /// What is wrong with it; where it can be read in two ways, both.
        fault: NumberError,
    },
    /// A number to the right of all headings: the row's cells may have been parted at a comma.
    BeyondHeadings,
    /// More than [`MAX_PRACTICES`] rows; the origin is the first beyond.
    TooManyRows {
        /// How many there are.
        rows: usize,
    },
}
