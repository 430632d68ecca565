//! What has to be asked about a list, with what each answer gives, and the answers. Has no wording.

use super::label::Period;
use super::origin::Origin;
use super::value::DecimalMark;
use model::{identity_number::LookAlikes, measure::MonthlyMoney};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which parts of a list are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chosen {
    /// The one at this place in the question.
    One(usize),
    /// All of them together, where they can be added up.
    All,
}

/// What the user has answered so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Which of the tables that give the same persons is meant: its place in the question.
    pub table: Option<usize>,
    /// Which of the vårdcentraler in a table with several: its place in the question.
    pub practice: Option<Chosen>,
    /// Which of the times in a table with several: its place in the question.
    pub time: Option<Chosen>,
    /// The mark before decimals, where the numbers do not tell.
    pub decimal_mark: Option<DecimalMark>,
    /// The time that the cost is stated for, where no heading tells.
    pub period: Option<Period>,
    /// What values are that look like identity numbers.
    pub look_alikes: LookAlikes,
}

/// A question to the user, with what each answer gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Several tables give the same persons: which one is meant?
    Table {
        /// The tables, in the order of the file.
        offers: Vec<TableOffer>,
    },
    /// A table has several vårdcentraler, or is of several times: which one is meant?
    Part {
        /// What they are.
        kind: PartKind,
        /// Each of them, in the order of the file.
        offers: Vec<PartOffer>,
        /// What all of them are together, where they can be added up.
        all: Option<Decimal>,
    },
    /// Does the mark stand before decimals or between thousands?
    DecimalMark {
        /// One of the numbers, as written.
        text: String,
        /// What it is if a comma stands before decimals.
        with_comma: Decimal,
        /// What it is if a point does.
        with_point: Decimal,
        /// Every number that the answer decides.
        origin: Origin,
    },
    /// Is the cost for a month or for a year?
    Period {
        /// The cost in kronor, as it stands.
        amount: Decimal,
        /// A month's cost if it is for a year: a twelfth, rounded to öre.
        monthly_if_year: MonthlyMoney,
        /// Where it stands.
        origin: Origin,
    },
}

/// A table that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableOffer {
    /// The sheet's name; empty for the clipboard.
    pub sheet: String,
    /// The title nearest above the table; empty if there is none.
    pub title: String,
    /// Where its numbers stand.
    pub origin: Origin,
    /// The sum of its persons (or of its kronor, if it gives a cost).
    pub sum: Decimal,
}

/// What the parts of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartKind {
    /// Vårdcentraler, or areas.
    Practice,
    /// Months, years or dates.
    Time,
}

/// A part of a table that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartOffer {
    /// As the table names it.
    pub name: String,
    /// Where its numbers stand.
    pub origin: Origin,
    /// The sum of its persons.
    pub sum: Decimal,
}
