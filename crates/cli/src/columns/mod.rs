//! Lists of persons in Parquet, with the headings and values of the CSV file: `practice`, `sex`, `age`, `conditions` and
//! `cost` or the like. What is read goes through the same checks as CSV text.
mod read;
mod write;

pub use read::read_parquet;
pub use write::{column, next, write_parquet};

#[cfg(test)]
mod round_trips;
