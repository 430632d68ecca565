//! Weights fitted to costs: least squares of the carried cost on what is paid for, within the cells of the model.
//!
//! The cells' own means are taken out first (Frisch, Waugh and Lovell), so that only the factors are solved for; a
//! cell's amount follows from its mean. Persons count alike. Standard errors take practices as drawn, not persons: see
//! [`fit_practices`]. Knows nothing of where the persons come from; see [`crate::crossfit`] for how well the weights do
//! on persons they were not fitted to.
mod choose;
mod equations;
mod errors;
mod gather;
mod normal;
mod paid;
mod result;

pub use choose::Signs;
pub use equations::NormalEquations;
pub use errors::fit_practices;
pub use result::{FactorFit, Fit, Outcome, StandardError, weight_worth};

use choose::{Choice, choose};
use normal::Within;

/// How weights are fitted.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FitOptions {
    /// Which signs a weight may have.
    pub signs: Signs,
    /// The penalty, in persons: a factor that m persons have, by itself, gets m / (m + ridge) of its unpenalised
    /// coefficient, so that rare factors are drawn towards zero and common ones hardly. Zero or more.
    pub ridge: f64,
    /// A factor that fewer persons have is not fitted.
    pub least_persons: u32,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self { signs: Signs::Any, ridge: 0.0, least_persons: 50 }
    }
}

/// Fits the weights of the lane whose equations these are, without their errors. `cost_share` is the part of the cost that the practice
/// carries, which is what is explained.
pub fn fit(equations: &NormalEquations, cost_share: f64, options: &FitOptions) -> Fit {
    let within = Within::new(equations, cost_share, options.ridge.max(0.0));
    let common = |factor: &usize| equations.with_factor(*factor) >= options.least_persons.max(1);
    let common: Vec<usize> = (0..equations.factors()).filter(common).collect();
    let independent = within.independent(&common);
    let mut choice = choose(&within, independent.clone(), options.signs);
    // a set that cannot be solved is not fitted at all rather than half
    let solved = within.solve(&choice.kept).unwrap_or_else(|| {
        choice.kept.clear();
        vec![0.0; equations.factors()]
    });
    let least = options.least_persons;
    let outcome = |factor| left_out(equations, &choice, (&common, &independent), factor, least);
    let reasons = (0..equations.factors()).map(outcome).collect();
    result::assemble(equations, &within, cost_share, solved, reasons)
}

/// Why the factor has no weight; `None` when it has one.
fn left_out(
    equations: &NormalEquations,
    choice: &Choice,
    (common, independent): (&[usize], &[usize]),
    factor: usize,
    least: u32,
) -> Option<Outcome> {
    if choice.kept.contains(&factor) {
        return None;
    }
    if !common.contains(&factor) {
        return Some(Outcome::TooFew { persons: equations.with_factor(factor), least });
    }
    let fallen = choice.fallen.iter().find(|(fallen, _)| *fallen == factor);
    Some(match fallen {
        Some((_, coefficient)) if *coefficient < 0.0 => {
            Outcome::Negative { estimate: result::kronor_a_month(*coefficient) }
        }
        Some(_) => Outcome::AtZero,
        None if !independent.contains(&factor) => Outcome::Determined,
        None => Outcome::Unsolved,
    })
}
