//! Writes a number as the page shows it. Does not know the unit.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Notation;

/// U+2212; a hyphen is not a minus sign.
const MINUS: char = '\u{2212}';

/// How to write a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Format {
    /// The marks.
    pub notation: Notation,
    /// How many decimals are always written; over 28 is taken as 28.
    pub decimals: u32,
    /// When a sign is written.
    pub sign: Sign,
    /// Whether thousands are parted.
    pub grouping: bool,
}

/// When a sign is written; zero, also after rounding, never has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// U+2212 below zero.
    Auto,
    /// U+2212 below zero, `+` above: for differences.
    Always,
}

/// The number as text. Halves are rounded away from zero: 0.125 with two decimals is 0.13.
pub fn write(value: Decimal, format: &Format) -> String {
    let decimals = format.decimals.min(Decimal::MAX_SCALE);
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text: String = sign(rounded, format.sign).into_iter().collect();
    if format.grouping {
        push_grouped(&mut text, whole, format.notation.group_mark())
    } else {
        text.push_str(whole)
    }
    if decimals > 0 {
        text.push(format.notation.decimal_mark());
        text.push_str(&format!("{fraction:0<width$}", width = decimals as usize));
    }
    text
}

/// The canonical writing of a number that was read: grouped, with the decimals that it has and no more.
pub fn echo(value: Decimal, notation: Notation) -> String {
    let decimals = value.normalize().scale();
    write(value, &Format { notation, decimals, sign: Sign::Auto, grouping: true })
}

fn sign(rounded: Decimal, sign: Sign) -> Option<char> {
    if rounded.is_zero() {
        None
    } else if rounded.is_sign_negative() {
        Some(MINUS)
    } else {
        (sign == Sign::Always).then_some('+')
    }
}

fn push_grouped(text: &mut String, whole: &str, mark: char) {
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
}
