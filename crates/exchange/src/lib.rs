//! Reads and writes what people have: numbers as Swedes write them, pasted tables, workbooks with live formulas.
//!
//! Knows of the core only its figures, no field of the page and no wording: an error is plain data, and the page makes
//! the sentence.

pub mod csv;
pub mod number;
pub mod paste;
pub mod workbook;
