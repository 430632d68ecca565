//! How far a 95 per cent interval reaches where the variance is itself estimated from few. Knows nothing of what is
//! estimated.
use libm::{erfc, exp, lgamma, log};

/// The 97.5th percentile of Student's t distribution with so many degrees of freedom, one or more: standard errors to
/// either side that hold 19 cases of 20. The chance of being further off is the regularised incomplete beta function
/// I(ν/2, 1/2) at ν/(ν + t²) (Abramowitz and Stegun, Handbook of mathematical functions, 1964, 26.7.1), here by its
/// continued fraction and halving.
pub fn student(freedom: f64) -> f64 {
    let freedom = freedom.max(1.0);
    let (mut low, mut high) = (1.0, 16.0);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        let outside = incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + middle * middle));
        if outside > 0.05 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// Until the last bits of a number.
const HALVINGS: usize = 52;

/// I(a, b) at x between 0 and 1.
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1.0 - x));
    // the fraction converges fast on the side where x is less than its mean
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

/// The continued fraction of the incomplete beta function (26.5.8), from its end.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let step = |n: f64| {
        let even = n * (b - n) * x / ((a + 2.0 * n - 1.0) * (a + 2.0 * n));
        let odd = -(a + n) * (a + b + n) * x / ((a + 2.0 * n) * (a + 2.0 * n + 1.0));
        (even, odd)
    };
    let mut value = 1.0;
    for n in (0..TERMS).rev() {
        let (even, odd) = step(f64::from(n));
        value = 1.0 + odd / value;
        if n > 0 {
            value = 1.0 + even / value;
        }
    }
    1.0 / value
}

/// More change nothing: from 40 on no digit before the thirteenth, from 60 on none at all, for up to 65 000 degrees.
const TERMS: u16 = 60;

/// The part of a normal distribution that lies more than so many standard deviations above its mean.
pub(crate) fn normal_tail(deviations: f64) -> f64 {
    erfc(deviations / std::f64::consts::SQRT_2) / 2.0
}
