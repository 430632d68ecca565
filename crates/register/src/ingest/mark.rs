//! The mark of made-up persons in files: a column of its own, so that it stays where columns are cut, sorted or written by
//! another program, and every row has it. Its heading is `SYNTETISKA DATA`, after a colon the seed. Reads no row: a file
//! with the column is made up.
use super::words::{self, Column};
use crate::register::Origin;

const HEADING: &str = "SYNTETISKA DATA";

/// The heading of the column, where persons are made up.
pub fn mark(origin: Origin) -> Option<String> {
    match origin {
        Origin::Own => None,
        Origin::Synthetic { seed: None } => Some(HEADING.to_owned()),
        Origin::Synthetic { seed: Some(seed) } => Some([HEADING, ":", &seed.to_string()].concat()),
    }
}

/// What stands in each row of the column.
pub const MARKED: &str = "1";

/// Where the persons come from, if the heading is the mark.
pub(super) fn origin(heading: &str) -> Option<Origin> {
    let (name, seed) = heading.split_once(':').unwrap_or((heading, ""));
    (words::column(name) == Some(Column::Synthetic)).then(|| Origin::Synthetic { seed: seed.trim().parse().ok() })
}

/// The column's end of a heading line and of a row; nothing where nobody is made up.
pub(super) fn ends(origin: Origin) -> (String, String) {
    mark(origin).map_or_else(Default::default, |heading| ([";", &heading].concat(), [";", MARKED].concat()))
}
