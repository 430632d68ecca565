//! A whole scenario as a file that people can keep, send and read: versioned JSON, written in one way and read with
//! every problem at once. `data/scenario.schema.json` says the same of the format for other programs.
//!
//! An edited value stands there with the source's value at the time, so that a file opened later tells what has changed
//! since. Knows no file system and no wording.

mod apply;
mod codes;
mod content;
mod json;
mod members;
mod note;
mod problem;
mod read;
mod staffing;
mod version;
mod write;

pub(crate) use codes::band;
pub use note::{Entered, Note, Opened, Value};
pub use problem::{Fault, Kind, Problem};
pub use read::{MAX_BYTES, read};
pub use version::VERSION;
pub use write::{Options, write};

/// What the file calls itself.
const FORMAT: &str = "viktat-scenario";
/// The name of the schema of version 2; a name, not an address, as the page asks nobody for anything.
const SCHEMA: &str = "urn:viktat:scenario:2";
