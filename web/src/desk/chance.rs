//! The reader's own assumption of how much one person's drug cost varies. Knows nothing of what follows from it.
use super::{change, entry::Entry};
use crate::ctx::Ctx;
use exchange::number::{Limits, read_decimal};
use model::{
    bounds::LARGEST_COST_VARIATION,
    citation::Parameter,
    measure::{Factor, Measure},
};
use rust_decimal::Decimal;

/// The assumption; none in force is the catalogue's.
#[derive(Clone, Debug, Default)]
pub struct Chance {
    /// The standard deviation of one person's cost by its mean.
    pub variation: Entry<Option<Factor>>,
}

/// The catalogue's assumption with the reader's value in its place.
pub fn variation(ctx: &Ctx) -> Parameter<Factor> {
    let shipped = ctx.house().cost_variation();
    ctx.state().desk.chance.variation.value.map_or_else(|| shipped.clone(), |value| shipped.edited(value))
}

/// Reads what was typed.
pub fn assume(ctx: &Ctx, text: String) {
    let max = LARGEST_COST_VARIATION.decimal();
    let limits = Limits { min: Decimal::ZERO, max, max_decimals: 2, units: &[] };
    let read = read_decimal(&text, ctx.state().notation(), &limits).map(|value| Some(Factor::of(value)));
    change(ctx, |desk| desk.chance.variation.take(text, read));
}

/// Back to the catalogue's.
pub fn forget(ctx: &Ctx) {
    change(ctx, |desk| desk.chance = Chance::default());
}
