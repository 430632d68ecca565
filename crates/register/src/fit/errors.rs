//! How sure fitted weights are where costs spread unequally and the persons of a practice share its habits: every
//! practice is left out in turn, and the weights fitted to the others. Knows no persons.
use super::{
    Fit, FitOptions, NormalEquations, fit,
    normal::Within,
    result::{Outcome, StandardError, kronor_a_month},
};
use crate::statistics::student;

/// Fits the weights to all practices together, each with its standard error.
///
/// The error is the jackknife over practices, √((G − 1)/G · Σ(b₍g₎ − b)²), b₍g₎ the weight without practice g of the G
/// that have persons. It is the cluster-robust CR3 (Bell and McCaffrey, Survey Methodology 28, 2002; MacKinnon, Nielsen
/// and Webb, Journal of Applied Econometrics 38, 2023), and takes persons' costs neither as equally spread nor, within
/// a practice, as independent. The factors are those that the whole fit pays for, with the same penalty: the error is
/// given the choice of factors. A factor that the others do not determine without some practice has none. `None` without
/// practices.
pub fn fit_practices(practices: &[NormalEquations], cost_share: f64, options: &FitOptions) -> Option<Fit> {
    let mut all = practices.first()?.clone();
    practices.iter().skip(1).for_each(|practice| all.add_all(practice));
    let mut whole = fit(&all, cost_share, options);
    let kept: Vec<usize> = (0..whole.factors.len()).filter(|factor| whole.is_fitted(*factor)).collect();
    let mut squares = vec![Some(0.0); whole.factors.len()];
    let mut groups = 0.0;
    for practice in practices.iter().filter(|practice| practice.persons() > 0) {
        all.take_away(practice);
        let others = Within::new(&all, cost_share, options.ridge.max(0.0));
        let found = others.independent(&kept);
        let weights = others.coefficients(&found).unwrap_or_default();
        for factor in &kept {
            let without = found.iter().position(|one| one == factor).and_then(|place| weights.get(place));
            let away = without.zip(whole.coefficients.get(*factor)).map(|(without, with)| without - with);
            if let Some(sum) = squares.get_mut(*factor) {
                *sum = sum.zip(away).map(|(sum, away)| sum + away * away);
            }
        }
        all.add_all(practice);
        groups += 1.0;
    }
    for (factor, squares) in whole.factors.iter_mut().zip(squares) {
        if let Outcome::Fitted { error, .. } = &mut factor.outcome {
            let squares = squares.filter(|_| groups > 1.0);
            *error = squares.map(|squares| {
                let standard = kronor_a_month(((groups - 1.0) / groups * squares).sqrt());
                StandardError { standard, reach: (options.ridge <= 0.0).then(|| student(groups - 1.0) * standard) }
            });
        }
    }
    Some(whole)
}
