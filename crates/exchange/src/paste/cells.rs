//! Walks the cells of delimited text. Knows the quoting rules (from `csv-core`) and keeps nothing.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder, Terminator};

use super::PasteError;

/// Calls `visit` with each cell's text and whether its row ends there. Rows are numbered from 1 in errors.
///
/// `lines` has line feeds only, one at its end.
pub(crate) fn each_cell(lines: &str, delimiter: u8, mut visit: impl FnMut(&[u8], bool)) -> Result<(), PasteError> {
    let mut reader = reader(delimiter);
    let mut cell = vec![0; lines.len()];
    let mut rest = lines.as_bytes();
    let mut row = 1;
    let mut row_starts = true;
    while !rest.is_empty() {
        // csv-core skips blank lines, but in a pasted column a blank line is an empty cell
        if let (true, Some(after)) = (row_starts, rest.strip_prefix(b"\n")) {
            visit(b"", true);
            rest = after;
        } else {
            let (result, read, written) = reader.read_field(rest, &mut cell);
            // the text ends with a line feed, so only a quoted cell can run out of text
            let ReadFieldResult::Field { record_end } = result else { return Err(PasteError::UnclosedQuote { row }) };
            visit(cell.get(..written).unwrap_or_default(), record_end);
            rest = rest.get(read..).unwrap_or_default();
            row_starts = record_end;
        }
        row += usize::from(row_starts);
    }
    Ok(())
}

fn reader(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).build()
}
