//! More conditions than a number has bits: those of all compared models together, none lost.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
use crate::run::{Folder, wide};
use serde_json::Value;

/// `masks.csv`: 6,000 made-up persons; `list.csv`: the same by ids, none of them with any of the 43 other conditions of
/// `wide.toml`, which it names.
fn folder() -> Folder {
    let folder = Folder::with_region();
    folder.done("synth masks.csv --practices 8 --listed 6000 --seed 7 --model skane-forslag");
    let masks = String::from_utf8(folder.read("masks.csv")).unwrap();
    let others: Vec<String> = (0..43).map(|place| format!("wide_{place}")).collect();
    let others = others.join("+");
    folder.write("list.csv", &wide::by_ids(&masks, &others));
    folder.write("wide.toml", &wide::model("wide", 43));
    folder
}

/// What the model pays each practice, exactly.
fn paid(folder: &Folder, file: &str, models: &[&str], model: &str) -> Value {
    let models: Vec<String> = models.iter().map(|model| format!("--model {model}")).collect();
    let json = folder.json(&format!("simulate {file} {} --format json", models.join(" ")));
    let found = json["models"].as_array().unwrap().iter().find(|one| one["id"] == model).unwrap();
    let payments = found["practices"].as_array().unwrap().iter().map(|one| one["payment"].clone());
    payments.collect()
}

#[test]
fn the_order_of_models_changes_nothing() {
    let folder = folder();
    let alone = paid(&folder, "masks.csv", &["skane-forslag"], "skane-forslag");
    assert_eq!(paid(&folder, "list.csv", &["wide.toml", "skane-forslag"], "skane-forslag"), alone);
    assert_eq!(paid(&folder, "list.csv", &["skane-forslag", "wide.toml"], "skane-forslag"), alone);
}

#[test]
fn a_conversion_keeps_every_condition() {
    let folder = folder();
    let of = |name: &str| wide::ids(&String::from_utf8(folder.read(name)).unwrap());
    let before = of("masks.csv");
    let with_hypothyroidism = before.iter().filter(|ids| ids.iter().any(|id| id == "hypotyreos")).count();
    assert!(with_hypothyroidism > 100, "{with_hypothyroidism}");
    folder.done("convert list.csv all.csv --model wide.toml");
    assert_eq!(of("all.csv"), before);
    folder.done("convert all.csv all.parquet --model wide.toml");
    folder.done("convert all.parquet back.csv --model wide.toml");
    assert_eq!(folder.read("all.csv"), folder.read("back.csv"));
}

#[test]
fn there_is_room_for_256_conditions_and_those_beyond_are_named() {
    let folder = folder();
    folder.write("a.toml", &wide::model("a", 200));
    folder.write("b.toml", &wide::model("b", 56));
    folder.write("c.toml", &wide::model("c", 57));
    folder.write("list.csv", "vardcentral;kon;alder;tillstand;kostnad\nA;K;40;a_199+b_55;1\nA;M;50;c_56;1\n");
    let (_, error) = folder.failed("simulate list.csv --model a.toml --model c.toml", 1);
    assert!(error.contains("c: there is no room for c_56.") && error.contains("more than 256 conditions"), "{error}");
    folder.write("list.csv", "vardcentral;kon;alder;tillstand;kostnad\nA;K;40;a_199+b_55;1\n");
    // the woman's condition of each model brings twelve kronor a year beyond the table, and the other's brings nothing
    let table = folder.json("simulate list.csv --model skane-2026 --model a.toml --model b.toml --format json");
    let paid = |model: usize| table["models"][model]["total"]["payment"].as_str().unwrap().parse::<i32>().unwrap();
    assert_eq!((paid(1) - paid(0), paid(2) - paid(0)), (12, 12));
}

/// The other models are worked out as without it, and it stands blank with its reason.
#[test]
fn a_model_whose_conditions_the_region_lacks_is_blank_beside_the_others() {
    let folder = Folder::with_region();
    folder.write("own.csv", "practice;sex;age;conditions:diabetes+cancer;cost\nA;K;40;1;100\nB;M;80;0;900\n");
    let lacks = "skane-forslag-fem: the region does not tell of hjart_karl, antikoagulation, inflammation";
    let models = "--model skane-forslag-fem --model skane-2026 --model skane-2025";
    let table = folder.done(&format!("simulate own.csv {models}"));
    assert!(table.contains(lacks), "{table}");
    let rows: Vec<Vec<&str>> = table.lines().take(4).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[0][rows[0].len() - 3..], ["skane-forslag-fem:", "payment", "net"]);
    assert!(rows[1..].iter().all(|row| row.ends_with(&["-", "-"])), "{table}");
    assert!(folder.done(&format!("evaluate own.csv {models}")).contains(lacks));

    let json = folder.json(&format!("simulate own.csv {models} --format json"));
    let missing = serde_json::json!(["hjart_karl", "antikoagulation", "inflammation"]);
    assert_eq!(json["lacking"], serde_json::json!([{ "id": "skane-forslag-fem", "conditions": missing }]));
    let alone = folder.json("simulate own.csv --model skane-2026 --model skane-2025 --format json");
    assert_eq!((&json["models"], &json["changes"]), (&alone["models"], &alone["changes"]));
    assert!(alone["lacking"].is_null());

    // where it is what the others would be set against, or the only other, there is nothing to compare
    for models in [models, "--model skane-2026 --model skane-forslag-fem"] {
        let (_, error) = folder.failed(&format!("compare own.csv {models}"), 1);
        assert!(error.contains(lacks), "{error}");
    }
    let models = "--model skane-2026 --model skane-forslag-fem --model skane-2025";
    let text = folder.done(&format!("compare own.csv {models}"));
    assert!(text.contains("skane-2025") && text.contains(lacks), "{text}");
}
