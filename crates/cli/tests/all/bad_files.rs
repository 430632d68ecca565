//! Files that cannot be used: everything is told with its place, and nothing is printed as if it were a result.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::run::Folder;
use parquet::{
    data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type},
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::parser::parse_message_type,
};
use std::sync::Arc;

const BAD: &str = "practice;sex;age;conditions;cost\n\
                   A;K;40;;100\n\
                   A;X;41;;100\n\
                   A;K;forty;;-5\n\
                   A;M;50;diabetes;12.50\n";

#[test]
fn every_fault_is_told_with_row_and_column() {
    let folder = Folder::with_region();
    folder.write("bad.csv", BAD);
    let (out, error) = folder.failed("simulate bad.csv --model skane-2026", 1);
    assert_eq!(out, "");
    for place in ["bad.csv, row 3, column 2: This is no sex", "bad.csv, row 4, column 3", "bad.csv, row 4, column 5"] {
        assert!(error.contains(place), "{place}: {error}");
    }
    assert!(error.contains("--skip-faulty"));
}

#[test]
fn faulty_rows_are_left_out_only_when_asked_and_never_in_silence() {
    let folder = Folder::with_region();
    folder.write("bad.csv", BAD);
    let (out, error) = folder.ended("simulate bad.csv --model skane-2026 --skip-faulty --format json", 0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap()["persons"], 2);
    assert!(error.contains("2 rows are left out") && error.contains("row 3"));
}

#[test]
fn each_kind_of_failure_has_its_code() {
    let folder = Folder::with_region();
    folder.failed("simulate missing.csv", 3);
    folder.failed("simulate region.txt.gz", 2);
    folder.failed("simulate region.csv --model nix", 2);
    folder.failed("simulate region.csv --colour red", 2);
    folder.failed("convert region.csv missing/out.csv", 3);
    folder.failed("synth out.csv --region atlantis", 2);
    folder.failed("synth out.csv --practices 3", 2);
    folder.write("empty.csv", "");
    folder.failed("simulate empty.csv", 1);
    folder.write("not.parquet", "PAR1 and nothing more");
    let (_, error) = folder.failed("simulate not.parquet", 1);
    assert!(error.contains("not.parquet: this is not a whole Parquet file"));
    folder.write("five.csv", "practice;sex;age;conditions:diabetes+cancer;cost\nA;K;40;1;100\n");
    let (_, error) = folder.failed("simulate five.csv --model skane-forslag-fem", 1);
    assert!(error.contains("does not tell of hjart_karl, antikoagulation, inflammation"), "{error}");
}

#[test]
fn identity_numbers_stop_everything_and_are_not_repeated() {
    let folder = Folder::with_region();
    let header = "person;practice;sex;age;conditions;cost\n";
    folder.write("one.csv", &format!("{header}19121212-1212;A;K;40;;100\np2;A;M;60;;100\n"));
    let (out, error) = folder.failed("simulate one.csv --skip-faulty", 1);
    assert!(error.contains("row 2, column 1: 1 of 2 values looks like an identity number"), "{error}");
    assert!(error.contains("--not-identity-numbers") && !error.contains("1212") && out.is_empty(), "{error}");
    folder.done("simulate one.csv --not-identity-numbers");
    let many = format!("{header}19121212-1212;A;K;40;;100\n640823-3234;A;M;60;;100\n");
    folder.write("many.csv", &many);
    folder.write(
        "many.sums.csv",
        "practice;sex;age_from;age_to;conditions;persons;cost;cost_squared\n\
        640823-3234;K;0;;;1;1;1\n191212121212;K;0;;;1;1;1\n",
    );
    for file in ["many.csv", "many.sums.csv"] {
        let (_, error) = folder.failed(&format!("simulate {file} --skip-faulty --not-identity-numbers"), 1);
        assert!(error.contains("2 of 2 values are identity numbers") && !error.contains("3234"), "{error}");
    }
}

#[test]
fn a_register_with_hashes_as_pseudonyms_is_read() {
    let folder = Folder::with_region();
    // an odd factor visits as many different numbers as there are
    let part = |n: u64| format!("{:016x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let rows = (1..3_000).map(|n| format!("{}{}{}{};A;K;40;;100\n", part(n), part(n * n), part(n ^ 3), part(n + 9)));
    folder
        .write("hashes.csv", &rows.fold("person;practice;sex;age;conditions;cost\n".to_owned(), |all, row| all + &row));
    folder.done("simulate hashes.csv --model skane-2026");
}

/// A file as another program may write it: text lists of conditions, costs as floats.
fn columns(folder: &Folder, costs: &[f64], practices: &[&str]) {
    let schema = "message m { REQUIRED BYTE_ARRAY vardcentral (STRING); REQUIRED BYTE_ARRAY kon (STRING);
        REQUIRED INT32 alder; OPTIONAL BYTE_ARRAY tillstand (STRING); REQUIRED DOUBLE kostnad; }";
    let file = std::fs::File::create(folder.path("own.parquet")).unwrap();
    let (schema, properties) = (Arc::new(parse_message_type(schema).unwrap()), WriterProperties::builder().build());
    let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let text = |of: &str| ByteArray::from(of);
    let names: Vec<ByteArray> = practices.iter().map(|name| text(name)).collect();
    for values in [names, vec![text("M"); costs.len()]] {
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&values, None, None).unwrap();
        column.close().unwrap();
    }
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<Int32Type>().write_batch(&vec![60; costs.len()], None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    // the first has a condition, the others none
    let levels: Vec<i16> = (0..costs.len()).map(|i| i16::from(i == 0)).collect();
    column.typed::<ByteArrayType>().write_batch(&[text("diabetes+cancer")], Some(&levels), None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<DoubleType>().write_batch(costs, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
}

#[test]
fn columns_of_another_program_are_read_by_the_rules_of_lists() {
    let folder = Folder::with_region();
    columns(&folder, &[100.5, 0.0], &["Norra; \"A\"", "B"]);
    let json = folder.json("simulate own.parquet --model skane-2026 --model skane-forslag-fem --format json");
    // B comes before N
    assert_eq!(json["practices"][1]["name"], "Norra; \"A\"");
    assert_eq!(json["practices"][1]["drug_cost"], "100.5");
    columns(&folder, &[1.0, 0.125], &["A", "B"]);
    let (_, error) = folder.failed("simulate own.parquet --model skane-2026", 1);
    assert!(error.contains("own.parquet, row 2, column 5") && error.contains("0.125"), "{error}");
    columns(&folder, &[1.0, 2.0], &["A", "B\nC"]);
    let (_, error) = folder.failed("simulate own.parquet --model skane-2026", 1);
    assert!(error.contains("own.parquet, row 2, column \"vardcentral\""), "{error}");
}
