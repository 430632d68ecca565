//! Chance that comes out the same everywhere: a seeded generator, and logarithms of our own library. Knows no doctors.
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rust_decimal::prelude::ToPrimitive;

/// Up to so many are asked one by one.
const ONE_BY_ONE: u32 = 64;

/// Seeded chance.
pub(crate) struct Sampler(Xoshiro256PlusPlus);

/// A law of whole numbers with one mode, by the probability of the mode and how those of its neighbours follow.
struct Law<Up, Down> {
    mode: u32,
    chance: f64,
    /// What the probability of `k + 1` is of that of `k`.
    up: Up,
    /// What the probability of `k - 1` is of that of `k`.
    down: Down,
}

/// How many come in a year, when they come one by one and independent of each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Poisson {
    mean: f64,
    mode: u32,
    chance: f64,
}

impl Poisson {
    /// With this mean, zero or more.
    pub(crate) fn new(mean: f64) -> Self {
        let mode = mean.floor();
        let chance = if mean > 0.0 { libm::exp(mode * libm::log(mean) - mean - libm::lgamma(mode + 1.0)) } else { 1.0 };
        Self { mean, mode: mode.to_u32().unwrap_or(0), chance }
    }
}

impl Sampler {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// From zero to almost one.
    fn unit(&mut self) -> f64 {
        // 53 bits are what the number holds
        (self.0.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Normal with mean 0 and standard deviation 1, drawn again when it is further than this from 0.
    pub(crate) fn normal_within(&mut self, reach: f64) -> f64 {
        loop {
            // Marsaglia's polar method
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let s = x * x + y * y;
            if s > 0.0 && s < 1.0 {
                let drawn = x * (-2.0 * libm::log(s) / s).sqrt();
                if drawn.abs() <= reach {
                    return drawn;
                }
            }
        }
    }

    /// A whole number with this mean: the whole part, and one more with the probability of the rest.
    pub(crate) fn whole(&mut self, mean: f64) -> u32 {
        let least = mean.floor();
        let rest = mean - least;
        least.to_u32().unwrap_or(0) + u32::from(rest > 0.0 && self.unit() < rest)
    }

    /// How many of so many it happens to, each with the probability.
    pub(crate) fn binomial(&mut self, of: u32, chance: f64) -> u32 {
        if of == 0 || chance <= 0.0 {
            return 0;
        }
        if chance >= 1.0 {
            return of;
        }
        if of <= ONE_BY_ONE {
            return (0..of).map(|_| u32::from(self.unit() < chance)).sum();
        }
        let n = f64::from(of);
        let mode = ((n + 1.0) * chance).floor();
        let ways = libm::lgamma(n + 1.0) - libm::lgamma(mode + 1.0) - libm::lgamma(n - mode + 1.0);
        let odds = chance / (1.0 - chance);
        self.of_law(&Law {
            mode: mode.to_u32().unwrap_or(0),
            chance: libm::exp(ways + mode * libm::log(chance) + (n - mode) * libm::log1p(-chance)),
            up: |k: f64| (n - k) / (k + 1.0) * odds,
            down: |k: f64| k / ((n - k + 1.0) * odds),
        })
    }

    /// How many come.
    pub(crate) fn poisson(&mut self, law: &Poisson) -> u32 {
        if law.mean <= 0.0 {
            return 0;
        }
        let Poisson { mean, mode, chance } = *law;
        self.of_law(&Law { mode, chance, up: |k: f64| mean / (k + 1.0), down: |k: f64| k / mean })
    }

    /// One uniform number, spent on the mode, then on its neighbours in turn (Kemp, A modal method for generating
    /// binomial variables, 1986): about as many steps as the law is wide.
    fn of_law<Up: Fn(f64) -> f64, Down: Fn(f64) -> f64>(&mut self, law: &Law<Up, Down>) -> u32 {
        let mut left = self.unit() - law.chance;
        let (mut above, mut over) = (law.mode, law.chance);
        let (mut below, mut under) = (law.mode, law.chance);
        while left >= 0.0 && (over > 0.0 || under > 0.0) {
            over *= (law.up)(f64::from(above));
            above += 1;
            left -= over;
            if left < 0.0 {
                return above;
            }
            under *= (law.down)(f64::from(below));
            below = below.saturating_sub(1);
            left -= under;
            if left < 0.0 {
                return below;
            }
        }
        law.mode
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many draws.
    fn moments(mut draw: impl FnMut(&mut Sampler) -> f64) -> (f64, f64) {
        let mut sampler = Sampler::new(7);
        let drawn: Vec<f64> = (0..200_000).map(|_| draw(&mut sampler)).collect();
        let mean = drawn.iter().sum::<f64>() / 200_000.0;
        (mean, drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 199_999.0)
    }

    fn close((mean, variance): (f64, f64), (m, v): (f64, f64)) {
        assert!((mean - m).abs() < 0.012 * v.sqrt(), "mean {mean}, not {m}");
        assert!((variance - v).abs() < 0.03 * v, "variance {variance}, not {v}");
    }

    #[test]
    fn laws_have_their_means_and_variances() {
        for (n, p) in [(10, 0.08), (64, 0.5), (65, 0.5), (400, 0.03), (100_000, 0.25), (100_000, 0.999)] {
            let mean = f64::from(n) * p;
            close(moments(|sampler| f64::from(sampler.binomial(n, p))), (mean, mean * (1.0 - p)));
        }
        for mean in [0.3, 1.0, 2.5, 40.0, 100_000.0] {
            let law = Poisson::new(mean);
            close(moments(|sampler| f64::from(sampler.poisson(&law))), (mean, mean));
        }
        close(moments(|sampler| f64::from(sampler.whole(2.25))), (2.25, 0.1875));
        // a standard normal cut at three has the variance 1 - 2 * 3 * phi(3) / (2 * Phi(3) - 1)
        close(moments(|sampler| sampler.normal_within(3.0)), (0.0, 0.97334));
    }

    #[test]
    fn what_is_certain_is_not_drawn() {
        let mut sampler = Sampler::new(1);
        assert_eq!([sampler.binomial(0, 0.5), sampler.binomial(9, 0.0), sampler.binomial(90, 1.0)], [0, 0, 90]);
        assert_eq!([sampler.poisson(&Poisson::new(0.0)), sampler.whole(3.0)], [0, 3]);
        assert_eq!(sampler.0, Sampler::new(1).0);
    }

    #[test]
    fn the_probabilities_of_the_small_numbers_are_those_of_the_law() {
        let mut sampler = Sampler::new(3);
        let law = Poisson::new(1.0);
        let mut none = 0;
        let mut two = 0;
        for _ in 0..100_000 {
            match sampler.poisson(&law) {
                0 => none += 1,
                2 => two += 1,
                _ => {}
            }
        }
        // exp(-1) and exp(-1) / 2
        assert!((36_300..37_300).contains(&none) && (17_900..18_900).contains(&two), "{none} {two}");
    }
}
