//! Which rows and columns of a workbook's sheet are hidden, and which of them hold anything. Reads no cell.

use super::origin::{Block, Place};
use super::sheet::LeftOut;
use std::collections::BTreeSet;

/// The hidden rows and columns of a sheet, from 0, and what was left out of them.
#[derive(Clone, Debug, Default)]
pub(super) struct HiddenParts {
    rows: Vec<(usize, usize)>,
    pub(super) columns: Vec<(usize, usize)>,
    rows_with_cells: BTreeSet<usize>,
    columns_with_cells: BTreeSet<usize>,
    last: Option<Place>,
}

impl HiddenParts {
    /// Hides the next rows, from the first to the last; rows come in their order.
    pub(super) fn hide_rows(&mut self, from: usize, to: usize) {
        match self.rows.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(from) => *last = to,
            _ => self.rows.push((from, to)),
        }
    }

    /// Whether the cell is hidden, and so left out. Cells that are not hidden are noted too.
    pub(super) fn leaves_out(&mut self, place: Place) -> bool {
        let last = self.last.unwrap_or(place);
        self.last = Some(Place::new(last.row.max(place.row), last.column.max(place.column)));
        let after = self.rows.partition_point(|(_, end)| *end < place.row);
        let in_row = self.rows.get(after).is_some_and(|(first, _)| *first <= place.row);
        let in_column = self.columns.iter().any(|(first, end)| (*first..=*end).contains(&place.column));
        if in_row {
            self.rows_with_cells.insert(place.row);
        } else if in_column {
            self.columns_with_cells.insert(place.column);
        }
        in_row || in_column
    }

    /// The rows and columns that something was left out of.
    pub(super) fn left_out(&self) -> LeftOut {
        let Some(last) = self.last else { return LeftOut::default() };
        let rows = runs(&self.rows_with_cells);
        let rows = rows.map(|(from, to)| Block { first: Place::new(from, 0), last: Place::new(to, last.column) });
        let columns = runs(&self.columns_with_cells);
        let columns = columns.map(|(from, to)| Block { first: Place::new(0, from), last: Place::new(last.row, to) });
        LeftOut { rows: rows.collect(), columns: columns.collect() }
    }
}

/// Numbers that follow each other, as their first and last.
fn runs(numbers: &BTreeSet<usize>) -> impl Iterator<Item = (usize, usize)> + use<> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    runs.into_iter()
}
