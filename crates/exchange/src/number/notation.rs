//! The two ways of writing numbers that the page offers. Does not know who chose which.

/// How numbers are written: which mark stands before the decimals and which between thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Notation {
    /// Decimal comma, no-break space (U+00A0) between thousands: CLDR `sv`.
    Swedish,
    /// Decimal point, comma between thousands.
    English,
}

impl Notation {
    /// The mark before the decimals.
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::Swedish => ',',
            Self::English => '.',
        }
    }

    /// The mark between thousands.
    pub const fn group_mark(self) -> char {
        match self {
            Self::Swedish => '\u{a0}',
            Self::English => ',',
        }
    }
}
