//! How values of practices lie about each other. Unweighted, unless the name says otherwise: every practice counts
//! once, however long its list.

/// Mean, deviation and quantiles of values, each value counted once. Units are those of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many values there are.
    pub count: usize,
    /// Σx / n.
    pub mean: f64,
    /// √(Σ(x − x̄)² / n). Divided by n: the practices are the region, not a sample of it. `None` of one value, which lies
    /// at no distance from others; that is not a distance of nought.
    pub sd: Option<f64>,
    /// The least value.
    pub min: f64,
    /// The 10th percentile; see [`quantile`].
    pub p10: f64,
    /// The 25th percentile.
    pub p25: f64,
    /// The median.
    pub median: f64,
    /// The 75th percentile.
    pub p75: f64,
    /// The 90th percentile.
    pub p90: f64,
    /// The greatest value.
    pub max: f64,
    /// The 75th percentile less the 25th; `None` as for the deviation.
    pub iqr: Option<f64>,
    /// The share of the values that are over zero.
    pub above_zero: f64,
}

impl Spread {
    /// The spread where values can lie apart: the percentiles of one value are that value, and say nothing of a spread.
    pub fn of_several(self) -> Option<Self> {
        (self.count > 1).then_some(self)
    }
}

/// The spread of values; `None` when there is none or one is not finite.
pub fn spread(values: &[f64]) -> Option<Spread> {
    let sorted = sorted(values)?;
    let n = count(sorted.len());
    let mean = sorted.iter().sum::<f64>() / n;
    let at = |share| of_sorted(&sorted, share);
    let above = sorted.iter().filter(|x| **x > 0.0).count();
    let (p25, p75) = (at(0.25), at(0.75));
    Some(Spread {
        count: sorted.len(),
        mean,
        sd: (sorted.len() > 1).then(|| deviation(&sorted)),
        min: *sorted.first()?,
        p10: at(0.1),
        p25,
        median: at(0.5),
        p75,
        p90: at(0.9),
        max: *sorted.last()?,
        iqr: (sorted.len() > 1).then_some(p75 - p25),
        above_zero: count(above) / n,
    })
}

/// √(Σ(x − x̄)² / n); not a number for none.
pub(crate) fn deviation(values: &[f64]) -> f64 {
    let n = count(values.len());
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    (squares / n).sqrt()
}

/// The quantile at a share between 0 and 1: type 7 of Hyndman and Fan (Sample quantiles in statistical packages, The
/// American Statistician 50, 1996), linear between the values at h = (n − 1)·share, as in R and in spreadsheets' inclusive
/// percentiles. Unweighted. `None` when there is no value, one is not finite, or the share is not between 0 and 1.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    (0.0..=1.0).contains(&share).then(|| sorted(values).map(|sorted| of_sorted(&sorted, share))).flatten()
}

/// Σwx / Σw: the mean with every value weighted, as by a practice's list. `None` when the weights are together not over
/// zero.
pub fn weighted_mean(values: &[f64], weights: &[f64]) -> Option<f64> {
    let all: f64 = weights.iter().zip(values).map(|(w, _)| w).sum();
    let sum: f64 = values.iter().zip(weights).map(|(x, w)| x * w).sum();
    (all > 0.0).then(|| sum / all)
}

/// Amounts by the listed of each practice; `None` where nobody is.
pub fn per_listed(amounts: &[f64], listed: &[f64]) -> Vec<Option<f64>> {
    amounts.iter().zip(listed).map(|(amount, n)| (*n > 0.0).then(|| amount / n)).collect()
}

/// The values in rising order; `None` when there is none or one is not finite.
pub(crate) fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    (!sorted.is_empty() && sorted.iter().all(|x| x.is_finite())).then_some(sorted)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place between 0 and the length")]
pub(crate) fn of_sorted(sorted: &[f64], share: f64) -> f64 {
    let place = count(sorted.len().saturating_sub(1)) * share;
    let below = place as usize;
    let low = sorted.get(below).copied().unwrap_or(0.0);
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    low + (high - low) * (place - count(below))
}

/// Practices are far fewer than 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2 to the 53rd")]
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}
