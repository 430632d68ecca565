//! The number of a cell, or both numbers that it can be. Does not know what is counted.

use super::sheet::{SheetCell, Typed};
use crate::number::{Limits, Notation, NumberError, read_decimal};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Words after a number: each with how many digits it stands for, and what it counts.
const UNITS: &str = include_str!("../../data/units.txt");

/// The mark that stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DecimalMark {
    /// `54,735` is fifty-four and a bit.
    Comma,
    /// `54.735` is fifty-four and a bit.
    Point,
}

/// A cell as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// One number.
    One(Decimal),
    /// One mark with three digits after it.
    Two(Ambiguous),
}

/// A number that is one of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ambiguous {
    /// The mark that is before decimals in the first reading and parts thousands in the other.
    pub(crate) mark: DecimalMark,
    pub(crate) as_decimal: Decimal,
    pub(crate) as_thousands: Decimal,
}

impl Ambiguous {
    /// The number, once it is known what stands before decimals.
    pub(crate) fn decided(&self, mark: DecimalMark) -> Decimal {
        if self.mark == mark { self.as_decimal } else { self.as_thousands }
    }
}

/// Reads a cell as a number, with a unit after it or not; thousands of kronor are multiplied out.
pub(crate) fn value(cell: &SheetCell) -> Result<Value, NumberError> {
    match cell.typed {
        Typed::Number(number) => Ok(Value::One(number)),
        Typed::Date(_) => Err(NumberError::DateLike { text: cell.text.clone() }),
        Typed::Text | Typed::NoResult => written(&cell.text),
    }
}

fn written(text: &str) -> Result<Value, NumberError> {
    if let Some(number) = plain(text) {
        return Ok(Value::One(number));
    }
    if let Some(amount) = in_brackets(text) {
        return Ok(match written(amount)? {
            Value::One(number) => Value::One(-number),
            Value::Two(two) => {
                Value::Two(Ambiguous { as_decimal: -two.as_decimal, as_thousands: -two.as_thousands, ..two })
            }
        });
    }
    // the sign of a cell such as `= 12` or `'12` says nothing of the number
    let text = text.trim_start_matches(['\'', '=']);
    let (digits, scale) = unit(text).map_or((text, 0), |(unit, scale)| (without(text, unit), scale));
    let scaled = |number: Decimal| number.checked_mul(ten_to(scale)).unwrap_or(Decimal::MAX).normalize();
    let read = |max_decimals| {
        let limits = Limits { min: Decimal::MIN, max: Decimal::MAX, max_decimals, units: &[] };
        // with fewer than three decimals neither mark is taken for granted
        read_decimal(digits, Notation::Swedish, &limits)
    };
    let result = match read(2) {
        Err(NumberError::TooManyDecimals { .. }) => read(Decimal::MAX_SCALE),
        other => other,
    };
    match result {
        Ok(number) => Ok(Value::One(scaled(number))),
        Err(NumberError::Ambiguous { text, as_decimal, as_thousands }) => {
            let mark = if text.contains(',') { DecimalMark::Comma } else { DecimalMark::Point };
            let (as_decimal, as_thousands) = (scaled(as_decimal), scaled(as_thousands));
            Ok(Value::Two(Ambiguous { mark, as_decimal, as_thousands }))
        }
        Err(fault) => Err(fault),
    }
}

/// What stands in brackets alone: as accounts write it, below nought.
fn in_brackets(text: &str) -> Option<&str> {
    let amount = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let is_amount = amount.contains(|c: char| c.is_ascii_digit()) && !amount.contains(['(', ')', '-', '\u{2212}']);
    is_amount.then_some(amount)
}

/// A number of digits only, as most are.
fn plain(text: &str) -> Option<Decimal> {
    let digits = !text.is_empty() && text.len() < 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse::<u64>().ok().map(Decimal::from) } else { None }
}

/// The longest unit that the text ends with, and how many digits it stands for.
fn unit(text: &str) -> Option<(&'static str, u32)> {
    let ending = longest_ending(text)?;
    Some((ending.0, ending.1.split('\t').next()?.parse().ok()?))
}

/// Whether a unit of money stands after the number.
pub(crate) fn is_money(text: &str) -> bool {
    longest_ending(text).is_some_and(|(_, rest)| rest.ends_with("\tkronor"))
}

/// The longest unit that the text ends with, and the rest of the unit's line.
fn longest_ending(text: &str) -> Option<(&'static str, &'static str)> {
    if text.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let lines = UNITS.lines().filter_map(|line| line.split_once('\t'));
    lines.filter(|(unit, _)| ends_with(text, unit)).max_by_key(|(unit, _)| unit.len())
}

fn ends_with(text: &str, unit: &str) -> bool {
    let text = text.trim_end();
    let start = text.len().saturating_sub(unit.len());
    text.len() > unit.len() && text.get(start..).is_some_and(|end| end.to_lowercase() == unit)
}

fn without<'a>(text: &'a str, unit: &str) -> &'a str {
    let text = text.trim_end();
    text.get(..text.len().saturating_sub(unit.len())).unwrap_or(text)
}

fn ten_to(power: u32) -> Decimal {
    Decimal::from(10u64.pow(power.min(18)))
}

/// What a number says of the marks beside it: a comma before other than three digits leads decimals.
pub(crate) fn evidence(text: &str) -> Option<DecimalMark> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
    let (at, last) = *marks.last()?;
    let (this, other) = match last {
        ',' => (DecimalMark::Comma, DecimalMark::Point),
        _ => (DecimalMark::Point, DecimalMark::Comma),
    };
    let after = text.get(at + 1..)?.bytes().take_while(u8::is_ascii_digit).count();
    let before = text.get(..at)?;
    let repeated = marks.iter().filter(|(_, mark)| *mark == last).count() > 1;
    let mixed = marks.iter().any(|(_, mark)| *mark != last);
    let spaced = before.trim_start().contains(|c: char| c.is_whitespace());
    if repeated {
        Some(other)
    } else if mixed || after != 3 || spaced || before.trim_start_matches(['-', '\u{2212}', ' ']).starts_with('0') {
        Some(this)
    } else {
        None
    }
}
