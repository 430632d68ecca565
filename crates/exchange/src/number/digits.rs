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
        let text = format!("0{}.{}", self.whole, self.fraction);
        let magnitude = exact(text.trim_end_matches('.')).ok_or_else(|| self.unheld())?;
        Ok(if negative && !self.is_zero() { -magnitude } else { magnitude })
    }

    fn unheld(&self) -> Unheld {
        if exact(&format!("0{}", self.whole)).is_none() {
            return Unheld::Whole;
        }
        // 28 digits are always held, 29 only sometimes
        let room = (Decimal::MAX_SCALE as usize).saturating_sub(self.whole.len());
        Unheld::Fraction(u32::try_from(room).unwrap_or(Decimal::MAX_SCALE))
    }
}

fn exact(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}
