//! A number with its unit, for explanations and exports. The typed measures are in `measure`.
use rust_decimal::Decimal;

/// What a number counts. The page writes each unit in words; the core only keeps them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Kronor a month.
    KrPerMonth,
    /// Kronor a year.
    KrPerYear,
    /// Kronor per listed person and month.
    KrPerPersonMonth,
    /// Persons.
    Persons,
    /// A share of one (0.70 is 70 per cent).
    Share,
    /// A pure number, such as a scaling factor.
    Factor,
    /// Points of a weight that is not in kronor.
    Points,
    /// Full-time equivalents (heltid).
    Fte,
    /// Persons per full-time equivalent.
    PersonsPerFte,
    /// Doctors, heads.
    Doctors,
    /// Visits and other contacts.
    Visits,
    /// Hours.
    Hours,
}

impl Unit {
    /// Its stable name, which scripts may store: never changed within a version of the formats.
    pub fn key(self) -> &'static str {
        match self {
            Self::KrPerMonth => "krPerMonth",
            Self::KrPerYear => "krPerYear",
            Self::KrPerPersonMonth => "krPerPersonMonth",
            Self::Persons => "persons",
            Self::Share => "share",
            Self::Factor => "factor",
            Self::Points => "points",
            Self::Fte => "fte",
            Self::PersonsPerFte => "personsPerFte",
            Self::Doctors => "doctors",
            Self::Visits => "visits",
            Self::Hours => "hours",
        }
    }
}

/// A value in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The exact number.
    pub value: Decimal,
    /// What it counts.
    pub unit: Unit,
}
