//! What is refused: each problem with its code and place, all of them at once, and never a silent 0.
use super::{
    call::{FUNCTIONS, call, problems},
    shared::requests::{asked, person, practice, staffing, wrong},
};
use model::value::Key;
use serde_json::{Value as Json, json};

fn with(mut request: Json, member: &str, value: Json) -> Json {
    request[member] = value;
    request
}

/// With one more value.
fn valued(mut request: Json, key: &str, value: Json) -> Json {
    request["values"][key] = value;
    request
}

/// Without the values whose names begin so.
fn unvalued(mut request: Json, start: &str) -> Json {
    request["values"].as_object_mut().unwrap().retain(|key, _| !key.starts_with(start));
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
        "not-whole at costYear",
        "unknown-key at values[\"listed.kvinna.60-64\"]",
        "not-decimal at values[\"listed.man.60-64\"]",
        "unknown-key at values[\"listed.man.60-65\"]",
        "unknown-key at values[\"listed.man.60\"]",
        "out-of-range at values[\"listed.man.100+\"]",
        "unknown-key at values[\"affected.gikt\"]",
        "out-of-range at values[\"affected.diabetes\"]",
        "wrong-type at values.drugCost",
        "not-decimal at values[\"weight.cancer\"]",
        "unknown-key at values[\"weight.a b\"]",
        "not-decimal at values.costShare",
        "unknown-value at values.normalisation",
        "unknown-key at values[\"cover.st\"]",
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
    let request = with(valued(practice(), "drugCost", json!("-1")), "model", json!("skåne"));
    assert_eq!(problems("simulatePractice", &request), ["unknown-model at model", "out-of-range at values.drugCost"]);
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
    let count = |count: Json| valued(staffing(), "persons", count);
    assert!(call("staffing", &count(json!("100000000"))).is_ok());
    assert!(call("staffing", &count(json!("8000.0"))).is_ok());
    for (wrong, code) in [
        (json!("100000001"), "out-of-range"),
        (json!("9007199254740993"), "out-of-range"),
        (json!("1e300"), "not-decimal"),
        (json!("-1"), "out-of-range"),
        (json!("0.5"), "not-decimal"),
        (json!(8000), "wrong-type"),
        (json!(null), "wrong-type"),
    ] {
        assert_eq!(problems("staffing", &count(wrong)), [format!("{code} at values.persons")]);
    }
}

#[test]
fn decimals_are_plain_decimal_strings() {
    let specialists = |text: Json| valued(staffing(), "fte.specialist", text);
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
        assert_eq!(
            problems("staffing", &specialists(json!(wrong))),
            [format!("{code} at values[\"fte.specialist\"]")],
            "{wrong}"
        );
    }
    assert_eq!(problems("staffing", &specialists(json!(5.5))), ["wrong-type at values[\"fte.specialist\"]"]);
}

#[test]
fn a_guideline_of_nobody_is_refused() {
    let request = valued(valued(staffing(), "cover.specialist", json!("0")), "cover.st1", json!("550"));
    let expected = ["out-of-range at values[\"cover.specialist\"]", "unknown-key at values[\"cover.st1\"]"];
    assert_eq!(problems("staffing", &request), expected);
}

#[test]
fn a_name_that_means_nothing_is_refused_with_the_nearest() {
    for (key, near) in [
        ("weight.diabets", "weight.diabetes"),
        ("listed.women.60-64", "listed.woman.60-64"),
        ("costshare", "costShare"),
        ("rate.man.060-64", "rate.man.60-64"),
        ("planned.retiring.2031", "affected"),
    ] {
        let thrown = call("simulatePractice", &valued(practice(), key, json!("1"))).unwrap_err();
        let problem = &thrown["errors"][0];
        assert_eq!((&problem["code"], thrown["errors"].as_array().unwrap().len()), (&json!("unknown-key"), 1), "{key}");
        let told = problem["message"].as_str().unwrap();
        assert!(near == "affected" || told.contains(&format!("nearest are {near}")), "{key}: {told}");
    }
}

#[test]
fn lists_are_not_empty() {
    let nobody = unvalued(practice(), "listed.");
    assert_eq!(problems("simulatePractice", &nobody)[0], "empty at values");
}

#[test]
fn not_known_is_not_nobody() {
    let unknown = unvalued(practice(), "affected.");
    assert_eq!(problems("simulatePractice", &unknown), ["empty at values"]);
    assert!(call("simulatePractice", &valued(unknown, "affected.cancer", json!("0"))).is_ok());
    let table_only = json!({ "version": 1, "model": catalog::SKANE_2026, "values": { "listed.man.60-64": "250" } });
    assert!(call("simulatePractice", &table_only).is_ok());
}

#[test]
fn nobody_has_a_condition_twice() {
    let request = valued(valued(practice(), "affected.diabetes", json!("552")), "affected.cancer", json!("553"));
    assert_eq!(problems("simulatePractice", &request), ["more-than-listed at values[\"affected.cancer\"]"]);
}

#[test]
fn a_table_without_conditions_takes_no_conditions() {
    let request = json!({
        "version": 1, "model": catalog::SKANE_2026, "sex": "man", "age": 60, "conditions": ["diabetes"],
        "values": { "weight.diabetes": "1", "normalisation": "none" },
    });
    let expected = [
        "unknown-condition at conditions[0]",
        "unknown-key at values[\"weight.diabetes\"]",
        "unknown-key at values.normalisation",
    ];
    assert_eq!(problems("simulatePerson", &request), expected);
}

#[test]
fn weights_that_do_not_fit_are_told_with_those_that_do() {
    let heavy = valued(johan(), "weight.diabetes", json!("100000"));
    let thrown = call("simulatePerson", &heavy).unwrap_err();
    let first = &thrown["errors"][0];
    assert_eq!((&first["code"], &first["path"]), (&json!("negative-base"), &json!("values")));
    assert_eq!(first["detail"]["heaviest"], "diabetes");
    let fits = first["detail"]["largestRate"].as_str().unwrap().split('.').next().unwrap().to_owned();
    let lighter = call("simulatePerson", &valued(johan(), "weight.diabetes", json!(fits)));
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
        problems("simulatePerson", &valued(johan(), "weight.cancer", json!("-1"))),
        ["negative-weight at values[\"weight.cancer\"]"]
    );
}

#[test]
fn a_rule_with_nothing_to_scale_is_refused() {
    let catalogue = catalog::shipped();
    let model = catalogue.model(&model::id::Id::new(catalog::SKANE_PROPOSAL_FIVE)).unwrap();
    let factors = model.case_mix().unwrap().factors().map(|factor| Key::Weight(factor.id.clone()));
    let zeros = model.bands.cells().map(Key::Rate).chain(factors).map(|key| (key.to_string(), json!("0")));
    let mut values: serde_json::Map<_, _> = zeros.collect();
    values.insert("normalisation".into(), json!("scalarToBudget"));
    let request =
        json!({ "version": 1, "model": catalog::SKANE_PROPOSAL_FIVE, "sex": "man", "age": 60, "values": values });
    assert_eq!(problems("simulatePerson", &request), ["cannot-normalise at values.normalisation"]);
}

#[test]
fn a_figure_that_the_request_does_not_have_is_refused() {
    let no_cost = asked(unvalued(practice(), "drugCost"), "practice", "net");
    assert_eq!(problems("explain", &no_cost), ["no-such-figure at figure"]);
    let no_doctors = asked(valued(staffing(), "fte.specialist", json!("0")), "staffing", "perSpecialist");
    assert_eq!(problems("explain", &no_doctors), ["no-such-figure at figure"]);
    assert_eq!(problems("explain", &asked(staffing(), "staffing", "net")), ["unknown-value at figure"]);
    assert_eq!(problems("explain", &asked(staffing(), "doctors", "gap")), ["unknown-value at of"]);
    assert_eq!(problems("explain", &staffing()), ["missing-field at of"]);
    let both = with(valued(asked(staffing(), "staffing", "gap"), "fte.st", json!(2)), "levels", json!(0));
    assert_eq!(problems("explain", &both), ["out-of-range at levels", "wrong-type at values[\"fte.st\"]"]);
}
