//! The worker's fit of weights to the costs of the persons that it keeps. Knows no page.
use super::fit_order::{Became, FitOrder, Fitted, FittedFactor, Sign};
use model::measure::Measure;
use register::{
    crossfit::{Split, cross_fit, parts},
    fit::{FactorFit, FitOptions, Outcome, Signs, fit_practices},
    register::Register,
    summary::Summary,
};
use report::columns::Column;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Parts are drawn alike for everyone.
const SEED: u64 = 2026;

/// The weights of the scenario's model; `None` when it has none.
pub fn fitted(register: &Register, summary: &Summary, order: FitOrder) -> Option<Fitted> {
    let lane = Column::Scenario.place();
    let practices = parts(register, &summary.frame, lane, Split::EachPractice)?;
    if practices.first()?.factors() == 0 {
        return None;
    }
    let options = options(&order);
    let found = fit_practices(&practices, order.cost_share, &options)?;
    let parts = match order.parts {
        None => practices,
        Some(parts_of) => parts(register, &summary.frame, lane, Split::Practices { parts: parts_of, seed: SEED })?,
    };
    let crossed = cross_fit(&parts, order.cost_share, &options)?;
    let (persons, factors) = (found.persons, found.factors.iter().map(factor).collect());
    Some(Fitted { order, persons, factors, in_sample: found.r_squared, crossed: crossed.r_squared })
}

fn options(order: &FitOrder) -> FitOptions {
    let signs = match order.sign {
        Sign::Any => Signs::Any,
        Sign::NonNegative => Signs::NonNegative,
        Sign::DropNegative => Signs::DropNegative,
    };
    FitOptions { signs, ridge: f64::from(order.ridge), least_persons: order.least }
}

fn factor(fit: &FactorFit) -> FittedFactor {
    let became = match &fit.outcome {
        Outcome::Fitted { rate, error, .. } => {
            let ore = (rate.decimal() * Decimal::ONE_HUNDRED).to_i64();
            let (error, interval) = (error.map(|error| error.standard), fit.outcome.interval());
            ore.map_or(Became::Unsolved, |ore| Became::Fitted { ore, error, interval })
        }
        Outcome::TooFew { .. } => Became::TooFew,
        Outcome::Negative { estimate } => Became::Negative(*estimate),
        Outcome::AtZero => Became::AtZero,
        Outcome::Determined => Became::Determined,
        Outcome::Unsolved => Became::Unsolved,
    };
    FittedFactor { persons: fit.persons, became }
}
