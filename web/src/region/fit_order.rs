//! What the page asks of a fit, and what the worker answers, as JSON. Knows nothing of how weights are fitted.
use serde::{Deserialize, Serialize};

/// How the weights are to be fitted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitOrder {
    /// The part of the cost that the payment is to follow.
    pub cost_share: f64,
    /// Which signs a weight may have.
    pub sign: Sign,
    /// The penalty, in persons.
    pub ridge: u32,
    /// A factor that fewer persons have is not fitted.
    pub least: u32,
    /// So many parts of practices, each predicted from the others; none: every practice by itself.
    pub parts: Option<u16>,
}

/// Which signs a weight may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// Any.
    #[default]
    Any,
    /// The best fit without negative weights.
    NonNegative,
    /// The most negative is left out, until none is negative.
    DropNegative,
}

impl Sign {
    /// In the order of the list.
    pub const ALL: [Self; 3] = [Self::Any, Self::NonNegative, Self::DropNegative];
}

/// Fitted weights and how well they follow the costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// What was asked for.
    pub order: FitOrder,
    /// How many persons they were fitted to.
    pub persons: u64,
    /// By factor of the model.
    pub factors: Vec<FittedFactor>,
    /// The share of the squares that is followed, among the persons themselves.
    pub in_sample: Option<f64>,
    /// The same on practices that had no part in the weights.
    pub crossed: Option<f64>,
}

/// One factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedFactor {
    /// How many persons have it.
    pub persons: u32,
    /// What became of it.
    pub became: Became,
}

/// What became of a factor. Amounts are kronor per person and month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Became {
    /// It has a weight.
    Fitted {
        /// The weight in whole öre.
        ore: i64,
        /// The standard error; none where one practice alone tells the weight.
        error: Option<f64>,
        /// The 95 per cent interval; none with a penalty, and without an error.
        interval: Option<(f64, f64)>,
    },
    /// Fewer persons have it than are asked for.
    TooFew,
    /// It was left out, at this amount.
    Negative(f64),
    /// The best fit gives it nothing.
    AtZero,
    /// Age, sex and other factors tell who has it.
    Determined,
    /// The equations could not be solved.
    Unsolved,
}
