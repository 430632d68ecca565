//! Numbers as people write them here: one reader, one writer.
//!
//! Knows nothing of what a number means; a unit such as `kr` is only a word that a field lets stand after it.

mod clean;
mod date;
mod digits;
mod error;
mod notation;
mod read;
mod shape;
mod write;

pub use clean::MAX_NUMBER_BYTES;
pub use error::NumberError;
pub use notation::Notation;
pub use read::{Limits, read_count, read_decimal};
pub use write::{Format, Sign, echo, write};
