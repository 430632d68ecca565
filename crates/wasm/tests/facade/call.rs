//! Calling the facade with JSON in the place of JavaScript values.
use serde::Serialize;
use serde_json::Value as Json;
use wasm::{facade::Facade, problem::Errors, value::Value};

/// JSON as a script's value.
pub fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Object(members) => Value::Object(members.iter().map(|(k, v)| (k.clone(), value(v))).collect()),
    }
}

/// The functions that take a request.
pub const FUNCTIONS: [&str; 4] = ["simulatePerson", "simulatePractice", "explain", "staffing"];

/// The type of each function's answer.
pub fn answer_type(function: &str) -> &'static str {
    match function {
        "simulatePerson" => "PersonAnswer",
        "simulatePractice" => "PracticeAnswer",
        "explain" => "ExplanationAnswer",
        "staffing" => "StaffingAnswer",
        other => panic!("no function {other}"),
    }
}

/// The answer, or what is thrown.
pub fn call_value(facade: &Facade, function: &str, request: &Value) -> Result<Json, Json> {
    match function {
        "simulatePerson" => plain(facade.simulate_person(request)),
        "simulatePractice" => plain(facade.simulate_practice(request)),
        "explain" => plain(facade.explain(request)),
        "staffing" => plain(facade.staffing(request)),
        other => panic!("no function {other}"),
    }
}

/// The answer, or what is thrown.
pub fn call(function: &str, request: &Json) -> Result<Json, Json> {
    call_value(&Facade::default(), function, &value(request))
}

/// The problems as `code at path`.
pub fn problems(function: &str, request: &Json) -> Vec<String> {
    let thrown = call(function, request).expect_err("a problem");
    let errors = thrown["errors"].as_array().unwrap().clone();
    errors.iter().map(|e| format!("{} at {}", e["code"].as_str().unwrap(), e["path"].as_str().unwrap())).collect()
}

fn plain<T: Serialize>(outcome: Result<T, Errors>) -> Result<Json, Json> {
    outcome.map(|answer| serde_json::to_value(answer).unwrap()).map_err(|e| serde_json::to_value(e).unwrap())
}
