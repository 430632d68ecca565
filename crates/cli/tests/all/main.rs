//! The command, run as a program.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
mod bad_files;
mod command;
mod conditions;
mod protect;
mod refusals;
mod registers;
mod run;
mod said;
mod schema;
mod streams;
