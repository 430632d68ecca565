//! The mark of made-up persons in files: a column of its own, so that it stays where columns are cut, sorted or written by
//! another program, and every row has it. Its heading is `SYNTETISKA DATA`, after a colon the seed. A file is made up where
//! every row is marked, and somebody's own where none is; one of both kinds is refused, since rows of real persons would
//! else pass as made up. Does not know what a row holds else.
use super::words::{self, Column};
use crate::register::Origin;

/// The heading of the column, before the seed.
pub const MARK: &str = "SYNTETISKA DATA";

/// The heading of the column, where persons are made up.
pub fn mark(origin: Origin) -> Option<String> {
    match origin {
        Origin::Own => None,
        Origin::Synthetic { seed: None } => Some(MARK.to_owned()),
        Origin::Synthetic { seed: Some(seed) } => Some([MARK, ":", &seed.to_string()].concat()),
    }
}

/// What stands in each row of the column.
pub const MARKED: &str = "1";

/// Where the persons come from, if the heading is the mark and every row has it.
pub(super) fn origin(heading: &str) -> Option<Origin> {
    let (name, seed) = heading.split_once(':').unwrap_or((heading, ""));
    (words::column(name) == Some(Column::Synthetic)).then(|| Origin::Synthetic { seed: seed.trim().parse().ok() })
}

/// Whether the field of a row marks its person as made up. What is no yes marks nobody.
pub(super) fn is_marked(field: &[u8]) -> bool {
    field == MARKED.as_bytes() || std::str::from_utf8(field).is_ok_and(words::is_yes)
}

/// What the rows so far say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    has_marked: bool,
    /// The first that is not marked.
    unmarked: Option<u64>,
}

impl Marks {
    #[inline]
    pub(super) fn note(&mut self, is_marked: bool, row: u64) {
        if is_marked {
            self.has_marked = true;
        } else if self.unmarked.is_none() {
            self.unmarked = Some(row);
        }
    }

    /// Where the persons come from by the rows and the heading; the first row without the mark where others have it.
    pub(super) fn origin(self, heading: Origin) -> Result<Origin, u64> {
        match (heading, self.has_marked, self.unmarked) {
            (Origin::Own, ..) | (_, false, _) => Ok(Origin::Own),
            (made, true, None) => Ok(made),
            (_, true, Some(row)) => Err(row),
        }
    }
}

/// The column's end of a heading line and of a row; nothing where nobody is made up.
pub(super) fn ends(origin: Origin) -> (String, String) {
    mark(origin).map_or_else(Default::default, |heading| ([";", &heading].concat(), [";", MARKED].concat()))
}
