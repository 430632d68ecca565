//! What is refused: each problem with its code and place, all of them at once, and never a silent 0.
use super::{
    call::{FUNCTIONS, call, problems},
    shared::requests::{asked, person, practice, staffing, wrong},
};
use serde_json::{Value as Json, json};

fn with(mut request: Json, member: &str, value: Json) -> Json {
    request[member] = value;
    request
}

fn without(mut request: Json, member: &str) -> Json {
    request.as_object_mut().unwrap().shift_remove(member).unwrap();
    request
}

fn johan() -> Json {
    person(catalog::JOHAN, catalog::SKANE_PROPOSAL_FIVE)
}

#[test]
fn every_problem_of_a_request_is_told_at_once() {
    let expected = [
        "unknown-value at listed[0].sex",
        "not-whole at listed[0].count",
        "unknown-band at listed[1]",
        "missing-field at listed[2].high",
        "out-of-range at listed[2].count",
        "unknown-factor at affected.gikt",
        "out-of-range at affected.diabetes",
        "wrong-type at drugCost",
        "not-decimal at weights.cancer",
        "unknown-factor at weights[\"a b\"]",
        "not-decimal at costShare",
        "unknown-field at typo",
    ];
    assert_eq!(problems("simulatePractice", &wrong()), expected);
}

#[test]
fn a_request_that_is_no_object_is_refused() {
    for function in FUNCTIONS {
        for rubbish in [json!(null), json!([]), json!("x"), json!(1.5), json!(true)] {
            assert_eq!(problems(function, &rubbish), ["wrong-type at "]);
        }
    }
}

#[test]
fn another_version_is_the_only_problem_told() {
    for version in [0.0, 2.0, 1.5, -1.0] {
        let request = with(with(johan(), "version", json!(version)), "later", json!(1));
        assert_eq!(problems("simulatePerson", &request), ["unsupported-version at version"]);
    }
    let untold = with(without(johan(), "version"), "age", json!("60"));
    assert_eq!(problems("simulatePerson", &untold), ["missing-field at version", "wrong-type at age"]);
    let text = with(johan(), "version", json!("1"));
    assert_eq!(problems("simulatePerson", &text), ["wrong-type at version"]);
}

#[test]
fn an_unknown_model_does_not_hide_the_other_problems() {
    let request = with(with(practice(), "model", json!("skåne")), "drugCost", json!("-1"));
    assert_eq!(problems("simulatePractice", &request), ["unknown-model at model", "out-of-range at drugCost"]);
    let thrown = call("simulatePractice", &request).unwrap_err();
    assert!(thrown["errors"][0]["message"].as_str().unwrap().contains("skane-2026"), "the remedy names the models");
}

#[test]
fn a_person_s_problems_are_told_by_place() {
    let request = json!({
        "version": 1, "model": catalog::SKANE_PROPOSAL_FIVE, "sex": "Man", "age": 131, "conditions": ["gikt", 7, "cancer"],
        "dispensed": [{ "atc": "A1", "monthsAgo": -1, "packages": 1.5, "ddd": 30 }, null],
    });
    let expected = [
        "unknown-value at sex",
        "out-of-range at age",
        "unknown-condition at conditions[0]",
        "wrong-type at conditions[1]",
        "invalid-atc at dispensed[0].atc",
        "out-of-range at dispensed[0].monthsAgo",
        "not-whole at dispensed[0].packages",
        "wrong-type at dispensed[0].ddd",
        "wrong-type at dispensed[1]",
    ];
    assert_eq!(problems("simulatePerson", &request), expected);
}

#[test]
fn counts_are_whole_safe_and_within_the_core_s_limit() {
    let count = |count: Json| with(staffing(), "listed", count);
    assert!(call("staffing", &count(json!(100_000_000))).is_ok());
    assert!(call("staffing", &count(json!(8000.0))).is_ok());
    for (wrong, code) in [
        (json!(100_000_001), "out-of-range"),
        (json!(9_007_199_254_740_993_i64), "out-of-range"),
        (json!(1e300), "out-of-range"),
        (json!(-1), "out-of-range"),
        (json!(0.5), "not-whole"),
        (json!("8000"), "wrong-type"),
        (json!(null), "wrong-type"),
    ] {
        assert_eq!(problems("staffing", &count(wrong)), [format!("{code} at listed")]);
    }
}

#[test]
fn decimals_are_plain_decimal_strings() {
    let specialists = |text: Json| with(staffing(), "specialists", text);
    for right in ["0", "5", "5.25", "-0", "00.5", "0.000001"] {
        assert!(call("staffing", &specialists(json!(right))).is_ok(), "{right}");
    }
    for (wrong, code) in [
        ("", "not-decimal"),
        ("5,5", "not-decimal"),
        ("1e3", "not-decimal"),
        ("+5", "not-decimal"),
        (" 5", "not-decimal"),
        (".5", "not-decimal"),
        ("5.", "not-decimal"),
        ("1_000", "not-decimal"),
        ("--5", "not-decimal"),
        ("NaN", "not-decimal"),
        ("5.0000001", "not-decimal"),
        ("999999999999999999999", "not-decimal"),
        ("99999999999999999999", "out-of-range"),
        ("-0.1", "out-of-range"),
    ] {
        assert_eq!(problems("staffing", &specialists(json!(wrong))), [format!("{code} at specialists")], "{wrong}");
    }
    assert_eq!(problems("staffing", &specialists(json!(5.5))), ["wrong-type at specialists"]);
}

#[test]
fn a_guideline_of_nobody_is_refused() {
    let request = with(staffing(), "guideline", json!({ "specialist": "0", "st": "550", "more": 1 }));
    assert_eq!(
        problems("staffing", &request),
        ["out-of-range at guideline.specialist", "unknown-field at guideline.more"]
    );
}

#[test]
fn lists_are_not_empty_and_not_told_twice() {
    assert_eq!(problems("simulatePractice", &with(practice(), "listed", json!([]))), ["empty at listed"]);
    let row = json!({ "sex": "man", "low": 60, "high": 64, "count": 500 });
    let twice = with(practice(), "listed", json!([row, row]));
    assert_eq!(problems("simulatePractice", &twice), ["duplicate at listed[1]"]);
}

#[test]
fn not_known_is_not_nobody() {
    let unknown = without(practice(), "affected");
    assert_eq!(problems("simulatePractice", &unknown), ["missing-field at affected"]);
    assert!(call("simulatePractice", &with(practice(), "affected", json!({}))).is_ok());
    let table_only = json!({ "version": 1, "model": catalog::SKANE_2026, "listed": practice()["listed"] });
    assert!(call("simulatePractice", &table_only).is_ok());
}

#[test]
fn nobody_has_a_condition_twice() {
    let request = with(practice(), "affected", json!({ "diabetes": 552, "cancer": 553 }));
    assert_eq!(problems("simulatePractice", &request), ["more-than-listed at affected.cancer"]);
}

#[test]
fn a_table_without_conditions_takes_no_conditions() {
    let request = json!({
        "version": 1, "model": catalog::SKANE_2026, "sex": "man", "age": 60, "conditions": ["diabetes"],
        "weights": { "diabetes": "1" }, "normalisation": "none",
    });
    let expected = [
        "unknown-condition at conditions[0]",
        "unknown-factor at weights.diabetes",
        "cannot-normalise at normalisation",
    ];
    assert_eq!(problems("simulatePerson", &request), expected);
}

#[test]
fn weights_that_do_not_fit_are_told_with_those_that_do() {
    let heavy = with(johan(), "weights", json!({ "diabetes": "100000" }));
    let thrown = call("simulatePerson", &heavy).unwrap_err();
    let first = &thrown["errors"][0];
    assert_eq!((&first["code"], &first["path"]), (&json!("negative-base"), &json!("weights")));
    assert_eq!(first["detail"]["heaviest"], "diabetes");
    let fits = first["detail"]["largestRate"].as_str().unwrap().split('.').next().unwrap().to_owned();
    let lighter = call("simulatePerson", &with(johan(), "weights", json!({ "diabetes": fits })));
    let cell = |thrown: &Json| {
        thrown["errors"]
            .as_array()
            .unwrap()
            .iter()
            .any(|e| e["detail"]["low"] == first["detail"]["low"] && e["detail"]["sex"] == first["detail"]["sex"])
    };
    assert!(
        lighter.as_ref().err().is_none_or(|thrown| !cell(thrown)),
        "the largest rate fits in the cell it was told for"
    );
    assert_eq!(
        problems("simulatePerson", &with(johan(), "weights", json!({ "cancer": "-1" }))),
        ["negative-weight at weights.cancer"]
    );
}

#[test]
fn a_rule_with_nothing_to_scale_is_refused() {
    let catalogue = catalog::Catalogue::shipped();
    let model = catalogue.model(&model::id::Id::new(catalog::SKANE_PROPOSAL_FIVE)).unwrap();
    let zero = |cell: model::cell::Cell| {
        let sex = if cell.sex == model::sex::Sex::Man { "man" } else { "woman" };
        json!({ "sex": sex, "low": cell.band.low, "high": cell.band.high, "rate": "0" })
    };
    let request = json!({
        "version": 1, "model": catalog::SKANE_PROPOSAL_FIVE, "sex": "man", "age": 60, "normalisation": "scalarToBudget",
        "rates": model.bands.cells().map(zero).collect::<Vec<_>>(),
        "weights": { "diabetes": "0", "hjart_karl": "0", "antikoagulation": "0", "inflammation": "0", "cancer": "0" },
    });
    assert_eq!(problems("simulatePerson", &request), ["cannot-normalise at normalisation"]);
}

#[test]
fn a_figure_that_the_request_does_not_have_is_refused() {
    let no_cost = asked(without(practice(), "drugCost"), "practice", "net");
    assert_eq!(problems("explain", &no_cost), ["no-such-figure at figure"]);
    let no_doctors = asked(with(staffing(), "specialists", json!("0")), "staffing", "perSpecialist");
    assert_eq!(problems("explain", &no_doctors), ["no-such-figure at figure"]);
    assert_eq!(problems("explain", &asked(staffing(), "staffing", "net")), ["unknown-value at figure"]);
    assert_eq!(problems("explain", &asked(staffing(), "doctors", "gap")), ["unknown-value at of"]);
    assert_eq!(problems("explain", &staffing()), ["missing-field at of"]);
    let both = with(with(asked(staffing(), "staffing", "gap"), "levels", json!(0)), "st", json!(2));
    assert_eq!(problems("explain", &both), ["out-of-range at levels", "wrong-type at st"]);
}
