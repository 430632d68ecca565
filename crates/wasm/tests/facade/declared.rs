//! The TypeScript declares what is accepted and returned: no member more, none less.
use super::{
    call::{answer_type, call},
    shared::{
        requests::{asked, cases, person, practice, staffing},
        types::Types,
    },
};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use wasm::{facade::Facade, problem::Code};

#[test]
fn answers_and_thrown_errors_are_as_declared() {
    let types = Types::shipped();
    for case in cases() {
        let (answer, of) = match call(case.function, &case.request) {
            Ok(answer) => (answer, answer_type(case.function)),
            Err(thrown) => (thrown, "Errors"),
        };
        assert_eq!(types.problems(&answer, of), Vec::<String>::new(), "{}", case.name);
    }
    let facade = Facade::default();
    let models = serde_json::to_value(facade.list_models()).unwrap();
    assert_eq!(types.problems(&models, "ModelsAnswer"), Vec::<String>::new());
    assert_eq!(types.problems(&serde_json::to_value(facade.version()).unwrap(), "VersionAnswer"), Vec::<String>::new());
}

#[test]
fn the_check_of_types_sees_a_missing_an_extra_and_a_wrong_member() {
    let types = Types::shipped();
    for (wrong, count) in [
        (json!({ "first": 1 }), 1),
        (json!({ "first": 1, "last": 2, "page": 3 }), 1),
        (json!({ "first": "1", "last": null }), 2),
    ] {
        assert_eq!(types.problems(&wrong, "Lines").len(), count, "{wrong}");
    }
    assert_eq!(types.problems(&json!("1,5"), "DecimalString").len(), 1);
    assert_eq!(types.problems(&json!("maybe"), "Status").len(), 1);
}

/// The members that the reader knows, as its own error lists them.
fn known(function: &str, request: &Json, pointer: &str) -> BTreeSet<String> {
    let mut request = request.clone();
    request.pointer_mut(pointer).unwrap()["?"] = json!(0);
    let thrown = call(function, &request).unwrap_err();
    let unknown = thrown["errors"].as_array().unwrap().iter().find(|error| error["code"] == "unknown-field").unwrap();
    unknown["detail"]["known"].as_str().unwrap().split(", ").map(str::to_owned).collect()
}

fn declared(names: &[&str]) -> BTreeSet<String> {
    let types = Types::shipped();
    names.iter().flat_map(|name| types.members(name)).map(|member| member.name).collect()
}

#[test]
fn requests_have_the_declared_members_and_no_others() {
    let anders = person(catalog::ANDERS, catalog::SKANE_PROPOSAL_FIVE);
    let doctors = staffing();
    let of = |request: &Json, of: &str| asked(request.clone(), of, "capacity");
    for (function, request, pointer, names) in [
        ("simulatePerson", &anders, "", &["PersonRequest"][..]),
        ("simulatePerson", &anders, "/dispensed/0", &["Dispensing"]),
        ("simulatePractice", &practice(), "", &["PracticeRequest"]),
        ("staffing", &doctors, "", &["StaffingRequest"]),
        ("explain", &of(&anders, "person"), "", &["PersonRequest", "ExplainPerson"]),
        ("explain", &of(&practice(), "practice"), "", &["PracticeRequest", "ExplainPractice"]),
        ("explain", &of(&doctors, "staffing"), "", &["StaffingRequest", "ExplainStaffing"]),
    ] {
        assert_eq!(known(function, request, pointer), declared(names), "{function}{pointer}");
    }
}

#[test]
fn every_member_that_is_not_optional_is_missed() {
    let types = Types::shipped();
    let requests = [
        ("simulatePerson", person(catalog::JOHAN, catalog::SKANE_2026), "PersonRequest"),
        ("simulatePractice", practice(), "PracticeRequest"),
        ("staffing", staffing(), "StaffingRequest"),
    ];
    for (function, request, name) in &requests {
        for member in types.members(name).iter().filter(|member| !member.optional) {
            let mut less = request.clone();
            less.as_object_mut().unwrap().shift_remove(&member.name);
            let thrown = call(function, &less).unwrap_err();
            assert_eq!(thrown["errors"][0]["code"], "missing-field", "{function} without {}", member.name);
            assert_eq!(thrown["errors"][0]["path"], member.name.as_str());
        }
    }
}

#[test]
fn every_code_is_declared() {
    let declared = Types::shipped().texts("ProblemCode");
    let last = Code::NoSuchFigure;
    assert_eq!(declared.last().map(String::as_str), Some("no-such-figure"));
    assert_eq!(declared.len(), last as usize + 1);
    assert_eq!(serde_json::to_value(last).unwrap(), "no-such-figure");
}
