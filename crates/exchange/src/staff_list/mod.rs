//! A region's vårdcentraler with their doctors, from the sheets of a file, a workbook or a paste.
//!
//! Gives the whole list or every problem with its cell, never a part of a list. Guesses nothing: what can be read in two
//! ways is a problem that says both. Knows no guideline, and no wording: the page makes the sentences.

mod body;
mod full_time;
mod heads;
mod layout;
mod list;
mod numbers;
mod problem;
mod read;
mod totals;
mod words;

pub use list::{Column, FteUnit, MAX_SKIPPED, Skipped, SkippedKind, StaffAnswers, StaffList};
pub use problem::{MAX_NAME_BYTES, MAX_PRACTICES, MAX_STAFF_PROBLEMS, StaffProblemKind, StaffProblems};
pub use read::read;
