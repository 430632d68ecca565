//! Which factors the fit pays for: the rules of sign. Knows nothing of persons.
use super::normal::Within;

/// Which signs a weight may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Signs {
    /// Any.
    #[default]
    Any,
    /// The best fit among those without a negative weight (Lawson and Hanson).
    NonNegative,
    /// The most negative factor is left out and the rest fitted anew, until none is negative.
    DropNegative,
}

impl Signs {
    /// In the order of the list.
    pub const ALL: [Self; 3] = [Self::Any, Self::NonNegative, Self::DropNegative];
}

/// The factors that are paid for, and what was seen of those that fell.
pub(super) struct Choice {
    pub kept: Vec<usize>,
    /// Each factor that fell, with its coefficient when it did: below zero, or zero where the best fit without negative
    /// weights gives it nothing.
    pub fallen: Vec<(usize, f64)>,
}

pub(super) fn choose(within: &Within, candidates: Vec<usize>, rule: Signs) -> Choice {
    match rule {
        Signs::Any => Choice { kept: candidates, fallen: Vec::new() },
        Signs::DropNegative => drop_negative(within, candidates),
        Signs::NonNegative => non_negative(within, &candidates),
    }
}

fn drop_negative(within: &Within, mut kept: Vec<usize>) -> Choice {
    let mut fallen = Vec::new();
    while let Some((place, coefficient)) = most_negative(within, &kept) {
        fallen.push((kept.remove(place), coefficient));
    }
    Choice { kept, fallen }
}

fn most_negative(within: &Within, kept: &[usize]) -> Option<(usize, f64)> {
    let coefficients = within.coefficients(kept)?;
    let least = coefficients.into_iter().enumerate().min_by(|a, b| a.1.total_cmp(&b.1))?;
    (least.1 < 0.0).then_some(least)
}

/// Lawson and Hanson's active set on the normal equations: a factor enters where it helps most, and leaves as soon as
/// its coefficient would pass zero.
fn non_negative(within: &Within, candidates: &[usize]) -> Choice {
    let mut current = vec![0.0; within.cross.len()];
    let mut kept: Vec<usize> = Vec::new();
    // each round lowers the sum of squares, so none returns; the limit is for rounding
    for _ in 0..ROUNDS * candidates.len() {
        let Some(entering) = most_helpful(within, candidates, &kept, &current) else { break };
        kept.push(entering);
        settle(within, &mut kept, &mut current);
    }
    kept.sort_unstable();
    let fallen = candidates.iter().filter(|factor| !kept.contains(factor)).map(|factor| (*factor, 0.0)).collect();
    Choice { kept, fallen }
}

/// The factor outside whose rise lowers the sum of squares fastest, on the scale of its own spread.
fn most_helpful(within: &Within, candidates: &[usize], kept: &[usize], current: &[f64]) -> Option<usize> {
    let slopes = within.slopes(current);
    let outside = candidates.iter().filter(|factor| !kept.contains(factor));
    let scaled = outside.filter_map(|factor| {
        let spread = (super::normal::at(&within.gram, *factor, *factor) + within.penalty.get(*factor)?).sqrt();
        Some((*factor, slopes.get(*factor)? / spread))
    });
    // what rounding leaves of a slope is no slope
    let least = SLOPE * within.squares.sqrt();
    let best = scaled.filter(|(_, slope)| *slope > least).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map(|(factor, _)| factor)
}

/// Moves towards the best fit on the kept factors, letting those go that reach zero on the way.
fn settle(within: &Within, kept: &mut Vec<usize>, current: &mut [f64]) {
    while let Some(aims) = within.coefficients(kept) {
        let from: Vec<f64> = kept.iter().map(|factor| current.get(*factor).copied().unwrap_or_default()).collect();
        let Some((place, step)) = first_to_reach_zero(&from, &aims) else { return set(current, kept, &aims) };
        let moved: Vec<f64> = from.iter().zip(&aims).map(|(from, aim)| from + step * (aim - from)).collect();
        let out = |i: usize| i == place || moved.get(i).is_none_or(|now| *now <= 0.0);
        let values: Vec<f64> = moved.iter().enumerate().map(|(i, now)| if out(i) { 0.0 } else { *now }).collect();
        set(current, kept, &values);
        *kept = kept.iter().enumerate().filter(|(i, _)| !out(*i)).map(|(_, factor)| *factor).collect();
    }
}

/// Which coefficient is the first to reach zero, and after what part of the way; `None` when none does.
fn first_to_reach_zero(from: &[f64], aims: &[f64]) -> Option<(usize, f64)> {
    let ways = from.iter().zip(aims).enumerate().filter(|(_, (_, aim))| **aim <= 0.0);
    let steps = ways.map(|(i, (from, aim))| (i, if *from > 0.0 { from / (from - aim) } else { 0.0 }));
    steps.min_by(|a, b| a.1.total_cmp(&b.1))
}

fn set(current: &mut [f64], factors: &[usize], values: &[f64]) {
    for (factor, value) in factors.iter().zip(values) {
        if let Some(at) = current.get_mut(*factor) {
            *at = *value;
        }
    }
}

const ROUNDS: usize = 4;
const SLOPE: f64 = 1e-10;
