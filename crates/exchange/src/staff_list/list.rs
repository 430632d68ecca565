//! A list that was read, and what was passed over on the way. Does not read.

use crate::import::{DecimalMark, Origin};
use model::staffing::{item::Group, staff::PracticeStaff};

/// The most rows and columns passed over that are told one by one.
pub const MAX_SKIPPED: usize = 200;

/// Every vårdcentral of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffList {
    /// The vårdcentraler in the list's order; at least one. A name is as written but for white space, and no other row
    /// has the same in other case.
    pub rows: Vec<PracticeStaff>,
    /// Whether no column stated ST doctors.
    pub st_missing: bool,
    /// Whether there were no headings, so that the columns were taken in the order of [`Column`].
    pub without_headings: bool,
    /// The heading of the listed, where it does not say that they are, as `Personer` and `Antal` do not.
    pub taken_for_listed: Option<(Origin, String)>,
    /// What was passed over, in reading order.
    pub skipped: Vec<Skipped>,
    /// How much was passed over beyond the [`MAX_SKIPPED`] that are told.
    pub more_skipped: usize,
    /// Numbers that were read by the mark that other numbers of the list show before decimals.
    pub decided: Vec<(DecimalMark, Origin)>,
}

/// What the user has answered so far about a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StaffAnswers {
    /// The mark before decimals.
    pub mark: Option<DecimalMark>,
    /// What doctors are told in, where it has to be asked.
    pub unit: Option<FteUnit>,
}

/// What a number of doctors is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FteUnit {
    /// Full-time equivalents.
    FullTime,
    /// Per cent of one.
    Percent,
}

/// A column of the list. Of a group of doctors that has both columns, a row may tell either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The vårdcentral's name.
    Name,
    /// Listed persons, whole.
    Listed,
    /// Doctors of the group, full-time equivalents.
    Fte(Group),
    /// Doctors of the group, heads.
    Heads(Group),
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Listed,
        Self::Fte(Group::Specialist),
        Self::Fte(Group::St),
        Self::Fte(Group::Other),
        Self::Fte(Group::Locum),
        Self::Heads(Group::Specialist),
        Self::Heads(Group::St),
        Self::Heads(Group::Other),
        Self::Heads(Group::Locum),
    ];
    /// Those of a list without headings, in its order; the last may be missing.
    pub const BARE: [Self; 4] = [Self::Name, Self::Listed, Self::Fte(Group::Specialist), Self::Fte(Group::St)];

    /// Whether it counts what is whole.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Listed | Self::Heads(_))
    }
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
    /// A name over the vårdcentraler of its sum, such as a municipality.
    Group,
    /// Rows or columns that are hidden in the workbook.
    Hidden,
    /// A column with another heading; the origin is the heading.
    Column,
}
