//! What each model pays the user's own practice, beside each other.
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        parts::{self, all, before, cell, el, paragraph, row_name, say, text},
        top_bar::column_name,
        value::{Look, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::practice_bars,
        practice_rows::{PracticeResults, Row, results_of, rows},
        term::factor,
    },
};
use model::measure::Measure;
use report::{
    columns::Column,
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
    parts.extend([table(ctx, &columns), chart(ctx, &columns)]);
    all(parts)
}

fn table(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let t = ctx.texts();
    let listed = columns.first().map(|c| amount(t, c.outcome.listed.node().value, Show::Persons, false));
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
    let value = |column| row.figure(column).map_or_else(none, |node| value_as(ctx, &node, row.show, look));
    let cells = columns.iter().map(|column| cell(value(column)));
    parts::row(before(row_name(row.name.to_owned()), cells.collect()))
}

fn chart(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let texts = ctx.texts();
    let named: Vec<_> = columns.iter().map(|c| (column_name(texts, c.column).to_owned(), c)).collect();
    let lead = columns.iter().find(|c| c.column == ctx.state().lead);
    let lead = lead.or_else(|| columns.iter().find(|c| c.column == Column::Current));
    let shown = Figure {
        name: "viktat-min-vardcentral",
        title: lead.map(|c| finding(ctx, c)).unwrap_or_default(),
        alt: texts.practice_chart_text().to_owned(),
        drawn: practice_bars(texts, width_for(760), &named),
        source: texts.source_line_table(),
    };
    figure(ctx, &shown)
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
