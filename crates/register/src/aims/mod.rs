//! The region's four aims measured, so that models can be set side by side: each aim as numbers with their parts.
//!
//! Incentive: what the practice keeps of a saved krona. Transparency: how many parameters an amount takes. Practicality:
//! how many facts must be collected. Manipulation: what flagging a person brings beyond what the drugs cost. Knows no
//! words and gives no verdict.
mod incentive;
mod manipulation;
mod practicality;
mod transparency;
mod what_if;

pub use incentive::{Incentive, Stopping};
pub use manipulation::{Flagging, Price, Trip, manipulation};
pub use practicality::Practicality;
pub use transparency::{LookUp, Parameters, Transparency};
pub use what_if::{Effect, MoreFlags, WhatIf, more_flags};

use crate::summary::Summary;
use model::{measure::YearlyMoney, tariff::Tariff};

/// One model's row of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Aims {
    /// Keeping the incentive to choose drugs well.
    pub incentive: Incentive,
    /// Being easy to see through.
    pub transparency: Transparency,
    /// Being practical.
    pub practicality: Practicality,
    /// Being hard to manipulate: each condition, in the model's order; those with a margin above zero are the ones to
    /// look at.
    pub manipulation: Vec<Flagging>,
}

/// The model's row: for a saving of `saved`, for the region's persons in the lane of the model, where there is a region,
/// and for the prices that are known.
pub fn aims(tariff: &Tariff, region: Option<(&Summary, usize)>, saved: YearlyMoney, prices: &[Price]) -> Aims {
    let manipulation = manipulation(tariff, prices);
    Aims {
        incentive: Incentive::of(tariff, saved, &manipulation),
        transparency: Transparency::of(&tariff.model, region),
        practicality: Practicality::of(&tariff.model),
        manipulation,
    }
}
