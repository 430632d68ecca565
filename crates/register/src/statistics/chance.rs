//! What a model leaves of persons' costs, and how far that takes a practice's net by chance. The funnel and the single
//! practice take it from here.

/// 95 per cent of a normal distribution lies within so many standard deviations.
pub(crate) const REACH: f64 = 1.96;

/// The residual variance of a model: σ² = (Σ net² − Σ nⱼdⱼ²) / (N − k), the variance of payment less carried cost
/// between the persons of a practice, pooled over the k practices with listed persons (dⱼ: net by listed). It differs
/// between models: the more of the cost a model foretells, the less is left. `None` when no practice has two persons, or
/// no person's net differs from the practice's.
///
/// `net` and `listed` by practice, `net_squared` the sum over every person of the square of the person's own net.
pub fn residual_variance(net: &[f64], listed: &[f64], net_squared: f64) -> Option<f64> {
    let practices = || net.iter().zip(listed).filter(|(_, n)| **n > 0.0);
    let (k, all) = practices().fold((0.0, 0.0), |(k, all), (_, n)| (k + 1.0, all + n));
    let within = net_squared - practices().map(|(net, n)| net * net / n).sum::<f64>();
    // what rounding leaves of nothing is nothing
    (all > k && within > net_squared * 1e-12).then(|| within / (all - k))
}

/// σ² / n: the variance of the net per listed when other persons alike were listed.
pub fn between_persons(residual_variance: f64, listed: f64) -> f64 {
    residual_variance / listed
}

/// 2 (1 − ρ) σ² / n: the variance of the change in the net per listed from one year to another, the list being the same
/// and ρ the correlation of what the model leaves of a person's cost in the two years.
pub fn between_years(residual_variance: f64, correlation: f64, listed: f64) -> f64 {
    2.0 * (1.0 - correlation) * between_persons(residual_variance, listed)
}

/// How far a normal deviation of this variance takes 19 of 20, to either side: 1.96 standard deviations.
pub fn reach(variance: f64) -> f64 {
    REACH * variance.sqrt()
}
