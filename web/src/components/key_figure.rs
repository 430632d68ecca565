//! The few figures that an answer rests on: each with its name over it and what it means below. Knows no view.
use super::parts::{el, say, text};
use yew::Html;

/// One of them.
pub struct KeyFigure {
    /// What it is.
    pub name: &'static str,
    /// The figure.
    pub shown: Html,
    /// What it is set against, or of whom it is.
    pub about: String,
}

/// The figures side by side.
pub fn key_figures(figures: Vec<KeyFigure>) -> Html {
    let each = figures.into_iter().map(|KeyFigure { name, shown, about }| {
        let parts = vec![
            el("dt", &[], vec![text(name)]),
            el("dd", &[("class", "key-value")], vec![shown]),
            el("dd", &[("class", "about")], vec![say(about)]),
        ];
        el("div", &[("class", "key-figure")], parts)
    });
    el("dl", &[("class", "key-figures")], each.collect())
}
