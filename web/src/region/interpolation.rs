//! What the models pay with a weight that is being tried. A budget rule by cell is linear in every weight, so that while
//! a slider moves the amounts lie on a line between two exact ones. Knows nobody.
use super::region_summary::amounts;
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
use std::{cell::RefCell, rc::Rc};

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
}

/// Amounts as a function of one weight.
struct Line {
    /// The scenario's tariff that it was made from, and the factor.
    of: (Rc<Tariff>, Id),
    weight: f64,
    at: Rates,
    /// What each amount grows by with the weight.
    slope: Rates,
}

/// The amounts of every model that can be worked out, with the weight that is tried in the scenario.
pub fn tried(ctx: &Ctx) -> Vec<(Column, Rates)> {
    let state = ctx.state();
    let mut all = amounts(&state.tariffs);
    let trial = &state.tools.region.trial;
    let id = state.factors().into_iter().nth(trial.factor);
    let Some((id, weight)) = id.zip(trial.weight) else { return all };
    all.retain(|(column, _)| *column != Column::Scenario);
    all.extend(at(ctx, &id, weight).map(|rates| (Column::Scenario, rates)));
    all
}

/// What the scenario pays with a factor's weight; none where it does not fit.
pub fn at(ctx: &Ctx, id: &Id, weight: Weight) -> Option<Rates> {
    on_line(ctx, id, weight).unwrap_or_else(|| exactly(ctx, id, weight))
}

/// None where the weight does not fit.
fn exactly(ctx: &Ctx, id: &Id, weight: Weight) -> Option<Rates> {
    let scenario = ctx.state().scenario().apply(&Edit::set(Key::Weight(id.clone()), weight));
    ctx.catalogue().tariffs(&scenario).get(Column::Scenario).map(|tariff| Rates::of(tariff))
}

/// The outer `None`: there is no line to follow.
fn on_line(ctx: &Ctx, id: &Id, weight: Weight) -> Option<Option<Rates>> {
    let tariff = ctx.state().tariffs.get(Column::Scenario)?;
    let rule = tariff.model.case_mix()?.normalisation;
    if rule == Normalisation::ScalarToBudget {
        return None;
    }
    LINE.with(|line| {
        let mut line = line.try_borrow_mut().ok()?;
        let known = line.as_ref().is_some_and(|line| Rc::ptr_eq(&line.of.0, tariff) && line.of.1 == *id);
        if !known {
            *line = Line::new(ctx, tariff, id);
        }
        let rates = line.as_ref()?.rates(weight.decimal().to_f64()?);
        let fits = rule == Normalisation::None || rates.cells.iter().all(|cell| *cell > -1e-6);
        Some(fits.then_some(rates))
    })
}

impl Line {
    fn new(ctx: &Ctx, tariff: &Rc<Tariff>, id: &Id) -> Option<Self> {
        let now = tariff.model.case_mix()?.factors().find(|factor| factor.id == id)?.weight.value.decimal();
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
        Some(Self { of: (Rc::clone(tariff), id.clone()), weight: now.to_f64()?, at, slope })
    }

    fn rates(&self, weight: f64) -> Rates {
        let by = weight - self.weight;
        let moved = |at: &[f64], slope: &[f64]| at.iter().zip(slope).map(|(at, slope)| at + by * slope).collect();
        Rates {
            cells: moved(&self.at.cells, &self.slope.cells),
            factors: moved(&self.at.factors, &self.slope.factors),
            cost_share: self.at.cost_share,
        }
    }
}
