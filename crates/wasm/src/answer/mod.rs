//! Answers as plain data: decimals as strings, counts as whole numbers, ids and stable names instead of words.

mod citation;
mod explanation;
pub mod figure;
mod models;
mod names;
mod outcome;
mod person;
mod practice;
mod staffing;

pub use citation::{Citation, Lines, Text};
pub use explanation::{CoOccurrence, Explanation, ExplanationAnswer};
pub use models::{BandRow, Factor, Model, ModelsAnswer, RateRow, SourceRow};
pub use outcome::{Cell, OutcomeLine, PaidFor};
pub use person::{Dropped, PersonAnswer};
pub use practice::{Net, PracticeAnswer};
pub use staffing::StaffingAnswer;

use model::{measure::Measure, trace::Traced};
use rust_decimal::Decimal;
use serde::Serialize;

/// What the facade is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionAnswer {
    /// [`crate::VERSION`].
    pub version: u32,
    /// The version of the engine.
    pub engine: String,
}

/// The exact decimal, unrounded; never "-0".
pub fn decimal(value: Decimal) -> String {
    if value.is_zero() { value.abs().to_string() } else { value.to_string() }
}

/// The exact decimal of a figure.
pub fn figure_text<T: Measure>(figure: &Traced<T>) -> String {
    decimal(figure.value().decimal())
}
