//! The facade as a script in a browser meets it: real JavaScript values in, real objects out or thrown.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod shared;

use js_sys::{Function, JSON};
use serde_json::Value as Json;
use shared::{
    requests::{Case, cases, person, staffing},
    types::Types,
};
use wasm::{facade::Facade, js};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

type Called = fn(JsValue) -> Result<JsValue, JsValue>;

const FUNCTIONS: [(&str, Called); 4] = [
    ("simulatePerson", js::simulate_person),
    ("simulatePractice", js::simulate_practice),
    ("explain", js::explain),
    ("staffing", js::staffing),
];

/// The value of a JavaScript expression.
fn script(expression: &str) -> JsValue {
    let made = Function::new_no_args(&format!("return ({expression});")).call0(&JsValue::UNDEFINED);
    made.unwrap_or_else(|_| panic!("{expression}"))
}

fn text(value: &JsValue) -> String {
    String::from(JSON::stringify(value).unwrap())
}

fn json(value: &JsValue) -> Json {
    serde_json::from_str(&text(value)).unwrap()
}

fn call(function: &str, request: JsValue) -> Result<JsValue, JsValue> {
    FUNCTIONS.iter().find(|(name, _)| *name == function).unwrap().1(request)
}

fn call_json(function: &str, request: &Json) -> Result<JsValue, JsValue> {
    call(function, JSON::parse(&request.to_string()).unwrap())
}

/// What is thrown must be a structured object with at least one problem.
fn assert_thrown(what: &str, types: &Types, outcome: Result<JsValue, JsValue>) -> Json {
    let Err(thrown) = outcome else { panic!("{what} is answered") };
    let thrown = json(&thrown);
    assert_eq!(types.problems(&thrown, "Errors"), Vec::<String>::new(), "{what}");
    assert!(!thrown["errors"].as_array().unwrap().is_empty(), "{what}");
    thrown
}

#[wasm_bindgen_test]
fn answers_are_the_native_ones_byte_for_byte() {
    for Case { name, function, request, golden } in cases() {
        let (Ok(answer) | Err(answer)) = call_json(function, &request);
        assert_eq!(text(&answer), golden, "{name}");
    }
}

#[wasm_bindgen_test]
fn returned_objects_have_the_declared_members() {
    let types = Types::shipped();
    for (function, of) in [
        ("simulatePerson", "PersonAnswer"),
        ("simulatePractice", "PracticeAnswer"),
        ("staffing", "StaffingAnswer"),
        ("explain", "ExplanationAnswer"),
    ] {
        let case = cases().into_iter().find(|case| case.function == function).unwrap();
        let answer = json(&call_json(function, &case.request).unwrap());
        assert_eq!(types.problems(&answer, of), Vec::<String>::new());
    }
    assert_eq!(types.problems(&json(&js::version().unwrap()), "VersionAnswer"), Vec::<String>::new());
    let models = js::list_models().unwrap();
    assert_eq!(types.problems(&json(&models), "ModelsAnswer"), Vec::<String>::new());
    assert_eq!(text(&models), serde_json::to_string(&Facade::default().list_models()).unwrap());
}

#[wasm_bindgen_test]
fn johan_and_anders_bring_the_same_today_and_not_under_the_proposal() {
    let payment = |id, model| json(&call_json("simulatePerson", &person(id, model)).unwrap())["payment"].clone();
    let [johan, anders] = [catalog::JOHAN, catalog::ANDERS];
    assert_eq!(payment(johan, catalog::SKANE_2026), payment(anders, catalog::SKANE_2026));
    let decimal = |text: Json| text.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
    let [healthy, ill] = [johan, anders].map(|id| decimal(payment(id, catalog::SKANE_PROPOSAL_FIVE)));
    assert_eq!(ill - healthy, 580.into());
}

#[wasm_bindgen_test]
fn a_request_may_be_any_plain_object() {
    let answer = call(
        "staffing",
        script(
            "{ version: 1, values: { persons: '8000', 'fte.specialist': '5.0', 'fte.st': '2', 'cover.st': undefined } }",
        ),
    );
    assert!(json(&answer.unwrap())["gapFte"].as_str().unwrap().starts_with("1.27"));
    let values = "{ persons: '8000', 'fte.specialist': '5', 'fte.st': '2' }";
    let class = "new (class { constructor() { this.version = 1; this.values = VALUES } })";
    assert!(call("staffing", script(&class.replace("VALUES", values))).is_ok());
    let bare = "Object.assign(Object.create(null), { version: 1, values: VALUES })";
    assert!(call("staffing", script(&bare.replace("VALUES", values))).is_ok());
}

/// Values that no script should pass.
const RUBBISH: &[&str] = &[
    "undefined",
    "null",
    "true",
    "NaN",
    "1e309",
    "-0",
    "0.1",
    "10n",
    "10n ** 400n",
    "'x'",
    "''",
    "'\\ud800'",
    "Symbol('x')",
    "() => 1",
    "class {}",
    "[]",
    "[[[]]]",
    "[,,1]",
    "new Array(4294967295)",
    "{}",
    "Object.create(null)",
    "new Date(NaN)",
    "new Map([['version', 1]])",
    "new Set([1])",
    "new String('x')",
    "new Number(1)",
    "/x/",
    "new Uint8Array(50000)",
    "new ArrayBuffer(8)",
    "Promise.resolve(1)",
    "new Error('x')",
    "globalThis.document",
    "'x'.repeat(2 ** 27)",
    "[...Array(30000).keys()]",
    "Object.fromEntries([...Array(30000).keys()].map(i => ['k' + i, i]))",
    "{ ['n'.repeat(2 ** 24)]: 1 }",
    "{ [Symbol('version')]: 1 }",
    "{ __proto__: null, toString: 1 }",
    "(() => { const o = { version: 1 }; o.model = o; return o })()",
    "(() => { const a = []; a.push(a, a, a); return a })()",
    "(() => { let a = [1]; for (let i = 0; i < 100000; i++) a = [a]; return a })()",
    "(() => { let a = {}; for (let i = 0; i < 60; i++) a = { l: a, r: a }; return a })()",
    "{ version: 1, get model() { throw new Error('x') } }",
    "{ get version() { throw null } }",
    "{ version: { valueOf() { return 1 } } }",
    "new Proxy({}, { ownKeys() { throw new Error('x') } })",
    "new Proxy({}, { ownKeys() { return ['a'] }, get() { throw 1 } })",
    "new Proxy([], { get() { return 1e300 } })",
    "new Proxy([], { get(_, name) { if (name === 'length') throw 1; return 1 } })",
    "(() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy })()",
    "(() => { const p = Proxy.revocable([], {}); p.revoke(); return p.proxy })()",
];

#[wasm_bindgen_test]
fn any_value_in_the_place_of_a_request_is_refused_with_a_structured_error() {
    let types = Types::shipped();
    for rubbish in RUBBISH {
        for (name, function) in FUNCTIONS {
            assert_thrown(&format!("{name}({rubbish})"), &types, function(script(rubbish)));
        }
    }
    assert!(call_json("staffing", &staffing()).is_ok(), "the facade still answers");
}

#[wasm_bindgen_test]
fn any_value_in_the_place_of_a_member_is_refused_by_its_name() {
    let types = Types::shipped();
    for rubbish in RUBBISH.iter().filter(|rubbish| **rubbish != "undefined") {
        let person = format!(
            "{{ version: 1, model: {rubbish}, sex: {rubbish}, age: 'x', conditions: [{rubbish}], dispensed: [{rubbish}], \
             values: {{ 'weight.x': {rubbish}, costShare: {rubbish}, normalisation: {rubbish} }} }}"
        );
        let thrown = assert_thrown(rubbish, &types, call("simulatePerson", script(&person)));
        assert_eq!(thrown["errors"][0]["path"], "model", "{rubbish}");
        let practice = format!(
            "{{ version: 1, model: 'skane-forslag-fem', values: {{ 'listed.man.60-64': {rubbish}, \
             'affected.diabetes': {rubbish}, drugCost: {rubbish}, reading: {rubbish} }} }}"
        );
        assert_thrown(rubbish, &types, call("simulatePractice", script(&practice)));
    }
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_told_as_what_it_is() {
    for (listed, code) in [
        ("10n", "wrong-type"),
        ("NaN", "wrong-type"),
        ("'NaN'", "not-decimal"),
        ("'9007199254740993'", "out-of-range"),
        ("'x'.repeat(201)", "too-large"),
        ("(() => { const a = []; a.push(a); return a })()", "wrong-type"),
    ] {
        let request =
            format!("{{ version: 1, values: {{ persons: {listed}, 'fte.specialist': '5', 'fte.st': '2' }} }}");
        let thrown = json(&call("staffing", script(&request)).unwrap_err());
        assert_eq!(
            (&thrown["errors"][0]["code"], &thrown["errors"][0]["path"]),
            (&code.into(), &"values.persons".into()),
            "{listed}"
        );
        assert_eq!(thrown["errors"].as_array().unwrap().len(), 1);
    }
    let throws = script(
        "{ version: 1, values: { get persons() { throw new Error('no') }, 'fte.specialist': '5', 'fte.st': 2 } }",
    );
    let thrown = json(&call("staffing", throws).unwrap_err());
    assert_eq!(
        (&thrown["errors"][0]["code"], &thrown["errors"][0]["path"]),
        (&"unreadable".into(), &"values.persons".into())
    );
    assert_eq!(thrown["errors"][1]["path"], "values[\"fte.st\"]", "what can be read is still judged");
}

#[wasm_bindgen_test]
fn a_list_that_is_not_read_to_its_end_is_refused() {
    let drugs = |number: u32| {
        let drug = "{ atc: 'J01CE02', monthsAgo: 1, packages: 1, ddd: '1' }";
        let all = format!("[...Array({number})].map(() => ({drug}))");
        script(&format!("{{ version: 1, model: 'skane-2026', sex: 'man', age: 60, dispensed: {all} }}"))
    };
    // five values each, and five of the request itself: 20,000
    assert!(call("simulatePerson", drugs(3999)).is_ok());
    for number in [4000, 30_000] {
        let thrown = json(&call("simulatePerson", drugs(number)).unwrap_err());
        let errors = thrown["errors"].as_array().unwrap();
        assert!(errors.iter().any(|error| error["code"] == "too-large"), "{number}");
    }
}
