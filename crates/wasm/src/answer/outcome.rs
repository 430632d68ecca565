//! Lines of basis × rate = amount, as plain data.
use super::{citation::Citation, figure_text};
use model::{age::Age, cell, outcome};
use report::explain::citations;
use serde::Serialize;

/// What a line pays for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PaidFor {
    /// Age and sex.
    Cell(Cell),
    /// A condition, an interaction or a count.
    Factor {
        /// The factor's id.
        id: String,
    },
    /// Being listed: a part of a sum that all practices share.
    Pool {
        /// The sum's id.
        id: String,
    },
}

/// One sex and one age band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// `woman` or `man`.
    pub sex: &'static str,
    /// First age.
    pub low: Age,
    /// Last age; none for "and over".
    pub high: Option<Age>,
}

impl From<cell::Cell> for Cell {
    fn from(cell: cell::Cell) -> Self {
        Self { sex: cell.sex.key(), low: cell.band.low, high: cell.band.high }
    }
}

/// basis × rate = amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeLine {
    /// What it pays for.
    pub paid_for: PaidFor,
    /// Persons, as a decimal string.
    pub basis: String,
    /// Kronor per person and month.
    pub rate: String,
    /// Kronor a month.
    pub amount: String,
    /// Every source of the amount, once each.
    pub citations: Vec<Citation>,
}

impl From<&outcome::Line> for OutcomeLine {
    fn from(line: &outcome::Line) -> Self {
        Self {
            paid_for: match &line.paid_for {
                outcome::PaidFor::Cell(cell) => PaidFor::Cell((*cell).into()),
                outcome::PaidFor::Factor(id) => PaidFor::Factor { id: id.to_string() },
                outcome::PaidFor::Pool(id) => PaidFor::Pool { id: id.to_string() },
            },
            basis: figure_text(&line.basis),
            rate: figure_text(&line.rate),
            amount: figure_text(&line.amount),
            citations: citations(line.amount.node()).iter().map(|citation| (&**citation).into()).collect(),
        }
    }
}
