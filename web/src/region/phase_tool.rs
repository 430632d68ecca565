//! How a new model comes into force: what is chosen. Knows nothing of what follows from it, nor of how it looks.
use crate::{
    ctx::Ctx,
    tools::{change, entry::Entry},
};
use exchange::number::{Limits, NumberError, read_decimal};
use model::measure::{Measure, Rate, Share};
use register::phase_in::Financing;
use report::phase::{Limit, PhaseStep};
use rust_decimal::Decimal;

/// How far a payment may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LimitKind {
    /// As far as it goes.
    #[default]
    Unlimited,
    /// A share of the old payment.
    OfOld,
    /// Kronor per listed and month.
    PerListed,
}

impl LimitKind {
    /// In the order of the list.
    pub const ALL: [Self; 3] = [Self::Unlimited, Self::OfOld, Self::PerListed];
}

/// A floor or a cap.
#[derive(Clone, Debug)]
pub struct LimitDesk {
    /// Of which kind.
    pub kind: LimitKind,
    /// Per cent of the old payment.
    pub percent: Entry<Decimal>,
    /// Kronor per listed and month.
    pub kronor: Entry<Decimal>,
}

/// Which of the two limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The largest fall.
    Floor,
    /// The largest rise.
    Cap,
}

/// What is chosen.
#[derive(Clone, Debug)]
pub struct PhaseTool {
    /// Whether the new model is the user's scenario rather than the proposal.
    pub to_scenario: bool,
    /// Per cent of the new model.
    pub percent: Entry<Decimal>,
    /// The largest fall.
    pub floor: LimitDesk,
    /// The largest rise.
    pub cap: LimitDesk,
    /// Whether the practices pay for the floor within the budget.
    pub within_budget: bool,
    /// Whether every practice is shown, not only the first.
    pub all: bool,
}

impl Default for PhaseTool {
    /// Half the way, nobody down by more than 2 per cent, paid by the region.
    fn default() -> Self {
        let limit = |kind| LimitDesk { kind, percent: Entry::of(Decimal::TWO), kronor: Entry::of(Decimal::ONE) };
        Self {
            to_scenario: false,
            percent: Entry::of(Decimal::from(50)),
            floor: limit(LimitKind::OfOld),
            cap: limit(LimitKind::Unlimited),
            within_budget: false,
            all: false,
        }
    }
}

fn share(percent: Decimal) -> Share {
    Share::of(percent / Decimal::ONE_HUNDRED)
}

impl LimitDesk {
    fn limit(&self) -> Option<Limit> {
        match self.kind {
            LimitKind::Unlimited => None,
            LimitKind::OfOld => Some(Limit::OfOld(share(self.percent.value))),
            LimitKind::PerListed => Some(Limit::PerListed(Rate::of(self.kronor.value))),
        }
    }
}

impl PhaseTool {
    /// The step that is chosen.
    pub fn step(&self) -> PhaseStep {
        let financing = if self.within_budget { Financing::Practices } else { Financing::Region };
        PhaseStep { share: share(self.percent.value), floor: self.floor.limit(), cap: self.cap.limit(), financing }
    }

    /// One of the limits.
    pub fn limit(&self, which: Which) -> &LimitDesk {
        match which {
            Which::Floor => &self.floor,
            Which::Cap => &self.cap,
        }
    }

    /// One of the limits, to change it.
    pub fn limit_mut(&mut self, which: Which) -> &mut LimitDesk {
        match which {
            Which::Floor => &mut self.floor,
            Which::Cap => &mut self.cap,
        }
    }
}

/// Changes what is chosen.
pub fn choose(ctx: &Ctx, choose: impl FnOnce(&mut PhaseTool)) {
    change(ctx, |tools| choose(&mut tools.region.phase));
}

fn read_percent(ctx: &Ctx, text: &str) -> Result<Decimal, NumberError> {
    let limits = Limits { min: Decimal::ZERO, max: Decimal::ONE_HUNDRED, max_decimals: 2, units: &["%"] };
    read_decimal(text, ctx.state().notation(), &limits)
}

/// Reads the share of the new model.
pub fn set_share(ctx: &Ctx, text: String) {
    let read = read_percent(ctx, &text);
    choose(ctx, |phase| phase.percent.take(text, read));
}

/// Reads how far a payment may go, in what the limit is counted in.
pub fn set_limit(ctx: &Ctx, which: Which, text: String) {
    let in_kronor = ctx.state().tools.region.phase.limit(which).kind == LimitKind::PerListed;
    let limits = Limits { min: Decimal::ZERO, max: Decimal::ONE_THOUSAND, max_decimals: 2, units: &["kr"] };
    let read = if in_kronor { read_decimal(&text, ctx.state().notation(), &limits) } else { read_percent(ctx, &text) };
    choose(ctx, |phase| {
        let limit = phase.limit_mut(which);
        if in_kronor { limit.kronor.take(text, read) } else { limit.percent.take(text, read) }
    });
}
