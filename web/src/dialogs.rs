//! The dialogs that are open, the innermost last: one stack for the whole page. Back closes the innermost and the view
//! stays; the browser's Escape does the same. Knows nothing of what stands in them.
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::{History, HtmlDialogElement, window};

thread_local! {
    static OPEN: RefCell<Vec<HtmlDialogElement>> = const { RefCell::new(Vec::new()) };
    /// How deep the last entry of the browser's history lay, and its address.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static ADDRESS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whether any dialog is open: keys that mean something to the page are then the dialog's.
pub fn is_any_open() -> bool {
    OPEN.with_borrow(|open| !open.is_empty())
}

/// Shows a dialog over all others. An entry of the history stands for each depth, so that Back has something to take away;
/// one that a closed dialog has left is used again.
pub fn open(dialog: &HtmlDialogElement) {
    if dialog.show_modal().is_err() {
        return;
    }
    let depth = OPEN.with_borrow_mut(|open| {
        open.push(dialog.clone());
        open.len()
    });
    if let Some(history) = history().filter(|history| depth_of(history) < depth) {
        // where the browser keeps no history the dialog still closes by its button and Escape
        let _ = history.push_state_with_url(&JsValue::from(u32::try_from(depth).unwrap_or(u32::MAX)), "", None);
    }
    remember_place();
}

/// Closes a dialog whose content is gone, and forgets one that was closed.
pub fn close(dialog: &HtmlDialogElement) {
    OPEN.with_borrow_mut(|open| open.retain(|other| other != dialog));
    if dialog.open() {
        dialog.close();
    }
}

/// Follows the browser through its history, as long as the page lives.
pub fn follow_history() -> Option<EventListener> {
    remember_place();
    window().map(|window| EventListener::new(&window, "popstate", |_| gone_back()))
}

/// Closes what lies deeper than the entry that the browser has come to. An entry that no dialog stands for any more is
/// passed by.
fn gone_back() {
    let Some(history) = history() else { return };
    let depth = depth_of(&history);
    let closing: Vec<HtmlDialogElement> = OPEN.with_borrow_mut(|open| open.drain(depth.min(open.len())..).collect());
    let is_left_over = closing.is_empty() && depth < DEPTH.get() && ADDRESS.with_borrow(|before| *before == address());
    // the innermost first; each tells its owner that it is closed
    closing.iter().rev().filter(|dialog| dialog.open()).for_each(HtmlDialogElement::close);
    remember_place();
    if is_left_over {
        let _ = history.back();
    }
}

fn remember_place() {
    DEPTH.set(history().map_or(0, |history| depth_of(&history)));
    ADDRESS.set(address());
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// How many dialogs the entry stands for.
fn depth_of(history: &History) -> usize {
    let depth = history.state().ok().and_then(|state| state.as_f64()).unwrap_or(0.0);
    (1..=DEEPEST).rev().find(|one| f64::from(*one) <= depth).map_or(0, usize::from)
}

/// More dialogs than ever lie over each other.
const DEEPEST: u8 = 8;

fn address() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}
