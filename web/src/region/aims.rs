//! What the reader has said for the four aims: prices of drugs, and who flags more. Knows nothing of what follows.
use super::Region;
use crate::{
    ctx::Ctx,
    state::read_within,
    tools::{change, entry::Entry},
};
use exchange::number::{Limits, NumberError, read_count, read_decimal};
use model::{
    bounds,
    citation::Status,
    id::Id,
    measure::{Measure, Share},
    proxy::DrugMeasure,
};
use register::aims::Price;
use rust_decimal::Decimal;

/// The price of a unit of the cheapest drug that shows a condition; none is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Priced {
    /// The condition.
    pub condition: Id,
    /// The unit.
    pub measure: DrugMeasure,
    /// Kronor.
    pub kronor: Entry<Option<Decimal>>,
}

/// Who flags more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// The practices with the longest lists.
    #[default]
    Largest,
    /// The practice that is followed in the charts.
    Pinned,
}

/// What is asked of more flags.
#[derive(Clone, Debug, PartialEq)]
pub struct Flags {
    /// The factor's place in the model; none: all.
    pub factor: Option<usize>,
    /// How many more, as a share.
    pub share: Entry<Share>,
    /// Who flags.
    pub whom: Whom,
    /// How many of the largest.
    pub count: Entry<usize>,
}

impl Default for Flags {
    /// The five largest flag a tenth more of everything.
    fn default() -> Self {
        let share = Entry::of(Share::of(Decimal::new(1, 1)));
        Self { factor: None, share, whom: Whom::Largest, count: Entry::of(5) }
    }
}

/// The state of the aims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aims {
    /// Prices that were typed.
    pub prices: Vec<Priced>,
    /// More flags.
    pub flags: Flags,
}

impl Aims {
    /// What stands in the field of a price.
    pub fn price(&self, condition: &Id, measure: DrugMeasure) -> Option<&Entry<Option<Decimal>>> {
        let own = |one: &&Priced| one.condition == *condition && one.measure == measure;
        self.prices.iter().find(own).map(|one| &one.kronor)
    }

    /// The prices that are known.
    pub fn known(&self) -> Vec<Price> {
        let known = self.prices.iter().filter_map(|one| {
            let (condition, measure, kronor) = (one.condition.clone(), one.measure, one.kronor.value?);
            Some(Price { condition, measure, kronor, status: Status::Illustrative })
        });
        known.collect()
    }
}

/// Reads what was typed as a price; an empty text is not known.
pub fn set_price(ctx: &Ctx, condition: &Id, measure: DrugMeasure, text: String) {
    let read = match read_within(&text, ctx.state().notation(), &bounds::DRUG_PRICE) {
        Err(NumberError::Empty) => Ok(None),
        read => read.map(Some),
    };
    change(ctx, |tools| {
        let prices = &mut tools.region.aims.prices;
        let at = prices.iter().position(|one| one.condition == *condition && one.measure == measure);
        let at = at.unwrap_or_else(|| {
            prices.push(Priced { condition: condition.clone(), measure, kronor: Entry::default() });
            prices.len() - 1
        });
        if let Some(priced) = prices.get_mut(at) {
            // an emptied field takes its number away, and its fault
            if text.trim().is_empty() {
                priced.kronor = Entry::default();
            }
            priced.kronor.take(text, read);
        }
    });
}

/// Changes what is asked of more flags.
pub fn ask(ctx: &Ctx, make: impl FnOnce(&mut Flags)) {
    change(ctx, |tools| make(&mut tools.region.aims.flags));
}

/// Reads what was typed as how many more, in per cent.
pub fn set_share(ctx: &Ctx, text: String) {
    let limits = Limits { min: Decimal::ZERO, max: Decimal::ONE_HUNDRED, max_decimals: 2, units: &["%"] };
    let read = read_decimal(&text, ctx.state().notation(), &limits);
    let read = read.map(|percent| Share::of(percent / Decimal::ONE_HUNDRED));
    ask(ctx, |flags| flags.share.take(text, read));
}

/// Reads what was typed as how many of the largest.
pub fn set_count(ctx: &Ctx, text: String) {
    let read = read_count(&text, ctx.state().notation(), 100_000, &[]);
    let read = read.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    ask(ctx, |flags| flags.count.take(text, read));
}

/// The positions of those who flag, in a region with these lists; of equal lists the first is the larger.
pub fn chosen(region: &Region, listed: &[u64]) -> Vec<usize> {
    let flags = &region.aims.flags;
    match flags.whom {
        Whom::Pinned => region.pinned.into_iter().collect(),
        Whom::Largest => {
            let mut order: Vec<usize> = (0..listed.len()).collect();
            order.sort_by_key(|at| std::cmp::Reverse(listed.get(*at)));
            order.truncate(flags.count.value);
            order
        }
    }
}
