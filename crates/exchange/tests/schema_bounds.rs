//! The JSON schema of the scenario file has the bounds of the core's table: it takes both ends of every value, and neither
//! what lies a step beyond nor a step between two that can be written. Knows no other rule of the file.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::d;
use model::{
    bounds::{self, Bounds},
    staffing::item::Item,
};
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn schema() -> jsonschema::Validator {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/scenario.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn file(section: &str, content: Value) -> Value {
    json!({ "format": "viktat-scenario", "version": 2, "start": { "model": "skane-forslag" }, section: content })
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

fn edited(value: Decimal) -> Value {
    json!({ "value": value.to_string(), "original": "1" })
}

#[test]
fn values_of_a_model_have_the_bounds_of_the_table() {
    let step = d("0.0001");
    check("rate", &bounds::RATE, step, |value| {
        file("overrides", json!({ "rates": { "woman": { "0-4": edited(value) } } }))
    });
    check("weight", &bounds::WEIGHT, step, |value| file("overrides", json!({ "weights": { "kol": edited(value) } })));
    check("cost share", &bounds::COST_SHARE, step, |value| file("overrides", json!({ "costShare": edited(value) })));
    for key in ["specialist", "st"] {
        check(key, &bounds::GUIDELINE, step, |value| file("guideline", json!({ key: edited(value) })));
    }
}

#[test]
fn what_is_entered_of_a_practice_has_the_bounds_of_the_table() {
    let whole = |value: Decimal| json!(i64::try_from(value).unwrap());
    check("listed", &bounds::PERSONS, d("1"), |value| {
        file("practice", json!({ "listed": { "man": { "85+": whole(value) } } }))
    });
    check("affected", &bounds::PERSONS, d("1"), |value| {
        file("practice", json!({ "affected": { "kol": whole(value) } }))
    });
    check("cost", &bounds::DRUG_COST, d("0.01"), |value| file("practice", json!({ "drugCost": value.to_string() })));
    check("list", &bounds::PERSONS, d("1"), |value| file("staffing", json!({ "listed": whole(value) })));
    for key in ["specialists", "st"] {
        check(key, &bounds::FTE, d("0.01"), |value| file("staffing", json!({ key: value.to_string() })));
    }
    let practice = |doctors: Value| file("staffing", json!({ "practices": [doctors] }));
    for key in ["specialists", "st", "other", "locum"] {
        let fte = |value: Decimal| practice(json!({ "name": "Norra", "listed": 1, key: value.to_string() }));
        check(key, &bounds::FTE, d("0.01"), fte);
        let heads =
            |value: Decimal| practice(json!({ "name": "Norra", "listed": 1, "heads": { key: value.to_string() } }));
        check(key, &Item::read("heads.specialist").unwrap().bounds(), d("1"), heads);
    }
}

#[test]
fn every_number_of_fast_lakarkontakt_has_the_bounds_of_its_row() {
    for key in common::NUMBERS {
        let item = Item::read(key).unwrap();
        let bounds = item.bounds();
        let step = if item == Item::StLength { d("0.5") } else { Decimal::new(1, bounds.decimals) };
        let file = |value: Decimal| file("staffing", json!({ "numbers": { *key: value.to_string() } }));
        check(key, &bounds, step, file);
        assert!(!schema().is_valid(&file(bounds.least + step / d("2"))), "{key}: half a step");
    }
}
