//! The ways out of the page: a file, a picture, the clipboard, paper. Each takes only what the guard has made
//! ([`Leaving`]); nothing else of the page reaches the browser's own. Nothing is sent anywhere. Knows nothing of what
//! leaves.
pub mod picture;

use crate::{components::parts::el, dom, tools::guard::Leaving};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};
use yew::Html;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    async fn write_to_clipboard(text: &str) -> Result<JsValue, JsValue>;
}

/// Offers the text as a file; does nothing where the browser allows no downloads.
pub fn save(name: &str, kind: &str, text: &Leaving<String>) {
    let parts = Array::of1(&JsValue::from_str(text.get()));
    let _ = Blob::new_with_str_sequence_and_options(&parts, &of_kind(kind)).and_then(|blob| offer(name, &blob));
}

/// Offers the bytes as a file.
pub fn save_bytes(name: &str, kind: &str, bytes: &Leaving<Vec<u8>>) {
    let parts = Array::of1(&Uint8Array::from(bytes.get().as_slice()));
    let _ = Blob::new_with_u8_array_sequence_and_options(&parts, &of_kind(kind)).and_then(|blob| offer(name, &blob));
}

/// Puts the text on the clipboard; whether the browser did.
pub async fn copy(text: &Leaving<String>) -> bool {
    write_to_clipboard(text.get()).await.is_ok()
}

/// What is printed in the place of the view. In the page only to be printed.
pub fn paper(pages: Leaving<Vec<Html>>) -> Html {
    el("div", &[("class", "handout")], pages.into_inner())
}

/// Prints the view's [`paper`]; a view with protected counts on its screen and no paper prints nothing of them.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

fn of_kind(kind: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    options
}

/// Offers a blob as a file.
fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = dom::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
