//! Whatever a script passes, the facade answers or throws; it never panics, and what it throws is as declared.
use super::{
    call::{FUNCTIONS, call_value},
    shared::{requests::cases, types::Types},
};
use proptest::prelude::*;
use wasm::{
    facade::Facade,
    value::{Refusal, Value},
};

const NAMES: [&str; 24] = [
    "version",
    "model",
    "sex",
    "age",
    "conditions",
    "dispensed",
    "values",
    "costYear",
    "weight.diabetes",
    "rate.man.60-64",
    "costShare",
    "normalisation",
    "listed.woman.60-64",
    "affected.diabetes",
    "drugCost",
    "reading",
    "persons",
    "fte.specialist",
    "heads.st",
    "cover.st",
    "of",
    "figure",
    "levels",
    "rate.man.60-65",
];
const TEXTS: [&str; 10] = [
    "skane-forslag-fem",
    "man",
    "woman",
    "person",
    "practice",
    "payment",
    "diabetes",
    "79228162514264337593543950335",
    "-1000000",
    "scalarToBudget",
];

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Undefined),
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        prop::sample::select(vec![1.0, 0.0, -0.0, f64::NAN, f64::INFINITY, 4_294_967_296.0, 60.0, 64.0])
            .prop_map(Value::Number),
        ".{0,12}".prop_map(Value::Text),
        prop::sample::select(&TEXTS[..]).prop_map(|text| Value::Text(text.to_owned())),
        prop::sample::select(vec![
            Refusal::Kind("bigint"),
            Refusal::TooLong,
            Refusal::TooDeep,
            Refusal::TooMany,
            Refusal::Threw,
        ])
        .prop_map(Value::Refused),
    ]
}

fn anything() -> impl Strategy<Value = Value> {
    let name = prop_oneof![4 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => ".{0,60}"];
    leaf().prop_recursive(4, 48, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((name.clone(), inner), 0..12).prop_map(Value::Object),
        ]
    })
}

/// A right request with one of its values replaced.
fn spoilt() -> impl Strategy<Value = (&'static str, Value)> {
    let rights: Vec<(&'static str, Value)> =
        cases().into_iter().map(|case| (case.function, super::call::value(&case.request))).collect();
    (prop::sample::select(rights), any::<prop::sample::Index>(), anything()).prop_map(
        |((function, mut request), at, by)| {
            let mut places = count(&request);
            places = at.index(places);
            replace(&mut request, &mut places, &by);
            (function, request)
        },
    )
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::List(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    }
}

fn replace(value: &mut Value, at: &mut usize, by: &Value) -> bool {
    if *at == 0 {
        *value = by.clone();
        return true;
    }
    *at -= 1;
    match value {
        Value::List(items) => items.iter_mut().any(|item| replace(item, at, by)),
        Value::Object(members) => members.iter_mut().any(|(_, member)| replace(member, at, by)),
        _ => false,
    }
}

fn told(facade: &Facade, types: &Types, function: &str, request: &Value) {
    if let Err(thrown) = call_value(facade, function, request) {
        assert_eq!(types.problems(&thrown, "Errors"), Vec::<String>::new());
        assert!(!thrown["errors"].as_array().unwrap().is_empty());
    }
}

#[test]
fn any_value_is_answered_or_refused() {
    let (facade, types) = (Facade::default(), Types::shipped());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(1500));
    let check = |request: Value| {
        FUNCTIONS.iter().for_each(|function| told(&facade, &types, function, &request));
        Ok(())
    };
    runner.run(&anything(), check).unwrap();
}

#[test]
fn a_right_request_with_one_value_replaced_is_answered_or_refused() {
    let (facade, types) = (Facade::default(), Types::shipped());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(600));
    let check = |(function, request): (&'static str, Value)| {
        told(&facade, &types, function, &request);
        Ok(())
    };
    runner.run(&spoilt(), check).unwrap();
}

#[test]
fn each_refusal_is_told_as_what_it_is() {
    let facade = Facade::default();
    for (refusal, code) in [
        (Refusal::Kind("bigint"), "wrong-type"),
        (Refusal::TooLong, "too-large"),
        (Refusal::TooDeep, "too-large"),
        (Refusal::TooMany, "too-large"),
        (Refusal::Threw, "unreadable"),
    ] {
        for function in FUNCTIONS {
            let thrown = call_value(&facade, function, &Value::Refused(refusal)).unwrap_err();
            assert_eq!(thrown["errors"][0]["code"], code);
        }
    }
}
