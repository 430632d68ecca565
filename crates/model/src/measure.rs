//! The typed measures: exact decimals that cannot be added across units.
use crate::quantity::{Quantity, Unit};
use rust_decimal::Decimal;
use std::{
    iter::Sum,
    ops::{Add, Neg, Sub},
};

/// An exact number in one fixed unit.
pub trait Measure: Copy + Eq {
    /// The unit of the type.
    const UNIT: Unit;
    /// The number.
    fn decimal(self) -> Decimal;
    /// The number as this measure; a zero has no sign.
    fn of(value: Decimal) -> Self;
    /// The number with its unit.
    fn quantity(self) -> Quantity {
        Quantity { value: self.decimal(), unit: Self::UNIT }
    }
}

/// A zero below zero would be written "-0".
const fn without_negative_zero(value: Decimal) -> Decimal {
    if value.is_zero() { Decimal::from_parts(0, 0, 0, false, value.scale()) } else { value }
}

macro_rules! measure {
    ($(#[$doc:meta])* $name:ident, $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Decimal"))]
        pub struct $name(Decimal);

        impl From<Decimal> for $name {
            fn from(value: Decimal) -> Self {
                Self::new(value)
            }
        }

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(Decimal::ZERO);
            /// The number in the unit of the type.
            pub const fn new(value: Decimal) -> Self {
                Self(without_negative_zero(value))
            }
        }
        impl Measure for $name {
            const UNIT: Unit = Unit::$unit;
            fn decimal(self) -> Decimal {
                self.0
            }
            fn of(value: Decimal) -> Self {
                Self::new(value)
            }
        }
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self::new(self.0 + other.0)
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self::new(self.0 - other.0)
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self::new(-self.0)
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, Add::add)
            }
        }
    };
}

measure!(
    /// Kronor a month.
    MonthlyMoney, KrPerMonth
);
measure!(
    /// Kronor a year.
    YearlyMoney, KrPerYear
);
measure!(
    /// Kronor per listed person and month.
    Rate, KrPerPersonMonth
);
measure!(
    /// A share of one: 0.70 is 70 per cent.
    Share, Share
);
measure!(
    /// A pure number.
    Factor, Factor
);
measure!(
    /// What a condition adds, before it is made into kronor: kronor a month or points, as its case mix says.
    Weight, Points
);
measure!(
    /// Full-time equivalents (heltid).
    Fte, Fte
);
measure!(
    /// Persons per full-time equivalent.
    PersonsPerFte, PersonsPerFte
);
measure!(
    /// Persons, where the number may be a mean or a difference; whole persons are a `Count`.
    Persons, Persons
);
measure!(
    /// Doctors by heads, where the number may be a mean.
    Doctors, Doctors
);
measure!(
    /// Visits and other contacts.
    Visits, Visits
);
measure!(
    /// Hours.
    Hours, Hours
);
