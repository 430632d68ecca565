//! What the page shows before the app has started, besides its name.

/// HTML for the marked place in index.html's shell; empty when there is nothing to show.
pub fn shell_cards() -> String {
    String::new()
}
