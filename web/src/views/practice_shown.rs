//! The practice's counts as others see them while the page is presented: to be read, not written in, and after the guard.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        parts::{cell, column, row, row_name, say, table, text},
    },
    ctx::Ctx,
    present::{guarding::Guarding, term::factor},
};
use model::{cell::Cell, count::Count, id::Id, outcome::PaidFor, sex::Sex};
use report::guard::Total;
use yew::{AttrValue, Html};

/// The listed by age and sex.
pub fn listed(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let guarding = Guarding::of(ctx);
    let entered = &ctx.state().scenario().practice.listed;
    let shown = |of: Cell| match entered.get(&of) {
        Some(count) => say(guarding.count(&PaidFor::Cell(of), *count)),
        None => text(t.not_available()),
    };
    let foot = |sex: Sex| {
        let sum: Count = entered.iter().filter(|(cell, _)| cell.sex == sex).map(|(_, count)| *count).sum();
        say(guarding.total(Total::Sex(sex), sum))
    };
    let bands = ctx.state().scenario().start.bands.bands();
    let headings = [t.practice_affected_heading()];
    let cells = |_, of| vec![shown(of)];
    cell_table(
        ctx,
        &CellTable { caption: t.practice_listed(), bands, headings: &headings, cells: &cells, foot: Some(&foot) },
    )
}

/// Persons by condition; those that nothing was said of are left out.
pub fn affected(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let guarding = Guarding::of(ctx);
    let shown = |(id, count): (&Id, &Count)| {
        let count = guarding.count(&PaidFor::Factor(id.clone()), *count);
        row(vec![row_name(factor(t, ctx.house(), id)), cell(say(count))])
    };
    let rows = ctx.state().scenario().practice.affected.iter().map(shown).collect();
    let headings = vec![column(t.model_weight_heading()), column(t.practice_affected_heading())];
    table(AttrValue::Static(t.practice_affected()), "affected", headings, rows)
}
