//! What a practice keeps of what it saves. Knows nothing of payments: those do not change with the cost.
use model::{
    measure::{Measure, Share, YearlyMoney},
    tariff::Tariff,
};

/// The practice carries a share of its drug cost, so it keeps that share of a saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incentive {
    /// The share of the drug cost that the practice carries: what it keeps of one saved krona.
    pub cost_share: Share,
    /// A saving.
    pub saved: YearlyMoney,
    /// What the practice keeps of it.
    pub kept: YearlyMoney,
}

impl Incentive {
    pub(super) fn of(tariff: &Tariff, saved: YearlyMoney) -> Self {
        let cost_share = tariff.cost_share.value();
        let kept = saved.decimal().saturating_mul(cost_share.decimal());
        Self { cost_share, saved, kept: YearlyMoney::of(kept) }
    }
}
