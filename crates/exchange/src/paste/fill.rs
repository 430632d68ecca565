//! Lays a table onto a grid of fields. Does not read the cells.

use super::Table;

/// Where the cells of a table land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill<'a> {
    /// The cells inside the grid, row by row; one that is blank in the table is among them, with its blank text.
    pub inside: Vec<Placed<'a>>,
    /// How many cells of the table have no place in the grid.
    pub outside: usize,
}

/// One cell on the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// The grid's row, from 0.
    pub row: usize,
    /// The grid's column, from 0.
    pub column: usize,
    /// What the cell holds, as pasted.
    pub text: &'a str,
}

/// Lays `table` with its top left cell `at` (row, column) of a grid with `shape` (rows, columns).
///
/// Every cell of the table is either inside or counted as outside. Cells that a short row lacks are neither.
pub fn fill(table: &Table, at: (usize, usize), shape: (usize, usize)) -> Fill<'_> {
    let mut fill = Fill { inside: Vec::new(), outside: 0 };
    for (down, cells) in table.rows.iter().enumerate() {
        for (across, text) in cells.iter().enumerate() {
            match (place(at.0, down, shape.0), place(at.1, across, shape.1)) {
                (Some(row), Some(column)) => fill.inside.push(Placed { row, column, text }),
                _ => fill.outside += 1,
            }
        }
    }
    fill
}

fn place(start: usize, offset: usize, length: usize) -> Option<usize> {
    start.checked_add(offset).filter(|place| *place < length)
}
