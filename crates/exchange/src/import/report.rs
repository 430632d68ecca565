//! Notes and problems as they come up, with the text of the cells that they are about. Decides nothing.

use super::origin::{Origin, Place};
use super::reading::{Note, Problem, ProblemKind, shown};
use super::sheet::Sheet;

/// What is to be said of one sheet.
pub(super) struct Report<'a> {
    /// The sheet's position.
    pub(super) sheet: usize,
    cells: &'a Sheet,
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Report<'a> {
    pub(super) fn new(sheet: usize, cells: &'a Sheet) -> Self {
        Self { sheet, cells, notes: Vec::new(), problems: Vec::new() }
    }

    /// One cell as an origin.
    pub(super) fn origin(&self, place: Place) -> Origin {
        Origin::cell(self.sheet, place)
    }

    /// Several cells as an origin.
    pub(super) fn origins(&self, places: impl IntoIterator<Item = Place>) -> Origin {
        Origin::cells(self.sheet, places)
    }

    /// What the cell says, cut short.
    pub(super) fn text(&self, place: Place) -> String {
        self.cells.cell(place.row, place.column).map(|cell| shown(&cell.text)).unwrap_or_default()
    }

    /// Adds a problem with the cell.
    pub(super) fn problem(&mut self, place: Place, kind: ProblemKind) {
        let problem = Problem { origin: self.origin(place), text: self.text(place), kind };
        self.problems.push(problem);
    }
}
