//! A straight line through two values of each practice. Unweighted: every practice counts once.

/// Correlation and line.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Linear {
    /// Pearson's r: Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), between −1 and 1. `None` when every y is the same.
    pub correlation: Option<f64>,
    /// The slope of y on x by least squares: Σ(x − x̄)(y − ȳ) / Σ(x − x̄)².
    pub slope: f64,
    /// y where x is 0: ȳ − slope · x̄.
    pub intercept: f64,
}

/// The line of y on x by ordinary least squares, and Pearson's correlation. Give payment and carried cost per listed: of
/// sums, the lengths of the lists alone make a correlation. `None` when every x is the same.
pub fn linear(x: &[f64], y: &[f64]) -> Option<Linear> {
    let n = super::spread::count(x.len().min(y.len()));
    let (mean_x, mean_y) =
        (x.iter().zip(y).map(|(x, _)| x).sum::<f64>() / n, y.iter().zip(x).map(|(y, _)| y).sum::<f64>() / n);
    // what rounding leaves of no difference is none
    let least = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>() * 1e-24;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y).map(|(x, y)| (x - mean_x, y - mean_y)) {
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let slope = xy / xx;
    let correlation = (yy > least(y)).then(|| (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0));
    (xx > least(x)).then_some(Linear { correlation, slope, intercept: mean_y - slope * mean_x })
}
