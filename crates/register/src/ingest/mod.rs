//! A person list as a file: `vårdcentral; kön; ålder; tillstånd; läkemedelskostnad`, one person a row, streamed in chunks
//! to a [`Register`](crate::register::Register), and back.
//!
//! Columns are found by their headings. Conditions are ids, or the names that models give them, with
//! `+`, `|`, commas or spaces between them, or a number whose bits are the conditions that the heading names
//! (`tillstand:diabetes+kol`), under which names may stand too, or one column of 0 and 1 for each. A heading that names none
//! says nothing of conditions that stand in no row. Nothing is guessed: a row with a fault is left out whole and each of
//! its faults is told; when many are, nothing is used until somebody says so ([`FaultyRows`]). A file of several months is
//! asked about, and one whose rows count persons is refused. A quoted field ends on its own line.
//!
//! The same for sums that were made where the persons lie: [`GroupReader`].
mod body;
mod condition_words;
mod cursor;
mod fault;
mod faults;
mod faulty;
mod fields;
mod front;
mod group_reader;
mod group_row;
mod group_rows;
mod group_write;
mod header;
mod judged;
mod lines;
mod mark;
mod new_practice;
mod periods;
mod plain;
mod practices;
mod reader;
mod remarks;
mod sheets;
mod value;
mod words;
mod write;

pub use condition_words::ConditionWords;
pub use fault::{Fault, FaultKind};
pub use faults::{FaultGroup, Faults};
pub use faulty::{Choices, FaultyRows};
pub use group_reader::{GroupOutcome, GroupReader, is_of_sums};
pub use group_write::write_aggregate_csv;
pub use mark::{MARK, MARKED, mark};
pub use reader::{Note, Outcome, Reader};
pub use sheets::of_sheets;
pub use table::Encoding;
pub use words::{Column, CostUnit};
pub use write::{headings, joined, mask, mask_columns, write_csv};

/// What bounds the memory that a file can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Persons.
    pub persons: u32,
    /// Different sets of conditions.
    pub sets: u32,
    /// Bytes of a line.
    pub line: u32,
    /// Faults of a kind that are kept; more are counted.
    pub faults: usize,
}

impl Default for Limits {
    /// The country with room to spare.
    fn default() -> Self {
        Self { persons: 12_000_000, sets: 4_000_000, line: 16_384, faults: 10 }
    }
}
