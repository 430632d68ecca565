//! The schema of JSON in docs/: it is that of the types that write, and what is written keeps to it.
//! `UPDATE_GOLDEN=1 cargo test -p viktat-cli --test all schema` writes it anew.
use crate::run::Folder;
use exchange::region_json::Document;
use std::{fs, path::Path};

fn committed() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/region.schema.json")
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let text = format!("{:#}\n", schemars::schema_for!(Document).to_value());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(committed(), &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(committed()).unwrap(), "see the head of this file");
}

#[test]
fn what_is_written_keeps_to_the_schema() {
    let schema = serde_json::from_str(&fs::read_to_string(committed()).unwrap()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let folder = Folder::with_region();
    let own = String::from_utf8(folder.read("region.csv")).unwrap();
    // without the mark the persons count as the user's own
    let own: String = own.lines().map(|line| [line.rsplit_once(';').unwrap().0, "\n"].concat()).collect();
    folder.write("own.csv", &own);
    for asked in [
        "simulate region.csv",
        "compare region.csv --model skane-2025 --model skane-2026 --model skane-forslag",
        "evaluate region.csv --price kol:ddd=1.5",
        "fit region.csv --cross each-practice --cross persons:3",
        "evaluate own.csv --protect",
    ] {
        let json = folder.json(&format!("{asked} --format json"));
        let faults: Vec<String> =
            schema.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{asked}: {faults:?}");
    }
    let mut wrong = folder.json("simulate region.csv --format json");
    wrong["practices"][0]["drug_cost"] = serde_json::json!(1.5);
    assert!(!schema.is_valid(&wrong), "money is exact, so it is text");
}
