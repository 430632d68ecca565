//! Chance that comes out the same everywhere: a seeded generator, and logarithms of our own library.
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Seeded chance.
pub(super) struct Sampler {
    random: Xoshiro256PlusPlus,
    /// The second of two normal numbers, which are made in pairs.
    spare: Option<f64>,
}

/// A chance as a bound for 32 random bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chance(u64);

/// Two to the power of 32.
const BITS: f64 = 4_294_967_296.0;

impl Chance {
    /// The chance, rounded to the nearest of 2³² steps.
    pub(super) fn new(share: f64) -> Self {
        use rust_decimal::prelude::ToPrimitive;
        Self((share.clamp(0.0, 1.0) * BITS + 0.5).to_u64().unwrap_or(0))
    }

    /// Whether it never comes.
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }
}

impl Sampler {
    pub(super) fn new(seed: u64) -> Self {
        Self { random: Xoshiro256PlusPlus::seed_from_u64(seed), spare: None }
    }

    /// Whether it comes this time.
    #[inline]
    pub(super) fn comes(&mut self, chance: Chance) -> bool {
        self.random.next_u64() >> 32 < chance.0
    }

    /// A whole number from 0 to one less than the given one.
    #[inline]
    pub(super) fn below(&mut self, bound: u8) -> u8 {
        let scaled = ((self.random.next_u64() >> 32) * u64::from(bound)) >> 32;
        u8::try_from(scaled).unwrap_or(0)
    }

    /// From zero to almost one.
    #[inline]
    fn unit(&mut self) -> f64 {
        // 53 bits are what the number holds
        (self.random.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Normal with mean 0 and standard deviation 1: Marsaglia's polar method, which needs a logarithm and a root a pair.
    pub(super) fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let s = x * x + y * y;
            if s > 0.0 && s < 1.0 {
                let scale = (-2.0 * libm::log(s) / s).sqrt();
                self.spare = Some(y * scale);
                return x * scale;
            }
        }
    }
}
