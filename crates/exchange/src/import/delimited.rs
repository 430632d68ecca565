//! Delimited text to a sheet: finds the delimiter by which the rows agree. Does not read the cells.

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use super::{OpenError, Sheet, SheetCell};
use crate::paste::{PasteError, cells::each_cell, table::with_line_feeds};

/// The delimiters that are tried; the earlier wins where two fit as well.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Of each twenty rows so many must agree, where it would be strange that they do.
const MOST_AGREE: usize = 15;
/// How many bytes from the start decide.
const SAMPLE_BYTES: usize = 64_000;

/// The sheet of a delimited text, by the name that it is to have.
///
/// # Errors
/// [`OpenError`]: too many rows, columns or cells, or a quotation mark that is never closed.
pub(super) fn sheet(name: &str, text: &str) -> Result<Sheet, OpenError> {
    if text.chars().all(|c| c.is_whitespace() || DELIMITERS.iter().any(|delimiter| c == char::from(*delimiter))) {
        return Err(OpenError::Empty);
    }
    let lines = with_line_feeds(text);
    let (delimiter, lines) = match stated_delimiter(&lines) {
        Some(stated) => stated,
        None => (delimiter(sample(&lines)), lines.as_str()),
    };
    let spaced = parted_by_spaces(lines, delimiter);
    let (delimiter, lines) = spaced.as_deref().map_or((delimiter, lines), |lines| (b'\t', lines));
    let mut rows = Rows { name, ..Rows::default() };
    each_cell(lines, delimiter, |cell, row_ends| rows.push(cell, row_ends)).map_err(unclosed)?;
    rows.sheet()
}

/// Excel's own `sep=;` in the first line, and what follows it.
fn stated_delimiter(lines: &str) -> Option<(u8, &str)> {
    let (first, rest) = lines.split_once('\n')?;
    let mark = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    match mark.as_bytes() {
        [delimiter] => Some((*delimiter, rest)),
        _ => None,
    }
}

/// The beginning of the text, up to the end of a line.
pub(super) fn sample(lines: &str) -> &str {
    let head = lines.get(..lines.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(lines);
    head.rfind('\n').and_then(|end| head.get(..=end)).unwrap_or(head)
}

/// The delimiter by which most rows have the same number of cells.
pub(super) fn delimiter(lines: &str) -> u8 {
    let scored = DELIMITERS.iter().rev().map(|delimiter| (agreement(lines, *delimiter), *delimiter));
    // of equals the last is taken, so the list is gone through from its end
    scored.max_by_key(|(score, _)| *score).map_or(b'\t', |(_, delimiter)| delimiter)
}

/// The text with tabs in the place of several spaces, where only these part its cells, as in what is copied from a PDF.
fn parted_by_spaces(lines: &str, delimiter: u8) -> Option<String> {
    if agreement(sample(lines), delimiter) > 0 {
        return None;
    }
    let part = |line: &str| {
        let cells = line.trim().split("  ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join("\t")
    };
    let parted: String = lines.lines().map(|line| part(line) + "\n").collect();
    (agreement(sample(&parted), b'\t') >= MOST_AGREE).then_some(parted)
}

/// Parts the cells of a sheet of which all stands in one column, as where Excel opens a file by another delimiter.
pub(super) fn part_single_column(sheet: &mut Sheet) {
    let is_single = sheet.rows.len() > 2 && sheet.rows.iter().all(|row| row.len() <= 1);
    let texts = sheet.rows.iter().map(|row| row.iter().find(|cell| !cell.is_blank()).map_or("", |cell| &cell.text));
    let lines = texts.collect::<Vec<_>>().join("\n");
    let delimiter = delimiter(sample(&lines));
    let is_whole = lines.split('\n').count() == sheet.rows.len() && !lines.contains('"');
    if is_single && is_whole && agreement(sample(&lines), delimiter) >= MOST_AGREE {
        let cells = |line: &str| line.split(char::from(delimiter)).map(SheetCell::text).collect();
        sheet.rows = lines.split('\n').map(cells).collect();
    }
}

/// Of each twenty rows that are not blank, how many have the most usual number of cells, if that is above one.
fn agreement(lines: &str, delimiter: u8) -> usize {
    let mut counts: Vec<usize> = Vec::new();
    let (mut cells, mut blank) = (0, true);
    // a quotation mark may be cut off at the end of the sample, so what was read until then decides
    let _ = each_cell(lines, delimiter, |cell, row_ends| {
        cells += 1;
        blank = blank && cell.iter().all(u8::is_ascii_whitespace);
        if row_ends {
            if !blank {
                counts.push(cells);
            }
            (cells, blank) = (0, true);
        }
    });
    let same = |count: usize| counts.iter().filter(|other| **other == count).count();
    let usual = counts.iter().filter(|count| **count > 1).map(|count| same(*count)).max().unwrap_or(0);
    (20 * usual).checked_div(counts.len()).unwrap_or(0)
}

fn unclosed(error: PasteError) -> OpenError {
    match error {
        PasteError::UnclosedQuote { row } => OpenError::UnclosedQuote { row },
        _ => OpenError::NotATable,
    }
}

/// The rows so far, and the first limit that was passed.
#[derive(Default)]
struct Rows<'a> {
    name: &'a str,
    rows: Vec<Vec<SheetCell>>,
    row: Vec<SheetCell>,
    cells: usize,
    fault: Option<OpenError>,
}

impl Rows<'_> {
    fn push(&mut self, cell: &[u8], row_ends: bool) {
        if self.fault.is_some() {
            return;
        }
        self.row.push(SheetCell::text(&String::from_utf8_lossy(cell)));
        self.cells += 1;
        if row_ends {
            self.rows.push(std::mem::take(&mut self.row));
        }
        self.fault = self.passed_limit();
    }

    fn passed_limit(&self) -> Option<OpenError> {
        let sheet = || self.name.to_owned();
        if self.rows.len() > MAX_ROWS {
            Some(OpenError::TooManyRows { sheet: sheet(), max: MAX_ROWS })
        } else if self.row.len() > MAX_COLUMNS {
            Some(OpenError::TooManyColumns { sheet: sheet(), max: MAX_COLUMNS })
        } else if self.cells > MAX_CELLS {
            Some(OpenError::TooManyCells { max: MAX_CELLS })
        } else {
            None
        }
    }

    fn sheet(mut self) -> Result<Sheet, OpenError> {
        match self.fault.take() {
            Some(fault) => Err(fault),
            None if self.rows.iter().flatten().all(SheetCell::is_blank) => Err(OpenError::Empty),
            None => Ok(Sheet { name: self.name.to_owned(), rows: self.rows, ..Sheet::default() }),
        }
    }
}
