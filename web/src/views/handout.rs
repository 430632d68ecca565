//! The result on paper: in the page only to be printed, after the guard, and readable without colours.
use super::practice_results::leaving_bars;
use crate::{
    components::{
        drawing::drawing,
        parts::{all, before, cell, column, el, element, list, paragraph, row, row_name, say, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    leave::paper,
    present::{
        amount::Show,
        difference_words,
        guarding::{Guarding, PublishedColumn, PublishedLine},
        practice_rows::rows,
        term::factor,
    },
    tools::guard::Leaving,
};
use report::columns::Column;
use std::cmp::Reverse;
use yew::{AttrValue, Html};

/// Conditions that are told.
const MOST_CONDITIONS: usize = 10;
/// Changes that are told.
const MOST_CHANGES: usize = 24;

/// The page of paper; nothing while nobody is listed.
pub fn handout(ctx: &Ctx) -> Html {
    let guarding = Guarding::of(ctx);
    let changes = Leaving::of_nobody(changes(ctx));
    let pages = Leaving::of(&guarding, pages).transpose();
    pages.map_or_else(Html::default, |pages| paper(pages.map(|[first, last]| vec![first, changes.into_inner(), last])))
}

/// What stands before the changes of the model, and after them.
fn pages(guarding: &Guarding<'_>) -> Option<[Html; 2]> {
    let t = guarding.texts;
    let columns = guarding.columns();
    let first = columns.first()?;
    let notes = [vec![t.take_examples().to_owned()], guarding.sentences()].concat();
    let before = vec![
        head(guarding, *first),
        list("handout-notes", notes.into_iter().map(say).collect()),
        amounts(guarding, &columns),
        picture(guarding),
        conditions(guarding, &columns),
    ];
    let after = vec![
        part(t.handout_sources(), list("", guarding.sources().into_iter().map(say).collect())),
        el("p", &[("class", "handout-made")], vec![say(guarding.made())]),
    ];
    Some([all(before), all(after)])
}

fn part(heading: &'static str, content: Html) -> Html {
    el("div", &[("class", "handout-part")], vec![el("h2", &[], vec![text(heading)]), content])
}

fn head(guarding: &Guarding<'_>, first: PublishedColumn<'_>) -> Html {
    let t = guarding.texts;
    let listed = guarding.words(&first.listed(), Show::Persons, false);
    let stamp = vec![
        text(t.take_fingerprint()),
        text(" "),
        el("strong", &[("class", "fingerprint")], vec![say(guarding.stamp())]),
    ];
    let words =
        all(vec![el("h1", &[], vec![text(t.take_title())]), el("p", &[], vec![say(t.handout_listed(&listed))])]);
    let words = el("div", &[], vec![words]);
    el("div", &[("class", "handout-head")], vec![words, el("p", &[("class", "stamp")], stamp)])
}

fn table(class: &'static str, headings: Vec<Html>, rows: Vec<Html>) -> Html {
    let head = el("thead", &[], vec![row(headings)]);
    element("table", &[], vec![("class", AttrValue::Static(class))], vec![head, el("tbody", &[], rows)])
}

fn amounts(guarding: &Guarding<'_>, columns: &[PublishedColumn<'_>]) -> Html {
    let t = guarding.texts;
    let headings = columns.iter().map(|c| column(column_name(t, c.column()))).collect();
    let rows = rows(t).into_iter().map(|line| {
        let told = |c: &PublishedColumn<'_>| match c.figure(&line) {
            Some(figure) => say(guarding.words(&figure, line.show, line.signed)),
            None => text(t.not_available()),
        };
        row(before(row_name(line.name.to_owned()), columns.iter().map(|c| cell(told(c))).collect()))
    });
    table("handout-amounts", before(column(""), headings), rows.collect())
}

fn picture(guarding: &Guarding<'_>) -> Html {
    let Some(figure) = leaving_bars(guarding) else { return Html::default() };
    let drawing = figure.drawn.drawing.as_ref().map_or_else(|_| Html::default(), drawing);
    let drawing = el("div", &[("class", "handout-picture")], vec![drawing]);
    part(guarding.texts.handout_picture(), drawing)
}

/// The conditions that bring most under the leading model, or the proposal. What the guard hides is left out without a
/// place: where it stood among the others would tell how large it is.
fn conditions(guarding: &Guarding<'_>, columns: &[PublishedColumn<'_>]) -> Html {
    let t = guarding.texts;
    let paid = |wanted: Column| {
        let column = columns.iter().find(|c| c.column() == wanted)?;
        let lines = column.factors().into_iter().filter(|line| !line.kronor.is_zero());
        Some((wanted, lines.collect::<Vec<PublishedLine>>())).filter(|(_, lines)| !lines.is_empty())
    };
    let Some((wanted, mut lines)) = paid(guarding.lead()).or_else(|| paid(Column::Proposal)) else {
        return Html::default();
    };
    lines.sort_by_key(|line| Reverse(line.kronor.abs()));
    let shown = lines.iter().take(MOST_CONDITIONS).map(|line| {
        let words = |figure, show| cell(say(guarding.words(figure, show, false)));
        let figures =
            vec![words(&line.basis, Show::Whole), words(&line.rate, Show::Ore), words(&line.amount, Show::Kronor)];
        row(before(row_name(factor(t, guarding.catalogue(), &line.id)), figures))
    });
    let headings =
        [t.model_weight_heading(), t.practice_affected_heading(), t.book_unit_person_month(), t.book_unit_month()];
    let table = table("handout-conditions", headings.map(column).to_vec(), shown.collect());
    let heading = el("h2", &[], vec![say(t.handout_conditions(column_name(t, wanted)))]);
    el("div", &[("class", "handout-part")], vec![heading, table])
}

fn changes(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let differences = ctx.state().scenario().differences();
    if differences.is_empty() {
        return part(t.handout_changes(), paragraph("", t.model_differences_none()));
    }
    let mut said: Vec<String> =
        differences.iter().take(MOST_CHANGES).map(|difference| difference_words::words(ctx, difference)).collect();
    if differences.len() > MOST_CHANGES {
        said.push(t.handout_more(&(differences.len() - MOST_CHANGES).to_string()));
    }
    part(t.handout_changes(), list("handout-changes", said.into_iter().map(say).collect()))
}
