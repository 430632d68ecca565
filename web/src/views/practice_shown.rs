//! The practice's counts as others see them while the page is presented: to be read, not written in, and after the guard.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        parts::{cell, column, row, row_name, say, table, text},
    },
    ctx::Ctx,
    present::{
        guarding::{CountText, Guarding},
        term::factor,
    },
};
use model::{cell::Cell, sex::Sex};
use yew::{AttrValue, Html};

/// The listed by age and sex.
pub fn listed(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let guarding = Guarding::of(ctx);
    let shown = |of: Cell| guarding.listed(of).map_or_else(|| text(t.not_available()), |told| say(words(told)));
    let foot = |sex: Sex| say(words(guarding.listed_of(sex)));
    let headings = [t.practice_affected_heading()];
    let cells = |_, of| vec![shown(of)];
    let bands = guarding.bands().bands();
    cell_table(
        ctx,
        &CellTable { caption: t.practice_listed(), bands, headings: &headings, cells: &cells, foot: Some(&foot) },
    )
}

fn words(told: CountText) -> String {
    told.map_or_else(|why| why, |(_, words)| words)
}

/// Persons by condition; those that nothing was said of are left out.
pub fn affected(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let shown = |(id, told)| row(vec![row_name(factor(t, ctx.catalogue(), &id)), cell(say(words(told)))]);
    let rows = Guarding::of(ctx).affected().into_iter().map(shown).collect();
    let headings = vec![column(t.model_weight_heading()), column(t.practice_affected_heading())];
    table(AttrValue::Static(t.practice_affected()), "affected", headings, rows)
}
