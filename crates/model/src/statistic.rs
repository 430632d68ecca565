//! Figures that describe many others: mean, spread, place in the order. In decimals, so that an explanation can be
//! worked out anew. Knows nothing of what is described.
use crate::root::square_root;
use rust_decimal::Decimal;

/// A description of many numbers, each counted once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// Their sum by how many they are.
    Mean,
    /// The root of the mean of their squared distances from the mean: the numbers are all there are, not a sample. One
    /// number lies at no distance from others, so it has none.
    StandardDeviation,
    /// The number below which so many per cent lie, straight between two neighbours in the order
    /// (Hyndman and Fan 1996, definition 7: the place is per cent × (n − 1), counted from nought).
    Percentile(u8),
    /// The share of them that are above zero.
    ShareAboveZero,
    /// The mean of those above zero.
    MeanAboveZero,
    /// The mean of those below zero.
    MeanBelowZero,
    /// Half of the sum of their distances from zero.
    HalfDistance,
}

impl Statistic {
    /// The description; `None` of no numbers, of none on the side that is asked for, of the deviation of one, or when a step
    /// is too large to be worked out.
    pub fn of(self, numbers: &[Decimal]) -> Option<Decimal> {
        let count = Decimal::from(numbers.len());
        match self {
            Self::Mean => sum(numbers.iter().copied())?.checked_div(count),
            Self::StandardDeviation if numbers.len() < 2 => None,
            Self::StandardDeviation => {
                let mean = Self::Mean.of(numbers)?;
                let squares = numbers.iter().map(|number| number.checked_sub(mean).and_then(|d| d.checked_mul(d)));
                square_root(sum(squares.collect::<Option<Vec<_>>>()?)?.checked_div(count)?)
            }
            Self::Percentile(percent) => percentile(numbers, percent),
            Self::ShareAboveZero => {
                let above = numbers.iter().filter(|number| **number > Decimal::ZERO).count();
                Decimal::from(above).checked_div(count)
            }
            Self::MeanAboveZero => mean_where(numbers, |number| *number > Decimal::ZERO),
            Self::MeanBelowZero => mean_where(numbers, |number| *number < Decimal::ZERO),
            Self::HalfDistance => sum(numbers.iter().map(Decimal::abs))?.checked_div(Decimal::TWO),
        }
    }
}

fn sum(numbers: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    numbers.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
}

fn mean_where(numbers: &[Decimal], is: fn(&Decimal) -> bool) -> Option<Decimal> {
    Statistic::Mean.of(&numbers.iter().copied().filter(is).collect::<Vec<_>>())
}

fn percentile(numbers: &[Decimal], percent: u8) -> Option<Decimal> {
    let mut ordered = numbers.to_vec();
    ordered.sort_unstable();
    let steps = usize::from(percent.min(100)).checked_mul(ordered.len().checked_sub(1)?)?;
    let (below, part) = (steps / 100, Decimal::from(steps % 100).checked_div(Decimal::ONE_HUNDRED)?);
    let low = *ordered.get(below)?;
    let high = ordered.get(below + 1).copied().unwrap_or(low);
    low.checked_add(high.checked_sub(low)?.checked_mul(part)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<Decimal> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn two_four_four_four_five_five_seven_nine() {
        let eight = numbers(&["2", "4", "4", "4", "5", "5", "7", "9"]);
        assert_eq!(Statistic::Mean.of(&eight), Some(Decimal::from(5)));
        assert_eq!(Statistic::StandardDeviation.of(&eight), Some(Decimal::TWO));
        assert_eq!(Statistic::Percentile(50).of(&eight), Some("4.5".parse().unwrap()));
        // the place is 0.9 × 7 = 6.3: between 7 and 9
        assert_eq!(Statistic::Percentile(90).of(&eight), Some("7.6".parse().unwrap()));
        assert_eq!(Statistic::Percentile(0).of(&eight), Some(Decimal::TWO));
        assert_eq!(Statistic::Percentile(100).of(&eight), Some(Decimal::from(9)));
    }

    #[test]
    fn what_lies_below_zero() {
        let four = numbers(&["-30", "-10.5", "0", "40.5"]);
        assert_eq!(Statistic::ShareAboveZero.of(&four), Some("0.25".parse().unwrap()));
        assert_eq!(Statistic::HalfDistance.of(&four), Some("40.5".parse().unwrap()));
        assert_eq!(Statistic::MeanAboveZero.of(&four), Some("40.5".parse().unwrap()));
        assert_eq!(Statistic::MeanBelowZero.of(&four), Some("-20.25".parse().unwrap()), "nought is on neither side");
        assert_eq!(Statistic::MeanAboveZero.of(&numbers(&["-1", "0"])), None);
    }

    #[test]
    fn nothing_is_not_described() {
        for statistic in [Statistic::Mean, Statistic::StandardDeviation, Statistic::Percentile(50)] {
            assert_eq!(statistic.of(&[]), None);
        }
        assert_eq!(Statistic::StandardDeviation.of(&numbers(&["7"])), None, "one lies at no distance from others");
        assert_eq!(Statistic::StandardDeviation.of(&numbers(&["7", "7"])), Some(Decimal::ZERO), "two do");
    }
}
