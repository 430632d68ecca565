//! How large a number of each kind may be, told once: keys ([`Key`](crate::value::Key)), model files and lists of drugs
//! ask here or at [`Item`](crate::staffing::item::Item). Within the bounds, with up to [`Count::MAX`] persons in every
//! cell, no result overflows. Knows nothing of how a value that lies outside is told to the user.
use crate::{
    count::Count,
    measure::{Factor, Fte, MonthlyMoney, Rate},
    quantity::Unit,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::ops::RangeInclusive;

/// What a value counts, the least and the most that it can be, and how many decimals it is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// What it counts; a year and a seed count nothing.
    pub unit: Unit,
    /// The least.
    pub least: Decimal,
    /// The most.
    pub most: Decimal,
    /// Decimals in a field; a file may have more of an amount, a weight or a share.
    pub decimals: u32,
}

impl Bounds {
    /// Whole bounds.
    pub(crate) const fn whole(unit: Unit, (least, most): (i64, i64), decimals: u32) -> Self {
        Self::of(unit, (decimal(least), decimal(most)), decimals)
    }

    pub(crate) const fn of(unit: Unit, (least, most): (Decimal, Decimal), decimals: u32) -> Self {
        Self { unit, least, most, decimals }
    }

    /// Whether the value lies within.
    pub fn contain(&self, value: Decimal) -> bool {
        (self.least..=self.most).contains(&value)
    }

    /// The least and the most as whole numbers.
    pub fn whole_range(&self) -> RangeInclusive<u32> {
        let whole = |end: Decimal| end.to_u32().unwrap_or_default();
        whole(self.least)..=whole(self.most)
    }

    /// The same without what is below zero.
    #[must_use]
    pub fn from_zero(self) -> Self {
        Self { least: self.least.max(Decimal::ZERO), ..self }
    }
}

const fn decimal(whole: i64) -> Decimal {
    let size = whole.unsigned_abs();
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of the number")]
    Decimal::from_parts(size as u32, (size >> 32) as u32, 0, whole < 0, 0)
}

/// An amount by age and sex: to ten million kronor per person and month.
pub const RATE: Bounds = Bounds::whole(Unit::KrPerPersonMonth, (0, 10_000_000), 2);
/// A weight: ten million kronor or points, on either side of zero; below it only where the model leaves signs free.
pub const WEIGHT: Bounds = Bounds::whole(Unit::Points, (-10_000_000, 10_000_000), 2);
/// The cost share: to the whole cost.
pub const COST_SHARE: Bounds = Bounds::whole(Unit::Share, (0, 1), 4);
/// The drug cost: to a million million kronor a month (10^12).
pub const DRUG_COST: Bounds = Bounds::whole(Unit::KrPerMonth, (0, 1_000_000_000_000), 2);
/// A sum that practices share: to a million million kronor a month (10^12).
pub const POT: Bounds = Bounds::whole(Unit::KrPerMonth, (0, 1_000_000_000_000), 2);
/// Doctors: to a million full-time equivalents.
pub const FTE: Bounds = Bounds::whole(Unit::Fte, (0, 1_000_000), 2);
/// The guideline: from one person per full-time equivalent to ten million.
pub const GUIDELINE: Bounds = Bounds::whole(Unit::PersonsPerFte, (1, 10_000_000), 2);
/// Persons, of a cell, with a condition or of a list.
pub const PERSONS: Bounds = Bounds::whole(Unit::Persons, (0, Count::MAX as i64), 0);
/// What amounts may be multiplied by, be it to meet a budget or another cost share: from a millionth to a million.
pub const FACTOR: Bounds = Bounds::of(Unit::Factor, (Decimal::from_parts(1, 0, 0, false, 6), decimal(1_000_000)), 4);
/// Kronor for one unit of a drug.
pub const DRUG_PRICE: Bounds = Bounds::whole(Unit::KrPerMonth, (0, 10_000_000), 2);
/// Defined daily doses of one collection, and how many of them or of anything else a drug list asks for.
pub const DOSES: Bounds = Bounds::whole(Unit::Factor, (0, 1_000_000), 4);
/// Packages of one collection.
pub const PACKAGES: Bounds = Bounds::whole(Unit::Factor, (0, 10_000), 0);
/// Whole months since a collection: to twenty years.
pub const MONTHS_AGO: Bounds = Bounds::whole(Unit::Factor, (0, 240), 0);
/// The standard deviation of what a model leaves of one person's drug cost: to a million kronor a year.
pub const RESIDUAL: Bounds = Bounds::whole(Unit::KrPerYear, (0, 1_000_000), 2);
/// The correlation of what is left of a person's cost in two years: a share.
pub const YEAR_CORRELATION: Bounds = Bounds::whole(Unit::Factor, (0, 1), 2);
/// A number of an assumption, such as how many standard deviations an interval reaches.
pub const ASSUMED: Bounds = Bounds::whole(Unit::Factor, (0, 100), 2);
/// A person's completed years.
pub const AGE: Bounds = Bounds::whole(Unit::Factor, (0, 120), 0);
/// A year of drug costs or of a model's amounts.
pub const YEAR: Bounds = Bounds::whole(Unit::Factor, (2000, 2100), 0);
/// A saving that a practice keeps a part of: to a million million kronor a year (10^12).
pub const SAVING: Bounds = Bounds::whole(Unit::KrPerYear, (0, 1_000_000_000_000), 2);
/// A penalty of fitted weights, in persons.
pub const RIDGE: Bounds = Bounds::whole(Unit::Persons, (0, Count::MAX as i64), 4);
/// Parts that a region is divided into to try weights on others.
pub const PARTS: Bounds = Bounds::whole(Unit::Factor, (2, 65_535), 0);
/// Steps down an explanation: no tree is deeper.
pub const STEPS: Bounds = Bounds::whole(Unit::Factor, (0, 1000), 0);
/// Practices of a region that is made up.
pub const PRACTICES: Bounds = Bounds::whole(Unit::Factor, (1, 65_535), 0);
/// Persons of a region that is made up.
pub const DRAWN: Bounds = Bounds::whole(Unit::Persons, (1, Count::MAX as i64), 0);
/// The least threshold of what leaves: below it a small count is one person, and an interval from one to one tells it.
pub const LEAST_THRESHOLD: u32 = 3;
/// The largest threshold.
pub const LARGEST_THRESHOLD: u32 = 20;
/// Counts from one up to, and without, this are hidden in what leaves, unless another threshold is chosen.
pub const USUAL_THRESHOLD: u32 = 5;
/// The threshold of what leaves.
pub const THRESHOLD: Bounds = Bounds::whole(Unit::Persons, (LEAST_THRESHOLD as i64, LARGEST_THRESHOLD as i64), 0);
/// A share that is written in per cent.
pub const PER_CENT: Bounds = Bounds::whole(Unit::Factor, (0, 100), 2);

/// [`RATE`]'s most.
pub const LARGEST_RATE: Rate = Rate::new(RATE.most);
/// [`DRUG_COST`]'s most.
pub const LARGEST_DRUG_COST: MonthlyMoney = MonthlyMoney::new(DRUG_COST.most);
/// [`FTE`]'s most.
pub const LARGEST_FTE: Fte = Fte::new(FTE.most);
/// [`FACTOR`]'s least.
pub const SMALLEST_FACTOR: Factor = Factor::new(FACTOR.least);
/// [`FACTOR`]'s most.
pub const LARGEST_FACTOR: Factor = Factor::new(FACTOR.most);
