//! Lists with one row a person, or one row a dispensing, counted as they stream by. Keeps no row.
//!
//! The state is a count for each sex and age and a set of counts of conditions. Only a list with one row a dispensing
//! needs memory for each person, because a person's rows may lie far apart. No fault and no error repeats what a cell
//! says.

mod again;
mod cell;
mod counts;
mod drugs;
mod grouped;
mod header;
mod money;
mod named;
mod outcome;
mod parts;
mod reader;
mod record;
mod rows;
mod sources;

pub use header::ColumnRole;
pub use outcome::{
    FaultKind, MAX_FAULTS, PersonError, PersonNote, PersonPart, PersonQuestion, PersonReading, ReadColumn,
};
pub use reader::PersonReader;
pub use sources::{is_list, persons, persons_of_sheet};
