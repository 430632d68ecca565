//! What calamine does not tell of an XLSX workbook's cells: which are hidden, which show a percentage, and which are formulas
//! without a saved result. Reads no value.

use super::OpenError;
use super::archive::Archive;
use super::hidden_parts::HiddenParts;
use super::origin::Place;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::{BufRead, BufReader};

/// What is told of a cell beside its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellMark {
    /// It shows a percentage.
    Percent,
    /// It is a formula without a result.
    NoResult,
}

/// What is told of the sheets of a workbook.
pub(super) struct WorkbookMarks<'a> {
    archive: Archive<'a>,
    /// The parts of the sheets by their names.
    parts: HashMap<String, String>,
    /// Of each style whether it shows percentages.
    percent: Vec<bool>,
}

impl<'a> WorkbookMarks<'a> {
    /// The names of the sheets' parts, and the styles. What is missing marks nothing.
    pub(super) fn new(mut archive: Archive<'a>) -> Self {
        let mut targets: HashMap<String, String> = HashMap::new();
        let _ = each(&mut archive, "xl/_rels/workbook.xml.rels", |element| {
            if element.local_name().as_ref() == "Relationship" {
                targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
            }
        });
        let mut parts = HashMap::new();
        let _ = each(&mut archive, "xl/workbook.xml", |element| {
            if element.local_name().as_ref() == "sheet" {
                let target = attribute(element, "id").and_then(|id| targets.get(&id));
                parts.extend(attribute(element, "name").zip(target.map(|target| part_named(target))));
            }
        });
        let percent = percent_styles(&mut archive);
        Self { archive, parts, percent }
    }

    /// What is hidden in a sheet. A sheet whose part nowhere has the word, as most, is not parsed for it.
    pub(super) fn hidden(&mut self, name: &str) -> Result<HiddenParts, OpenError> {
        let Some(part) = self.parts.get(name) else { return Ok(HiddenParts::default()) };
        let content = self.archive.by_name(part).map_err(|_| OpenError::Damaged)?;
        let may_hide = has_word(BufReader::with_capacity(1 << 16, content)).map_err(|_| OpenError::Damaged)?;
        if may_hide { self.sheet(name, |_, _| {}) } else { Ok(HiddenParts::default()) }
    }

    /// Calls `visit` with every mark of a cell, and gives what is hidden.
    pub(super) fn sheet(
        &mut self,
        name: &str,
        mut visit: impl FnMut(Place, CellMark),
    ) -> Result<HiddenParts, OpenError> {
        let mut found = HiddenParts::default();
        let Some(part) = self.parts.get(name).cloned() else { return Ok(found) };
        let (mut row, mut column): (usize, usize) = (0, 0);
        let mut cell = OpenCell::default();
        let percent = &self.percent;
        let content = self.archive.by_name(&part).map_err(|_| OpenError::Damaged)?;
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = xml.read_event_into(&mut buffer).map_err(|_| OpenError::Damaged)?;
            match &event {
                Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                    "col" if is_on(element, "hidden") => {
                        let end = |key| attribute(element, key).and_then(|text| text.parse::<usize>().ok());
                        if let (Some(first @ 1..), Some(last)) = (end("min"), end("max")) {
                            found.columns.push((first - 1, last.saturating_sub(1)));
                        }
                    }
                    "row" => {
                        let stated = attribute(element, "r").and_then(|text| text.parse().ok());
                        row = stated.unwrap_or(row + 1);
                        column = 0;
                        if is_on(element, "hidden") {
                            found.hide_rows(row.saturating_sub(1), row.saturating_sub(1));
                        }
                    }
                    "c" => {
                        column = attribute(element, "r").and_then(|text| column_of(&text)).unwrap_or(column) + 1;
                        let style = attribute(element, "s").and_then(|text| text.parse::<usize>().ok()).unwrap_or(0);
                        cell = OpenCell {
                            place: Place::new(row.saturating_sub(1), column - 1),
                            is_percent: percent.get(style) == Some(&true),
                            is_number: attribute(element, "t").is_none_or(|kind| kind == "n"),
                            ..OpenCell::default()
                        };
                    }
                    "f" => cell.has_formula = true,
                    "v" => cell.in_value = matches!(event, Event::Start(_)),
                    _ => {}
                },
                Event::Text(text) => cell.has_value |= cell.in_value && !text.is_empty(),
                Event::End(element) => match element.local_name().as_ref() {
                    "v" => cell.in_value = false,
                    "c" => cell.mark().into_iter().for_each(|mark| visit(cell.place, mark)),
                    "sheetData" => return Ok(found),
                    _ => {}
                },
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }
}

/// Whether the bytes have the word for what is hidden, or are in no encoding that it would be found in.
fn has_word(mut content: impl BufRead) -> std::io::Result<bool> {
    const WORD: &[u8] = b"hidden";
    let mut text: Vec<u8> = Vec::new();
    loop {
        let piece = content.fill_buf()?;
        let read = piece.len();
        text.extend_from_slice(piece);
        content.consume(read);
        let is_wide = text.starts_with(&[0xff, 0xfe]) || text.starts_with(&[0xfe, 0xff]);
        if is_wide || text.windows(WORD.len()).any(|window| window == WORD) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        // the word may be parted between two pieces
        text.drain(..text.len().saturating_sub(WORD.len() - 1));
    }
}

/// A cell whose end is not read yet.
struct OpenCell {
    place: Place,
    is_percent: bool,
    is_number: bool,
    has_formula: bool,
    has_value: bool,
    in_value: bool,
}

impl Default for OpenCell {
    fn default() -> Self {
        let place = Place::new(0, 0);
        Self { place, is_percent: false, is_number: false, has_formula: false, has_value: false, in_value: false }
    }
}

impl OpenCell {
    fn mark(&self) -> Option<CellMark> {
        match (self.has_value, self.has_formula) {
            (true, _) => (self.is_percent && self.is_number).then_some(CellMark::Percent),
            // an empty text is a result too
            (false, true) => self.is_number.then_some(CellMark::NoResult),
            (false, false) => None,
        }
    }
}

/// Calls `visit` with every element of a part.
fn each(archive: &mut Archive, part: &str, mut visit: impl FnMut(&BytesStart)) -> Option<()> {
    let content = archive.by_name(part).ok()?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => visit(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

fn percent_styles(archive: &mut Archive) -> Vec<bool> {
    let (mut formats, mut styles) = (Vec::new(), Vec::new());
    let mut in_cells = false;
    let _ = each(archive, "xl/styles.xml", |element| match element.local_name().as_ref() {
        "numFmt" => {
            let code = attribute(element, "formatCode").unwrap_or_default();
            // what stands between quotation marks is shown as it is
            let is_percent = code.split('"').step_by(2).any(|outside| outside.contains('%'));
            formats.extend(attribute(element, "numFmtId").filter(|_| is_percent));
        }
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            let id = attribute(element, "numFmtId").unwrap_or_default();
            styles.push(matches!(id.as_str(), "9" | "10") || formats.contains(&id));
        }
        _ => {}
    });
    styles
}

/// The part that a relationship of the workbook names.
fn part_named(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => ["xl/", target].concat(),
    }
}

fn is_on(element: &BytesStart, key: &str) -> bool {
    attribute(element, key).is_some_and(|text| text == "1" || text == "true")
}

/// The attribute by its name without a prefix.
fn attribute(element: &BytesStart, key: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == key)?;
    let text = found.value.as_ref();
    Some(quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned))
}

/// The column of a reference such as `BC12`, from 0.
fn column_of(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let number =
        letters.fold(0usize, |number, letter| number.saturating_mul(26).saturating_add(usize::from(letter - b'A') + 1));
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::has_word;
    use std::io::BufReader;

    #[test]
    fn the_word_is_found_wherever_pieces_are_parted() {
        for room in 1..30 {
            let has = |text: &'static str| has_word(BufReader::with_capacity(room, text.as_bytes())).unwrap();
            assert!(has(r#"<row r="1"/><row r="2" hidden="1"/><row/>"#), "{room}");
            assert!(!has(r#"<row r="1"/><row r="2" hiden="1"/><row/>"#), "{room}");
        }
    }
}
