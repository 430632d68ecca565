//! What the guard says of a practice's figures and counts: whatever leaves the page asks here. Decides nothing of what is
//! hidden.
use super::{
    amount::{Show, plain},
    guard_words,
    practice_rows::Row,
};
use crate::{ctx::Ctx, desk::guard::protection, text::Texts};
use model::{count::Count, measure::Measure, outcome::PaidFor, trace::Node};
use report::{
    guard::{Protection, Published, Total, published},
    practice::PracticeColumn,
};
use std::rc::Rc;

/// What the guard says of a figure or a count, for one practice.
pub struct Guarding<'a> {
    /// The page's words.
    pub texts: Texts,
    /// What is hidden; none when the guard is off.
    pub protection: Option<Rc<Protection>>,
    /// Counts from one up to, and without, this are small.
    pub threshold: u32,
    /// The page.
    pub ctx: &'a Ctx,
}

impl<'a> Guarding<'a> {
    /// What leaves the page is asked for here.
    pub fn of(ctx: &'a Ctx) -> Self {
        let threshold = ctx.state().desk.guard.threshold;
        Self { texts: ctx.texts(), protection: protection(ctx), threshold, ctx }
    }

    /// The count in words: itself, or why it is hidden.
    pub fn count(&self, what: &PaidFor, count: Count) -> String {
        self.hidden(what).unwrap_or_else(|| plain(self.texts.lang, count.persons().decimal()))
    }

    /// What stands in the place of a hidden count.
    pub fn hidden(&self, what: &PaidFor) -> Option<String> {
        Some(guard_words::between(self.texts, self.protection.as_deref()?.of(what)?.between))
    }

    /// Whether a total is withheld.
    pub fn withholds(&self, total: Total) -> bool {
        self.protection.as_ref().is_some_and(|protection| protection.withholds(total))
    }

    /// A total of persons in words.
    pub fn total(&self, total: Total, count: Count) -> String {
        match self.withholds(total) {
            true => self.texts.guard_withheld().to_owned(),
            false => plain(self.texts.lang, count.persons().decimal()),
        }
    }

    /// The figure of a row under a model as it may leave the page.
    pub fn figure(&self, row: &Row, column: &PracticeColumn) -> Option<Published> {
        Some(self.told(&row.figure(column)?))
    }

    /// A figure of the practice as it may leave the page.
    pub fn told(&self, node: &Rc<Node>) -> Published {
        match &self.protection {
            Some(protection) => published(node, protection),
            None => Published::Whole(Rc::clone(node)),
        }
    }

    /// It in words.
    pub fn words(&self, figure: &Published, show: Show, signed: bool) -> String {
        guard_words::published(self.texts, figure, (show, signed))
    }

    /// Whether anything is hidden.
    pub fn hides(&self) -> bool {
        self.protection.as_ref().is_some_and(|protection| protection.hides_any())
    }

    /// What is hidden, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let said = |protection: &Rc<Protection>| guard_words::sentences(self.texts, protection, self.threshold);
        self.protection.as_ref().map(said).unwrap_or_default()
    }
}
