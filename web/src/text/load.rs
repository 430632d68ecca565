//! Gets a language's texts, when they are wanted, by way of the start script. Knows nothing of where they lie.
use super::Lang;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The language's table, by its code. Set by the start script.
    #[wasm_bindgen(catch, js_name = viktatWords)]
    async fn words(lang: &str) -> Result<JsValue, JsValue>;
}

/// Whether the language's texts are here, fetched first if they were not.
pub async fn load(lang: Lang) -> bool {
    if lang.is_loaded() {
        return true;
    }
    let table = words(lang.code()).await.ok().and_then(|table| table.as_string());
    table.is_some_and(|table| lang.load(table).is_ok())
}
