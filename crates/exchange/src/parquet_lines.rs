//! Rows of a Parquet file as the lines of a person list, so that one reader checks both. Knows nothing of what the columns
//! hold.
use bytes::Bytes;
use parquet::{
    basic::Compression,
    errors::ParquetError,
    file::reader::{ChunkReader, FileReader, SerializedFileReader},
    record::{Field, ListAccessor, Row},
};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Bytes of text between two pieces.
const PIECE: usize = 1 << 16;

/// Why a Parquet file gave no lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParquetFault {
    /// It is no whole file; why, in English.
    Broken(String),
    /// It is packed by a method that is not read here, which is called so.
    Packed(String),
    /// A value that no list holds.
    Value {
        /// The row, from 1.
        row: u64,
        /// What the column is called.
        column: String,
        /// What is wrong with it.
        fault: ValueFault,
    },
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueFault {
    /// It is neither text, number, yes or no, nor a list of texts.
    Kind,
    /// Its bytes are no text.
    NotText,
    /// Its text holds a line's end.
    LineEnd,
}

/// How far the lines have come: rows so far, and of how many.
pub type RowsDone = (u64, u64);

/// Whether the file that begins so is one of Parquet.
pub fn is_parquet(head: &[u8]) -> bool {
    head.starts_with(b"PAR1")
}

/// The same of a file that is held whole.
///
/// # Errors
/// [`ParquetFault`], as there.
pub fn parquet_lines_of(bytes: Vec<u8>, take: &mut dyn FnMut(&[u8], RowsDone)) -> Result<(), ParquetFault> {
    parquet_lines(Bytes::from(bytes), take)
}

/// Gives the headings and the rows as text: semicolons, UTF-8, piece by piece.
///
/// # Errors
/// [`ParquetFault`]: the first value that no list holds, or why the file is not read.
pub fn parquet_lines(
    file: impl ChunkReader + 'static,
    take: &mut dyn FnMut(&[u8], RowsDone),
) -> Result<(), ParquetFault> {
    // the library panics at some damages; in the page its worker is then made anew
    let read = AssertUnwindSafe(|| lines(file, take));
    catch_unwind(read).unwrap_or_else(|_| Err(ParquetFault::Broken("its pages are damaged".to_owned())))
}

fn lines(file: impl ChunkReader + 'static, take: &mut dyn FnMut(&[u8], RowsDone)) -> Result<(), ParquetFault> {
    let file = SerializedFileReader::new(file).map_err(|error| broken(&error))?;
    let chunks = file.metadata().row_groups().iter().flat_map(|group| group.columns());
    if let Some(packed) = chunks.map(|chunk| chunk.compression()).find(|packed| !is_unpacked(*packed)) {
        return Err(ParquetFault::Packed(packed.to_string()));
    }
    let rows = u64::try_from(file.metadata().file_metadata().num_rows()).unwrap_or_default();
    let mut text = header(&file).into_bytes();
    let mut done = 0;
    for row in file.get_row_iter(None).map_err(|error| broken(&error))? {
        done += 1;
        let (column, fault) = match line(&row.map_err(|error| broken(&error))?, &mut text) {
            Ok(()) if text.len() <= PIECE => continue,
            Ok(()) => {
                take(&text, (done, rows));
                text.clear();
                continue;
            }
            Err(unreadable) => unreadable,
        };
        return Err(ParquetFault::Value { row: done, column, fault });
    }
    take(&text, (done, rows));
    Ok(())
}

/// Whether pages that are packed so can be read: the command has more room than the page.
fn is_unpacked(packed: Compression) -> bool {
    let is_of_the_command = matches!(packed, Compression::ZSTD(_)) && cfg!(feature = "zstd");
    is_of_the_command || matches!(packed, Compression::UNCOMPRESSED | Compression::SNAPPY)
}

fn broken(error: &ParquetError) -> ParquetFault {
    ParquetFault::Broken(error.to_string())
}

fn header(file: &impl FileReader) -> String {
    let fields = file.metadata().file_metadata().schema().get_fields();
    let names: Vec<String> = fields.iter().map(|field| quoted(field.name())).collect();
    names.join(";") + "\n"
}

fn line(row: &Row, text: &mut Vec<u8>) -> Result<(), (String, ValueFault)> {
    for (place, (name, field)) in row.get_column_iter().enumerate() {
        if place > 0 {
            text.push(b';');
        }
        let value = value(field).map_err(|fault| (name.clone(), fault))?;
        text.extend_from_slice(value.as_bytes());
    }
    text.push(b'\n');
    Ok(())
}

/// The value as a field of a list.
fn value(field: &Field) -> Result<String, ValueFault> {
    match field {
        Field::Null => Ok(String::new()),
        Field::Bool(yes) => Ok(u8::from(*yes).to_string()),
        Field::Float(number) => Ok(number.to_string()),
        Field::Double(number) => Ok(number.to_string()),
        Field::Str(text) => one_line(text),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).map_err(|_| ValueFault::NotText).and_then(one_line),
        Field::Byte(_) | Field::Short(_) | Field::Int(_) | Field::Long(_) => Ok(field.to_string()),
        Field::UByte(_) | Field::UShort(_) | Field::UInt(_) | Field::ULong(_) | Field::Decimal(_) => {
            Ok(field.to_string())
        }
        // a list of nothing says that there is none
        Field::ListInternal(list) if list.len() == 0 => Ok("0".to_owned()),
        Field::ListInternal(list) => {
            let texts = (0..list.len()).map(|place| list.get_string(place).map(String::as_str));
            let texts = texts.collect::<Result<Vec<&str>, _>>().map_err(|_| ValueFault::Kind)?;
            one_line(&texts.join("|"))
        }
        _ => Err(ValueFault::Kind),
    }
}

fn one_line(text: &str) -> Result<String, ValueFault> {
    if text.contains('\n') { Err(ValueFault::LineEnd) } else { Ok(quoted(text)) }
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', ' ', ',']) || text.contains(char::is_control) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}
