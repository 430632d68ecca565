//! Gets the licences when they are wanted, by way of the start script. Knows nothing of where they lie.
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A text that the module does not hold, by its name. Set by the start script.
    #[wasm_bindgen(catch, js_name = viktatText)]
    async fn text(name: &str) -> Result<JsValue, JsValue>;
}

/// The licences of what the page is made of, unless they cannot be fetched.
pub async fn licenses() -> Option<String> {
    text("third-party-licenses").await.ok()?.as_string()
}
