//! Rows of a Parquet file as the lines of a person list, so that one reader checks both. Knows nothing of what the
//! columns hold.
use crate::{failure::Failure, progress, words, written::is_standard};
use bytes::Bytes;
use parquet::{
    errors::ParquetError,
    file::reader::{ChunkReader, FileReader, SerializedFileReader},
    record::{Field, Row},
};
use register::ingest::{Outcome, Reader};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// Rows between two steps of the bar, and bytes of text between two pushes.
const STEP: usize = 1 << 16;

/// What the file holds, by the rules of a person list.
pub fn read_parquet(path: &Path, reader: Reader) -> Result<Outcome, Failure> {
    let fail = |error| Failure::file(path, error);
    if is_standard(path) {
        // the columns are found from the end, so the whole of it is needed
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(fail)?;
        return read(path, Bytes::from(bytes), reader);
    }
    read(path, File::open(path).map_err(fail)?, reader)
}

fn read(path: &Path, file: impl ChunkReader + 'static, mut reader: Reader) -> Result<Outcome, Failure> {
    let wrong = |error: &ParquetError| broken(path, error);
    let file = SerializedFileReader::new(file).map_err(|error| wrong(&error))?;
    let rows = u64::try_from(file.metadata().file_metadata().num_rows()).unwrap_or_default();
    let mut text = header(&file).into_bytes();
    let bar = progress::bar(rows, "Reading");
    for (number, row) in file.get_row_iter(None).map_err(|error| wrong(&error))?.enumerate() {
        line(&row.map_err(|error| wrong(&error))?, &mut text).map_err(|fault| at(path, number + 1, &fault))?;
        if text.len() > STEP {
            reader.push(&text);
            text.clear();
        }
        if number % STEP == 0 {
            bar.set_position(number as u64);
        }
    }
    reader.push(&text);
    bar.finish_and_clear();
    Ok(reader.finish())
}

fn broken(path: &Path, error: &ParquetError) -> Failure {
    Failure::content(format!("{}: this is not a whole Parquet file: {error}. Fetch it again.", path.display()))
}

fn at(path: &Path, row: usize, fault: &Unreadable) -> Failure {
    let Unreadable { column, what } = fault;
    Failure::content(format!("{}, row {row}, column {}: {what}", path.display(), words::quoted(column)))
}

/// A value that no person list holds.
struct Unreadable {
    column: String,
    what: &'static str,
}

fn header(file: &impl FileReader) -> String {
    let fields = file.metadata().file_metadata().schema().get_fields();
    let names: Vec<String> = fields.iter().map(|field| quoted(field.name())).collect();
    names.join(";") + "\n"
}

fn line(row: &Row, text: &mut Vec<u8>) -> Result<(), Unreadable> {
    for (place, (name, field)) in row.get_column_iter().enumerate() {
        if place > 0 {
            text.push(b';');
        }
        let value = value(field).map_err(|what| Unreadable { column: name.clone(), what })?;
        text.extend_from_slice(value.as_bytes());
    }
    text.push(b'\n');
    Ok(())
}

/// The value as a field of a list.
fn value(field: &Field) -> Result<String, &'static str> {
    match field {
        Field::Null => Ok(String::new()),
        Field::Bool(yes) => Ok(u8::from(*yes).to_string()),
        Field::Float(number) => Ok(number.to_string()),
        Field::Double(number) => Ok(number.to_string()),
        Field::Str(text) => one_line(text),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).map_err(|_| TEXT).and_then(one_line),
        Field::Byte(_) | Field::Short(_) | Field::Int(_) | Field::Long(_) => Ok(field.to_string()),
        Field::UByte(_) | Field::UShort(_) | Field::UInt(_) | Field::ULong(_) | Field::Decimal(_) => {
            Ok(field.to_string())
        }
        _ => Err("The column is neither text, number nor yes and no. Write it as one of them."),
    }
}

const TEXT: &str = "The bytes are no text. Write the column as UTF-8.";

fn one_line(text: &str) -> Result<String, &'static str> {
    if text.contains('\n') {
        return Err("The text holds a line's end. Take it away.");
    }
    Ok(quoted(text))
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', ' ', ',']) || text.contains(char::is_control) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}
