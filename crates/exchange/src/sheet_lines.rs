//! Sheets of a workbook as the lines of a list, so that the reader of a region's lists reads them with every check. Knows
//! no columns.
use crate::import::{LeftOut, LookAlikes, OpenError, Sheet, open_with};
use register::ingest::{Outcome, Reader, of_sheets};

/// A sheet as lines: semicolons, UTF-8, the sheet's rows in their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLines {
    /// What the sheet is called.
    pub name: String,
    /// Its text.
    pub lines: Vec<u8>,
    /// Hidden rows and columns with something in them, which are left out.
    pub hidden: u64,
}

/// Whether the file that begins so is no text, or one under another name: it is opened by [`sheet_lines`], which says
/// what it is.
pub fn is_workbook(head: &[u8]) -> bool {
    let begins = |mark: &[u8]| head.starts_with(mark);
    begins(b"PK\x03\x04") || begins(b"\xd0\xcf\x11\xe0") || head.trim_ascii_start().starts_with(b"<")
}

/// The sheets that are not hidden.
///
/// # Errors
/// [`OpenError`]: the file is no workbook that is read, or larger than is opened whole.
pub fn sheet_lines(bytes: &[u8]) -> Result<Vec<SheetLines>, OpenError> {
    // values that look like identity numbers are asked about by the reader of lines, which knows the columns
    let sheets = open_with("", bytes, LookAlikes::AreOthers)?;
    Ok(sheets
        .iter()
        .map(|sheet| SheetLines { name: sheet.name.clone(), lines: lines(sheet), hidden: hidden(sheet) })
        .collect())
}

/// What the sheets hold, each read by a reader of its own: the persons of the only one that has any.
pub fn read_sheets(sheets: Vec<SheetLines>, reader: impl Fn() -> Reader) -> Outcome {
    of_sheets(sheets.into_iter().map(|sheet| {
        let mut reader = reader();
        reader.push(&sheet.lines);
        (sheet.name, sheet.hidden, reader.finish())
    }))
}

fn hidden(sheet: &Sheet) -> u64 {
    let LeftOut { rows, columns } = &sheet.hidden;
    let rows = rows.iter().map(|block| block.last.row - block.first.row + 1);
    let columns = columns.iter().map(|block| block.last.column - block.first.column + 1);
    rows.chain(columns).fold(0, |all, some| all + u64::try_from(some).unwrap_or(0))
}

fn lines(sheet: &Sheet) -> Vec<u8> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = String::new();
    for row in &sheet.rows {
        let last = row.iter().rposition(|cell| !cell.is_blank());
        // a title or a remark stands alone in its row
        let fields = match last {
            None => 0,
            Some(0) => 1,
            Some(_) => width,
        };
        for place in 0..fields {
            if place > 0 {
                lines.push(';');
            }
            let text = row.get(place).map_or("", |cell| cell.text.as_str());
            quote(text, &mut lines);
        }
        lines.push('\n');
    }
    lines.into_bytes()
}

fn quote(text: &str, lines: &mut String) {
    let text = text.replace(['\r', '\n'], " ");
    if text.contains([';', '"']) {
        lines.push('"');
        lines.push_str(&text.replace('"', "\"\""));
        lines.push('"');
    } else {
        lines.push_str(&text);
    }
}
