//! A tariff's amounts in floating point, for statistics. Knows nothing of persons.
use model::{
    measure::{Measure, Rate, Share},
    tariff::Tariff,
};
use rust_decimal::prelude::ToPrimitive;

/// Öre a year in one krona a month.
pub const ORE_PER_YEAR: f64 = 1200.0;

/// What a model pays, in öre per person and year.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rates {
    /// By cell, in the order of the model's [`cells`](model::age::AgeBands::cells): the table's amount, if it has one,
    /// and what everybody who is listed brings of sums that practices share.
    pub cells: Vec<f64>,
    /// By factor, in the order of the tariff's factors.
    pub factors: Vec<f64>,
    /// The share of the drug cost that the practice carries.
    pub cost_share: f64,
}

impl Rates {
    /// The tariff's amounts.
    pub fn of(tariff: &Tariff) -> Self {
        let shared: f64 = tariff.pools.iter().map(|pool| ore_per_year(pool.rate.value())).sum();
        let cells = match &tariff.base {
            Some(base) => base.iter().map(|(_, rate)| ore_per_year(rate.value()) + shared).collect(),
            None => vec![shared; 2 * tariff.model.bands.count()],
        };
        let factors = tariff.factors.iter().map(|factor| ore_per_year(factor.rate.value())).collect();
        Self { cells, factors, cost_share: share(tariff.cost_share.value()) }
    }
}

// every decimal number has a nearest float; were there none, the amount would not be nothing
fn ore_per_year(rate: Rate) -> f64 {
    rate.decimal().to_f64().unwrap_or(f64::NAN) * ORE_PER_YEAR
}

fn share(share: Share) -> f64 {
    share.decimal().to_f64().unwrap_or(f64::NAN)
}
