//! Round numbers that cover a range. Whole numbers and exact powers of ten do the scaling, so 3 x 0.1 is 0.3, and the
//! same on every platform. It does not know how a number is written for the reader.

/// Steps lie between these: 10^22 is the largest power of ten that `f64` holds exactly.
const STEPS: std::ops::RangeInclusive<f64> = 1e-21..=5e22;
/// Digits of a multiple are below this, so that `f64` holds them exactly; further out, neighbours fall together.
const MOST: i64 = 9_000_000_000_000_000;

/// A round number: an exact decimal, and the nearest `f64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// At most `MOST`, either sign.
    digits: i64,
    /// From -22 to 22.
    exponent: i32,
}

impl Round {
    /// The nearest `f64`: one operation on two exact numbers.
    pub fn at(self) -> f64 {
        let power = (0..self.exponent.abs()).fold(1.0, |power, _| power * 10.0);
        let digits = self.digits as f64;
        if self.exponent < 0 { digits / power } else { digits * power }
    }

    /// The exact value: a whole number, and how many of its digits are decimals.
    pub fn parts(self) -> (i128, u32) {
        let power: i128 = (0..self.exponent).fold(1, |power, _| power * 10);
        (i128::from(self.digits) * power, u32::try_from(-self.exponent).unwrap_or(0))
    }

    const fn times(self, times: i64) -> Self {
        Self { digits: self.digits.saturating_mul(times), ..self }
    }
}

/// Rising multiples of 1, 2, 2.5 or 5 times a power of ten; the first is at most `low`, the last at least `high`.
///
/// `count` is how many are wanted: there are rarely many more. Bounds may come in any order; a single value is widened
/// to zero, and zero to one. Bounds that are not finite, or unreasonably close or far apart, give an empty list.
pub fn nice_ticks(low: f64, high: f64, count: usize) -> Vec<Round> {
    if !(low.is_finite() && high.is_finite() && (high - low).is_finite()) {
        return Vec::new();
    }
    let (low, high) = widen(low.min(high), low.max(high));
    let pieces = count.clamp(2, 100) - 1;
    let Some(step) = covering((high - low) / pieces as f64) else { return Vec::new() };
    match (at_or_below(step, low), at_or_below(step, high)) {
        (Some(first), Some(below)) if below - first <= 1000 => {
            let last = if step.times(below).at() < high { below + 1 } else { below };
            (first..=last).map(|times| step.times(times)).collect()
        }
        _ => Vec::new(),
    }
}

fn widen(low: f64, high: f64) -> (f64, f64) {
    if low < high {
        (low, high)
    } else if low == 0.0 {
        (0.0, 1.0)
    } else {
        (low.min(0.0), high.max(0.0))
    }
}

/// The smallest step that is not below `least`.
fn covering(least: f64) -> Option<Round> {
    let enough = STEPS.contains(&least).then_some(least * (1.0 - 1e-9))?;
    let decade = |e: i32| [(1, e), (2, e), (25, e - 1), (5, e)];
    let mut steps = (-21..=22).flat_map(decade).map(|(digits, exponent)| Round { digits, exponent });
    steps.find(|step| step.at() >= enough)
}

/// How many steps give the largest multiple that is not above `value`. The quotient can be one off either way.
fn at_or_below(step: Round, value: f64) -> Option<i64> {
    let most = MOST / step.digits.max(1);
    let guess = (value / step.at()).floor();
    if guess.is_nan() || guess.abs() > most as f64 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and within i64: checked above")]
    let guess = guess as i64;
    (guess - 1..=guess + 1).rev().find(|times| step.times(*times).at() <= value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
        nice_ticks(low, high, count).into_iter().map(Round::at).collect()
    }

    #[test]
    fn round_numbers_without_binary_crumbs() {
        assert_eq!(ticks(0.0, 0.3, 4), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(0.0, 487.0, 6), [0.0, 100.0, 200.0, 300.0, 400.0, 500.0]);
        assert_eq!(ticks(-120.0, 260.0, 5), [-200.0, -100.0, 0.0, 100.0, 200.0, 300.0]);
        assert_eq!(ticks(0.0, 1000.0, 5), [0.0, 250.0, 500.0, 750.0, 1000.0]);
    }

    #[test]
    fn one_value_is_widened_to_zero_and_nonsense_gives_none() {
        assert_eq!(ticks(0.0, 0.0, 3), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(4.0, 4.0, 3), [0.0, 2.0, 4.0]);
        assert!(nice_ticks(f64::NAN, 1.0, 3).is_empty());
        assert!(nice_ticks(0.0, f64::INFINITY, 3).is_empty());
        assert!(nice_ticks(-1e308, 1e308, 3).is_empty());
        assert!(nice_ticks(0.0, 1e300, 3).is_empty() && nice_ticks(0.0, 1e-300, 3).is_empty());
    }

    #[test]
    fn a_tick_is_exact() {
        assert_eq!(nice_ticks(0.0, 0.75, 4).last().map(|tick| tick.parts()), Some((75, 2)));
        assert_eq!(nice_ticks(0.0, 4000.0, 5).last().map(|tick| tick.parts()), Some((4000, 0)));
    }

    proptest! {
        #[test]
        fn ticks_rise_and_cover(low in -1e12..1e12f64, span in 1e-3..1e12f64, count in 0..40usize) {
            let ticks = ticks(low, low + span, count);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            prop_assert!(ticks.first().is_some_and(|first| *first <= low), "{ticks:?}");
            prop_assert!(ticks.last().is_some_and(|last| *last >= low + span), "{ticks:?}");
            prop_assert!(ticks.len() <= count.max(2) * 2 + 3, "{} ticks", ticks.len());
        }

        #[test]
        fn nothing_panics(low: f64, high: f64, count: usize) {
            let ticks = nice_ticks(low, high, count);
            prop_assert!(ticks.iter().all(|tick| tick.at().is_finite()));
        }

        #[test]
        fn a_tick_is_the_nearest_number_to_its_text(
            low in -1.0..1.0f64, span in 0.01..1.0f64, count in 0..40usize, exponent in -17..22i32,
        ) {
            let unit = 10f64.powi(exponent);
            let ticks = nice_ticks(low * unit, (low + span) * unit, count);
            prop_assert!(!ticks.is_empty());
            for tick in ticks {
                let (number, decimals) = tick.parts();
                let text = format!("{number}e-{decimals}");
                prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), tick.at().to_bits(), "{}", text);
            }
        }
    }
}
