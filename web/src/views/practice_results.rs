//! What each model pays the user's own practice, beside each other.
use crate::{
    components::{
        figure::{Figure, figure},
        top_bar::column_name,
        value::{Look, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        charts::practice_bars,
    },
};
use model::{measure::Measure, trace::Node};
use report::{
    columns::Column,
    practice::{PracticeColumn, practice_columns},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{Html, html};

/// The table and the chart, or what is still to be entered.
pub fn results(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let Some(practice) = scenario.entered_practice() else {
        return html! { <p class="empty">{ texts.practice_empty() }</p> };
    };
    let columns = practice_columns(&ctx.state().tariffs, &practice, scenario.practice.reading);
    html! {
        <>
            if practice.affected.is_empty() { <p class="empty">{ texts.practice_need_affected() }</p> }
            if practice.drug_cost.is_none() { <p class="empty">{ texts.practice_need_cost() }</p> }
            { table(ctx, &columns) }
            { chart(ctx, &columns) }
        </>
    }
}

fn table(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let texts = ctx.texts();
    let lead = ctx.state().lead;
    let listed = columns.first().map(|c| amount(texts, c.outcome.listed.node().value, Show::Persons, false));
    html! {
        <div class="scroll" role="region" aria-label={texts.practice_results()} tabindex="0">
            <table class="results">
                <thead><tr>
                    <th scope="col">{ listed.unwrap_or_default() }</th>
                    { for columns.iter().map(|c| html! {
                        <th scope="col" class={(c.column == lead).then_some("leads")}>{ column_name(texts, c.column) }</th>
                    }) }
                </tr></thead>
                <tbody>{ for rows(ctx).into_iter().map(|row| row.html(ctx, columns)) }</tbody>
            </table>
        </div>
    }
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
        let cell = |column: &PracticeColumn| match (self.figure)(column) {
            Some(node) => html! { <td>{ value_as(ctx, &node, self.show, look) }</td> },
            None => html! { <td>{ ctx.texts().not_available() }</td> },
        };
        html! { <tr><th scope="row">{ self.name }</th>{ for columns.iter().map(cell) }</tr> }
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
        row(texts.practice_row_case_mix(), Show::Thousands, false, |c| Some(Rc::clone(c.outcome.case_mix().node()))),
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

fn chart(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let texts = ctx.texts();
    let named: Vec<_> = columns.iter().map(|c| (column_name(texts, c.column).to_owned(), c)).collect();
    let lead = columns.iter().find(|c| c.column == ctx.state().lead);
    let lead = lead.or_else(|| columns.iter().find(|c| c.column == Column::Current));
    let shown = Figure {
        name: "viktat-min-vardcentral",
        title: lead.map(|c| finding(ctx, c)).unwrap_or_default(),
        alt: texts.practice_chart_text().to_owned(),
        drawn: practice_bars(texts, 760, &named),
        source: texts.source_line_table().to_owned(),
    };
    figure(ctx, &shown)
}

fn finding(ctx: &Ctx, column: &PracticeColumn) -> String {
    let texts = ctx.texts();
    let name = column_name(texts, column.column);
    let payment = amount(texts, column.outcome.payment.node().value, Show::Thousands, false);
    match &column.change {
        None => texts.practice_chart_title_today(&payment),
        Some(change) if change.value().decimal() == Decimal::ZERO => texts.practice_chart_title_same(name),
        Some(change) => {
            texts.practice_chart_title(name, &payment, &amount(texts, change.node().value, Show::Thousands, true))
        }
    }
}
