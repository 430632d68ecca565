//! What each model pays the user's own practice, beside each other.
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        parts::{self, all, before, cell, el, paragraph, row, row_name, say, text},
        top_bar::column_name,
        value::{Look, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::practice_bars,
        term::factor,
    },
};
use model::{measure::Measure, outcome::PaidFor, trace::Node};
use report::{
    columns::Column,
    practice::{PracticeColumn, practice_columns, too_many_affected},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The table and the chart, or what is still to be entered.
pub fn results(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let Some(practice) = scenario.entered_practice() else { return paragraph("empty", t.practice_empty()) };
    let columns = practice_columns(&ctx.state().tariffs, &practice, scenario.practice.reading);
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
    let rows = rows(ctx).into_iter().map(|row| row.html(ctx, columns)).collect();
    let name = AttrValue::Static(t.practice_results());
    parts::table(name, "results", before(first, headings.collect()), rows)
}

/// One row of the table: its name, how it is shown, and the figure of a model.
struct Row {
    name: &'static str,
    show: Show,
    signed: bool,
    figure: fn(&PracticeColumn) -> Option<Rc<Node>>,
}

impl Row {
    fn html(&self, ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
        let look = Look { signed: self.signed, ..Look::default() };
        let none = || text(ctx.texts().not_available());
        let value = |column| (self.figure)(column).map_or_else(none, |node| value_as(ctx, &node, self.show, look));
        let cells = columns.iter().map(|column| cell(value(column)));
        row(before(row_name(self.name.to_owned()), cells.collect()))
    }
}

fn rows(ctx: &Ctx) -> Vec<Row> {
    let texts = ctx.texts();
    let row = |name, show, signed, figure| Row { name, show, signed, figure };
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
