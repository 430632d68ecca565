//! The reader's own assumption of how much one person's drug cost varies. Knows nothing of what follows from it.
use super::{change, entry::Entry};
use crate::{ctx::Ctx, state::read_within};
use model::{
    bounds,
    citation::Parameter,
    measure::{Factor, Measure},
};

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
    let read = read_within(&text, ctx.state().notation(), &bounds::ASSUMED).map(|value| Some(Factor::of(value)));
    change(ctx, |desk| desk.chance.variation.take(text, read));
}

/// Back to the catalogue's.
pub fn forget(ctx: &Ctx) {
    change(ctx, |desk| desk.chance = Chance::default());
}
