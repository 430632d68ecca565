//! The result on paper: in the page only to be printed, after the guard, and readable without colours.
use super::{differences, practice_results::leaving_bars};
use crate::{
    components::{
        parts::{all, before, cell, column, el, element, list, paragraph, row, row_name, say, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::Show,
        guarding::Guarding,
        practice_rows::{PracticeResults, results_of, rows},
        taken::made,
        term::factor,
        used_sources::used_sources,
    },
};
use exchange::link::fingerprint;
use model::{
    measure::Measure,
    outcome::{Line, PaidFor},
};
use report::{columns::Column, practice::PracticeColumn};
use std::cmp::Reverse;
use yew::{AttrValue, Html};

/// Conditions that are told.
const MOST_CONDITIONS: usize = 10;
/// Changes that are told.
const MOST_CHANGES: usize = 24;

/// The page of paper; nothing while nobody is listed.
pub fn handout(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Some(results) = results_of(ctx) else { return Html::default() };
    let guarding = Guarding::of(ctx);
    let notes = [vec![t.take_examples().to_owned()], guarding.sentences()].concat();
    let parts = vec![
        head(ctx, &guarding, &results),
        list("handout-notes", notes.into_iter().map(say).collect()),
        amounts(&guarding, &results.columns),
        picture(ctx, &guarding, &results.columns),
        conditions(ctx, &guarding, &results.columns),
        changes(ctx),
        part(t.handout_sources(), list("", used_sources(ctx).into_iter().map(say).collect())),
        el("p", &[("class", "handout-made")], vec![say(made(ctx))]),
    ];
    el("div", &[("class", "handout")], parts)
}

fn part(heading: &'static str, content: Html) -> Html {
    el("div", &[("class", "handout-part")], vec![el("h2", &[], vec![text(heading)]), content])
}

fn head(ctx: &Ctx, guarding: &Guarding<'_>, results: &PracticeResults) -> Html {
    let t = guarding.texts;
    let listed = results.columns.first().map(|c| guarding.told(c.outcome.listed.node()));
    let listed = listed.map(|listed| guarding.words(&listed, Show::Persons, false)).unwrap_or_default();
    let stamp = fingerprint(ctx.state().scenario()).to_string();
    let stamp =
        vec![text(t.take_fingerprint()), text(" "), el("strong", &[("class", "fingerprint")], vec![say(stamp)])];
    let words =
        all(vec![el("h1", &[], vec![text(t.take_title())]), el("p", &[], vec![say(t.handout_listed(&listed))])]);
    let words = el("div", &[], vec![words]);
    el("div", &[("class", "handout-head")], vec![words, el("p", &[("class", "stamp")], stamp)])
}

fn table(class: &'static str, headings: Vec<Html>, rows: Vec<Html>) -> Html {
    let head = el("thead", &[], vec![row(headings)]);
    element("table", &[], vec![("class", AttrValue::Static(class))], vec![head, el("tbody", &[], rows)])
}

fn amounts(guarding: &Guarding<'_>, columns: &[PracticeColumn]) -> Html {
    let t = guarding.texts;
    let headings = columns.iter().map(|c| column(column_name(t, c.column))).collect();
    let rows = rows(t).into_iter().map(|line| {
        let told = |c: &PracticeColumn| match guarding.figure(&line, c) {
            Some(figure) => say(guarding.words(&figure, line.show, line.signed)),
            None => text(t.not_available()),
        };
        row(before(row_name(line.name.to_owned()), columns.iter().map(|c| cell(told(c))).collect()))
    });
    table("handout-amounts", before(column(""), headings), rows.collect())
}

fn picture(ctx: &Ctx, guarding: &Guarding<'_>, columns: &[PracticeColumn]) -> Html {
    let Some(figure) = leaving_bars(ctx, guarding, columns) else { return Html::default() };
    let drawing = figure.drawn.svg.unwrap_or_default();
    let drawing = el("div", &[("class", "handout-picture")], vec![Html::from_html_unchecked(AttrValue::from(drawing))]);
    part(guarding.texts.handout_picture(), drawing)
}

/// The conditions that bring most under the leading model, or the proposal. What the guard hides is left out without a
/// place: where it stood among the others would tell how large it is.
fn conditions(ctx: &Ctx, guarding: &Guarding<'_>, columns: &[PracticeColumn]) -> Html {
    let t = guarding.texts;
    let paid = |wanted: Column| {
        let column = columns.iter().find(|c| c.column == wanted)?;
        let lines: Vec<&Line> = column.outcome.lines.iter().filter(|line| is_condition(line)).collect();
        (!lines.is_empty()).then_some((wanted, lines))
    };
    let Some((wanted, mut lines)) = paid(ctx.state().lead).or_else(|| paid(Column::Proposal)) else {
        return Html::default();
    };
    lines.retain(|line| guarding.told(line.amount.node()).node().is_some());
    lines.sort_by_key(|line| Reverse(line.amount.value().decimal().abs()));
    let shown = lines.iter().take(MOST_CONDITIONS).map(|line| {
        let words = |node, show| guarding.words(&guarding.told(node), show, false);
        let PaidFor::Factor(id) = &line.paid_for else { return Html::default() };
        let figures = [
            words(line.basis.node(), Show::Whole),
            words(line.rate.node(), Show::Ore),
            words(line.amount.node(), Show::Kronor),
        ];
        row(before(row_name(factor(t, ctx.house(), id)), figures.map(|figure| cell(say(figure))).to_vec()))
    });
    let headings =
        [t.model_weight_heading(), t.practice_affected_heading(), t.book_unit_person_month(), t.book_unit_month()];
    let table = table("handout-conditions", headings.map(column).to_vec(), shown.collect());
    let heading = el("h2", &[], vec![say(t.handout_conditions(column_name(t, wanted)))]);
    el("div", &[("class", "handout-part")], vec![heading, table])
}

fn is_condition(line: &Line) -> bool {
    matches!(line.paid_for, PaidFor::Factor(_)) && !line.amount.value().decimal().is_zero()
}

fn changes(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let differences = ctx.state().scenario().differences();
    if differences.is_empty() {
        return part(t.handout_changes(), paragraph("", t.model_differences_none()));
    }
    let mut said: Vec<String> =
        differences.iter().take(MOST_CHANGES).map(|difference| differences::words(ctx, difference)).collect();
    if differences.len() > MOST_CHANGES {
        said.push(t.handout_more(&(differences.len() - MOST_CHANGES).to_string()));
    }
    part(t.handout_changes(), list("handout-changes", said.into_iter().map(say).collect()))
}
