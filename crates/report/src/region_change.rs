//! What a model changes for the practices of a region: who gets more, who comes closer to zero, who changes most. Quick, in
//! floating point. Knows nobody single.
use crate::region::RegionColumn;
use model::comparison::Comparison;

/// Below this a change is none: half an öre a month.
const NOTHING: f64 = 0.005;

/// How many practices get more and less than under today's model, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gains {
    /// Practices that get more.
    pub more: usize,
    /// Practices that get less.
    pub less: usize,
    /// All practices.
    pub of: usize,
}

/// How many practices come closer to a net of zero per listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closeness {
    /// Practices whose net is closer to zero than under today's model.
    pub closer: usize,
    /// All practices.
    pub of: usize,
}

/// What each practice is paid more or less a month, in kronor; none for amounts of another year.
fn changes<'a>(today: &'a RegionColumn, then: &'a RegionColumn) -> Option<impl Iterator<Item = f64> + 'a> {
    let is_of_the_year = !matches!(then.comparison, Comparison::OtherYear { .. });
    is_of_the_year.then(|| today.paid.iter().zip(&then.paid).map(|(today, then)| then - today))
}

/// Who gets more and less; none for amounts of another year.
pub fn gains(today: &RegionColumn, then: &RegionColumn) -> Option<Gains> {
    let all: Vec<f64> = changes(today, then)?.collect();
    let more = all.iter().filter(|change| **change >= NOTHING).count();
    let less = all.iter().filter(|change| **change <= -NOTHING).count();
    Some(Gains { more, less, of: all.len() })
}

/// Who comes closer to zero; none where either has no nets.
pub fn closeness(today: &RegionColumn, then: &RegionColumn) -> Option<Closeness> {
    if today.nets.is_empty() || then.nets.is_empty() {
        return None;
    }
    let pairs = today.nets.iter().zip(&then.nets);
    let closer = pairs.filter(|(today, then)| today.abs() - then.abs() >= NOTHING).count();
    Some(Closeness { closer, of: today.nets.len() })
}

/// The practice that gets most more and the one that gets most less, with kronor a month; none where nobody does.
pub fn largest_changes(today: &RegionColumn, then: &RegionColumn) -> [Option<(usize, f64)>; 2] {
    let all: Vec<(usize, f64)> = changes(today, then).into_iter().flatten().enumerate().collect();
    let by = |one: &&(usize, f64), other: &&(usize, f64)| one.1.total_cmp(&other.1);
    let most = all.iter().max_by(by).filter(|(_, change)| *change >= NOTHING);
    let least = all.iter().min_by(by).filter(|(_, change)| *change <= -NOTHING);
    [most.copied(), least.copied()]
}
