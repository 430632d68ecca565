//! Weights that were fitted to costs, as edits of a scenario. Knows nothing of how they were found.
use model::{
    case_mix::{CaseMix, SignRule, WeightUnit},
    edit::Edit,
    measure::{Measure, Rate, Weight},
    value::Key,
};
use register::fit::weight_worth;
use rust_decimal::{Decimal, RoundingStrategy};

/// The edit that sets every factor of the case mix: its fitted amount times `by`, and nothing where none was
/// fitted or where the model does not allow what is below zero. Amounts in kronor have whole öre, points six decimals.
/// Multiplied amounts are rounded towards zero, so that what fits still does.
pub fn edit(mix: &CaseMix, rates: &[Option<Rate>], by: Option<Decimal>) -> Edit {
    let rates = rates.iter().copied().chain(std::iter::repeat(None));
    let value = |(factor, rate): (model::case_mix::PaidFactor<'_>, Option<Rate>)| {
        let allowed = rate.filter(|rate| *rate >= Rate::ZERO || mix.sign == SignRule::Signed);
        let weight = allowed.map_or(Weight::ZERO, |rate| weight(rate, &mix.unit, by));
        (Key::Weight(factor.id.clone()), Some(weight.into()))
    };
    Edit::Set(mix.factors().zip(rates).map(value).collect())
}

/// How many fitted amounts are below zero where the model does not allow it.
pub fn refused(mix: &CaseMix, rates: &[Option<Rate>]) -> usize {
    match mix.sign {
        SignRule::Signed => 0,
        SignRule::NonNegative => rates.iter().flatten().filter(|rate| **rate < Rate::ZERO).count(),
    }
}

fn weight(rate: Rate, unit: &WeightUnit, by: Option<Decimal>) -> Weight {
    let decimals = match unit {
        WeightUnit::Kronor => 2,
        WeightUnit::Points { .. } => 6,
    };
    let worth = weight_worth(rate, unit).decimal();
    match by {
        None => Weight::of(worth.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)),
        Some(by) => {
            debug_assert!(by.abs() <= Decimal::ONE, "what makes weights fit makes none larger, so that there is room");
            let scaled = worth.checked_mul(by).unwrap_or_default();
            Weight::of(scaled.round_dp_with_strategy(decimals, RoundingStrategy::ToZero))
        }
    }
}
