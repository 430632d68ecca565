//! Which practices' nets per listed differ by more than chance between persons explains: a funnel plot's limits.
use super::chance::{between_persons, reach, residual_variance};

/// A practice's place in the funnel; amounts per listed, in the unit of the nets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelPlace {
    /// d: net by listed.
    pub per_listed: f64,
    /// 1.96 · √(σ² / n): how far from the centre chance between persons alone takes 19 of 20.
    pub reach: f64,
    /// 1.96 · √(σ² / n + τ²): the same where practices differ as they do here beyond chance.
    pub reach_between: f64,
    /// (d − centre) / √(σ² / n): standardised place.
    pub z: f64,
    /// (d − centre) / √(σ² / n + τ²): standardised place beside the other practices' differences.
    pub z_between: f64,
}

/// The funnel of a region.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// Σnet / Σn: the mean weighted by listed.
    pub centre: f64,
    /// σ²: the variance between persons within practices, pooled.
    pub sigma_squared: f64,
    /// τ²: the variance between practices beyond chance.
    pub tau_squared: f64,
    /// By practice; `None` where nobody is listed.
    pub places: Vec<Option<FunnelPlace>>,
}

/// A funnel of the net per listed (Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in
/// Medicine 24, 2005). Weighted by listed.
///
/// `net` and `listed` by practice, `net_squared` the sum over every person of the square of the person's own net. σ² is
/// the [`residual_variance`], and τ² is by the moments of DerSimonian and Laird (Controlled Clinical Trials 7, 1986), with wⱼ = nⱼ/σ²: τ² = max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)),
/// Q = Σ wⱼ(dⱼ − d̄)². `None` when fewer than two practices have persons, so that one
/// would be set against itself, no practice has two persons, or no person's net differs from the practice's.
pub fn funnel(net: &[f64], listed: &[f64], net_squared: f64) -> Option<Funnel> {
    let practices = || net.iter().zip(listed).filter(|(_, n)| **n > 0.0).map(|(net, n)| (net / n, *n));
    let k = practices().map(|_| 1.0).sum::<f64>();
    if k < 2.0 {
        return None;
    }
    let all: f64 = practices().map(|(_, n)| n).sum();
    let centre = practices().map(|(d, n)| d * n).sum::<f64>() / all;
    let between: f64 = practices().map(|(d, n)| n * (d - centre) * (d - centre)).sum();
    let sigma_squared = residual_variance(net, listed, net_squared)?;
    let squares: f64 = practices().map(|(_, n)| n * n).sum();
    let spare = between / sigma_squared - (k - 1.0);
    let scale = (all - squares / all) / sigma_squared;
    let tau_squared = if scale > 0.0 { (spare / scale).max(0.0) } else { 0.0 };
    let chance = |n| between_persons(sigma_squared, n);
    let place = |(net, n): (&f64, &f64)| (*n > 0.0).then(|| place(net / n, centre, chance(*n), tau_squared));
    Some(Funnel { centre, sigma_squared, tau_squared, places: net.iter().zip(listed).map(place).collect() })
}

fn place(per_listed: f64, centre: f64, chance: f64, tau_squared: f64) -> FunnelPlace {
    let (alone, beside) = (chance, chance + tau_squared);
    let away = per_listed - centre;
    FunnelPlace {
        per_listed,
        reach: reach(alone),
        reach_between: reach(beside),
        z: away / alone.sqrt(),
        z_between: away / beside.sqrt(),
    }
}
