//! Reads and writes what people have: numbers as Swedes write them, tables and files with their own lists, workbooks with
//! live formulas, whole scenarios as files and links.
//!
//! Knows no field of the page and no wording: an error is plain data, and the page makes the sentence. `number` and
//! `paste` know no payment model, and nothing of the rest, which the page loads as pieces of their own.

pub mod csv;
pub mod fingerprint;
pub mod import;
pub mod link;
pub mod number;
mod packed;
pub mod parquet_lines;
pub mod paste;
pub mod person_line;
pub mod qr;
pub mod region_json;
pub mod region_lists;
pub mod scenario_file;
pub mod sheet_lines;
pub mod sources;
pub mod staff_list;
pub mod workbook;
