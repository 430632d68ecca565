//! Reads a number that a person wrote or pasted. Never guesses: two possible readings are an error that names both.
//!
//! Either decimal mark is read in either notation, since Swedes meet both. Only a single mark with exactly three digits
//! after it is open to doubt (`5,105`). It is then read as the page's own notation writes it, if the field can take
//! that: on a Swedish page a comma leads decimals and a point means nothing of its own; on an English page a point leads
//! decimals and a comma parts thousands. Bounds never decide: what a mark means must not depend on the amount.

use rust_decimal::Decimal;

use super::clean::{MAX_NUMBER_BYTES, shown, trim, without_sign, without_unit};
use super::date::{is_date, is_exponent};
use super::digits::{Digits, Unheld};
use super::shape::{Fault, Readings, TwoReadings, readings};
use super::{Notation, NumberError};

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    /// The smallest value, in the field's unit.
    pub min: Decimal,
    /// The largest value, in the field's unit.
    pub max: Decimal,
    /// The most decimals, closing zeros not counted.
    pub max_decimals: u32,
    /// Words that may stand after the number (`kr`, `%`), in any case. They change no value: `12 %` is 12.
    pub units: &'a [&'a str],
}

/// Reads a number; closing zeros after the decimal mark are dropped, and zero has no sign.
///
/// # Errors
/// Any [`NumberError`] but `NotWhole`; text over [`MAX_NUMBER_BYTES`] is refused unread.
pub fn read_decimal(text: &str, notation: Notation, limits: &Limits) -> Result<Decimal, NumberError> {
    let written = parse(text, notation, limits)?;
    if written.digits.decimals() > limits.max_decimals as usize {
        return Err(NumberError::TooManyDecimals { text: shown(text), max: limits.max_decimals });
    }
    within(text, &written, limits)
}

/// Reads a whole number from 0 to `max`; zeros after a decimal mark are let pass (`12,00`).
///
/// # Errors
/// Any [`NumberError`] but `TooSmall` and `TooManyDecimals`; text over [`MAX_NUMBER_BYTES`] is refused unread.
pub fn read_count(text: &str, notation: Notation, max: u64, units: &[&str]) -> Result<u64, NumberError> {
    let limits = Limits { min: Decimal::ZERO, max: max.into(), max_decimals: 0, units };
    let written = parse(text, notation, &limits)?;
    if written.digits.decimals() > 0 {
        return Err(NumberError::NotWhole { text: shown(text) });
    }
    let value = within(text, &written, &limits)?;
    u64::try_from(value).map_err(|_| NumberError::TooLarge { text: shown(text), max: limits.max })
}

/// A number as written, before it is held against the bounds.
struct Written {
    negative: bool,
    digits: Digits,
}

fn parse(text: &str, notation: Notation, limits: &Limits) -> Result<Written, NumberError> {
    if text.len() > MAX_NUMBER_BYTES {
        return Err(NumberError::TooLong { text: shown(text), max: MAX_NUMBER_BYTES });
    }
    let bare = without_unit(trim(text), limits.units);
    let Some(first) = bare.chars().next() else { return Err(NumberError::Empty) };
    let (negative, body) = without_sign(bare);
    if body.is_empty() {
        return Err(NumberError::NotANumber { text: shown(text), unexpected: first });
    }
    let readings = readings(body).map_err(|fault| diagnosis(text, bare, body, &fault))?;
    if negative && limits.min >= Decimal::ZERO && !readings.is_zero() {
        return Err(NumberError::Negative { text: shown(text) });
    }
    let digits = match readings {
        Readings::One(digits) => digits,
        Readings::Two(two) => match own_reading(&two, notation, limits.max_decimals) {
            Some(digits) => digits.clone(),
            None => return Err(ambiguous(text, &two, negative, limits)),
        },
    };
    Ok(Written { negative, digits })
}

/// The reading that the notation itself gives, if the field can take it.
fn own_reading(two: &TwoReadings, notation: Notation, max_decimals: u32) -> Option<&Digits> {
    if two.mark == notation.decimal_mark() && max_decimals >= 3 {
        Some(&two.as_decimal)
    } else if two.mark == notation.group_mark() {
        Some(&two.as_thousands)
    } else {
        None
    }
}

fn ambiguous(text: &str, two: &TwoReadings, negative: bool, limits: &Limits) -> NumberError {
    match (two.as_decimal.value(negative), two.as_thousands.value(negative)) {
        (Ok(as_decimal), Ok(as_thousands)) => NumberError::Ambiguous { text: shown(text), as_decimal, as_thousands },
        (Err(unheld), _) | (_, Err(unheld)) => too_much(text, &unheld, negative, limits),
    }
}

fn within(text: &str, written: &Written, limits: &Limits) -> Result<Decimal, NumberError> {
    let value = written.digits.value(written.negative).map_err(|e| too_much(text, &e, written.negative, limits))?;
    if value > limits.max {
        return Err(NumberError::TooLarge { text: shown(text), max: limits.max });
    }
    if value < limits.min {
        return Err(NumberError::TooSmall { text: shown(text), min: limits.min });
    }
    Ok(value)
}

fn too_much(text: &str, unheld: &Unheld, negative: bool, limits: &Limits) -> NumberError {
    let text = shown(text);
    match unheld {
        Unheld::Fraction(max) => NumberError::TooManyDecimals { text, max: *max },
        Unheld::Whole if negative => NumberError::TooSmall { text, min: limits.min },
        Unheld::Whole => NumberError::TooLarge { text, max: limits.max },
    }
}

fn diagnosis(text: &str, bare: &str, body: &str, fault: &Fault) -> NumberError {
    let text = shown(text);
    match fault {
        _ if is_date(bare) => NumberError::DateLike { text },
        _ if is_exponent(body) => NumberError::Exponent { text },
        Fault::Grouping => NumberError::Grouping { text },
        Fault::Unexpected(unexpected) => NumberError::NotANumber { text, unexpected: *unexpected },
    }
}
