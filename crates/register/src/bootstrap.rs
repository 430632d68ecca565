//! How sure a change in the spread between practices is: practices drawn again and again, the same for both models.
//! Knows no models.
use crate::statistics::{deviation, normal_tail, quantile, spread, student};
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// As many resamples as keep the ends of an interval steady to the eye.
pub const RESAMPLES: usize = 2000;

/// Of fewer practices no interval is told. Of n practices there are (2n − 1)! / (n! (n − 1)!) different draws: 3 of two,
/// 10 of three, 35 of four and 126 of five. An end that leaves 2.5 of 100 outside tells nothing of fewer than 40, for then
/// it is the outermost draw. Our choice; how often the interval holds was tried with 12 practices and more.
pub const FEWEST_PRACTICES: u32 = 5;

/// The ends of a 95 per cent interval.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How the spread of practices changes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SpreadChange {
    /// The standard deviation before, as [`crate::statistics::Spread::sd`].
    pub before: f64,
    /// The standard deviation after.
    pub after: f64,
    /// After less before.
    pub difference: f64,
    /// Its interval.
    pub difference_interval: Interval,
    /// After by before; `None` when there was no spread before.
    pub ratio: Option<f64>,
    /// Its interval, over the resamples that have a spread before.
    pub ratio_interval: Option<Interval>,
}

/// The change in the standard deviation of an amount per listed, with percentile intervals from a paired bootstrap: as
/// many practices as there are, drawn with replacement, the same for both models (Efron and Tibshirani, An introduction
/// to the bootstrap, 1993, ch. 13). Of few practices the percentiles 2.5 and 97.5 hold the true change too seldom, so they
/// are moved outwards to where an interval by Student's t would lie (Hesterberg, What teachers should know about the
/// bootstrap, The American Statistician 69, 2015: expanded percentiles): below lies the part of a normal distribution that
/// is under −√(n/(n − 1)) t. Unweighted: every practice counts once, and has the same chance. The same seed gives the same
/// bits. `None` when there are fewer than [`FEWEST_PRACTICES`], the slices differ in length, a value is not finite, or there are
/// no resamples.
pub fn change_in_spread(before: &[f64], after: &[f64], seed: u64, resamples: usize) -> Option<SpreadChange> {
    let practices =
        u32::try_from(before.len()).ok().filter(|n| *n >= FEWEST_PRACTICES && before.len() == after.len())?;
    let (sd_before, sd_after) = (spread(before)?.sd?, spread(after)?.sd?);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (mut differences, mut ratios) = (Vec::with_capacity(resamples), Vec::with_capacity(resamples));
    let mut drawn = (Vec::with_capacity(before.len()), Vec::with_capacity(before.len()));
    for _ in 0..resamples {
        drawn.0.clear();
        drawn.1.clear();
        drawn.extend((0..practices).filter_map(|_| pair(before, after, below(&mut random, practices))));
        let (one, other) = (deviation(&drawn.0), deviation(&drawn.1));
        differences.push(other - one);
        ratios.extend((one > 0.0).then(|| other / one));
    }
    let n = f64::from(practices);
    let tail = normal_tail(student(n - 1.0) * (n / (n - 1.0)).sqrt());
    Some(SpreadChange {
        before: sd_before,
        after: sd_after,
        difference: sd_after - sd_before,
        difference_interval: interval(&differences, tail)?,
        ratio: (sd_before > 0.0).then(|| sd_after / sd_before),
        ratio_interval: interval(&ratios, tail),
    })
}

fn pair(before: &[f64], after: &[f64], place: u32) -> Option<(f64, f64)> {
    let place = usize::try_from(place).ok()?;
    Some((*before.get(place)?, *after.get(place)?))
}

fn interval(values: &[f64], tail: f64) -> Option<Interval> {
    Some(Interval { low: quantile(values, tail)?, high: quantile(values, 1.0 - tail)? })
}

/// A number below `n`, each with the same chance (Lemire, Fast random integer generation in an interval, 2019).
fn below(random: &mut impl Rng, n: u32) -> u32 {
    loop {
        let wide = u64::from(random.next_u32()) * u64::from(n);
        let [low, high] = halves(wide);
        if low >= n.wrapping_neg() % n {
            return high;
        }
    }
}

fn halves(wide: u64) -> [u32; 2] {
    let half = |value: u64| u32::try_from(value & u64::from(u32::MAX)).unwrap_or(0);
    [half(wide), half(wide >> 32)]
}
