//! Parquet as lines: the kinds of values that a list of persons has, and what is no whole file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use exchange::parquet_lines::{ParquetFault, ValueFault, is_parquet, parquet_lines_of};
use parquet::{
    data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type},
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::parser::parse_message_type,
};
use std::sync::Arc;

const SCHEMA: &str = "message persons {
    REQUIRED BYTE_ARRAY vardcentral (UTF8);
    REQUIRED INT32 alder;
    OPTIONAL GROUP tillstand (LIST) { REPEATED GROUP list { REQUIRED BYTE_ARRAY element (UTF8); } }
    REQUIRED DOUBLE kostnad;
}";

/// Three persons: with two conditions, with none, and one of whom no conditions are told.
fn file(names: [&str; 3]) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::new())).unwrap();
    let mut rows = writer.next_row_group().unwrap();
    let mut column = rows.next_column().unwrap().unwrap();
    column.typed::<ByteArrayType>().write_batch(&names.map(ByteArray::from), None, None).unwrap();
    column.close().unwrap();
    let mut column = rows.next_column().unwrap().unwrap();
    column.typed::<Int32Type>().write_batch(&[63, 71, 5], None, None).unwrap();
    column.close().unwrap();
    let mut column = rows.next_column().unwrap().unwrap();
    let ids = ["hypertoni", "Diabetes, övrig"].map(ByteArray::from);
    column.typed::<ByteArrayType>().write_batch(&ids, Some(&[2, 2, 1, 0]), Some(&[0, 1, 0, 0])).unwrap();
    column.close().unwrap();
    let mut column = rows.next_column().unwrap().unwrap();
    column.typed::<DoubleType>().write_batch(&[12.5, 0.0, 7.0], None, None).unwrap();
    column.close().unwrap();
    rows.close().unwrap();
    writer.close().unwrap();
    bytes
}

fn lines(bytes: Vec<u8>) -> Result<String, ParquetFault> {
    let mut text = Vec::new();
    parquet_lines_of(bytes, &mut |piece, _| text.extend_from_slice(piece))?;
    Ok(String::from_utf8(text).unwrap())
}

#[test]
fn a_list_of_conditions_is_a_column_of_names() {
    let bytes = file(["Eken", "Linden; norra", "Björken"]);
    assert!(is_parquet(&bytes));
    let expected = "vardcentral;alder;tillstand;kostnad
Eken;63;\"hypertoni|Diabetes, övrig\";12.5
\"Linden; norra\";71;0;0
Björken;5;;7
";
    assert_eq!(lines(bytes).unwrap(), expected);
}

#[test]
fn a_value_that_no_line_holds_and_a_file_that_is_not_whole_are_told() {
    let fault = ParquetFault::Value { row: 2, column: "vardcentral".to_owned(), fault: ValueFault::LineEnd };
    assert_eq!(lines(file(["Eken", "Lin\nden", "Björken"])), Err(fault));
    let whole = file(["Eken", "Linden", "Björken"]);
    for length in [0, 4, 20, whole.len() / 2, whole.len() - 1] {
        let broken = lines(whole[..length].to_vec());
        assert!(matches!(broken, Err(ParquetFault::Broken(_))), "{length}: {broken:?}");
    }
    // a length within it that leads beyond its end, as a fuzzer found it
    let damaged = lines(include_bytes!("data/damaged.parquet").to_vec());
    assert!(matches!(damaged, Err(ParquetFault::Broken(_))), "{damaged:?}");
}
