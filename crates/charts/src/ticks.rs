//! Round numbers that cover a range. Decimal text does the scaling, so 3 x 0.1 is 0.3, and the same on every platform.
//! It does not know how a number is written for the reader.

/// Rising multiples of 1, 2, 2.5 or 5 times a power of ten; the first is at most `low`, the last at least `high`.
///
/// `count` is how many are wanted: there are rarely many more. Bounds may come in any order; a single value is widened
/// to zero, and zero to one. Not finite or unreasonably close bounds give an empty list.
pub fn nice_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && (high - low).is_finite()) {
        return Vec::new();
    }
    let (low, high) = widen(low.min(high), low.max(high));
    let pieces = count.clamp(2, 100) - 1;
    let Some(step) = Step::covering((high - low) / pieces as f64) else { return Vec::new() };
    match (step.at_or_below(low), step.at_or_below(high)) {
        (Some(first), Some(below)) if below - first <= 1000 => {
            let last = if step.times(below) < high { below + 1 } else { below };
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

/// `digits` x 10^`exponent`, with digits 10, 20, 25, 50 or 100.
struct Step {
    digits: i64,
    exponent: i32,
}

impl Step {
    fn covering(least: f64) -> Option<Self> {
        let text = format!("{least:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let mantissa: f64 = mantissa.parse().ok()?;
        let exponent: i32 = exponent.parse().ok()?;
        let digits = [10, 20, 25, 50, 100].into_iter().find(|d| *d as f64 >= mantissa * 10.0 * (1.0 - 1e-9))?;
        Some(Self { digits, exponent: exponent - 1 })
    }

    fn times(&self, times: i64) -> f64 {
        let text = format!("{}e{}", times.saturating_mul(self.digits), self.exponent);
        text.parse().unwrap_or(f64::NAN)
    }

    /// How many steps give the largest multiple that is not above `value`. The quotient can be one off either way.
    fn at_or_below(&self, value: f64) -> Option<i64> {
        let guess = (value / self.times(1)).floor();
        // beyond this, neighbouring multiples are the same number
        if guess.is_nan() || guess.abs() > 9e15 {
            return None;
        }
        let guess: i64 = format!("{guess}").parse().ok()?;
        (guess - 1..=guess + 1).rev().find(|times| self.times(*times) <= value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn round_numbers_without_binary_crumbs() {
        assert_eq!(nice_ticks(0.0, 0.3, 4), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(nice_ticks(0.0, 487.0, 6), [0.0, 100.0, 200.0, 300.0, 400.0, 500.0]);
        assert_eq!(nice_ticks(-120.0, 260.0, 5), [-200.0, -100.0, 0.0, 100.0, 200.0, 300.0]);
        assert_eq!(nice_ticks(0.0, 1000.0, 5), [0.0, 250.0, 500.0, 750.0, 1000.0]);
    }

    #[test]
    fn one_value_is_widened_to_zero_and_nonsense_gives_none() {
        assert_eq!(nice_ticks(0.0, 0.0, 3), [0.0, 0.5, 1.0]);
        assert_eq!(nice_ticks(4.0, 4.0, 3), [0.0, 2.0, 4.0]);
        assert!(nice_ticks(f64::NAN, 1.0, 3).is_empty());
        assert!(nice_ticks(0.0, f64::INFINITY, 3).is_empty());
        assert!(nice_ticks(-1e308, 1e308, 3).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_rise_and_cover(low in -1e12..1e12f64, span in 1e-3..1e12f64, count in 0..40usize) {
            let ticks = nice_ticks(low, low + span, count);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            prop_assert!(ticks.first().is_some_and(|first| *first <= low), "{ticks:?}");
            prop_assert!(ticks.last().is_some_and(|last| *last >= low + span), "{ticks:?}");
            prop_assert!(ticks.len() <= count.max(2) * 2 + 3, "{} ticks", ticks.len());
        }

        #[test]
        fn nothing_panics(low: f64, high: f64, count: usize) {
            let ticks = nice_ticks(low, high, count);
            prop_assert!(ticks.iter().all(|tick| tick.is_finite()));
        }
    }
}
