//! How weights are to be fitted to the costs, and what came of it; kept until the region or the model changes. Knows
//! nothing of how it looks.
use super::{
    order::{FitOrder, Fitted, Order},
    send,
};
use crate::{
    ctx::Ctx,
    state::Action,
    tools::{change, entry::Entry},
};
use exchange::number::{Limits, read_count, read_decimal};
use model::{
    count::Count,
    edit::Edit,
    measure::{Measure, Rate},
    net::ShareReading,
};
use register::fit::{FactorFit, FitOptions, Outcome, Signs};
use report::fitted::edit;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// The choices, and the answer.
#[derive(Clone, Debug)]
pub struct FitTool {
    /// Which signs a weight may have.
    pub signs: Signs,
    /// The penalty, in persons.
    pub ridge: Entry<u32>,
    /// The least number of persons.
    pub least: Entry<u32>,
    /// Whether practices are put together in parts.
    pub in_parts: bool,
    /// In how many.
    pub parts: Entry<u16>,
    /// Whether the worker is at it.
    pub running: bool,
    /// Whether it could not be done.
    pub failed: bool,
    /// The weights.
    pub found: Option<Rc<Fitted>>,
}

impl Default for FitTool {
    fn default() -> Self {
        Self {
            signs: Signs::Any,
            ridge: Entry::of(0),
            least: Entry::of(50),
            in_parts: false,
            parts: Entry::of(10),
            running: false,
            failed: false,
            found: None,
        }
    }
}

impl FitTool {
    /// Another region or another model: what was found is of the last one.
    pub fn forget(&mut self) {
        (self.running, self.failed, self.found) = (false, false, None);
    }

    /// Takes the worker's answer.
    pub fn take(&mut self, fitted: Option<Fitted>) {
        (self.running, self.failed) = (false, fitted.is_none());
        self.found = fitted.map(Rc::new);
    }
}

impl Fitted {
    /// By factor: its amount in kronor per person and month; none where it has no weight.
    pub fn rates(&self) -> Vec<Option<Rate>> {
        let rate = |factor: &FactorFit| match factor.outcome {
            Outcome::Fitted { rate, .. } => Some(rate),
            _ => None,
        };
        self.fit.factors.iter().map(rate).collect()
    }
}

/// The most persons that a number can be about.
const MOST: u64 = Count::MAX as u64;

/// Changes how weights are to be fitted.
pub fn choose(ctx: &Ctx, choose: impl FnOnce(&mut FitTool)) {
    change(ctx, |tools| choose(&mut tools.region.fit));
}

/// Reads the penalty.
pub fn set_ridge(ctx: &Ctx, text: String) {
    let read = read_count(&text, ctx.state().notation(), MOST, &["personer"]).map(whole);
    choose(ctx, |fit| fit.ridge.take(text, read));
}

/// Reads the least number of persons.
pub fn set_least(ctx: &Ctx, text: String) {
    let read = read_count(&text, ctx.state().notation(), MOST, &["personer"]).map(whole);
    choose(ctx, |fit| fit.least.take(text, read));
}

/// Reads the number of parts.
pub fn set_parts(ctx: &Ctx, text: String) {
    let limits = Limits { min: Decimal::TWO, max: Decimal::ONE_HUNDRED, max_decimals: 0, units: &["delar"] };
    let read = read_decimal(&text, ctx.state().notation(), &limits);
    choose(ctx, |fit| fit.parts.take(text, read.map(|parts| parts.to_u16().unwrap_or(2))));
}

/// `read_count` has held the number under [`MOST`].
fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The part of the cost that the scenario's payment is set against.
pub fn cost_share(ctx: &Ctx) -> Decimal {
    let scenario = ctx.state().scenario();
    match scenario.practice().reading {
        ShareReading::InTable => scenario.model().cost_share.value.decimal(),
        ShareReading::AtNet => Decimal::ONE,
    }
}

/// Has the worker fit the weights as it is chosen.
pub fn start(ctx: &Ctx) {
    let fit = &ctx.state().tools.region.fit;
    let asked = FitOrder {
        cost_share: cost_share(ctx).to_f64().unwrap_or(1.0),
        options: FitOptions { signs: fit.signs, ridge: fit.ridge.value.into(), least_persons: fit.least.value },
        parts: fit.in_parts.then_some(fit.parts.value),
    };
    send(ctx, Order::Fit(asked));
    choose(ctx, |fit| (fit.running, fit.failed, fit.found) = (true, false, None));
}

/// The edit that puts the weights, times a number, in the scenario.
pub fn edit_of(ctx: &Ctx, fitted: &Fitted, by: Option<Decimal>) -> Edit {
    let model = ctx.state().scenario().model();
    model.case_mix().map_or_else(|| Edit::Set(Vec::new()), |mix| edit(mix, &fitted.rates(), by))
}

/// Puts them there, as one step.
pub fn apply(ctx: &Ctx, fitted: &Fitted, by: Option<Decimal>) {
    ctx.send(Action::Edit(edit_of(ctx, fitted, by)));
}
