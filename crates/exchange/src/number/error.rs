//! What can be wrong with a written number, as data. Has no wording: the page makes the sentence.

use rust_decimal::Decimal;

/// Why a text was not read as a number.
///
/// `text` is what was written, without surrounding space and cut to 40 characters, the last of them then `…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but white space, or nothing but a unit.
    Empty,
    /// More text than any number needs; `max` is in bytes.
    TooLong {
        /// The beginning of what was written.
        text: String,
        /// The most bytes that are looked at.
        max: usize,
    },
    /// A character that has no place in a number, or not in that place.
    NotANumber {
        /// What was written.
        text: String,
        /// The first character out of place.
        unexpected: char,
    },
    /// Separators that do not part the digits in threes: `12 50`, `1,23,456`.
    Grouping {
        /// What was written.
        text: String,
    },
    /// Scientific notation, which is not read: `1e309`, `10E5`.
    Exponent {
        /// What was written.
        text: String,
    },
    /// A date, often a spreadsheet's own mistake: `09-maj`, `2026-05-09`.
    DateLike {
        /// What was written.
        text: String,
    },
    /// Two readings are possible and nothing in the text or the notation decides.
    Ambiguous {
        /// What was written.
        text: String,
        /// The value if the separator is a decimal mark.
        as_decimal: Decimal,
        /// The value if the separator parts thousands.
        as_thousands: Decimal,
    },
    /// Below zero where nothing below zero is possible.
    Negative {
        /// What was written.
        text: String,
    },
    /// Below the field's lower bound, where that is not simply zero passed from below.
    TooSmall {
        /// What was written.
        text: String,
        /// The lower bound, in the field's unit.
        min: Decimal,
    },
    /// Above the field's upper bound.
    TooLarge {
        /// What was written.
        text: String,
        /// The upper bound, in the field's unit.
        max: Decimal,
    },
    /// More decimals (other than closing zeros) than the field, or the number type, holds.
    TooManyDecimals {
        /// What was written.
        text: String,
        /// The most decimals.
        max: u32,
    },
    /// A fraction where a count is asked for.
    NotWhole {
        /// What was written.
        text: String,
    },
}
