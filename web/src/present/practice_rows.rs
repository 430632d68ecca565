//! The rows of a practice's results: which figures, in which order, under which name. Draws nothing.
use super::amount::Show;
use crate::{ctx::Ctx, text::Texts, tools::practice::practice};
use model::{outcome::PaidFor, trace::Node};
use report::{
    estimate::Completed,
    practice::{PracticeColumn, practice_columns},
};
use std::rc::Rc;

/// The practice under each model.
pub struct PracticeResults {
    /// The practice.
    pub completed: Rc<Completed>,
    /// The models that it can be worked out under.
    pub columns: Rc<[PracticeColumn]>,
}

/// The results; none while nobody is listed.
pub fn results_of(ctx: &Ctx) -> Option<PracticeResults> {
    let scenario = ctx.state().scenario();
    let completed = practice(ctx)?;
    let columns = ctx.state().derived.paid(|| {
        let all = practice_columns(&ctx.state().tariffs, &completed.practice, scenario.practice().reading);
        all.into_iter().filter(|one| ctx.state().shows(one.column)).collect()
    });
    Some(PracticeResults { completed, columns })
}

/// One row: its name, how it is shown, and the figure of a model.
pub struct ResultRow {
    /// What the figure is.
    pub name: &'static str,
    /// How it is shown.
    pub show: Show,
    /// Whether a gain has a plus.
    pub signed: bool,
    figure: fn(&PracticeColumn) -> Option<Rc<Node>>,
}

impl ResultRow {
    /// The figure of a model, if it has one.
    pub fn figure(&self, column: &PracticeColumn) -> Option<Rc<Node>> {
        (self.figure)(column)
    }
}

/// The rows in their order.
pub fn rows(texts: Texts) -> Vec<ResultRow> {
    let row = |name, show, signed, figure| ResultRow { name, show, signed, figure };
    vec![
        row(texts.practice_row_month(), Show::Thousands, false, |c| Some(Rc::clone(c.outcome.payment.node()))),
        row(texts.practice_row_capitation(), Show::Thousands, false, |c| {
            Some(Rc::clone(c.outcome.capitation().node()))
        }),
        row(texts.practice_row_case_mix(), Show::Thousands, false, case_mix),
        row(texts.practice_row_year(), Show::Thousands, false, |c| {
            Some(Rc::clone(c.outcome.payment.per_year().node()))
        }),
        row(texts.practice_row_per_listed(), Show::Ore, false, |c| c.outcome.per_listed().map(|p| Rc::clone(p.node()))),
        row(texts.practice_row_change(), Show::Thousands, true, |c| c.change.as_ref().map(|p| Rc::clone(p.node()))),
        row(texts.practice_row_carried(), Show::Thousands, false, |c| {
            c.net.as_ref().map(|net| Rc::clone(net.carried.node()))
        }),
        row(texts.practice_row_net(), Show::Thousands, true, |c| c.net.as_ref().map(|net| Rc::clone(net.net.node()))),
        row(texts.practice_row_net_year(), Show::Thousands, true, |c| {
            c.net.as_ref().map(|net| Rc::clone(net.net.per_year().node()))
        }),
    ]
}

/// The sum of the lines for conditions; a model without them has none.
fn case_mix(column: &PracticeColumn) -> Option<Rc<Node>> {
    let paid = column.outcome.lines.iter().any(|line| matches!(line.paid_for, PaidFor::Factor(_)));
    paid.then(|| Rc::clone(column.outcome.case_mix().node()))
}
