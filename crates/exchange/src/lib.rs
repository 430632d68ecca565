//! Reads and writes what people have: numbers as Swedes write them, pasted tables, whole scenarios as files and links.
//!
//! Knows no field of the page and no wording: an error is plain data, and the page makes the sentence. Numbers and
//! tables know no payment model either.

pub mod fingerprint;
pub mod link;
pub mod number;
mod packed;
pub mod paste;
pub mod qr;
pub mod scenario_file;
