//! A pasted text as rows of cells. Does not read the cells.

use super::PasteError;
use super::cells::each_cell;

/// The largest text taken, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// The most rows taken.
pub const MAX_ROWS: usize = 5_000;
/// The most columns taken.
pub const MAX_COLUMNS: usize = 200;

/// Rows of cells, as pasted: rows may differ in length, and a cell keeps its white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The cells by row.
    pub rows: Vec<Vec<String>>,
}

/// Reads a spreadsheet's clipboard text: columns parted by tabs, or by semicolons if the text has no tab.
///
/// Lines may end in CRLF, LF or CR. A cell that begins with a quotation mark may hold separators, line breaks (kept as
/// LF) and doubled quotation marks. A byte order mark and the break after the last line are dropped; a blank line
/// elsewhere is a row with one empty cell.
///
/// # Errors
/// [`PasteError`]: the text's size is checked before anything is read, rows and columns before the table is built.
pub fn read_table(text: &str) -> Result<Table, PasteError> {
    if text.len() > MAX_BYTES {
        return Err(PasteError::TooLarge { bytes: text.len(), max: MAX_BYTES });
    }
    let lines = with_line_feeds(text);
    let delimiter = if lines.contains('\t') { b'\t' } else { b';' };
    check_size(&lines, delimiter)?;
    let mut rows = vec![Vec::new()];
    each_cell(&lines, delimiter, |cell, row_ends| {
        if let Some(row) = rows.last_mut() {
            row.push(String::from_utf8_lossy(cell).into_owned());
        }
        if row_ends {
            rows.push(Vec::new());
        }
    })?;
    rows.pop();
    Ok(Table { rows })
}

/// No byte order mark, one kind of line break, one at the end.
pub(crate) fn with_line_feeds(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = String::with_capacity(text.len() + 1);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_return = letter == '\r';
        if is_return {
            letters.next_if_eq(&'\n');
        }
        lines.push(if is_return { '\n' } else { letter });
    }
    if !lines.ends_with('\n') {
        lines.push('\n');
    }
    lines
}

fn check_size(lines: &str, delimiter: u8) -> Result<(), PasteError> {
    let (mut rows, mut columns, mut column, mut blank) = (0, 0, 0, true);
    each_cell(lines, delimiter, |cell, row_ends| {
        column += 1;
        columns = columns.max(column);
        blank = blank && String::from_utf8_lossy(cell).trim().is_empty();
        if row_ends {
            rows += 1;
            column = 0;
        }
    })?;
    match (rows, columns) {
        (rows, _) if rows > MAX_ROWS => Err(PasteError::TooManyRows { rows, max: MAX_ROWS }),
        (_, columns) if columns > MAX_COLUMNS => Err(PasteError::TooManyColumns { columns, max: MAX_COLUMNS }),
        _ if blank => Err(PasteError::Empty),
        _ => Ok(()),
    }
}
