//! Finds columns of personal identity numbers, coordination numbers and reserve numbers, so that a file with one can be
//! refused. Judges columns, not values, in bounded memory. Knows no file format and keeps no number.
//!
//! A value alone tells little. Of random ten-digit numbers 12 in 100 have a month that exists, 61 in 100 a day of it
//! (1–31, or 61–91 as in a coordination number) and 1 in 10 the right check digit: 0.12 × 0.61 × 0.1 = 7 in a thousand
//! pass, so a list of 180 serial numbers has one more often than not. Serial numbers that begin with a date pass once
//! in ten, since their last digit is no check digit. Of identity numbers nearly all pass. The check digit does not depend
//! on the date, so among values with a valid date one in ten passes by chance whatever the serial numbers are, and half
//! of a column's cells passing ([`judge`]) lies far from what any serial number gives and far below what a column of
//! identity numbers gives.
mod apart;
mod digit;
mod judge;
mod look;
mod pieces;

pub use judge::{Judge, Suspicion, Verdict};
pub use look::looks_like_identity_number;

/// What the user has said of values that look like identity numbers in a column that mostly has others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum LookAlikes {
    /// Nothing yet: they are asked about, and nothing is kept.
    #[default]
    Ask,
    /// They are no identity numbers.
    AreOthers,
    /// Rows with one are left out.
    LeaveOutRows,
}
