//! An OpenDocument workbook to sheets. Repeated cells are counted against the limits before they are made, because a
//! few bytes may stand for sixteen thousand million cells.

use super::archive::Archive;
use super::gather::Gatherer;
use super::origin::{Block, Place};
use super::sheet::Day;
use super::{OpenError, Sheet, SheetCell};
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use rust_decimal::Decimal;
use std::io::BufReader;

/// The most spaces that one element writes.
const MAX_SPACES: usize = 1_000;

/// Every sheet.
///
/// # Errors
/// [`OpenError`]: damaged, empty, or beyond a limit.
pub(super) fn sheets(archive: &mut Archive) -> Result<Vec<Sheet>, OpenError> {
    let content = archive.by_name("content.xml").map_err(|_| OpenError::Damaged)?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut document = Document::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| OpenError::Damaged)? {
            Event::Start(element) => document.start(&element)?,
            Event::End(element) => document.end(element.name())?,
            Event::Text(text) => document.text(&text.xml10_content()),
            Event::CData(text) => document.text(&text.xml10_content()),
            Event::GeneralRef(reference) => document.reference(&reference),
            Event::Eof => return document.gatherer.sheets(),
            _ => {}
        }
    }
}

/// The document as far as it is read.
#[derive(Default)]
struct Document {
    gatherer: Gatherer,
    merged: Vec<Block>,
    row: usize,
    row_repeats: usize,
    /// How many columns were described.
    columns: usize,
    column: usize,
    /// What the row holds, with how often.
    cells: Vec<(usize, usize, SheetCell)>,
    cell: Option<OpenCell>,
    /// How deep in a comment, whose text is not the cell's.
    comment: usize,
    paragraph: bool,
}

/// A cell whose end is not read yet.
struct OpenCell {
    repeats: usize,
    rows: usize,
    columns: usize,
    typed: SheetCell,
    text: String,
}

impl Document {
    fn start(&mut self, element: &BytesStart) -> Result<(), OpenError> {
        match element.name().as_ref() {
            "table:table" => {
                (self.row, self.columns) = (0, 0);
                self.gatherer.sheet(&attribute(element, "table:name").unwrap_or_default())?;
            }
            "table:table-column" => {
                let repeats = number(element, "table:number-columns-repeated");
                let first = self.columns;
                self.columns = first.saturating_add(repeats);
                if is_hidden(element) {
                    self.gatherer.hidden().columns.push((first, self.columns - 1));
                }
            }
            "table:table-row" => {
                self.column = 0;
                self.row_repeats = number(element, "table:number-rows-repeated");
                if is_hidden(element) {
                    self.gatherer.hidden().hide_rows(self.row, self.row.saturating_add(self.row_repeats - 1));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(open_cell(element)),
            "office:annotation" => self.comment += 1,
            "text:p" if self.comment == 0 => self.paragraph(),
            "text:s" => self.text(&" ".repeat(number(element, "text:c").min(MAX_SPACES))),
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: QName) -> Result<(), OpenError> {
        match name.as_ref() {
            "table:table-cell" | "table:covered-table-cell" => self.close_cell(),
            "table:table-row" => self.close_row()?,
            "table:table" => {
                for block in std::mem::take(&mut self.merged) {
                    self.gatherer.merge(block)?;
                }
            }
            "office:annotation" => self.comment = self.comment.saturating_sub(1),
            "text:p" => self.paragraph = false,
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self) {
        self.paragraph = true;
        if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
            cell.text.push('\n');
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.paragraph && self.comment == 0) {
            cell.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef) {
        if let Some(text) = resolve_xml_entity(reference.as_ref()) {
            self.text(text);
        } else if let Ok(Some(letter)) = reference.resolve_char_ref() {
            self.text(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let first = Place::new(self.row, self.column);
        if cell.rows > 1 || cell.columns > 1 {
            let last =
                Place::new(first.row.saturating_add(cell.rows - 1), first.column.saturating_add(cell.columns - 1));
            self.merged.push(Block { first, last });
        }
        let value = if cell.typed.is_blank() { SheetCell::text(&cell.text) } else { cell.typed };
        if !value.is_blank() {
            self.cells.push((self.column, cell.repeats, value));
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    /// An empty row needs no room; a full one meets a limit before it is made too often.
    fn close_row(&mut self) -> Result<(), OpenError> {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(self.row_repeats) {
                for (column, repeats, cell) in &cells {
                    for column in *column..column.saturating_add(*repeats) {
                        self.gatherer.cell(Place::new(row, column), cell.clone())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

fn open_cell(element: &BytesStart) -> OpenCell {
    OpenCell {
        repeats: number(element, "table:number-columns-repeated"),
        rows: number(element, "table:number-rows-spanned"),
        columns: number(element, "table:number-columns-spanned"),
        typed: typed(element).unwrap_or_default(),
        text: String::new(),
    }
}

/// The cell's own number or date.
fn typed(element: &BytesStart) -> Option<SheetCell> {
    match attribute(element, "office:value-type")?.as_str() {
        kind @ ("float" | "percentage" | "currency") => {
            let value = attribute(element, "office:value")?;
            let value = Decimal::from_str_exact(&value).or_else(|_| Decimal::from_scientific(&value)).ok()?;
            Some(if kind == "percentage" { SheetCell::percent(value) } else { SheetCell::number(value) })
        }
        "date" => {
            let date = attribute(element, "office:date-value")?;
            let mut parts = date.get(..10)?.split('-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let day = Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
            Some(SheetCell::date(day))
        }
        _ => None,
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    attribute(element, "table:visibility").is_some_and(|seen| seen != "visible")
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(unescape(&attribute.value).ok()?.into_owned())
}

/// A number from one up; one where none is stated.
fn number(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
