//! Fitted weights as JSON. Works out nothing.
use super::amount::Amount;
use model::{case_mix::CaseMix, measure::Measure};
use register::{
    crossfit::{CrossFit, CrossFitPart},
    fit::{FactorFit, Fit, FitOptions, Outcome, Signs},
};
use serde::{Deserialize, Serialize};

/// A fit; kronor per person and month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FitJson {
    /// `any`, `non_negative` or `drop_negative`.
    pub signs: Signs,
    /// The penalty, in persons.
    pub ridge: f64,
    /// A factor that fewer have is not fitted.
    pub least_persons: u32,
    /// By factor.
    pub factors: Vec<FactorJson>,
    /// By cell of the model's table, women first; `None` for a cell without persons.
    pub cells: Vec<Option<f64>>,
    /// R² among the persons that the weights were fitted to.
    pub r_squared: Option<f64>,
    /// The part of it that the weights add to the cells.
    pub r_squared_within: Option<f64>,
    /// The standard deviation of what is left.
    pub residual: Option<f64>,
    /// How the weights do on persons they were not fitted to.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cross: Vec<CrossJson>,
}

/// One factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactorJson {
    /// Its id.
    pub id: String,
    /// How many persons have it.
    pub persons: u32,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: OutcomeJson,
}

/// What became of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum OutcomeJson {
    /// It has a weight.
    Fitted {
        /// The estimate.
        estimate: f64,
        /// To the whole öre.
        rate: Amount,
        /// Robust to unequal spread and to what the persons of a practice share; `None` where one practice alone
        /// determines the weight.
        standard_error: Option<f64>,
        /// The lower end of the 95 per cent interval; `None` with a penalty, and without an error.
        low: Option<f64>,
        /// The upper end.
        high: Option<f64>,
    },
    /// Too few have it.
    TooFew {
        /// How many are asked for.
        least: u32,
    },
    /// It was left out as negative.
    Negative {
        /// What it had then.
        estimate: f64,
    },
    /// The best fit without negative weights gives it nothing.
    AtZero,
    /// Cells and other factors determine it.
    Determined,
    /// The equations could not be solved.
    Unsolved,
}

/// Weights on persons they were not fitted to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CrossJson {
    /// What a part is: `each_practice`, `practices` or `persons`.
    pub split: String,
    /// The seed of the lot, where there is one.
    pub seed: Option<u64>,
    /// R² of what was foretold.
    pub r_squared: Option<f64>,
    /// R² of one fit to all, on all.
    pub in_sample: Option<f64>,
    /// The parts.
    pub parts: Vec<CrossFitPart>,
}

impl FitJson {
    /// The fit of a model with these rules.
    pub fn of(fit: &Fit, mix: &CaseMix, options: &FitOptions) -> Self {
        let factors = mix.factors().zip(&fit.factors);
        Self {
            signs: options.signs,
            ridge: options.ridge,
            least_persons: options.least_persons,
            factors: factors.map(|(factor, fitted)| FactorJson::of(factor.id.as_str(), fitted)).collect(),
            cells: fit.cells.clone(),
            r_squared: fit.r_squared,
            r_squared_within: fit.r_squared_within,
            residual: fit.residual,
            cross: Vec::new(),
        }
    }
}

impl FactorJson {
    fn of(id: &str, fitted: &FactorFit) -> Self {
        let outcome = match fitted.outcome {
            Outcome::Fitted { estimate, rate, error } => {
                let (low, high) = fitted.outcome.interval().unzip();
                let standard_error = error.map(|error| error.standard);
                OutcomeJson::Fitted { estimate, rate: Amount(rate.decimal()), standard_error, low, high }
            }
            Outcome::TooFew { least, .. } => OutcomeJson::TooFew { least },
            Outcome::Negative { estimate } => OutcomeJson::Negative { estimate },
            Outcome::AtZero => OutcomeJson::AtZero,
            Outcome::Determined => OutcomeJson::Determined,
            Outcome::Unsolved => OutcomeJson::Unsolved,
        };
        Self { id: id.to_owned(), persons: fitted.persons, outcome }
    }
}

impl CrossJson {
    /// What was foretold by this split.
    pub fn of(crossed: &CrossFit, split: register::crossfit::Split) -> Self {
        use register::crossfit::Split;
        let (split, seed) = match split {
            Split::EachPractice => ("each_practice", None),
            Split::Practices { seed, .. } => ("practices", Some(seed)),
            Split::Persons { seed, .. } => ("persons", Some(seed)),
        };
        let (r_squared, in_sample) = (crossed.r_squared, crossed.in_sample);
        Self { split: split.to_owned(), seed, r_squared, in_sample, parts: crossed.parts.clone() }
    }
}
