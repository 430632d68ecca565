//! Numbers and texts as few bytes: the content of a link, and what is hashed. Does not know what they mean.
use rust_decimal::Decimal;

/// Bytes that grow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Packed(pub(crate) Vec<u8>);

impl Packed {
    /// A whole number, seven bits a byte, the lowest first.
    pub(crate) fn whole(&mut self, mut number: u64) {
        while number > 0x7f {
            self.byte((number & 0x7f) | 0x80);
            number >>= 7;
        }
        self.byte(number);
    }

    /// A number of things in memory.
    pub(crate) fn size(&mut self, number: usize) {
        self.whole(u64::try_from(number).unwrap_or(u64::MAX));
    }

    /// Its length, then its bytes.
    pub(crate) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Every decimal exactly, and equal decimals alike: a head that says scale, length and sign, then the digits as a
    /// number, lowest byte first. Two bytes for 121, fourteen for the longest.
    pub(crate) fn decimal(&mut self, value: Decimal) {
        let value = value.normalize();
        let digits = value.mantissa().unsigned_abs().to_le_bytes();
        let length = digits.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        let sign = u64::from(value.is_sign_negative() && !value.is_zero());
        let length_and_sign = 2 * u64::try_from(length).unwrap_or(0) + sign;
        self.whole(u64::from(value.scale()) * HEADS + length_and_sign);
        self.0.extend(digits.iter().take(length));
    }

    fn byte(&mut self, low: u64) {
        self.0.extend(low.to_le_bytes().first());
    }
}

/// Lengths 0 to 12 of each sign.
const HEADS: u64 = 26;

/// Reads in the order of writing; `None` where the bytes are no such thing or too few.
pub(crate) struct Unpacked<'a>(pub(crate) &'a [u8]);

impl<'a> Unpacked<'a> {
    pub(crate) fn whole(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes(1)?.first()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn size(&mut self) -> Option<usize> {
        self.whole().and_then(|number| usize::try_from(number).ok())
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let length = self.size()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    pub(crate) fn decimal(&mut self) -> Option<Decimal> {
        let head = self.whole()?;
        let (scale, length_and_sign) = (u32::try_from(head / HEADS).ok()?, head % HEADS);
        let digits = self.bytes(usize::try_from(length_and_sign / 2).ok()?)?;
        let number = digits.iter().rev().fold(0i128, |number, byte| (number << 8) | i128::from(*byte));
        let signed = if length_and_sign % 2 == 1 { -number } else { number };
        Decimal::try_from_i128_with_scale(signed, scale).ok()
    }

    /// So many bytes as they stand.
    pub(crate) fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, Unpacked};
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    proptest! {
        #[test]
        fn what_was_packed_is_unpacked(n: u64, text: String, bits in -(1i128 << 96) + 1..1 << 96, scale in 0..=28u32) {
            let value = Decimal::from_i128_with_scale(bits, scale);
            let mut packed = Packed::default();
            packed.whole(n);
            packed.text(&text);
            packed.decimal(value);
            let mut unpacked = Unpacked(&packed.0);
            prop_assert_eq!(unpacked.whole(), Some(n));
            prop_assert_eq!(unpacked.text(), Some(&*text));
            prop_assert_eq!(unpacked.decimal(), Some(value));
            prop_assert!(unpacked.0.is_empty());
        }

        #[test]
        fn any_bytes_are_unpacked_or_refused(bytes: Vec<u8>) {
            let mut unpacked = Unpacked(&bytes);
            while unpacked.decimal().is_some() || unpacked.text().is_some() || unpacked.whole().is_some() {}
        }
    }

    #[test]
    fn decimals_are_short_and_equal_ones_alike() {
        let packed = |text: &str| {
            let mut packed = Packed::default();
            packed.decimal(text.parse().unwrap());
            packed.0
        };
        assert_eq!(packed("121.00"), packed("121"));
        assert_eq!(packed("-0"), packed("0.00"));
        assert_eq!(packed("121").len(), 2);
        assert_eq!(packed("1234.56").len(), 4);
        assert_eq!(packed("-7.922816251426433759354395033").len(), 14, "the longest");
    }
}
