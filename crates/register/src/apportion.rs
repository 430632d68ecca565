//! Whole amounts that sum to a whole amount. Knows nothing of what they are for.

/// Parts of the total in proportion to the weights: each rounded down, and what is then left given one by one to the
/// largest remainders, the first of equals first. `None` when no weight is above zero, or one is below it.
pub(crate) fn apportion(total: i64, weights: &[i64]) -> Option<Vec<i64>> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum <= 0 || total < 0 || weights.iter().any(|weight| *weight < 0) {
        return None;
    }
    let products: Vec<i128> = weights.iter().map(|weight| i128::from(*weight) * i128::from(total)).collect();
    rounded(&products, sum, i128::from(total))
}

/// Numerators over one denominator, made whole so that they sum to `total`: the rounded sum of them, or as many units
/// more as there are numerators at most. `None` when a quotient is too large.
pub(crate) fn rounded(numerators: &[i128], denominator: i128, total: i128) -> Option<Vec<i64>> {
    let mut whole: Vec<i128> = numerators.iter().map(|numerator| numerator.div_euclid(denominator)).collect();
    let left = usize::try_from(total - whole.iter().sum::<i128>()).ok()?;
    let mut order: Vec<(usize, i128)> =
        numerators.iter().map(|numerator| numerator.rem_euclid(denominator)).enumerate().collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for (place, _) in order.iter().take(left) {
        if let Some(part) = whole.get_mut(*place) {
            *part += 1;
        }
    }
    whole.into_iter().map(|part| i64::try_from(part).ok()).collect()
}
