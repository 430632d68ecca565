//! Reads and writes what people have: numbers as Swedes write them, pasted tables, files with their own lists.
//!
//! Knows no field of the page and no wording: an error is plain data, and the page makes the sentence. `number` and
//! `paste` know nothing of `import`, which the page loads as a piece of its own.

pub mod import;
pub mod number;
pub mod paste;
