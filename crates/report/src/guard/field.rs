//! Whole numbers modulo a prime just below a power of two. Knows nothing of what is computed.
use rust_decimal::Decimal;

/// The prime 2^bits − less.
#[derive(Clone, Copy)]
pub(super) struct Prime {
    bits: u32,
    less: u64,
}

/// Two primes, so that a coincidence in one does not go unseen: see `reveal`.
pub(super) const PRIMES: [Prime; 2] = [Prime { bits: 61, less: 1 }, Prime { bits: 60, less: 93 }];

impl Prime {
    const fn value(self) -> u64 {
        (1 << self.bits) - self.less
    }

    pub(super) fn product(self, a: u64, b: u64) -> u64 {
        self.reduced(u128::from(a) * u128::from(b))
    }

    pub(super) fn difference(self, a: u64, b: u64) -> u64 {
        if a >= b { a - b } else { a + (self.value() - b) }
    }

    /// 2^bits is `less` more than a multiple of the prime: twice folded, a product is below twice the prime.
    fn reduced(self, number: u128) -> u64 {
        let mask = (1 << self.bits) - 1;
        let folded = (number & mask) + (number >> self.bits) * u128::from(self.less);
        let folded = (folded & mask) + (folded >> self.bits) * u128::from(self.less);
        let number = u64::try_from(folded).unwrap_or(0);
        if number >= self.value() { number - self.value() } else { number }
    }

    /// The number that times this is one; of zero, zero.
    pub(super) fn inverse(self, number: u64) -> u64 {
        self.power(number, self.value() - 2)
    }

    fn power(self, base: u64, exponent: u64) -> u64 {
        let bits = (0..64).rev().map(|bit| exponent >> bit & 1 == 1);
        bits.fold(1, |power, bit| {
            let square = self.product(power, power);
            if bit { self.product(square, base) } else { square }
        })
    }

    /// A decimal as the quotient that it is: its digits by a power of ten.
    pub(super) fn of(self, decimal: Decimal) -> u64 {
        let digits = decimal.mantissa().unsigned_abs() % u128::from(self.value());
        let digits = u64::try_from(digits).unwrap_or(0);
        let number = self.product(digits, self.inverse(self.power(10, decimal.scale().into())));
        if decimal.is_sign_negative() { self.difference(0, number) } else { number }
    }
}

#[cfg(test)]
mod tests {
    use super::PRIMES;
    use rust_decimal::Decimal;

    #[test]
    fn arithmetic_is_that_of_whole_numbers_modulo_the_prime() {
        for p in PRIMES {
            let largest = p.value() - 1;
            for (a, b) in
                [(largest, largest), (largest, 1), (0, largest), (123_456_789_012_345_678, 987_654_321_012_345)]
            {
                let exact = u128::from(a) * u128::from(b) % u128::from(p.value());
                assert_eq!(u128::from(p.product(a, b)), exact);
                assert_eq!(p.difference(p.difference(a, b), a), p.difference(0, b));
            }
            for a in [1, 2, 10, largest] {
                assert_eq!(p.product(a, p.inverse(a)), 1);
            }
            assert_eq!(p.inverse(0), 0);
        }
    }

    #[test]
    fn decimals_keep_their_sums_and_products() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        for p in PRIMES {
            assert_eq!(p.product(p.of(d("63.30")), p.of(d("0.10"))), p.of(d("6.33")));
            assert_eq!(p.difference(p.of(d("121.00")), p.of(d("57.70"))), p.of(d("63.3")));
            assert_eq!(p.difference(p.of(d("57.70")), p.of(d("121"))), p.of(d("-63.3")));
            let third = d("0.3333333333333333333333333333");
            assert_eq!(p.product(p.of(third), 3), p.of(d("0.9999999999999999999999999999")), "exact, not a third");
        }
    }
}
