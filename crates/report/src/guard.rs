//! Small counts kept out of what leaves the page. A count from one up to a threshold is hidden, and with it as many
//! others as it takes that nobody can work it out from the totals that are published beside; where that cannot be done,
//! totals are withheld too.
//!
//! The published totals are linear equations in the counts. A hidden count is safe when the equations, restricted to
//! what is hidden, do not determine it, and when no total, no difference of two and no total that follows from several
//! is that of fewer persons than the threshold. Neither that persons are whole nor that a count is nearly determined is
//! part of the test: amounts with many decimals can single out whole numbers by trial, and two models that differ little
//! tell nearly how many persons the difference is of. Against both, totals of money that are made of hidden counts are
//! to be rounded to [`Protection::money_step`] before they leave the page.
//!
//! Knows no words, and nothing of how a figure leaves the page.
mod choose;
mod echelon;
mod equations;
mod field;
mod publish;
mod reveal;
mod trace;

pub use choose::protect;
pub use equations::of_practice;
pub use publish::{Published, published};
pub use trace::{depends, guarded_trace};

use crate::columns::Column;
use model::{age::AgeBand, count::Count, measure::MonthlyMoney, outcome::PaidFor, sex::Sex};
use rust_decimal::Decimal;

/// Counts from one up to, and without, this are guarded unless another threshold is chosen.
pub const USUAL_THRESHOLD: u32 = 5;

/// A count that would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardable {
    /// Whom it counts: the listed of a cell, or those with a factor.
    pub what: PaidFor,
    /// How many.
    pub count: Count,
}

/// A total that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The listed of both sexes in the band.
    Band(AgeBand),
    /// The listed of the sex.
    Sex(Sex),
    /// A model's payment less today's.
    Change(Column),
    /// A model's payment for conditions.
    CaseMix(Column),
    /// A model's payment by age and sex.
    Capitation(Column),
    /// A model's payment less the carried drug cost.
    Net(Column),
    /// A model's whole payment.
    Payment(Column),
    /// All listed.
    Listed,
}

/// A total as a sum of counts times coefficients; what is added beside the counts is known to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// Which total.
    pub total: Total,
    /// For each count its coefficient, in the counts' order.
    pub coefficients: Vec<Decimal>,
}

/// What is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// The counts.
    pub counts: Vec<Guardable>,
    /// The totals, those that are missed least first.
    pub equations: Vec<Equation>,
    /// Counts from one up to, and without, this are hidden.
    pub threshold: u32,
}

/// What must not be published of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protection {
    /// Counts that are small themselves, in the order of the counts.
    pub small: Vec<PaidFor>,
    /// Counts that would give a small one away.
    pub beside: Vec<PaidFor>,
    /// Totals that would give a small count away whatever else is hidden. Figures made of one of them, such as a year's
    /// payment or the payment per listed, are to be withheld with it.
    pub totals: Vec<Total>,
    /// Totals of money are to be rounded to this, or to more: as many persons as the threshold, moved between hidden
    /// counts, then change no total by more than one step. Zero when no count is hidden that bears on money.
    pub money_step: MonthlyMoney,
}

impl Protection {
    /// Whether the count is not to be published.
    pub fn hides(&self, what: &PaidFor) -> bool {
        self.small.contains(what) || self.beside.contains(what)
    }

    /// Whether any count is hidden: without a small one, none is.
    pub fn hides_any(&self) -> bool {
        !self.small.is_empty()
    }

    /// Every count that is not to be published.
    pub fn hidden(&self) -> Vec<PaidFor> {
        self.small.iter().chain(&self.beside).cloned().collect()
    }

    /// Whether the total is not to be published.
    pub fn withholds(&self, total: Total) -> bool {
        self.totals.contains(&total)
    }
}
