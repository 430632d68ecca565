//! The largest and smallest values that the arithmetic is made for. Within them, with up to [`Count::MAX`] persons in
//! every cell, no result overflows. Knows nothing of how a value that lies outside is told to the user.
//!
//! [`Count::MAX`]: crate::count::Count::MAX
use crate::{
    edit::Edit,
    measure::{Factor, Fte, Measure, MonthlyMoney, PersonsPerFte, Rate, Share, Weight, YearlyMoney},
};
use rust_decimal::Decimal;

/// Ten million kronor per person and month, for an amount by age and sex; the least is nothing.
pub const LARGEST_RATE: Rate = Rate::new(Decimal::from_parts(10_000_000, 0, 0, false, 0));
/// Ten million kronor or points, for a weight; the least is as far below zero.
pub const LARGEST_WEIGHT: Weight = Weight::new(Decimal::from_parts(10_000_000, 0, 0, false, 0));
/// The whole cost, for the cost share; the least is nothing.
pub const LARGEST_COST_SHARE: Share = Share::new(Decimal::ONE);
/// A million kronor a year, for the standard deviation of what a model leaves of one person's cost; the least is nothing.
pub const LARGEST_RESIDUAL: YearlyMoney = YearlyMoney::new(Decimal::from_parts(1_000_000, 0, 0, false, 0));
/// A million million kronor a month (10^12), for the drug cost; the least is nothing.
pub const LARGEST_DRUG_COST: MonthlyMoney = MonthlyMoney::new(Decimal::from_parts(3_567_587_328, 232, 0, false, 0));
/// A million full-time equivalents; the least is nobody.
pub const LARGEST_FTE: Fte = Fte::new(Decimal::from_parts(1_000_000, 0, 0, false, 0));
/// Ten million persons per full-time equivalent, for the guideline, which is above zero.
pub const LARGEST_GUIDELINE: PersonsPerFte = PersonsPerFte::new(Decimal::from_parts(10_000_000, 0, 0, false, 0));
/// A millionth: the least that amounts may be multiplied by, be it to meet a budget or another cost share.
pub const SMALLEST_FACTOR: Factor = Factor::new(Decimal::from_parts(1, 0, 0, false, 6));
/// A million: the most that amounts may be multiplied by.
pub const LARGEST_FACTOR: Factor = Factor::new(Decimal::from_parts(1_000_000, 0, 0, false, 0));

impl Edit {
    /// Whether the edit's value lies within the bounds of this module; an edit without a number always does.
    pub fn is_within_bounds(&self) -> bool {
        match self {
            Self::SetRate(_, rate) => up_to(*rate, LARGEST_RATE),
            Self::SetWeight(_, weight) => weight.decimal().abs() <= LARGEST_WEIGHT.decimal(),
            Self::SetCostShare(share) => up_to(*share, LARGEST_COST_SHARE),
            Self::SetDrugCost(Some(cost)) => up_to(*cost, LARGEST_DRUG_COST),
            Self::SetSpecialists(fte) | Self::SetStDoctors(fte) => up_to(*fte, LARGEST_FTE),
            Self::SetGuidelineSpecialist(persons) | Self::SetGuidelineSt(persons) => {
                *persons > PersonsPerFte::ZERO && *persons <= LARGEST_GUIDELINE
            }
            Self::SetPractices(practices) => practices
                .iter()
                .all(|practice| up_to(practice.specialists, LARGEST_FTE) && up_to(practice.st, LARGEST_FTE)),
            _ => true,
        }
    }
}

fn up_to<T: Measure>(value: T, largest: T) -> bool {
    (Decimal::ZERO..=largest.decimal()).contains(&value.decimal())
}
