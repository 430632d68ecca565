//! What was found in a file of persons, as the worker tells it to the page. Sentences are made by the page.
use exchange::{import::OpenError, parquet_lines::ParquetFault};
use model::id::Id;
use register::{
    conditions::NoRoom,
    ingest::{FaultGroup, FaultKind, Faults, Note},
    summary::Unusable,
};
use serde::{Deserialize, Serialize};

/// So many faults of a kind are told with their rows; all are counted.
pub const TOLD: usize = 5;

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Rows that were read.
    pub read: u64,
    /// Rows that were left out whole.
    pub left_out: u64,
    /// What is wrong, by kind.
    pub faults: Faults,
    /// What else was found.
    pub notes: Vec<Note>,
    /// Conditions that the models pay for and the file does not tell of.
    pub untold: Vec<Id>,
    /// Why a workbook was not opened.
    pub not_opened: Option<OpenError>,
    /// Why a Parquet file was not read.
    pub parquet: Option<ParquetFault>,
    /// Whether the file holds sums of persons.
    pub is_sums: bool,
    /// Why its sums cannot be used.
    pub unusable: Vec<Unusable>,
    /// Why the file was not looked at: the models have too many conditions.
    pub no_room: Option<NoRoom>,
}

impl Reading {
    /// Columns that nothing was read from.
    pub fn unread(&self) -> Vec<&str> {
        let unread = self.notes.iter().filter_map(|note| match note {
            Note::Unread { heading, .. } => Some(heading.as_str()),
            _ => None,
        });
        unread.collect()
    }

    /// Whether a person who stands there twice would have been found.
    pub fn tells_persons_apart(&self) -> bool {
        !self.notes.iter().any(|note| matches!(note, Note::AlikeNotChecked { .. }))
    }

    /// Whether the last line had an end.
    pub fn ended(&self) -> bool {
        !self.notes.contains(&Note::NoLastEnd)
    }

    /// Whether the file is no register because columns of one are missing: it may be another kind of table.
    pub fn may_be_lists(&self) -> bool {
        self.faults.groups.iter().any(|group| matches!(group.kind, FaultKind::MissingColumn(_)))
    }

    /// What the user is asked, if anything.
    pub fn question(&self) -> Option<&FaultGroup> {
        self.faults.question()
    }

    /// Whether the file as a whole was not read, for a cause that no row has.
    pub fn is_unread(&self) -> bool {
        self.no_room.is_some() || self.not_opened.is_some() || self.parquet.is_some() || !self.unusable.is_empty()
    }

    /// Whether rows of persons were left out.
    pub fn lacks_persons(&self) -> bool {
        self.read > 0 && self.faults.groups.iter().any(|group| !group.kind.is_of_nobody())
    }
}
