//! Finds the numbers of a table that was pasted with its headings. Does not say what a heading means.

use rust_decimal::Decimal;

use super::Table;
use crate::number::{Limits, Notation, NumberError, read_decimal};

/// The numbers of a table, and what was left of and above them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataBlock {
    /// How many rows above the block were taken for headings.
    pub header_rows: usize,
    /// How many columns to the left of the block were taken for labels.
    pub label_columns: usize,
    /// The rest, as pasted: a cell in it need not be a number.
    pub table: Table,
}

impl Table {
    /// The table without the headings above and the labels to the left; nothing if no cell is a number.
    ///
    /// The first row and the first column with a number span a corner. Headings are the rows above the corner down to
    /// the last with text over the number columns; labels are the columns left of it up to the last with text beside
    /// the number rows. So a band with a label and no number keeps its row, and blank cells before the first number
    /// keep their place. A heading that is itself a number (a year) is not known for one.
    ///
    /// A cell is a number if it reads as one in `notation`, or in two ways, or as one too large or with too many
    /// decimals for any field. `units` may stand after it.
    pub fn data_block(&self, notation: Notation, units: &[&str]) -> Option<DataBlock> {
        let limits = Limits { min: Decimal::MIN, max: Decimal::MAX, max_decimals: Decimal::MAX_SCALE, units };
        let kinds =
            Kinds(self.rows.iter().map(|row| row.iter().map(|c| kind(c, notation, &limits)).collect()).collect());
        let first_row = (0..self.rows.len()).find(|row| kinds.of_row(*row, 0) == CellKind::Number)?;
        let width = self.rows.iter().map(Vec::len).max()?;
        let first_column = (0..width).find(|column| kinds.of_column(*column, first_row) == CellKind::Number)?;
        let header_rows = up_to_last_text((0..first_row).map(|row| kinds.of_row(row, first_column)));
        let label_columns = up_to_last_text((0..first_column).map(|column| kinds.of_column(column, first_row)));
        let block = self.rows.iter().skip(header_rows);
        let rows = block.map(|row| row.iter().skip(label_columns).cloned().collect()).collect();
        Some(DataBlock { header_rows, label_columns, table: Table { rows } })
    }
}

/// What the cells of a table hold, by row.
struct Kinds(Vec<Vec<CellKind>>);

impl Kinds {
    /// The strongest kind in a row, from a column on.
    fn of_row(&self, row: usize, from: usize) -> CellKind {
        self.0.get(row).and_then(|cells| cells.iter().skip(from).max()).copied().unwrap_or(CellKind::Blank)
    }

    /// The strongest kind in a column, from a row on.
    fn of_column(&self, column: usize, from: usize) -> CellKind {
        self.0.iter().skip(from).filter_map(|row| row.get(column)).max().copied().unwrap_or(CellKind::Blank)
    }
}

/// What a cell holds, the weakest kind first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CellKind {
    Blank,
    Text,
    Number,
}

fn kind(cell: &str, notation: Notation, limits: &Limits) -> CellKind {
    use NumberError::{Ambiguous, Empty, Exponent, TooLarge, TooManyDecimals, TooSmall};
    match read_decimal(cell, notation, limits) {
        Ok(_)
        | Err(Ambiguous { .. } | Exponent { .. } | TooLarge { .. } | TooSmall { .. } | TooManyDecimals { .. }) => {
            CellKind::Number
        }
        // a unit alone reads as empty too, but is a heading
        Err(Empty) if cell.trim().is_empty() => CellKind::Blank,
        Err(_) => CellKind::Text,
    }
}

/// How many of the rows or columns there are up to the last that holds text.
fn up_to_last_text(mut lines: impl DoubleEndedIterator<Item = CellKind> + ExactSizeIterator) -> usize {
    lines.rposition(|kind| kind == CellKind::Text).map_or(0, |last| last + 1)
}
