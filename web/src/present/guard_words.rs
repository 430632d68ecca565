//! What the guard hides, in words: in the place of a figure, and as sentences beside it.
use super::amount::{Show, amount};
use crate::text::Texts;
use model::{measure::Measure, outcome::PaidFor};
use report::guard::{Protection, Published};

/// A figure as it may leave the page, in words; in the place of what is hidden stands why it is.
pub fn published(texts: Texts, figure: &Published, threshold: u32, (show, signed): (Show, bool)) -> String {
    let shown = |node: &model::trace::Node| amount(texts, node.value, show, signed);
    match figure {
        Published::Whole(node) => shown(node),
        Published::Mended(node) if show == Show::Persons => shown(node),
        Published::Mended(node) => texts.guard_rounded(&shown(node)),
        Published::Small => small(texts, threshold),
        Published::Withheld => texts.guard_withheld().to_owned(),
    }
}

/// In the place of a count that is small itself.
pub fn small(texts: Texts, threshold: u32) -> String {
    texts.guard_small(&threshold.to_string())
}

/// In the place of a count, where it is hidden.
pub fn count(texts: Texts, protection: &Protection, what: &PaidFor, threshold: u32) -> Option<String> {
    if protection.small.contains(what) {
        return Some(small(texts, threshold));
    }
    protection.hides(what).then(|| texts.guard_withheld().to_owned())
}

/// What is hidden, sentence by sentence; none when nothing is.
pub fn sentences(texts: Texts, protection: &Protection, threshold: u32) -> Vec<String> {
    if !protection.hides_any() {
        return Vec::new();
    }
    let mut said = vec![texts.guard_says_small(&threshold.to_string(), &protection.small.len().to_string())];
    if !protection.beside.is_empty() {
        said.push(texts.guard_says_beside(&protection.beside.len().to_string()));
    }
    if !protection.totals.is_empty() {
        said.push(texts.guard_says_totals(&protection.totals.len().to_string()));
    }
    if !protection.money_step.decimal().is_zero() {
        said.push(texts.guard_says_rounded(&amount(texts, protection.money_step.quantity(), Show::Kronor, false)));
    }
    said
}
