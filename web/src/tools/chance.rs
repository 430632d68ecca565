//! The reader's own assumptions of chance in drug costs. Knows nothing of what follows from them.
use super::{change, entry::Entry};
use crate::{ctx::Ctx, state::read_within};
use model::{
    bounds,
    citation::Parameter,
    id::Id,
    measure::{Factor, Measure, YearlyMoney},
};
use report::columns::Column;
use std::collections::BTreeMap;

/// The assumptions; none in force is the catalogue's.
#[derive(Clone, Debug, Default)]
pub struct Chance {
    /// By model: the standard deviation of what it leaves of one person's cost a year.
    pub residual: Entry<BTreeMap<Id, YearlyMoney>>,
    /// The correlation of what is left in two years.
    pub correlation: Entry<Option<Factor>>,
}

/// The model that a column's residual is assumed for: a scenario's is that of the model that it started from.
pub fn model_of(ctx: &Ctx, column: Column) -> Option<Id> {
    match column {
        Column::Scenario => Some(ctx.state().scenario().start.id.clone()),
        other => ctx.state().tariffs.get(other).map(|tariff| tariff.model.id.clone()),
    }
}

/// The catalogue's residual of a model with the reader's value in its place.
pub fn residual(ctx: &Ctx, model: &Id) -> Option<Parameter<YearlyMoney>> {
    let shipped = ctx.catalogue().residual(model)?;
    let own = ctx.state().tools.chance.residual.value.get(model);
    Some(own.map_or_else(|| shipped.clone(), |value| shipped.edited(*value)))
}

/// The catalogue's correlation with the reader's value in its place.
pub fn correlation(ctx: &Ctx) -> Parameter<Factor> {
    let shipped = ctx.catalogue().year_correlation();
    ctx.state().tools.chance.correlation.value.map_or_else(|| shipped.clone(), |value| shipped.edited(value))
}

/// Reads what was typed as a model's residual.
pub fn assume(ctx: &Ctx, model: &Id, text: String) {
    let mut all = ctx.state().tools.chance.residual.value.clone();
    let read = read_within(&text, ctx.state().notation(), &bounds::RESIDUAL).map(|value| {
        all.insert(model.clone(), YearlyMoney::of(value));
        all
    });
    change(ctx, |tools| tools.chance.residual.take(text, read));
}

/// Reads what was typed as the correlation.
pub fn correlate(ctx: &Ctx, text: String) {
    let read =
        read_within(&text, ctx.state().notation(), &bounds::YEAR_CORRELATION).map(|value| Some(Factor::of(value)));
    change(ctx, |tools| tools.chance.correlation.take(text, read));
}

/// Back to the catalogue's.
pub fn forget(ctx: &Ctx) {
    change(ctx, |tools| tools.chance = Chance::default());
}
