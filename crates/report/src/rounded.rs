//! Parts that add up as they are shown: rounded by the largest remainders.
use rust_decimal::{Decimal, RoundingStrategy};
use std::cmp::Reverse;

/// Rounded to so many decimals, halves away from zero.
pub fn to_decimals(exact: Decimal, decimals: u32) -> Decimal {
    exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Each part as a whole number next to it, so that they add up to their sum rounded.
pub fn whole_parts(exact: &[Decimal]) -> Vec<Decimal> {
    parts_of(exact, to_decimals(exact.iter().sum(), 0), 0)
}

/// Each part with so many decimals, next to it, so that they add up to `shown`: their sum rounded to as many decimals, up
/// or down. Those with the largest remainders go up.
pub fn parts_of(exact: &[Decimal], shown: Decimal, decimals: u32) -> Vec<Decimal> {
    let down = |part: &Decimal| part.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity);
    let step = Decimal::new(1, decimals);
    let mut parts: Vec<Decimal> = exact.iter().map(down).collect();
    let mut missing = shown - parts.iter().sum::<Decimal>();
    let mut by_remainder: Vec<usize> = (0..exact.len()).collect();
    // of equal remainders the first goes first
    by_remainder.sort_by_key(|at| Reverse(exact.get(*at).map(|part| *part - down(part))));
    for at in by_remainder {
        if missing < step {
            break;
        }
        if let Some(part) = parts.get_mut(at) {
            *part += step;
        }
        missing -= step;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{parts_of, whole_parts};
    use rust_decimal::Decimal;

    #[test]
    fn parts_add_up_as_shown() {
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(whole_parts(&[third, third, third]), [1, 0, 0].map(Decimal::from));
        let hundredths = |all: [i64; 2]| all.map(|one| Decimal::new(one, 2));
        let exact = [Decimal::new(121, 0), Decimal::new(-57_469_123, 6)];
        assert_eq!(parts_of(&exact, Decimal::new(6353, 2), 2), hundredths([12_100, -5_747]));
        assert_eq!(parts_of(&exact, Decimal::new(6354, 2), 2), hundredths([12_100, -5_746]), "the sum shown upwards");
    }
}
