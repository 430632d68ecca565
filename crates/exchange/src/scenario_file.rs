//! A scenario as a JSON file: the start model, the user's values by their keys, what the sources had in their place when
//! the file was written, and the practices of a region. The rules stand in `data/scenario.schema.json`. Knows no page.
mod content;
mod json;
mod members;
mod note;
mod practices;
mod problem;
mod read;
mod write;

pub use note::{Note, Opened};
pub use problem::{Fault, JsonKind, Problem};
pub use read::{MAX_BYTES, read};
pub use write::{Options, write};

/// The version of the format.
pub const VERSION: u64 = 1;

/// What the file calls itself.
const FORMAT: &str = "viktat-scenario";
/// The name of the schema; a name, not an address, as the page asks nobody for anything.
const SCHEMA: &str = "urn:viktat:scenario:1";
