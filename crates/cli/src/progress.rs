//! A bar for work that takes long, on standard error and only when that is a terminal.
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over so many bytes or rows; hidden where nobody looks.
pub fn bar(length: u64, what: &'static str) -> ProgressBar {
    // standard error hides itself when it is no terminal
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    let style =
        ProgressStyle::with_template("{msg} {bar:40} {percent} %").unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style).with_message(what)
}
