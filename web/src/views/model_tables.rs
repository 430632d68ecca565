//! The tables of Modellen: weights, amounts by age and sex, and the change between the years.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        number_field::NumberField,
        parts::{cell, column, el, folded, row_name, say, table, text, words},
        value::{difference, value},
    },
    ctx::Ctx,
    present::{amount::Show, term::factor, trigger::triggers},
    state::Grid,
};
use exchange::number::echo;
use model::{
    case_mix::{CaseMix, PaidFactor},
    cell::Cell,
    measure::{Measure, Rate},
    sex::Sex,
    trace::Traced,
    value::Key,
};
use report::{columns::Column, table::TableRow};
use yew::{AttrValue, Html};

/// Every factor with its trigger, its weight in the proposal and the user's own.
pub fn weights(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let own = ctx.state().scenario().model();
    let Some(mix) = own.case_mix() else { return Html::default() };
    let headings = vec![
        column(t.model_weight_heading()),
        column(t.column_proposal()),
        column(t.column_scenario()),
        el("th", &[("scope", "col"), ("class", "words")], vec![text(t.model_trigger_heading())]),
    ];
    let rows = mix.factors().enumerate().map(|(i, paid)| weight_row(ctx, mix, i, paid)).collect();
    table(AttrValue::Static(t.model_weights()), "weights", headings, rows)
}

fn weight_row(ctx: &Ctx, mix: &CaseMix, index: usize, paid: PaidFactor<'_>) -> Html {
    let t = ctx.texts();
    let start = ctx.state().tariffs.proposal.factors.get(index);
    let own = echo(paid.weight.value.decimal(), ctx.state().notation());
    let field = NumberField::in_table(Key::Weight(paid.id.clone()), own, Grid::Weights, (index, 0));
    let trigger = mix.conditions.get(index).map(|condition| say(triggers(t, condition)));
    let note = paid.weight.citation.note.as_ref().map(|note| say(t.name(note).to_string()));
    let note = note.map(|note| folded("", t.model_derivation().to_owned(), el("p", &[], vec![note])));
    let cells = vec![
        row_name(factor(t, ctx.catalogue(), paid.id)),
        cell(start.map_or_else(Html::default, |start| value(ctx, start.rate.node(), Show::Ore))),
        cell(field.html(ctx)),
        words(trigger.into_iter().chain(note).collect()),
    ];
    let class = if paid.weight.original.is_some() { "edited" } else { "" };
    el("tr", &[("class", class)], cells)
}

/// The amounts of every model; those of the user's own table can be edited.
pub fn rates(ctx: &Ctx, rows: &[TableRow]) -> Html {
    let texts = ctx.texts();
    let headings = [
        texts.column_earlier(),
        texts.column_current_year(),
        texts.model_base(),
        texts.model_own_table(),
        texts.model_own_base(),
    ];
    let own = ctx.state().scenario().model();
    let cells = |i, of| {
        let Some(row) = rows.iter().find(|row| row.cell == of) else { return Vec::new() };
        let own_rate = own.capitation().and_then(|table| table.rates.get(of)).map(|p| p.value);
        rate_cells(ctx, row, own_rate.unwrap_or_default(), i)
    };
    let bands = ctx.state().tariffs.current.model.bands.bands();
    cell_table(ctx, &CellTable { caption: texts.model_table(), bands, headings: &headings, cells: &cells, foot: None })
}

/// The amounts of the user's own table alone.
pub fn own_rates(ctx: &Ctx) -> Html {
    let own = ctx.state().scenario().model();
    let headings = [ctx.texts().model_own_table()];
    let cells = |index, cell: Cell| {
        let rate = own.capitation().and_then(|table| table.rates.get(cell)).map(|rate| rate.value).unwrap_or_default();
        let value = echo(rate.decimal(), ctx.state().notation());
        let column = usize::from(cell.sex == Sex::Man);
        vec![NumberField::in_table(Key::Rate(cell), value, Grid::Rates, (index, column)).html(ctx)]
    };
    let bands = ctx.state().tariffs.current.model.bands.bands();
    let caption = ctx.texts().model_own_table();
    cell_table(ctx, &CellTable { caption, bands, headings: &headings, cells: &cells, foot: None })
}

fn rate_cells(ctx: &Ctx, row: &TableRow, own: Rate, index: usize) -> Vec<Html> {
    let column = usize::from(row.cell.sex == Sex::Man);
    let own = echo(own.decimal(), ctx.state().notation());
    let field = NumberField::in_table(Key::Rate(row.cell), own, Grid::Rates, (index, column));
    vec![
        shown(ctx, row.amount(Column::Earlier), Show::Kronor),
        shown(ctx, row.amount(Column::Current), Show::Kronor),
        shown(ctx, row.amount(Column::Proposal), Show::Ore),
        field.html(ctx),
        shown(ctx, row.amount(Column::Scenario), Show::Ore),
    ]
}

fn shown(ctx: &Ctx, amount: Option<&Traced<Rate>>, show: Show) -> Html {
    amount.map_or_else(Html::default, |amount| value(ctx, amount.node(), show))
}

/// The change between the years, in the part that the cost share explains and the rest.
pub fn split(ctx: &Ctx, rows: &[TableRow]) -> Html {
    let texts = ctx.texts();
    let headings = [texts.split_from(), texts.split_to(), texts.split_share(), texts.split_rest(), texts.split_total()];
    let cells = |_, of| {
        let split = rows.iter().find(|row| row.cell == of).and_then(|row| row.split.as_ref());
        let Some(split) = split else { return Vec::new() };
        let signed = |amount: &Traced<Rate>| difference(ctx, amount.node(), Show::Ore);
        vec![
            shown(ctx, Some(&split.from), Show::Kronor),
            shown(ctx, Some(&split.to), Show::Kronor),
            signed(&split.by_share),
            signed(&split.unexplained),
            signed(&split.total),
        ]
    };
    let bands = ctx.state().tariffs.current.model.bands.bands();
    cell_table(ctx, &CellTable { caption: texts.model_split(), bands, headings: &headings, cells: &cells, foot: None })
}
