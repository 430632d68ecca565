//! Saves something as a file, from a Blob: nothing is sent anywhere.
use crate::dom;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers the text as a file; does nothing where the browser allows no downloads.
pub fn download(name: &str, kind: &str, text: &str) {
    let parts = Array::of1(&JsValue::from_str(text));
    let _ = Blob::new_with_str_sequence_and_options(&parts, &of_kind(kind)).and_then(|blob| save(name, &blob));
}

/// Offers the bytes as a file.
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let _ = Blob::new_with_u8_array_sequence_and_options(&parts, &of_kind(kind)).and_then(|blob| save(name, &blob));
}

fn of_kind(kind: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    options
}

/// Offers a blob as a file.
pub fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = dom::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
