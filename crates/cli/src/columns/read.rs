//! A Parquet file to persons. Knows nothing of what the columns hold.
use crate::{failure::Failure, progress, words, written::is_standard};
use exchange::parquet_lines::{ParquetFault, ValueFault, parquet_lines, parquet_lines_of};
use register::ingest::{Outcome, Reader};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// What the file holds, by the rules of a person list.
pub fn read_parquet(path: &Path, mut reader: Reader) -> Result<Outcome, Failure> {
    let fail = |error| Failure::file(path, error);
    let bar = progress::bar(0, "Reading");
    let mut take = |text: &[u8], (done, rows)| {
        reader.push(text);
        bar.set_length(rows);
        bar.set_position(done);
    };
    let read = if is_standard(path) {
        // the columns are found from the end, so the whole of it is needed
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(fail)?;
        parquet_lines_of(bytes, &mut take)
    } else {
        parquet_lines(File::open(path).map_err(fail)?, &mut take)
    };
    bar.finish_and_clear();
    read.map_err(|fault| Failure::content(format!("{}{}", path.display(), told(&fault))))?;
    Ok(reader.finish())
}

fn told(fault: &ParquetFault) -> String {
    match fault {
        ParquetFault::Broken(error) => format!(": this is not a whole Parquet file: {error}. Fetch it again."),
        ParquetFault::Packed(by) => format!(": it is packed as {by}. Pack it with SNAPPY or ZSTD, or not at all."),
        ParquetFault::Value { row, column, fault } => {
            let what = match fault {
                ValueFault::Kind => "The column is neither text, number nor yes and no. Write it as one of them.",
                ValueFault::NotText => "The bytes are no text. Write the column as UTF-8.",
                ValueFault::LineEnd => "The text holds a line's end. Take it away.",
            };
            format!(", row {row}, column {}: {what}", words::quoted(column))
        }
    }
}
