//! The functions as JavaScript sees them. Answers are plain objects; problems are thrown as plain objects.
mod read;

use crate::facade::Facade;
use crate::problem::Errors;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = crate::TYPES;

thread_local! {
    /// The models are lowered once.
    static FACADE: Facade = Facade::default();
}

/// What the facade is: `{version, engine}`.
#[wasm_bindgen(unchecked_return_type = "VersionAnswer")]
pub fn version() -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| Ok(facade.version())))
}

/// The shipped models with their bands, amounts, factors and sources.
#[wasm_bindgen(js_name = listModels, unchecked_return_type = "ModelsAnswer")]
pub fn list_models() -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| Ok(facade.list_models())))
}

/// What the practice is paid a month for one person. Throws `Errors`.
#[wasm_bindgen(js_name = simulatePerson, unchecked_return_type = "PersonAnswer")]
pub fn simulate_person(
    #[wasm_bindgen(unchecked_param_type = "PersonRequest")] request: JsValue,
) -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| facade.simulate_person(&read::value(&request))))
}

/// What a practice is paid for its list. Throws `Errors`.
#[wasm_bindgen(js_name = simulatePractice, unchecked_return_type = "PracticeAnswer")]
pub fn simulate_practice(
    #[wasm_bindgen(unchecked_param_type = "PracticeRequest")] request: JsValue,
) -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| facade.simulate_practice(&read::value(&request))))
}

/// A figure with the whole tree of how it was made. Throws `Errors`.
#[wasm_bindgen(unchecked_return_type = "ExplanationAnswer")]
pub fn explain(#[wasm_bindgen(unchecked_param_type = "ExplainRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| facade.explain(&read::value(&request))))
}

/// What a practice's doctors cover by the guideline. Throws `Errors`.
#[wasm_bindgen(unchecked_return_type = "StaffingAnswer")]
pub fn staffing(
    #[wasm_bindgen(unchecked_param_type = "StaffingRequest")] request: JsValue,
) -> Result<JsValue, JsValue> {
    answer(FACADE.with(|facade| facade.staffing(&read::value(&request))))
}

fn answer<T: Serialize>(outcome: Result<T, Errors>) -> Result<JsValue, JsValue> {
    match outcome {
        Ok(answer) => plain(&answer),
        Err(errors) => Err(plain(&errors)?),
    }
}

/// As `JSON.parse` would give it: objects, arrays, and null for what is not there.
fn plain(data: &impl Serialize) -> Result<JsValue, JsValue> {
    data.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
