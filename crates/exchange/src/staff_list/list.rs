//! A list that was read, and what was passed over on the way. Does not read.

use crate::import::{DecimalMark, Origin};
use model::{count::Count, measure::Fte};

/// The most rows and columns passed over that are told one by one.
pub const MAX_SKIPPED: usize = 200;

/// One vårdcentral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Its name, as written but for white space; no other row has the same in other case.
    pub name: String,
    /// Listed persons.
    pub listed: Count,
    /// Specialists in full-time equivalents.
    pub specialists: Fte,
    /// ST doctors in full-time equivalents.
    pub st: Fte,
}

/// Every vårdcentral of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffList {
    /// The vårdcentraler in the list's order; at least one.
    pub rows: Vec<StaffRow>,
    /// Whether no column stated ST doctors, so that there are none.
    pub st_missing: bool,
    /// Whether there were no headings, so that the columns were taken in the order of [`Column`].
    pub without_headings: bool,
    /// What was passed over, in reading order.
    pub skipped: Vec<Skipped>,
    /// How much was passed over beyond the [`MAX_SKIPPED`] that are told.
    pub more_skipped: usize,
    /// Numbers that were read by the mark that other numbers of the list show before decimals.
    pub decided: Vec<(DecimalMark, Origin)>,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The vårdcentral's name.
    Name,
    /// Listed persons, whole.
    Listed,
    /// Specialists, full-time equivalents.
    Specialists,
    /// ST doctors, full-time equivalents; may be missing.
    St,
}

impl Column {
    /// All of them, in the order of a list without headings.
    pub const ALL: [Self; 4] = [Self::Name, Self::Listed, Self::Specialists, Self::St];
}

/// Something that is no vårdcentral's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where.
    pub origin: Origin,
    /// What stands there, cut to 40 characters.
    pub text: String,
    /// What it was taken for.
    pub kind: SkippedKind,
}

/// What a row or column was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkippedKind {
    /// A row of sums or means.
    Total,
    /// The headings once more.
    Headings,
    /// A row of text after the last numbers, such as a source, or one with neither a name nor numbers.
    Remark,
    /// A column with another heading; the origin is the heading.
    Column,
}
