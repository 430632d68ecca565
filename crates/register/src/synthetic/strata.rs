//! Three strata of persons, low, middle and high, in which conditions are more and more common. Within a stratum they
//! are independent, but that none stands beside one that includes it; over the strata each share is the reference's.
use super::dice::Chance;

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
    /// Its bit, and the bits of those that it cannot stand beside.
    pub(super) bit: u64,
    pub(super) apart: u64,
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
    pub(super) apart: u64,
    pub(super) share: f64,
}

/// The conditions of a cell whose strata have these shares: in the order of the model, each solved after those before it.
pub(super) fn solve(wanted: &[Wanted], strata: ByStratum, growth: f64) -> Vec<Condition> {
    let mut solved: Vec<Condition> = Vec::with_capacity(wanted.len());
    for one in wanted.iter().filter(|one| one.share > 0.0) {
        let free = [0, 1, 2].map(|stratum| none_of(&solved, one.apart, stratum));
        let odds = fitting(one.share, strata, free, growth);
        let share = [0, 1, 2].map(|i| at(odds, i) * at(free, i));
        let bit = 1u64.checked_shl(u32::try_from(one.position).unwrap_or(u32::MAX)).unwrap_or(0);
        solved.push(Condition { position: one.position, bit, apart: one.apart, odds, share });
    }
    solved
}

fn at(values: ByStratum, stratum: usize) -> f64 {
    values.get(stratum).copied().unwrap_or(0.0)
}

/// The share of the stratum with none of the conditions in `bits`. Only they, and those that they cannot stand beside,
/// are followed: a few.
pub(super) fn none_of(solved: &[Condition], bits: u64, stratum: usize) -> f64 {
    let mut followed = bits;
    for condition in solved.iter().rev() {
        let mut later = solved.iter().filter(|other| followed & other.bit != 0 && other.position > condition.position);
        if later.any(|other| other.apart & condition.bit != 0) {
            followed |= condition.bit;
        }
    }
    let followed: Vec<&Condition> = solved.iter().filter(|condition| followed & condition.bit != 0).collect();
    branch(&followed, bits, 0, stratum)
}

/// The chance that none of `bits` is drawn among those that are left, given what was drawn.
fn branch(left: &[&Condition], bits: u64, drawn: u64, stratum: usize) -> f64 {
    let Some((first, rest)) = left.split_first() else { return 1.0 };
    let odds = if drawn & first.apart == 0 { at(first.odds, stratum) } else { 0.0 };
    let without = (1.0 - odds) * branch(rest, bits, drawn, stratum);
    let with =
        if odds > 0.0 && bits & first.bit == 0 { odds * branch(rest, bits, drawn | first.bit, stratum) } else { 0.0 };
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
