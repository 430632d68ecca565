//! What the models pay with a weight that is being tried. A budget rule by cell is linear in every weight, so that while
//! a slider moves the amounts lie on a line between two exact ones. Knows nobody.
use crate::ctx::Ctx;
use model::{
    case_mix::Normalisation,
    edit::Edit,
    id::Id,
    measure::{Measure, Weight},
    tariff::Tariff,
    value::Key,
};
use register::rates::Rates;
use report::columns::Column;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// What the scenario pays as a function of one weight.
pub struct Interpolation {
    id: Id,
    linear: Option<LinearRates>,
}

/// Two exact amounts and what lies between them.
struct LinearRates {
    weight: f64,
    at: Rates,
    /// What each amount grows by with the weight.
    slope: Rates,
    /// Whether amounts by cell below zero fit.
    any_cell: bool,
}

impl Interpolation {
    /// For the scenario as it stands.
    pub fn new(ctx: &Ctx, id: Id) -> Self {
        let linear = ctx.state().tariffs.get(Column::Scenario).and_then(|tariff| LinearRates::new(ctx, tariff, &id));
        Self { id, linear }
    }

    /// What the scenario pays with this weight; none where it does not fit.
    pub fn at(&self, ctx: &Ctx, weight: Weight) -> Option<Rates> {
        match (&self.linear, weight.decimal().to_f64()) {
            (Some(linear), Some(weight)) => linear.rates(weight),
            _ => exactly(ctx, &self.id, weight),
        }
    }
}

/// None where the weight does not fit.
fn exactly(ctx: &Ctx, id: &Id, weight: Weight) -> Option<Rates> {
    let scenario = ctx.state().scenario().apply(&Edit::set(Key::Weight(id.clone()), weight));
    ctx.catalogue().tariffs(&scenario).get(Column::Scenario).map(|tariff| Rates::of(tariff))
}

impl LinearRates {
    /// None where the amounts lie on no line.
    fn new(ctx: &Ctx, tariff: &Tariff, id: &Id) -> Option<Self> {
        let mix = tariff.model.case_mix()?;
        let any_cell = match mix.normalisation {
            Normalisation::ScalarToBudget => return None,
            rule => rule == Normalisation::None,
        };
        let now = mix.factors().find(|factor| factor.id == id)?.weight.value.decimal();
        // a lower weight fits wherever the present one does
        let other = if now >= Decimal::ONE { now - Decimal::ONE } else { now + Decimal::ONE };
        let (at, there) = (Rates::of(tariff), exactly(ctx, id, Weight::of(other))?);
        let step = (now - other).to_f64()?;
        let slope = |at: &[f64], there: &[f64]| at.iter().zip(there).map(|(at, there)| (at - there) / step).collect();
        let slope = Rates {
            cells: slope(&at.cells, &there.cells),
            factors: slope(&at.factors, &there.factors),
            cost_share: 0.0,
        };
        Some(Self { weight: now.to_f64()?, at, slope, any_cell })
    }

    fn rates(&self, weight: f64) -> Option<Rates> {
        let by = weight - self.weight;
        let moved = |at: &[f64], slope: &[f64]| at.iter().zip(slope).map(|(at, slope)| at + by * slope).collect();
        let rates = Rates {
            cells: moved(&self.at.cells, &self.slope.cells),
            factors: moved(&self.at.factors, &self.slope.factors),
            cost_share: self.at.cost_share,
        };
        (self.any_cell || rates.cells.iter().all(|cell| *cell > -1e-6)).then_some(rates)
    }
}
