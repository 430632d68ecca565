//! Modellen, its amounts by age and sex: those of both years beside the base of the proposal and of mitt scenario, and beside
//! them what the change between the years follows from.
use super::share_answer;
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        number_field::NumberField,
        parts::{el, paragraph, section, text},
        value::value,
    },
    ctx::{Ctx, CtxProps},
    present::amount::Show,
    state::Grid,
};
use exchange::number::echo;
use model::{cell::Cell, measure::Measure, sex::Sex, value::Key};
use report::{
    columns::Column,
    table::{TableRow, table},
};
use yew::{Callback, Html, component, html, use_state};

/// The tab.
#[component]
pub fn AmountsTab(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    // what is changed, or could not be read, stands in its field
    let edits = use_state(|| {
        let is_rate = |key: &Key| matches!(key, Key::Rate(_));
        let changed = ctx.state().scenario().differences();
        ctx.state().drafts.keys().any(is_rate) || changed.iter().any(|one| is_rate(&one.key))
    });
    let press = {
        let edits = edits.clone();
        Callback::from(move |_| edits.set(!*edits))
    };
    let head = html! {
        <button type="button" class="edit-amounts" aria-pressed={edits.to_string()} onclick={press}>{ t.model_edit_amounts() }</button>
    };
    let rows = table(&ctx.state().tariffs);
    let parts = vec![
        el("a", &[("class", "skip"), ("href", "#share-answer")], vec![text(t.skip_table())]),
        el("div", &[("class", "amounts-head")], vec![paragraph("about", t.model_table_unit()), head]),
        rates(ctx, &rows, *edits),
        paragraph("about", t.model_table_about()),
    ];
    let heading = el("span", &[("class", "unseen")], vec![text(t.model_table())]);
    let left = el("div", &[("class", "amounts")], vec![section("table", vec![heading], parts)]);
    let right = el("div", &[], share_answer::cards(ctx));
    el("div", &[("class", "amounts-columns")], vec![left, right])
}

/// The amounts of every model; those of the user's own table can be edited.
fn rates(ctx: &Ctx, rows: &[TableRow], edits: bool) -> Html {
    let t = ctx.texts();
    // as many columns before the first change as after it: what has the focus stays where it is
    let own = edits || ctx.state().has_scenario();
    let mut headings = vec![t.split_from(), t.split_to(), t.column_proposal()];
    headings.extend(edits.then(|| t.model_own_table()));
    headings.extend(own.then(|| t.model_own_base()));
    let cells = |i, of| {
        let Some(row) = rows.iter().find(|row| row.cell == of) else { return Vec::new() };
        let shown = |column| row.amount(column).map(|amount| value(ctx, amount.node(), Show::Whole));
        let shown = |column| shown(column).unwrap_or_else(|| text(t.not_available()));
        let mut cells = [Column::Earlier, Column::Current, Column::Proposal].map(shown).to_vec();
        cells.extend(edits.then(|| own_rate(ctx, of, i)));
        cells.extend(own.then(|| shown(Column::Scenario)));
        cells
    };
    let bands = ctx.state().tariffs.current.model.bands.bands();
    cell_table(ctx, &CellTable { caption: t.model_table(), bands, headings: &headings, cells: &cells, foot: None })
}

/// The amounts of the user's own table alone.
pub fn own_rates(ctx: &Ctx) -> Html {
    let caption = ctx.texts().model_own_table();
    let cells = |index, cell: Cell| vec![own_rate(ctx, cell, index)];
    let bands = ctx.state().tariffs.current.model.bands.bands();
    cell_table(ctx, &CellTable { caption, bands, headings: &[caption], cells: &cells, foot: None })
}

fn own_rate(ctx: &Ctx, cell: Cell, index: usize) -> Html {
    let own = ctx.state().scenario().model();
    let rate = own.capitation().and_then(|table| table.rates.get(cell)).map(|rate| rate.value).unwrap_or_default();
    let column = usize::from(cell.sex == Sex::Man);
    let written = echo(rate.decimal(), ctx.state().notation());
    NumberField::in_table(Key::Rate(cell), written, Grid::Rates, (index, column)).html(ctx)
}
