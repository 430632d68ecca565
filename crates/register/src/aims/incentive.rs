//! What a practice keeps of what it saves: its share of the cost, less the weight that goes with a drug that shows a
//! condition. Knows no drugs' prices but those that are given, and nothing of whether a drug does good.
use super::manipulation::Flagging;
use model::{
    id::Id,
    measure::{Measure, Share, YearlyMoney},
    tariff::Tariff,
};
use rust_decimal::Decimal;

/// The practice carries a share of its drug cost, so it keeps that share of a saving that leaves every flag as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incentive {
    /// The share of the drug cost that the practice carries: what it keeps of one saved krona.
    pub cost_share: Share,
    /// A saving.
    pub saved: YearlyMoney,
    /// What the practice keeps of it.
    pub kept: YearlyMoney,
    /// By condition: what it keeps when the drug that shows it is stopped.
    pub stopping: Vec<Stopping>,
}

/// What a practice keeps in a year when the drug that shows a condition is stopped for a person with this condition alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopping {
    /// The condition.
    pub condition: Id,
    /// The weight that goes with the flag.
    pub lost: YearlyMoney,
    /// The practice's share of what the drug cost, at the price that is given; `None` when none is.
    pub saved: Option<YearlyMoney>,
    /// `saved` less `lost`: below zero, the practice is paid for going on. `None` when it is not known.
    pub kept: Option<YearlyMoney>,
    /// What the drug must cost in a year for the practice not to lose by stopping it; `None` when it carries nothing of
    /// the cost, so that it always does.
    pub even: Option<YearlyMoney>,
}

impl Incentive {
    pub(super) fn of(tariff: &Tariff, saved: YearlyMoney, flagging: &[Flagging]) -> Self {
        let cost_share = tariff.cost_share.value();
        let kept = saved.decimal().saturating_mul(cost_share.decimal());
        let stopping = flagging.iter().map(|flagging| Stopping::of(flagging, cost_share)).collect();
        Self { cost_share, saved, kept: YearlyMoney::of(kept), stopping }
    }
}

impl Stopping {
    fn of(flagging: &Flagging, cost_share: Share) -> Self {
        let lost = flagging.brings;
        let even = Some(cost_share.decimal()).filter(|share| *share > Decimal::ZERO);
        Self {
            condition: flagging.condition.clone(),
            lost,
            saved: flagging.carried,
            kept: flagging.carried.map(|saved| saved - lost),
            even: even.and_then(|share| lost.decimal().checked_div(share)).map(YearlyMoney::of),
        }
    }
}
