//! Collects the cells of sheets as they are met, within the limits. Knows no file format.

use super::hidden_parts::HiddenParts;
use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_TEXT_BYTES};
use super::origin::{Block, Place};
use super::{OpenError, Sheet, SheetCell, sheet::Typed};

/// The sheets so far.
#[derive(Default)]
pub(super) struct Gatherer {
    sheets: Vec<Sheet>,
    hidden: HiddenParts,
    cells: usize,
    text: usize,
}

impl Gatherer {
    /// Begins a sheet.
    pub(super) fn sheet(&mut self, name: &str) -> Result<(), OpenError> {
        if self.sheets.len() == MAX_SHEETS {
            return Err(OpenError::TooManySheets { max: MAX_SHEETS });
        }
        self.close();
        self.sheets.push(Sheet { name: name.to_owned(), ..Sheet::default() });
        Ok(())
    }

    /// What is hidden of the sheet that was begun last, to be said before its cells.
    pub(super) fn hidden(&mut self) -> &mut HiddenParts {
        &mut self.hidden
    }

    /// Ends the sheet that was begun last.
    fn close(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.hidden = hidden.left_out();
        }
    }

    /// Puts a cell into the sheet that was begun last. A blank one needs no room.
    pub(super) fn cell(&mut self, place: Place, cell: SheetCell) -> Result<(), OpenError> {
        if cell.is_blank() || self.hidden.leaves_out(place) {
            return Ok(());
        }
        self.cells += 1;
        self.text += cell.text.len();
        if self.cells > MAX_CELLS {
            return Err(OpenError::TooManyCells { max: MAX_CELLS });
        }
        if self.text > MAX_TEXT_BYTES {
            return Err(OpenError::TooMuchText { max: MAX_TEXT_BYTES });
        }
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        check(sheet, place)?;
        if let Some(room) = room(sheet, place) {
            *room = cell;
        }
        Ok(())
    }

    /// Gives every cell of a merged block the text of its first cell, so that a heading stands over all its columns.
    /// A number is left alone: it was written once.
    pub(super) fn merge(&mut self, block: Block) -> Result<(), OpenError> {
        let Some(sheet) = self.sheets.last() else { return Ok(()) };
        let first = sheet.cell(block.first.row, block.first.column).filter(|cell| is_heading(cell)).cloned();
        let Some(first) = first else { return Ok(()) };
        let last_row = block.last.row.min(sheet.rows.len().saturating_sub(1));
        let last_column = block.last.column.min(sheet.rows.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1));
        for row in block.first.row..=last_row {
            for column in block.first.column..=last_column {
                self.cell(Place::new(row, column), first.clone())?;
            }
        }
        Ok(())
    }

    /// The sheets that hold anything.
    pub(super) fn sheets(mut self) -> Result<Vec<Sheet>, OpenError> {
        self.close();
        if self.cells == 0 { Err(OpenError::Empty) } else { Ok(self.sheets) }
    }
}

fn check(sheet: &Sheet, place: Place) -> Result<(), OpenError> {
    let name = || sheet.name.clone();
    if place.row >= MAX_ROWS {
        return Err(OpenError::TooManyRows { sheet: name(), max: MAX_ROWS });
    }
    if place.column >= MAX_COLUMNS {
        return Err(OpenError::TooManyColumns { sheet: name(), max: MAX_COLUMNS });
    }
    Ok(())
}

fn is_heading(cell: &SheetCell) -> bool {
    !cell.is_blank() && !matches!(cell.typed, Typed::Number(_))
}

/// The cell at the place, with blank cells before it where there were none.
fn room(sheet: &mut Sheet, place: Place) -> Option<&mut SheetCell> {
    if sheet.rows.len() <= place.row {
        sheet.rows.resize(place.row + 1, Vec::new());
    }
    let cells = sheet.rows.get_mut(place.row)?;
    if cells.len() <= place.column {
        cells.resize(place.column + 1, SheetCell::default());
    }
    cells.get_mut(place.column)
}
