//! Reads and writes what people have: numbers as Swedes write them, pasted tables.
//!
//! Knows no payment model, no field of the page and no wording: an error is plain data, and the page makes the
//! sentence.

pub mod number;
pub mod paste;
