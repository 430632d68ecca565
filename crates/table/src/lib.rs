//! What every reader of tables shares: which letters the bytes are, where lines end, what words in headings mean. Knows no
//! table and reads no number.

mod encoding;
mod lines;
pub mod words;

pub use encoding::{Decoder, Encoding, HEAD};
pub use lines::LineEnds;
