//! Starts the page in the element that the shell has ready for it.
use web_sys::window;

fn main() {
    let root = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        web::app::start(root);
    }
}
