//! How unequal payment per listed is over all the listed. Weighted by listed.

/// The Gini coefficient of an amount per listed, every listed person counted with the practice's mean:
/// G = Σᵢ Σⱼ nᵢ nⱼ |xᵢ − xⱼ| / (2 N² x̄), with N = Σn and x̄ = Σnx / N (Gini 1912; Lerman and Yitzhaki, Journal of
/// Econometrics 42, 1989, for weighted data). 0 when all are paid alike, at most 1.
///
/// `amounts` are sums by practice, `listed` their persons; practices without persons are left out. `None` when an amount
/// is below zero or not finite, all amounts together are zero, or fewer than two practices have persons: one cannot be
/// unequal to another.
pub fn gini(amounts: &[f64], listed: &[f64]) -> Option<f64> {
    let mut practices: Vec<(f64, f64)> =
        amounts.iter().zip(listed).filter(|(_, n)| **n > 0.0).map(|(sum, n)| (sum / n, *n)).collect();
    if practices.len() < 2 || practices.iter().any(|(x, _)| *x < 0.0 || !x.is_finite()) {
        return None;
    }
    practices.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut of_pairs, mut sum) = (0.0, 0.0, 0.0);
    let all: f64 = practices.iter().map(|(_, n)| n).sum();
    for (x, n) in practices {
        // those below less those above, for each of these
        of_pairs += x * n * (2.0 * below + n - all);
        below += n;
        sum += x * n;
    }
    (sum > 0.0).then(|| of_pairs / (all * sum))
}
