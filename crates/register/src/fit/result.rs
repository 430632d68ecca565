//! What a fit gives: a weight for each factor or the reason why not, and how much of the cost it explains.
use super::{equations::NormalEquations, normal::Within};
use crate::rates::ORE_PER_YEAR;
use model::{
    case_mix::{SignRule, WeightUnit},
    id::Id,
    measure::{Measure, Rate, Weight},
    payment_model::PaymentModel,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// What became of one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Outcome {
    /// It has a weight.
    Fitted {
        /// Kronor per person and month.
        estimate: f64,
        /// The same to the whole öre, for use as a weight; half away from zero.
        rate: Rate,
        /// How sure it is; `None` where the fit was made without the practices, and where one practice alone determines
        /// the weight. See [`fit_practices`](super::fit_practices).
        error: Option<StandardError>,
    },
    /// Fewer persons have it than are asked for.
    TooFew {
        /// How many have it.
        persons: u32,
        /// How many are asked for.
        least: u32,
    },
    /// It was left out as the most negative of those then left.
    Negative {
        /// What it had when it was left out, in kronor per person and month.
        estimate: f64,
    },
    /// The best fit without negative weights gives it nothing.
    AtZero,
    /// Whoever has it is told by the cells and the factors before it: no weight of its own can be found.
    Determined,
    /// The equations could not be solved.
    Unsolved,
}

impl Outcome {
    /// The ends of the 95 per cent interval; `None` without an estimate or an interval.
    pub fn interval(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Fitted { estimate, error: Some(StandardError { reach: Some(reach), .. }), .. } => {
                Some((estimate - reach, estimate + reach))
            }
            _ => None,
        }
    }
}

/// How sure a weight is, in kronor per person and month.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StandardError {
    /// The standard error, given the choice of factors; with a penalty the spread alone and not the bias.
    pub standard: f64,
    /// How far the 95 per cent interval reaches to either side of the estimate. `None` with a penalty: the penalised
    /// weight lies off the one that it stands for, and no interval about it holds that one in 19 cases of 20.
    pub reach: Option<f64>,
}

/// One factor of a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FactorFit {
    /// How many persons have it.
    pub persons: u32,
    /// What became of it.
    pub outcome: Outcome,
}

/// Fitted weights.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fit {
    /// By factor, in the order of [`factors`](model::case_mix::CaseMix::factors).
    pub factors: Vec<FactorFit>,
    /// By cell, the amount that goes with the weights, in kronor per person and month; `None` for a cell without
    /// persons.
    pub cells: Vec<Option<f64>>,
    /// Persons.
    pub persons: u64,
    /// The part of the carried cost's squares around its mean that cells and weights explain, among the persons that
    /// they were fitted to. `None` when all costs are alike.
    pub r_squared: Option<f64>,
    /// The same around the cells' means: what the weights add to the table.
    pub r_squared_within: Option<f64>,
    /// The standard deviation of what is left, in kronor per person and month; `None` when no more persons than
    /// coefficients are there.
    pub residual: Option<f64>,
    /// Öre a year: by factor, by cell, and what stands in for a cell without persons.
    pub(crate) coefficients: Vec<f64>,
    pub(crate) bases: Vec<f64>,
}

pub(super) fn kronor_a_month(ore_a_year: f64) -> f64 {
    ore_a_year / ORE_PER_YEAR
}

pub(super) fn assemble(
    equations: &NormalEquations,
    within: &Within,
    cost_share: f64,
    coefficients: Vec<f64>,
    left_out: Vec<Option<Outcome>>,
) -> Fit {
    let squares = within.residual(&coefficients);
    let filled = equations.cells().filter(|(persons, ..)| *persons > 0).count();
    let fitted = left_out.iter().filter(|reason| reason.is_none()).count();
    let freedom = equations.persons().checked_sub((filled + fitted) as u64).filter(|freedom| *freedom > 0);
    let variance = freedom.map(|freedom| squares / freedom as f64);
    let outcomes = left_out.into_iter().zip(&coefficients);
    let factors = outcomes.enumerate().map(|(factor, (reason, coefficient))| FactorFit {
        persons: equations.with_factor(factor),
        outcome: reason.unwrap_or_else(|| weight(*coefficient)),
    });
    let factors = factors.collect();
    let total = equations.squares_around_mean(cost_share);
    let bases = bases(equations, cost_share, &coefficients);
    let explained = |of: f64| (of > 0.0).then(|| 1.0 - squares / of);
    Fit {
        factors,
        cells: bases.cells.iter().map(|cell| cell.map(kronor_a_month)).collect(),
        persons: equations.persons(),
        r_squared: explained(total),
        r_squared_within: explained(within.squares),
        residual: variance.map(|variance| kronor_a_month(variance.sqrt())),
        bases: bases.cells.into_iter().map(|cell| cell.unwrap_or(bases.anyone)).collect(),
        coefficients,
    }
}

fn weight(coefficient: f64) -> Outcome {
    let estimate = kronor_a_month(coefficient);
    match Decimal::from_f64_retain(estimate) {
        Some(exact) => Outcome::Fitted {
            estimate,
            rate: Rate::of(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)),
            error: None,
        },
        None => Outcome::Unsolved,
    }
}

/// What everyone of a cell brings beside the factors, in öre a year.
struct Bases {
    cells: Vec<Option<f64>>,
    anyone: f64,
}

fn bases(equations: &NormalEquations, cost_share: f64, coefficients: &[f64]) -> Bases {
    let of = |persons: f64, cost: f64, counts: &mut dyn Iterator<Item = f64>| {
        let paid: f64 = counts.zip(coefficients).map(|(count, coefficient)| count * coefficient).sum();
        (persons > 0.0).then(|| (cost * cost_share - paid) / persons)
    };
    let cells = equations.cells().map(|(persons, cost, counts)| {
        of(f64::from(persons), cost as f64, &mut counts.iter().map(|count| f64::from(*count)))
    });
    let cells = cells.collect();
    let mut counts = (0..equations.factors()).map(|factor| f64::from(equations.with_factor(factor)));
    let anyone = of(equations.persons() as f64, equations.cost() as f64, &mut counts).unwrap_or_default();
    Bases { cells, anyone }
}

impl NormalEquations {
    /// The squares of the carried cost around its mean over all persons, in öre squared.
    pub(crate) fn squares_around_mean(&self, cost_share: f64) -> f64 {
        let (persons, cost) = (self.persons() as f64, self.cost() as f64);
        let around = self.cost_squared as f64 - if persons > 0.0 { cost * cost / persons } else { 0.0 };
        around.max(0.0) * cost_share * cost_share
    }
}

impl Fit {
    /// Whether the factor has a weight.
    pub(super) fn is_fitted(&self, factor: usize) -> bool {
        self.factors.get(factor).is_some_and(|factor| matches!(factor.outcome, Outcome::Fitted { .. }))
    }

    /// The model with the fitted weights, and zero for factors without one. A model in points keeps what its reference
    /// weight is worth. Where a weight below zero was fitted, the model allows it.
    #[must_use]
    pub fn applied_to(&self, model: &PaymentModel) -> PaymentModel {
        let Some(mix) = model.case_mix() else { return model.clone() };
        let weights = mix.factors().zip(&self.factors).map(|(factor, fitted)| {
            let rate = match fitted.outcome {
                Outcome::Fitted { rate, .. } => rate,
                _ => Rate::ZERO,
            };
            (factor.id.clone(), weight_worth(rate, &mix.unit))
        });
        let weights: Vec<(Id, Weight)> = weights.collect();
        let is_signed = weights.iter().any(|(_, weight)| *weight < Weight::ZERO);
        let model = if is_signed { model.with_sign(SignRule::Signed) } else { model.clone() };
        weights.iter().fold(model, |model, (id, weight)| model.with_weight(id, *weight))
    }
}

/// The weight that is worth the rate; zero where a point is worth nothing.
pub fn weight_worth(rate: Rate, unit: &WeightUnit) -> Weight {
    let worth = match unit {
        WeightUnit::Kronor => Some(rate.decimal()),
        WeightUnit::Points { reference_weight, reference_rate } => {
            let relative = rate.decimal().checked_div(reference_rate.value.decimal());
            relative.and_then(|relative| relative.checked_mul(reference_weight.value.decimal()))
        }
    };
    Weight::of(worth.unwrap_or_default())
}
