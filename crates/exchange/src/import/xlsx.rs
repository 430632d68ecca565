//! An XLSX workbook to sheets, cell by cell. Reads values, never formulas; a hidden sheet is left out, since nobody who
//! gives the file away has it in view.

use super::gather::Gatherer;
use super::limits::MAX_CELLS;
use super::origin::{Block, Place};
use super::sheet::{Day, Typed};
use super::xlsx_marks::{CellMark, WorkbookMarks};
use super::{OpenError, Sheet, SheetCell, archive};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::io::Cursor;

/// The cell as it shows itself.
fn marked(cell: SheetCell, mark: Option<CellMark>) -> SheetCell {
    match (mark, cell.typed) {
        (Some(CellMark::Percent), Typed::Number(share)) => SheetCell::percent(share),
        (Some(CellMark::NoResult), _) if cell.is_blank() => SheetCell { text: String::new(), typed: Typed::NoResult },
        _ => cell,
    }
}

/// The bytes as a workbook.
pub(super) type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Every visible sheet with anything in it.
///
/// # Errors
/// [`OpenError`]: damaged, empty, or beyond a limit.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, OpenError> {
    let mut workbook = open(bytes)?;
    let mut marks = WorkbookMarks::new(archive::open(bytes)?.0);
    let mut gatherer = Gatherer::default();
    for name in visible(&workbook) {
        gatherer.sheet(&name)?;
        let mut cells: HashMap<Place, CellMark> = HashMap::new();
        *gatherer.hidden() = marks.sheet(&name, |place, mark| {
            if cells.len() < MAX_CELLS {
                cells.insert(place, mark);
            }
        })?;
        each_cell(&mut workbook, &name, |place, cell| gatherer.cell(place, marked(cell, cells.remove(&place))))?;
        // calamine passes over formulas without a result
        let mut without: Vec<Place> =
            cells.into_iter().filter(|(_, mark)| *mark == CellMark::NoResult).map(|(place, _)| place).collect();
        without.sort_unstable();
        for place in without {
            gatherer.cell(place, SheetCell { text: String::new(), typed: Typed::NoResult })?;
        }
        for merged in workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            gatherer.merge(block(merged))?;
        }
    }
    gatherer.sheets()
}

/// The workbook, its shared texts read.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook<'_>, OpenError> {
    Xlsx::new(Cursor::new(bytes)).map_err(|_| OpenError::Damaged)
}

/// The names of the sheets of cells that are not hidden.
pub(super) fn visible(workbook: &Workbook) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    let seen = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    seen.map(|sheet| sheet.name.clone()).collect()
}

/// Calls `visit` with every cell of a sheet in the order of the file.
pub(super) fn each_cell(
    workbook: &mut Workbook,
    name: &str,
    mut visit: impl FnMut(Place, SheetCell) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| OpenError::Damaged)?;
    while let Some(cell) = cells.next_cell().map_err(|_| OpenError::Damaged)? {
        let (row, column) = cell.get_position();
        let place = Place::new(row as usize, column as usize);
        visit(place, sheet_cell(cell.get_value()))?;
    }
    Ok(())
}

fn block(merged: Dimensions) -> Block {
    let place = |(row, column): (u32, u32)| Place::new(row as usize, column as usize);
    Block { first: place(merged.start), last: place(merged.end) }
}

fn sheet_cell(value: &DataRef) -> SheetCell {
    match value {
        DataRef::String(text) => SheetCell::text(text),
        DataRef::SharedString(text) => SheetCell::text(text),
        DataRef::Int(number) => SheetCell::number(Decimal::from(*number)),
        DataRef::Float(number) => number_cell(*number),
        DataRef::DateTime(date) => date_cell(date),
        DataRef::Empty => SheetCell::default(),
        DataRef::Bool(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) | DataRef::Error(_) => {
            SheetCell::text(&Data::from(value.clone()).to_string())
        }
    }
}

/// The number with the fifteen digits that a spreadsheet shows; one too large for the number type stays text.
fn number_cell(number: f64) -> SheetCell {
    match Decimal::try_from(number) {
        Ok(value) => SheetCell::number(value),
        Err(_) => SheetCell::text(&number.to_string()),
    }
}

fn date_cell(date: &ExcelDateTime) -> SheetCell {
    if !date.is_datetime() {
        return number_cell(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let day = Day { year, month, day };
    SheetCell { typed: Typed::Date(day), ..SheetCell::date(day) }
}
