//! What each model pays the user's own practice, beside each other.
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        parts::{self, all, before, cell, el, paragraph, row_name, say, text},
        top_bar::column_name,
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::{PaymentBar, practice_bars},
        guarding::{Guarding, PublishedColumn},
        practice_rows::{PracticeResults, results_of, rows},
        rough_words::rough_words,
        term::factor,
    },
    text::Texts,
    tools::guard::Leaving,
};
use model::{comparison::Comparison, measure::Measure};
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
    let Some(PracticeResults { completed, columns }) = results_of(ctx) else {
        return paragraph("empty", t.practice_empty());
    };
    let practice = &completed.practice;
    let mut parts = Vec::new();
    if practice.drug_cost.is_none() {
        parts.push(paragraph("empty", t.practice_need_cost()));
    }
    let too_many = too_many_affected(practice).into_iter().map(|(id, _)| factor(t, ctx.catalogue(), &id));
    parts.extend(too_many.map(|name| el("p", &[("class", "empty fault")], vec![say(t.practice_too_many(&name))])));
    parts.push(if ctx.state().present { presented(&Guarding::of(ctx), ctx) } else { table(ctx, &columns) });
    if practice.drug_cost.is_some() {
        parts.extend(columns.iter().filter_map(|column| other_year(ctx, column)));
    }
    parts.push(chart(ctx, &columns));
    all(parts)
}

/// What a change has come to, for those who hear the page.
pub fn status(ctx: &Ctx) -> String {
    let t = ctx.texts();
    let columns = results_of(ctx).map(|found| found.columns).unwrap_or_default();
    let payment = |column| {
        let found = columns.iter().find(|found| found.column == column)?;
        Some(amount(t, found.outcome.payment.node().value, Show::Thousands, false))
    };
    let compared = ctx.state().compared;
    let paid = payment(Column::Current).zip(payment(compared));
    paid.map_or_else(String::new, |(today, then)| t.status_practice(&today, &then, column_name(t, compared)))
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
    let listed = columns.first().map(|c| amount(t, c.outcome.listed.node().value, Show::Persons, false));
    let rows = rows(t).into_iter().map(|row| {
        let look = ValueLook { signed: row.signed, ..ValueLook::default() };
        let value = |c: &PracticeColumn| match row.figure(c) {
            Some(node) => value_as(ctx, &node, row.show, look),
            None => text(t.not_available()),
        };
        (row.name, columns.iter().map(value).collect())
    });
    let models: Vec<Column> = columns.iter().map(|c| c.column).collect();
    framed(ctx, listed.unwrap_or_default(), &models, rows.collect())
}

/// The same as others see it: an explanation has no hidden count either.
fn presented(guarding: &Guarding<'_>, ctx: &Ctx) -> Html {
    let t = guarding.texts;
    let columns = guarding.columns();
    let listed = columns.first().map(|c| guarding.words(&c.listed(), Show::Persons, false));
    let rows = rows(t).into_iter().map(|row| {
        let look = ValueLook { signed: row.signed, ..ValueLook::default() };
        let value = |c: &PublishedColumn<'_>| match c.figure(&row) {
            None => text(t.not_available()),
            Some(Published::Whole(node) | Published::Mended(node)) => value_as(ctx, &node, row.show, look),
            Some(Published::Rounded(node)) => {
                all(vec![value_as(ctx, &node, row.show, look), text(t.guard_rounded_mark())])
            }
            Some(hidden) => say(guarding.words(&hidden, row.show, row.signed)),
        };
        (row.name, columns.iter().map(value).collect())
    });
    let models: Vec<Column> = columns.iter().map(|c| c.column()).collect();
    framed(ctx, listed.unwrap_or_default(), &models, rows.collect())
}

fn framed(ctx: &Ctx, listed: String, models: &[Column], rows: Vec<(&'static str, Vec<Html>)>) -> Html {
    let t = ctx.texts();
    let first = el("th", &[("scope", "col")], vec![say(listed)]);
    let headings = models.iter().map(|column| {
        let class = if *column == ctx.state().compared { "leads" } else { "" };
        el("th", &[("scope", "col"), ("class", class)], vec![text(column_name(t, *column))])
    });
    let rows = rows
        .into_iter()
        .map(|(name, values)| parts::row(before(row_name(name.to_owned()), values.into_iter().map(cell).collect())));
    let name = AttrValue::Static(t.practice_results());
    parts::table(name, "results", before(first, headings.collect()), rows.collect())
}

/// What the page shows; while it is presented, what may leave it.
fn chart(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let t = ctx.texts();
    let bars = columns.iter().map(|c| PaymentBar::whole(column_name(t, c.column).to_owned(), c)).collect();
    let lead = columns.iter().find(|c| c.column == ctx.state().compared);
    let lead = lead.or_else(|| columns.iter().find(|c| c.column == Column::Current));
    let own = bars_figure(t, lead.map(|c| finding(ctx, c)).unwrap_or_default(), bars);
    let whole = Leaving::of_whole_practice(ctx, (own.clone(), rough_words(ctx).unwrap_or_default()));
    let leaving = whole.or_else(|| {
        let bars = |guarding: &Guarding<'_>| Some((leaving_bars(guarding)?, guarding.sentences().join(" ")));
        Leaving::of(&Guarding::of(ctx), bars).transpose()
    });
    figure(ctx, &own, leaving)
}

fn bars_figure(t: Texts, title: String, bars: Vec<PaymentBar>) -> Figure {
    let alt = t.practice_chart_text().to_owned();
    let drawn = practice_bars(t, width_for(760), &bars);
    Figure { name: "viktat-min-vardcentral", title, alt, drawn, source: t.source_line_table() }
}

/// The payments as they may leave the page; none when not even one may.
pub fn leaving_bars(guarding: &Guarding<'_>) -> Option<Figure> {
    let t = guarding.texts;
    let bar = |c: PublishedColumn<'_>| {
        let [capitation, case_mix, payment] = c.payments().map(|figure| figure.node().map(|node| node.value));
        let parts = [capitation, case_mix].map(|part| part.map(|quantity| quantity.value));
        PaymentBar { name: column_name(t, c.column()).to_owned(), column: c.column(), parts, total: payment }
    };
    // a bar of conditions alone would seem to be the whole
    let bars: Vec<_> =
        guarding.columns().into_iter().map(bar).filter(|bar| bar.parts.iter().all(Option::is_some)).collect();
    (!bars.is_empty()).then(|| bars_figure(t, t.practice_results().to_owned(), bars))
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
