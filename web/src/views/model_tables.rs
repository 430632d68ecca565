//! The tables of Modellen: weights, amounts by age and sex, and the change between the years.
use crate::{
    components::{
        cell_table::CellTable,
        number_field::{NumberField, Place},
        value::Value,
    },
    ctx::Ctx,
    present::{amount::Show, term::factor, trigger::triggers},
    state::{Field, Grid},
};
use exchange::number::echo;
use model::{
    case_mix::{CaseMix, PaidFactor},
    cell::Cell,
    measure::{Measure, Rate},
    trace::Traced,
};
use report::{columns::Column, table::TableRow};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

/// Every factor with its trigger, its weight in the proposal and the user's own.
pub fn weights(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let own = ctx.state().scenario().model();
    let Some(mix) = own.case_mix() else { return Html::default() };
    html! {
        <div class="scroll" role="region" aria-label={texts.model_weights()} tabindex="0">
            <table class="weights" data-grid="true">
                <thead><tr>
                    <th scope="col">{ texts.model_weight_heading() }</th>
                    <th scope="col">{ texts.column_proposal() }</th>
                    <th scope="col">{ texts.column_scenario() }</th>
                    <th scope="col">{ texts.model_trigger_heading() }</th>
                </tr></thead>
                <tbody>{ for mix.factors().enumerate().map(|(i, f)| weight_row(ctx, mix, i, f)) }</tbody>
            </table>
        </div>
    }
}

fn weight_row(ctx: &Ctx, mix: &CaseMix, index: usize, paid: PaidFactor<'_>) -> Html {
    let texts = ctx.texts();
    let start = ctx.state().tariffs.proposal.factors.get(index);
    let condition = mix.conditions.get(index);
    let place = Place { grid: Grid::Weights, row: index, column: 0 };
    let value = echo(paid.weight.value.decimal(), ctx.state().notation());
    let note = paid.weight.citation.note.as_ref().map(|note| texts.name(note));
    html! {
        <tr class={paid.weight.original.map(|_| "edited")}>
            <th scope="row">{ factor(texts, ctx.house(), paid.id) }</th>
            <td>if let Some(start) = start { <Value node={Rc::clone(start.rate.node())} show={Show::Ore} /> }</td>
            <td><NumberField field={Field::Weight(paid.id.clone())} {value} {place} /></td>
            <td class="words">
                if let Some(condition) = condition { <span>{ triggers(texts, condition) }</span> }
                if let Some(note) = note {
                    <details><summary>{ texts.model_derivation() }</summary><p>{ note }</p></details>
                }
            </td>
        </tr>
    }
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
    let cells = {
        let (ctx, rows) = (ctx.clone(), rows.to_vec());
        let own = ctx.state().scenario().model();
        Callback::from(move |(i, cell): (usize, Cell)| {
            let Some(row) = rows.iter().find(|row| row.cell == cell) else { return Vec::new() };
            let own_rate = own.capitation().and_then(|table| table.rates.get(cell)).map(|p| p.value);
            rate_cells(&ctx, row, own_rate.unwrap_or_default(), i)
        })
    };
    let bands = ctx.state().tariffs.current.model.bands.bands().to_vec();
    html! { <CellTable caption={texts.model_table()} {bands} headings={headings.map(AttrValue::from).to_vec()} {cells} /> }
}

fn rate_cells(ctx: &Ctx, row: &TableRow, own: Rate, index: usize) -> Vec<Html> {
    let column = usize::from(row.cell.sex == model::sex::Sex::Man);
    let place = Place { grid: Grid::Rates, row: index, column };
    let value = echo(own.decimal(), ctx.state().notation());
    vec![
        shown(row.amount(Column::Earlier), Show::Kronor),
        shown(row.amount(Column::Current), Show::Kronor),
        shown(row.amount(Column::Proposal), Show::Ore),
        html! { <NumberField field={Field::Rate(row.cell)} {value} {place} /> },
        shown(row.amount(Column::Scenario), Show::Ore),
    ]
}

fn shown(amount: Option<&Traced<Rate>>, show: Show) -> Html {
    amount.map_or_else(Html::default, |amount| html! { <Value node={Rc::clone(amount.node())} {show} /> })
}

/// The change between the years, in the part that the cost share explains and the rest.
pub fn split(ctx: &Ctx, rows: &[TableRow]) -> Html {
    let texts = ctx.texts();
    let headings = [texts.split_from(), texts.split_to(), texts.split_share(), texts.split_rest(), texts.split_total()];
    let rows = rows.to_vec();
    let cells = Callback::from(move |(_, cell): (usize, Cell)| {
        let split = rows.iter().find(|row| row.cell == cell).and_then(|row| row.split.as_ref());
        let Some(split) = split else { return Vec::new() };
        let signed = |amount: &Traced<Rate>| {
            html! { <Value node={Rc::clone(amount.node())} show={Show::Ore} signed=true /> }
        };
        vec![
            shown(Some(&split.from), Show::Kronor),
            shown(Some(&split.to), Show::Kronor),
            signed(&split.by_share),
            signed(&split.unexplained),
            signed(&split.total),
        ]
    });
    let bands = ctx.state().tariffs.current.model.bands.bands().to_vec();
    html! { <CellTable caption={texts.model_split()} {bands} headings={headings.map(AttrValue::from).to_vec()} {cells} /> }
}
