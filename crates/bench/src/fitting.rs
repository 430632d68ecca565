//! The weights fitted to costs, from sums to coefficients and again. Knows no persons.
use register::{
    fit::{FitOptions, NormalEquations, Outcome, fit},
    summary::Summary,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// The sums that a fit needs.
#[wasm_bindgen]
pub struct Fitting {
    equations: NormalEquations,
    cost_share: f64,
}

impl Fitting {
    pub(crate) fn of(summary: &Summary) -> Option<Self> {
        Some(Self { equations: NormalEquations::of_summary(summary, 0)?, cost_share: 1.0 })
    }
}

#[wasm_bindgen]
impl Fitting {
    /// The coefficients in öre a year of the whole cost, by factor; not a number where none was found.
    pub fn solve(&self) -> Vec<f64> {
        let options = FitOptions { least_persons: 1, ..FitOptions::default() };
        let fitted = fit(&self.equations, self.cost_share, &options);
        let of = |outcome: &Outcome| match outcome {
            Outcome::Fitted { estimate, .. } => estimate * 1200.0,
            _ => f64::NAN,
        };
        fitted.factors.iter().map(|factor| of(&factor.outcome)).collect()
    }
}
