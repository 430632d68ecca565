//! What the guard hides, in words: in the place of a figure, and as sentences beside it.
use super::amount::{Show, amount, plain};
use crate::text::Texts;
use model::measure::Measure;
use report::guard::{Between, Protection, Published, Why};

/// A figure as it may leave the page, in words; in the place of what is hidden stands why it is.
pub fn published(texts: Texts, figure: &Published, (show, signed): (Show, bool)) -> String {
    let shown = |node: &model::trace::Node| amount(texts, node.value, show, signed);
    match figure {
        Published::Whole(node) | Published::Mended(node) => shown(node),
        Published::Rounded(node) => texts.guard_rounded(&shown(node)),
        Published::Between(interval) => between(texts, *interval),
        Published::Withheld => texts.guard_withheld().to_owned(),
    }
}

/// In the place of a hidden count.
pub fn between(texts: Texts, interval: Between) -> String {
    let [low, high] = [interval.low, interval.high].map(|count| plain(texts.lang, count.persons().decimal()));
    texts.guard_between(&low, &high)
}

/// What is hidden, sentence by sentence; none when nothing is.
pub fn sentences(texts: Texts, protection: &Protection, threshold: u32) -> Vec<String> {
    let (small, beside) = (protection.counts(Why::Small), protection.counts(Why::Beside));
    if small == 0 {
        return Vec::new();
    }
    let mut said = vec![texts.guard_says_small(&threshold.to_string(), &small.to_string())];
    if beside > 0 {
        said.push(texts.guard_says_beside(&beside.to_string()));
    }
    if !protection.totals.is_empty() {
        said.push(texts.guard_says_totals(&protection.totals.len().to_string()));
    }
    if !protection.money_step.decimal().is_zero() {
        said.push(texts.guard_says_rounded(&amount(texts, protection.money_step.quantity(), Show::Kronor, false)));
    }
    said
}
