//! The digits of one reading, and their exact value. Does not know how the digits were separated.

use rust_decimal::Decimal;

/// A number's digits before and after the decimal mark, without idle zeros at either end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    whole: String,
    fraction: String,
}

/// Why digits have no exact value.
pub(super) enum Unheld {
    /// The whole part alone is beyond the number type.
    Whole,
    /// The whole part leaves room for this many decimals only.
    Fraction(u32),
}

impl Digits {
    /// Takes ASCII digits; either part may be empty.
    pub(super) fn new(whole: &str, fraction: &str) -> Self {
        Self { whole: whole.trim_start_matches('0').to_owned(), fraction: fraction.trim_end_matches('0').to_owned() }
    }

    /// How many decimals there are, closing zeros not counted.
    pub(super) fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// Whether every digit is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    /// The exact value; zero has no sign.
    pub(super) fn value(&self, negative: bool) -> Result<Decimal, Unheld> {
        let scale = u32::try_from(self.fraction.len()).unwrap_or(u32::MAX);
        let magnitude = exact(&[&self.whole, &self.fraction], scale).ok_or_else(|| self.unheld())?;
        Ok(if negative && !self.is_zero() { -magnitude } else { magnitude })
    }

    fn unheld(&self) -> Unheld {
        if exact(&[&self.whole], 0).is_none() {
            return Unheld::Whole;
        }
        // 28 digits are always held, 29 only sometimes
        let room = (Decimal::MAX_SCALE as usize).saturating_sub(self.whole.len());
        Unheld::Fraction(u32::try_from(room).unwrap_or(Decimal::MAX_SCALE))
    }
}

/// The digits as one number with so many of them decimals, if the number type holds it.
fn exact(digits: &[&str], scale: u32) -> Option<Decimal> {
    let ten = |number: i128, digit: u8| number.checked_mul(10)?.checked_add(i128::from(digit - b'0'));
    let mantissa = digits.iter().flat_map(|part| part.bytes()).try_fold(0, ten)?;
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}
