//! The JSON schema of the scenario file has the bounds of the core's table: it takes both ends of every value, and neither
//! what lies a step beyond nor a step between two that can be written. Knows no other rule of the file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod common;

use common::d;
use model::{
    bounds::{self, Bounds},
    staffing::item::Item,
    value::{Key, Shape},
};
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn schema() -> jsonschema::Validator {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/scenario.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn file(section: &str, content: Value) -> Value {
    json!({ "format": "viktat-scenario", "version": 1, "start": { "model": "skane-forslag" }, section: content })
}

/// Both ends are taken, and what is a step beyond them is not.
fn check(what: &str, bounds: &Bounds, step: Decimal, file: impl Fn(Decimal) -> Value) {
    let schema = schema();
    let takes = |value: Decimal| schema.is_valid(&file(value));
    for end in [bounds.least, bounds.most] {
        assert!(takes(end), "{what}: {end}");
    }
    for beyond in [bounds.least - step, bounds.most + step, bounds.least - d("1"), bounds.most * d("10") + d("1")] {
        assert!(!takes(beyond), "{what}: {beyond}");
    }
}

/// Values that a file may have with more decimals than a field.
const FINE: [&str; 8] = [
    "rate.woman.0-4",
    "weight.kol",
    "costShare",
    "drugCost",
    "fte.specialist",
    "fte.st",
    "cover.specialist",
    "cover.st",
];

#[test]
fn every_value_has_the_bounds_of_its_row() {
    let whole = ["listed.man.85+", "affected.kol", "rough.listed", "persons", "person.1.age", "person.12.age"];
    for name in FINE.iter().chain(&whole).chain(common::NUMBERS) {
        let key = Key::read(name).unwrap();
        let bounds = key.bounds().unwrap();
        let fine = FINE.contains(name);
        let half_years = key == Key::Staff(Item::StLength);
        let step = if half_years { d("0.5") } else { Decimal::new(1, if fine { 4 } else { bounds.decimals }) };
        let file = |value: Decimal| file("values", json!({ *name: value.to_string() }));
        check(name, &bounds, step, file);
        assert_eq!(schema().is_valid(&file(bounds.least + step / d("2"))), fine, "{name}: half a step");
    }
}

#[test]
fn words_are_those_of_the_table() {
    for name in [
        "normalisation",
        "reading",
        "madeUp",
        "rough.ages",
        "rough.health",
        "personsAre",
        "person.1.removed",
        "person.9.sex",
        "person.10.condition.kol",
    ] {
        let Shape::Word(words) = Key::read(name).unwrap().shape() else { panic!("{name} is a number") };
        for (word, _) in words {
            assert!(schema().is_valid(&file("values", json!({ name: word }))), "{word}");
        }
        assert!(!schema().is_valid(&file("values", json!({ name: "other" }))));
    }
}

#[test]
fn a_practice_of_a_region_has_the_bounds_of_the_table() {
    let practice = |row: Value| file("practices", json!([row]));
    let listed = |value: Decimal| practice(json!({ "name": "Norra", "listed": value.to_string() }));
    check("listed", &bounds::PERSONS, d("1"), listed);
    for group in ["specialist", "st", "other", "locum"] {
        let row = |section: &str, value: Decimal| {
            practice(json!({ "name": "Norra", "listed": "1", section: { group: value.to_string() } }))
        };
        check(group, &bounds::FTE, d("0.01"), |value| row("heltid", value));
        check(group, &Item::read("heads.specialist").unwrap().bounds(), d("1"), |value| row("heads", value));
    }
}
