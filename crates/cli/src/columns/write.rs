//! Persons as Parquet. Knows no models.
use crate::failure::Failure;
use model::sex::Sex;
use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical},
    data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::types::{PrimitiveTypeBuilder, Type},
};
use register::{
    conditions::Conditions,
    ingest::{joined, mark, mask, mask_columns},
    register::{Origin, PersonRow, Register},
};
use std::{
    io::{self, Write},
    path::Path,
    sync::Arc,
};

/// One row a person. Conditions are the bits of numbers and named in their headings, so that a condition that nobody has
/// and one that the file does not tell of differ. The cost is in kronor a year, to the öre.
fn schema(conditions: &Conditions, origin: Origin) -> Result<Arc<Type>, ParquetError> {
    let text = |name: &str| column(name, Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build();
    let decimal = LogicalType::decimal(2, 12);
    let bits = LogicalType::integer(64, false);
    let mut columns = vec![text("practice")?, text("sex")?, column("age", Physical::INT32).build()?];
    for (_, ids) in mask_columns(conditions) {
        let name = ["conditions:", &joined(ids)].concat();
        columns.push(column(&name, Physical::INT64).with_logical_type(Some(bits.clone())).build()?);
    }
    let cost = column("cost", Physical::INT64).with_logical_type(Some(decimal));
    columns.push(cost.with_precision(12).with_scale(2).build()?);
    // made-up persons are marked as in a CSV file
    let marked = mark(origin).map(|heading| column(&heading, Physical::INT32).build()).transpose()?;
    let columns = columns.into_iter().chain(marked).map(Arc::new).collect();
    Ok(Arc::new(Type::group_type_builder("persons").with_fields(columns).build()?))
}

/// A column of a kind; it takes no nulls unless that is said.
pub fn column(name: &str, physical: Physical) -> PrimitiveTypeBuilder<'_> {
    Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED)
}

/// Rows of a group, which readers take at once.
const ROWS: usize = 1 << 20;

/// Writes the persons in their order to the file, which is called so.
pub fn write_parquet(register: &Register, file: impl Write + Send, path: &Path) -> Result<(), Failure> {
    written(register, file).map_err(|error| Failure::file(path, io::Error::other(error)))
}

fn written(register: &Register, file: impl Write + Send) -> Result<(), ParquetError> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer =
        SerializedFileWriter::new(file, schema(register.conditions(), register.origin)?, Arc::new(properties))?;
    let names: Vec<ByteArray> = register.practices().iter().map(|name| ByteArray::from(name.as_str())).collect();
    let mut rows = register.rows();
    loop {
        let group: Vec<PersonRow> = rows.by_ref().take(ROWS).collect();
        if group.is_empty() {
            break;
        }
        let mut columns = writer.next_row_group()?;
        columns_of(&mut columns, &group, &names, register.conditions())?;
        if mark(register.origin).is_some() {
            let marked = vec![1; group.len()];
            next(&mut columns, |column| column.typed::<Int32Type>().write_batch(&marked, None, None))?;
        }
        columns.close()?;
    }
    writer.close().map(|_| ())
}

fn columns_of<W: Write + Send>(
    to: &mut SerializedRowGroupWriter<'_, W>,
    rows: &[PersonRow],
    names: &[ByteArray],
    conditions: &Conditions,
) -> Result<(), ParquetError> {
    let text = |of: &dyn Fn(&PersonRow) -> ByteArray| rows.iter().map(of).collect::<Vec<_>>();
    let nameless = ByteArray::from("");
    texts(to, &text(&|row| names.get(usize::from(row.practice)).unwrap_or(&nameless).clone()))?;
    texts(to, &text(&|row| ByteArray::from(if row.key.sex() == Sex::Man { "M" } else { "K" })))?;
    let ages: Vec<i32> = rows.iter().map(|row| i32::from(row.key.age())).collect();
    next(to, |column| column.typed::<Int32Type>().write_batch(&ages, None, None))?;
    for (from, ids) in mask_columns(conditions) {
        let bits = rows.iter().map(|row| mask(row.conditions, from, ids.len()).cast_signed());
        let bits: Vec<i64> = bits.collect();
        next(to, |column| column.typed::<Int64Type>().write_batch(&bits, None, None))?;
    }
    let costs: Vec<i64> = rows.iter().map(|row| i64::from(row.cost)).collect();
    next(to, |column| column.typed::<Int64Type>().write_batch(&costs, None, None))
}

fn texts<W: Write + Send>(to: &mut SerializedRowGroupWriter<'_, W>, values: &[ByteArray]) -> Result<(), ParquetError> {
    next(to, |column| column.typed::<ByteArrayType>().write_batch(values, None, None))
}

/// Writes the next column of the group.
pub fn next<W: Write + Send>(
    to: &mut SerializedRowGroupWriter<'_, W>,
    write: impl FnOnce(&mut parquet::file::writer::SerializedColumnWriter<'_>) -> Result<usize, ParquetError>,
) -> Result<(), ParquetError> {
    let column = to.next_column()?;
    let mut column = column.ok_or_else(|| ParquetError::General("fewer columns than the schema".to_owned()))?;
    write(&mut column)?;
    column.close()
}
