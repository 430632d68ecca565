//! Lists of persons from whole files: text as it is, the rows of an XLSX one by one, other workbooks sheet by sheet.

use super::outcome::{PersonError, PersonNote, PersonReading};
use super::reader::PersonReader;
use crate::import::archive::Archive;
use crate::import::gather::Gatherer;
use crate::import::hidden_parts::HiddenParts;
use crate::import::limits::{MAX_COLUMNS, MAX_LIST_ROWS};
use crate::import::origin::Place;
use crate::import::sheet::{LeftOut, Sheet, SheetCell, Typed};
use crate::import::xlsx_marks::WorkbookMarks;
use crate::import::{
    Answers, OpenError, Target, UnreadKind, archive, decode, delimited, holds_persons, ods, shown, source, xlsx,
};
use model::identity_number::looks_like_identity_number;
use std::borrow::Cow;

/// Counts the persons of a file, be it text or a workbook; of a workbook the first sheet with headings for them.
///
/// # Errors
/// [`PersonError`]: the file is not opened, or no list is found in it.
pub fn persons(bytes: &[u8], target: &Target, answers: &Answers) -> Result<PersonReading, PersonError> {
    if let Some(kind) = source::unread_kind(bytes) {
        return Err(PersonError::Open(OpenError::Unread(kind)));
    }
    if !archive::is_archive(bytes) {
        let mut reader = PersonReader::new(target, answers);
        reader.push(bytes);
        return reader.finish();
    }
    let (mut parts, kind) = archive::open(bytes).map_err(PersonError::Open)?;
    match kind {
        archive::WorkbookKind::Xlsx => persons_of_xlsx(bytes, parts, target, answers),
        archive::WorkbookKind::Ods => {
            let sheets = ods::sheets(&mut parts).map_err(PersonError::Open)?;
            first_list(sheets.iter().map(|sheet| persons_of_sheet(sheet, target, answers)))
        }
        archive::WorkbookKind::Xlsb => Err(PersonError::Open(OpenError::Unread(UnreadKind::Xlsb))),
    }
}

/// How much of a file is looked at to tell what it holds.
const SAMPLE_BYTES: usize = 64_000;
const SAMPLE_ROWS: usize = 40;

/// Whether a file holds a list of persons, by its beginning (a text file need not be longer than that here): such a file
/// is for [`persons`] or the [`PersonReader`], since it may be longer than what is opened whole.
pub fn is_list(bytes: &[u8], target: &Target) -> bool {
    let sheets = if archive::is_archive(bytes) { workbook_samples(bytes) } else { text_sample(bytes) };
    sheets.is_some_and(|sheets| sheets.iter().any(|sheet| holds_persons(sheet, target)))
}

fn text_sample(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let head = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    // a cut character would make the whole another encoding
    let end = if head.len() < bytes.len() { head.iter().rposition(|byte| *byte == b'\n') } else { None };
    let text = decode::text(head.get(..end.unwrap_or(head.len()))?).ok()?;
    Some(vec![delimited::sheet("", &text).ok()?])
}

fn workbook_samples(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let (mut parts, kind) = archive::open(bytes).ok()?;
    if kind != archive::WorkbookKind::Xlsx {
        return ods::sheets(&mut parts).ok().filter(|_| kind == archive::WorkbookKind::Ods);
    }
    let mut workbook = xlsx::open(bytes).ok()?;
    let mut gatherer = Gatherer::default();
    for name in xlsx::visible(&workbook) {
        gatherer.sheet(&name).ok()?;
        let visit = |place: Place, cell: SheetCell| match place.row {
            ..SAMPLE_ROWS => gatherer.cell(place, cell),
            // the error only ends the reading
            _ => Err(OpenError::Empty),
        };
        let _ = xlsx::each_cell(&mut workbook, &name, visit);
    }
    gatherer.sheets().ok()
}

/// Counts the persons of a sheet that is open already.
///
/// # Errors
/// [`PersonError`]: no list is found in it.
pub fn persons_of_sheet(sheet: &Sheet, target: &Target, answers: &Answers) -> Result<PersonReading, PersonError> {
    let mut reader = PersonReader::new(target, answers);
    for row in &sheet.rows {
        let texts: Vec<Cow<str>> = row.iter().map(plain_text).collect();
        reader.push_row(&texts.iter().map(|text| &**text).collect::<Vec<_>>());
    }
    reader.finish().map(|reading| with_hidden(reading, &sheet.name, &sheet.hidden))
}

/// The reading with what was hidden in its sheet. A name that looks like an identity number is not repeated.
fn with_hidden(mut reading: PersonReading, name: &str, hidden: &LeftOut) -> PersonReading {
    let sheet = || if looks_like_identity_number(name.as_bytes()) { "\u{2026}".to_owned() } else { shown(name) };
    let rows = hidden.rows.iter().map(|block| block.last.row - block.first.row + 1).sum::<usize>() as u64;
    let columns = hidden.columns.iter().map(|block| block.last.column - block.first.column + 1).sum::<usize>() as u64;
    if rows > 0 {
        reading.notes.push(PersonNote::RowsHidden { sheet: sheet(), rows });
    }
    if columns > 0 {
        reading.notes.push(PersonNote::ColumnsHidden { sheet: sheet(), columns });
    }
    reading
}

/// The first that has headings for persons; else why the last has not.
fn first_list(
    readings: impl Iterator<Item = Result<PersonReading, PersonError>>,
) -> Result<PersonReading, PersonError> {
    let mut last = Err(PersonError::Open(OpenError::Empty));
    for reading in readings {
        if !matches!(reading, Err(PersonError::NoHeadings { .. })) {
            return reading;
        }
        last = reading;
    }
    last
}

fn persons_of_xlsx(
    bytes: &[u8],
    parts: Archive,
    target: &Target,
    answers: &Answers,
) -> Result<PersonReading, PersonError> {
    let mut workbook = xlsx::open(bytes).map_err(PersonError::Open)?;
    let mut marks = WorkbookMarks::new(parts);
    let names = xlsx::visible(&workbook);
    first_list(names.iter().map(|name| {
        let hidden = marks.hidden(name).map_err(PersonError::Open)?;
        let mut rows = RowsOfCells { reader: PersonReader::new(target, answers), hidden, row: 0, cells: Vec::new() };
        xlsx::each_cell(&mut workbook, name, |place, cell| rows.cell(place, &cell)).map_err(PersonError::Open)?;
        rows.finish(name)
    }))
}

/// Gathers the cells of a row before the reader gets it.
struct RowsOfCells {
    reader: PersonReader,
    hidden: HiddenParts,
    row: usize,
    cells: Vec<String>,
}

impl RowsOfCells {
    fn cell(&mut self, place: Place, cell: &SheetCell) -> Result<(), OpenError> {
        if place.column >= MAX_COLUMNS {
            return Err(OpenError::TooManyColumns { sheet: String::new(), max: MAX_COLUMNS });
        }
        if place.row > MAX_LIST_ROWS {
            return Err(OpenError::TooManyRows { sheet: String::new(), max: MAX_LIST_ROWS });
        }
        if place.row < self.row {
            return Err(OpenError::Damaged);
        }
        if !cell.is_blank() && self.hidden.leaves_out(place) {
            return Ok(());
        }
        while self.row < place.row {
            self.flush();
        }
        if self.cells.len() <= place.column {
            self.cells.resize(place.column + 1, String::new());
        }
        if let Some(room) = self.cells.get_mut(place.column) {
            *room = plain_text(cell).into_owned();
        }
        Ok(())
    }

    fn flush(&mut self) {
        self.reader.push_row(&self.cells.iter().map(String::as_str).collect::<Vec<_>>());
        self.cells.clear();
        self.row += 1;
    }

    fn finish(mut self, name: &str) -> Result<PersonReading, PersonError> {
        self.flush();
        let reading = self.reader.finish()?;
        Ok(with_hidden(reading, name, &self.hidden.left_out()))
    }
}

/// A number of its own is written so that no mark in it can be taken for another.
fn plain_text(cell: &SheetCell) -> Cow<'_, str> {
    match cell.typed {
        Typed::Number(number) if number.scale() == 3 => Cow::Owned(format!("{}0", cell.text)),
        _ => Cow::Borrowed(&cell.text),
    }
}
