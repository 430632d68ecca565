//! A single number of a table with what it counts. Does not know the other numbers.

use super::hidden::Bounds;
use super::label::Period;
use super::line::TableLine;
use super::origin::Place;
use model::{age::AgeBand, sex::Sex};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Counted {
    /// Listed persons.
    Listed,
    /// Persons with the factor at this place in the target.
    Affected(usize),
    /// Kronor.
    Cost,
    /// Kronor of one month, 1 to 12.
    CostOfMonth(u8),
    /// Kronor of one quarter, 1 to 4; 0 where it is not said which.
    CostOfQuarter(u8),
}

/// A number of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// Its table's place among all tables.
    pub(super) table: usize,
    /// Its sheet.
    pub(super) sheet: usize,
    /// Its cell.
    pub(super) place: Place,
    /// Where its ages stand.
    pub(super) ages_at: Option<Place>,
    /// What it counts.
    pub(super) counted: Counted,
    /// Of which sex; none means both.
    pub(super) sex: Option<Sex>,
    /// Of which ages; none means all.
    pub(super) band: Option<AgeBand>,
    /// The vårdcentral, and the time, that it is of, where the table tells.
    pub(super) practice: Option<Rc<str>>,
    pub(super) time: Option<Rc<str>>,
    /// Within what bounds it is, where it is a small count that is not told.
    pub(super) masked: Option<Bounds>,
    /// Whether its persons are counted elsewhere too, which is told.
    pub(super) is_twice: bool,
    /// The time that a cost is for, if it is said.
    pub(super) period: Option<Period>,
    /// Whether its row is a sum of other rows.
    pub(super) sums_rows: bool,
    /// Whether its column is a sum of other columns.
    pub(super) sums_columns: bool,
    /// The number; nothing where it is not read, which is said elsewhere.
    pub(super) value: Option<Decimal>,
}

impl Fact {
    /// Whether it is a sum of others.
    pub(super) fn is_sum(&self) -> bool {
        self.sums_rows || self.sums_columns
    }

    /// Whether the other is a part of this sum: the same is counted, of persons that the sum is over, and in its row or
    /// column if it sums only one way.
    pub(super) fn sums(&self, part: &Self) -> bool {
        self.table == part.table
            && !part.is_sum()
            && part.counted.is_part_of(self.counted)
            && (self.practice.is_none() || self.practice == part.practice)
            && (self.time.is_none() || self.time == part.time)
            && (self.sums_rows || self.place.row == part.place.row)
            && (self.sums_columns || self.place.column == part.place.column)
            && self.sex.is_none_or(|sex| part.sex == Some(sex))
            && self.band.is_none_or(|band| part.band.is_some_and(|inner| holds(band, inner)))
    }
}

impl Counted {
    /// Whether kronor are counted.
    pub(super) fn is_cost(self) -> bool {
        matches!(self, Self::Cost | Self::CostOfMonth(_) | Self::CostOfQuarter(_))
    }

    /// Whether both count persons, or both kronor, of the same kind: months are parts of a cost.
    pub(super) fn is_part_of(self, sum: Self) -> bool {
        self == sum || (sum == Self::Cost && self.is_cost())
    }
}

/// Whether the first band holds every age of the second.
pub(super) fn holds(band: AgeBand, inner: AgeBand) -> bool {
    let high = |band: AgeBand| band.high.map_or(u16::MAX, u16::from);
    band.low <= inner.low && high(inner) <= high(band)
}

/// Within what the sum of these is, where some are small counts that are not told and the others are known.
pub(super) fn masked_sum(facts: &[&Fact]) -> Option<Bounds> {
    facts.iter().find(|fact| fact.masked.is_some())?;
    let known = |value: Decimal| value.to_u32().map(|count| Bounds { at_least: count, at_most: Some(count) });
    let bounds = |fact: &&Fact| fact.masked.or_else(|| fact.value.and_then(known));
    let none = Bounds { at_least: 0, at_most: Some(0) };
    facts.iter().try_fold(none, |sum, fact| sum.and(bounds(fact)?))
}

/// What the labels of a row and a column together count, if they say it.
pub(super) fn counted(line: &TableLine) -> Option<Counted> {
    use super::label::{Measure, Month};
    match (line.label.measure, line.label.factor) {
        (Some(Measure::Cost), None) => Some(match (line.label.month, line.date) {
            (Some(Month::One(month)), _) => Counted::CostOfMonth(month),
            (Some(Month::Quarter(quarter)), _) => Counted::CostOfQuarter(quarter),
            (None, Some((_, date))) if line.band.is_none() => Counted::CostOfMonth(date.month()),
            _ => Counted::Cost,
        }),
        // what the persons with a condition cost is not asked for
        (Some(Measure::Cost), Some(_)) => None,
        (_, Some(factor)) => Some(Counted::Affected(factor)),
        (Some(Measure::Listed), None) => Some(Counted::Listed),
        (Some(Measure::Count) | None, None) => {
            (line.band.is_some() || line.unclear || line.label.sex.is_some()).then_some(Counted::Listed)
        }
    }
}
