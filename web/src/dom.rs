//! The browser's document and its elements by id. Knows no view.
use web_sys::{Document, HtmlElement, wasm_bindgen::JsCast, window};

/// Goes to an address within the page.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// The document; none outside a page, as in a worker.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with an id, if there is one and it is of the kind.
pub fn element<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with an id.
pub fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        let _ = element.focus();
    }
}
