//! What each model pays the user's own practice, beside each other.
use crate::{
    components::{
        figure::{Figure, figure, figure_guarded, width_for},
        parts::{self, all, before, cell, el, paragraph, row_name, say, text},
        top_bar::column_name,
        value::{Look, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::{PaymentBar, practice_bars},
        guarding::Guarding,
        practice_rows::{PracticeResults, Row, results_of, rows},
        term::factor,
    },
};
use model::{
    comparison::Comparison,
    measure::{Measure, MonthlyMoney},
    trace::Traced,
};
use report::{
    columns::Column,
    guard::Published,
    practice::{PracticeColumn, too_many_affected},
};
use rust_decimal::Decimal;
use yew::{AttrValue, Html};

/// The table and the chart, or what is still to be entered.
pub fn results(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Some(PracticeResults { practice, columns }) = results_of(ctx) else {
        return paragraph("empty", t.practice_empty());
    };
    let mut parts = Vec::new();
    if practice.affected.is_empty() {
        parts.push(paragraph("empty", t.practice_need_affected()));
    }
    if practice.drug_cost.is_none() {
        parts.push(paragraph("empty", t.practice_need_cost()));
    }
    let too_many = too_many_affected(&practice).into_iter().map(|(id, _)| factor(t, ctx.house(), &id));
    parts.extend(too_many.map(|name| el("p", &[("class", "empty fault")], vec![say(t.practice_too_many(&name))])));
    parts.push(table(ctx, &columns));
    if practice.drug_cost.is_some() {
        parts.extend(columns.iter().filter_map(|column| other_year(ctx, column)));
    }
    parts.push(chart(ctx, &columns));
    all(parts)
}

/// Why a model has no net.
fn other_year(ctx: &Ctx, column: &PracticeColumn) -> Option<Html> {
    let Comparison::OtherYear { meant_for, costs_of } = column.comparison else { return None };
    let t = ctx.texts();
    let words = t.practice_other_year(column_name(t, column.column), &meant_for.to_string(), &costs_of.to_string());
    Some(el("p", &[("class", "about")], vec![say(words)]))
}

fn table(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let t = ctx.texts();
    let listed = columns.first().map(|c| match ctx.state().present {
        false => amount(t, c.outcome.listed.node().value, Show::Persons, false),
        true => {
            let guarding = Guarding::of(ctx);
            guarding.words(&guarding.told(c.outcome.listed.node()), Show::Persons, false)
        }
    });
    let first = el("th", &[("scope", "col")], vec![say(listed.unwrap_or_default())]);
    let headings = columns.iter().map(|c| {
        let class = if c.column == ctx.state().lead { "leads" } else { "" };
        el("th", &[("scope", "col"), ("class", class)], vec![text(column_name(t, c.column))])
    });
    let rows = rows(ctx.texts()).iter().map(|row| html(ctx, row, columns)).collect();
    let name = AttrValue::Static(t.practice_results());
    parts::table(name, "results", before(first, headings.collect()), rows)
}

fn html(ctx: &Ctx, row: &Row, columns: &[PracticeColumn]) -> Html {
    let look = Look { signed: row.signed, ..Look::default() };
    let none = || text(ctx.texts().not_available());
    let guarding = Guarding::of(ctx);
    let value = |column: &PracticeColumn| match row.figure(column) {
        None => none(),
        Some(node) if !ctx.state().present => value_as(ctx, &node, row.show, look),
        Some(node) => presented(ctx, &guarding, &guarding.told(&node), (row.show, look)),
    };
    let cells = columns.iter().map(|column| cell(value(column)));
    parts::row(before(row_name(row.name.to_owned()), cells.collect()))
}

/// A figure that others see: its explanation has no hidden count either.
fn presented(ctx: &Ctx, guarding: &Guarding<'_>, figure: &Published, (show, look): (Show, Look)) -> Html {
    match figure {
        Published::Whole(node) | Published::Mended(node) => value_as(ctx, node, show, look),
        Published::Rounded(node) => all(vec![value_as(ctx, node, show, look), text(ctx.texts().guard_rounded_mark())]),
        hidden => say(guarding.words(hidden, show, look.signed)),
    }
}

/// What the page shows; while it is presented, what may leave it.
fn chart(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let bars = columns.iter().map(|c| PaymentBar::whole(column_name(ctx.texts(), c.column).to_owned(), c)).collect();
    let lead = columns.iter().find(|c| c.column == ctx.state().lead);
    let lead = lead.or_else(|| columns.iter().find(|c| c.column == Column::Current));
    let own = bars_figure(ctx, lead.map(|c| finding(ctx, c)).unwrap_or_default(), bars);
    let guarding = Guarding::of(ctx);
    if !guarding.hides() {
        return figure(ctx, &own);
    }
    let leaving = leaving_bars(ctx, &guarding, columns);
    let note = guarding.sentences().join(" ");
    figure_guarded(ctx, &own, leaving.as_ref().map(|figure| (figure, &*note)))
}

fn bars_figure(ctx: &Ctx, title: String, bars: Vec<PaymentBar>) -> Figure {
    let t = ctx.texts();
    let alt = t.practice_chart_text().to_owned();
    let drawn = practice_bars(t, width_for(760), &bars);
    Figure { name: "viktat-min-vardcentral", title, alt, drawn, source: t.source_line_table() }
}

/// The payments as they may leave the page; none when not even one may.
pub fn leaving_bars(ctx: &Ctx, guarding: &Guarding<'_>, columns: &[PracticeColumn]) -> Option<Figure> {
    let told = |figure: Traced<MonthlyMoney>| guarding.told(figure.node()).node().map(|node| node.value);
    let bar = |c: &PracticeColumn| {
        let part = |figure| told(figure).map(|quantity| quantity.value);
        let name = column_name(guarding.texts, c.column).to_owned();
        let parts = [part(c.outcome.capitation()), part(c.outcome.case_mix())];
        PaymentBar { name, column: c.column, parts, total: told(c.outcome.payment.clone()) }
    };
    // a bar of conditions alone would seem to be the whole
    let bars: Vec<_> = columns.iter().map(bar).filter(|bar| bar.parts.iter().all(Option::is_some)).collect();
    let title = guarding.texts.practice_results().to_owned();
    (!bars.is_empty()).then(|| bars_figure(ctx, title, bars))
}

fn finding(ctx: &Ctx, column: &PracticeColumn) -> String {
    let texts = ctx.texts();
    let name = column_name(texts, column.column);
    let payment = amount(texts, column.outcome.payment.node().value, Show::Thousands, false);
    match &column.change {
        None => texts.practice_chart_title_today(&payment),
        Some(change) if rounds_to_nothing(change.value().decimal()) => texts.practice_chart_title_same(name),
        Some(change) => {
            texts.practice_chart_title(name, &payment, &amount(texts, change.node().value, Show::Thousands, true))
        }
    }
}

/// Whether thousands of kronor with one decimal show nothing of it.
fn rounds_to_nothing(kronor: Decimal) -> bool {
    kronor.abs() < Decimal::from(50)
}
