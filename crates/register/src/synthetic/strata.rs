//! Three strata of persons, low, middle and high, in which conditions are more and more common. Within a stratum they
//! are independent, but that none stands beside one that includes it; over the strata each share is the reference's.
use super::sampler::Chance;
use model::case_mix::ConditionSet;

/// Low, middle, high.
pub(super) const STRATA: usize = 3;

/// A share in each stratum.
pub(super) type ByStratum = [f64; STRATA];

/// How persons of one practice, or of one cell of the region, are spread over the strata.
pub(super) fn mix(frail_share: f64, lean: f64) -> ByStratum {
    let (low, middle, high) = (frail_share / lean, 1.0 - 2.0 * frail_share, frail_share * lean);
    let sum = low + middle + high;
    [low / sum, middle / sum, high / sum]
}

/// One condition of a cell, ready to be drawn after those before it.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    /// Its place in the model.
    pub(super) position: usize,
    /// Those that it cannot stand beside.
    pub(super) apart: ConditionSet,
    /// Its chance in each stratum for a person with none of those.
    pub(super) odds: ByStratum,
    /// Its share in each stratum.
    pub(super) share: ByStratum,
}

impl Condition {
    /// The chance that a person of the stratum is tried with.
    pub(super) fn chance(&self, stratum: usize) -> Chance {
        Chance::new(self.odds.get(stratum).copied().unwrap_or(0.0))
    }
}

/// A condition's share in a cell, and what it cannot stand beside.
pub(super) struct Wanted {
    pub(super) position: usize,
    pub(super) apart: ConditionSet,
    pub(super) share: f64,
}

/// The conditions of a cell whose strata have these shares: in the order of the model, each solved after those before it.
pub(super) fn solve(wanted: &[Wanted], strata: ByStratum, growth: f64) -> Vec<Condition> {
    let mut solved: Vec<Condition> = Vec::with_capacity(wanted.len());
    for one in wanted.iter().filter(|one| one.share > 0.0) {
        let free = [0, 1, 2].map(|stratum| none_of(&solved, one.apart, stratum));
        let odds = fitting(one.share, strata, free, growth);
        let share = [0, 1, 2].map(|i| at(odds, i) * at(free, i));
        solved.push(Condition { position: one.position, apart: one.apart, odds, share });
    }
    solved
}

fn at(values: ByStratum, stratum: usize) -> f64 {
    values.get(stratum).copied().unwrap_or(0.0)
}

/// The share of the stratum with none of these conditions. Only they, and those that they cannot stand beside,
/// are followed: a few.
pub(super) fn none_of(solved: &[Condition], these: ConditionSet, stratum: usize) -> f64 {
    let mut followed = these;
    for condition in solved.iter().rev() {
        let mut later =
            solved.iter().filter(|other| followed.has(other.position) && other.position > condition.position);
        if later.any(|other| other.apart.has(condition.position)) {
            followed = followed.with(condition.position);
        }
    }
    let followed: Vec<&Condition> = solved.iter().filter(|condition| followed.has(condition.position)).collect();
    branch(&followed, these, ConditionSet::EMPTY, stratum)
}

/// The chance that none of these is drawn among those that are left, given what was drawn.
fn branch(left: &[&Condition], these: ConditionSet, drawn: ConditionSet, stratum: usize) -> f64 {
    let Some((first, rest)) = left.split_first() else { return 1.0 };
    let odds = if !drawn.has_any(first.apart) { at(first.odds, stratum) } else { 0.0 };
    let without = (1.0 - odds) * branch(rest, these, drawn, stratum);
    let with = if odds > 0.0 && !these.has(first.position) {
        odds * branch(rest, these, drawn.with(first.position), stratum)
    } else {
        0.0
    };
    without + with
}

/// Chances whose odds grow from stratum to stratum, such that the share over the strata is the wanted one. When even
/// everybody who may have it is too few, everybody has it.
pub(super) fn fitting(wanted: f64, strata: ByStratum, free: ByStratum, growth: f64) -> ByStratum {
    let chances = |odds: f64| [odds / growth, odds, odds * growth].map(|odds| odds / (1.0 + odds));
    let share = |odds: f64| -> f64 {
        strata.iter().zip(free).zip(chances(odds)).map(|((part, free), chance)| part * free * chance).sum()
    };
    let (mut low, mut high): (f64, f64) = (1e-12, 1e12);
    for _ in 0..HALVINGS {
        // the middle on the scale of logarithms, without any
        let middle = (low * high).sqrt();
        if share(middle) < wanted { low = middle } else { high = middle }
    }
    chances(high)
}

/// Halvings of 24 powers of ten: until the last bits of a number.
const HALVINGS: usize = 60;
