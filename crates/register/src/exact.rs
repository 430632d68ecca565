//! What each practice is paid, in whole öre a year, from the core's exact payment. Knows no statistics.
use crate::summary::Summary;
use model::{
    measure::{Measure, MonthlyMoney},
    tariff::Tariff,
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Öre a year, in whole öre.
pub type Ore = i64;

/// Kronor a month as öre a year, half away from zero; `None` when it is too large.
pub fn ore_per_year(money: MonthlyMoney) -> Option<Ore> {
    let ore = money.decimal().checked_mul(Decimal::from(ORE_PER_YEAR_IN_KRONA_PER_MONTH))?;
    ore.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

/// What the tariff of the lane's model pays each practice, each rounded by itself; `None` when there is no such lane, the
/// tariff is of other bands, or a payment is too large.
pub fn payments(summary: &Summary, lane: usize, tariff: &Tariff) -> Option<Vec<Ore>> {
    let payment = |practice| {
        let outcome = tariff.practice(&summary.practice(practice, lane)?).ok()?;
        ore_per_year(outcome.payment.value())
    };
    (0..summary.practices.len()).map(payment).collect()
}

/// A krona a month in öre a year.
pub(crate) const ORE_PER_YEAR_IN_KRONA_PER_MONTH: u32 = 1200;
