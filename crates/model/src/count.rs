//! Whole persons.
use crate::measure::{Measure, Persons};
use rust_decimal::Decimal;
use std::{iter::Sum, ops::Add};

/// Whole persons, at most [`Count::MAX`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u64"))]
pub struct Count(u32);

impl Count {
    /// A hundred million: more than any list, small enough that no product with a rate can overflow.
    pub const MAX: u32 = 100_000_000;
    /// Nobody.
    pub const ZERO: Self = Self(0);

    /// A count, or `None` above [`Count::MAX`].
    pub fn new(persons: u64) -> Option<Self> {
        u32::try_from(persons).ok().filter(|n| *n <= Self::MAX).map(Self)
    }

    /// The number of persons.
    pub fn get(self) -> u32 {
        self.0
    }

    /// As a measure that may be divided and subtracted.
    pub fn persons(self) -> Persons {
        Persons::of(Decimal::from(self.0))
    }
}

impl TryFrom<u64> for Count {
    type Error = &'static str;

    fn try_from(persons: u64) -> Result<Self, Self::Error> {
        Self::new(persons).ok_or("more persons than a count holds")
    }
}

impl From<u16> for Count {
    fn from(persons: u16) -> Self {
        Self(u32::from(persons))
    }
}

impl Add for Count {
    type Output = Self;
    /// Saturates at `u32::MAX`, more than the forty-two cells of a table can hold together.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}
