//! Gets a language's texts and the licences, when they are wanted, by way of the start script. Knows nothing of where they lie.
use super::Lang;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A text by its name; a language's table has the language's code. Set by the start script.
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

/// The licences of what the page is made of, unless they cannot be fetched.
pub async fn licenses() -> Option<String> {
    words("third-party-licenses").await.ok()?.as_string()
}
