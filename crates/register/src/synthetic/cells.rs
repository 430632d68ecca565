//! What is drawn for persons of one cell: ages, conditions by stratum, and mean costs.
use super::{
    Assumptions, Impossible, Leaning, Numbers,
    others::{Extra, InCell, Other},
    sampler::Chance,
    strata::{self, ByStratum, Condition, STRATA, Wanted},
};
use crate::rates::Rates;
use model::{
    age::{Age, AgeBand},
    case_mix::{CaseMix, ConditionSet, CountRule},
    cell::Cell,
    condition::Limits,
    count::Count,
};

/// One condition as a person is tried for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trial {
    /// Its chance for who has none of `apart`.
    pub(super) chance: Chance,
    /// Its place in the model.
    pub(super) position: usize,
    /// Those that it cannot stand beside.
    pub(super) apart: ConditionSet,
    /// What it adds to the mean cost, in öre a year.
    pub(super) cost: f64,
    /// Whom it is counted for.
    pub(super) limits: Limits,
}

/// What is paid for several conditions together.
#[derive(Clone, Debug)]
pub(super) enum Joint {
    /// One of each of these sets.
    AnyOfEach(Vec<ConditionSet>, f64),
    /// So many.
    Number(CountRule, f64),
}

/// What is drawn for persons of one cell.
#[derive(Clone, Debug)]
pub(super) struct CellTable {
    /// The cell.
    pub(super) cell: Cell,
    /// How many ages it has, for the open band those that are drawn.
    pub(super) years: u8,
    /// By stratum.
    pub(super) trials: [Vec<Trial>; STRATA],
    /// Added to those of single conditions, in öre a year.
    pub(super) joint: Vec<Joint>,
    /// The mean cost of who has no condition, in öre a year; by the conditions' own costs it grows.
    pub(super) base: f64,
    /// The share with no cost among those with no condition, and what the others then cost more.
    pub(super) without: Chance,
    pub(super) without_factor: f64,
    /// Two numbers of the logarithm of a cost: the deviation, and what keeps the mean.
    pub(super) tail: (f64, f64),
    /// What brings the mean over the practices' prescribing back to the model's.
    pub(super) level: f64,
    /// By other model: its conditions.
    pub(super) others: Vec<Vec<Extra>>,
}

/// Years that are drawn in the open band, or to the age of a hundred.
const OPEN_YEARS: Age = 5;

/// How many ages of the band are drawn.
pub(super) fn years(band: AgeBand) -> Age {
    match band.high {
        Some(high) => high.saturating_sub(band.low).saturating_add(1),
        None => 100u8.saturating_sub(band.low).max(OPEN_YEARS),
    }
}

/// The tables of all cells, for practices with these persons and leanings.
pub(super) fn tables(
    assumptions: &Assumptions<'_>,
    table: &[Vec<u64>],
    leanings: &[Leaning],
    others: &[Other],
) -> Result<Vec<CellTable>, Impossible> {
    let (tariff, numbers) = (assumptions.tariff, &assumptions.numbers);
    if *assumptions.population.bands() != tariff.model.bands {
        return Err(Impossible::Bands);
    }
    let rates = Rates::of(tariff);
    let mix = tariff.model.case_mix();
    let share = if rates.cost_share > 0.0 { rates.cost_share } else { 1.0 };
    let costs: Vec<f64> = rates.factors.iter().map(|rate| rate / share).collect();
    let cells = tariff.model.bands.cells().enumerate().map(|(place, cell)| {
        let persons: Vec<u64> = table.iter().map(|row| row.get(place).copied().unwrap_or(0)).collect();
        let base = rates.cells.get(place).map_or(0.0, |rate| rate / share);
        let wanted = mix.map_or(Ok(Vec::new()), |mix| wanted(mix, cell))?;
        let strata = spread(&persons, leanings);
        let solved = strata::solve(&wanted, strata, numbers.co_occurrence);
        let joint = mix.map_or_else(Vec::new, |mix| joint(mix, &costs));
        let means = [0, 1, 2].map(|stratum| mean(base, &solved, &costs, stratum));
        let level = level(&persons, leanings, means);
        let trials = [0, 1, 2].map(|stratum| trials(&solved, &costs, mix, stratum));
        let here = InCell { cell, solved: &solved, strata, numbers };
        let others = others.iter().map(|other| other.in_cell(here)).collect::<Result<_, _>>()?;
        let years = years(cell.band);
        Ok(CellTable { cell, years, trials, joint, base, level, others, ..constants(cell, numbers) })
    });
    cells.collect()
}

fn constants(cell: Cell, numbers: &Numbers) -> CellTable {
    let deviation = numbers.cost_tail;
    CellTable {
        cell,
        years: 1,
        trials: Default::default(),
        joint: Vec::new(),
        base: 0.0,
        without: Chance::new(numbers.without_cost),
        without_factor: 1.0 / (1.0 - numbers.without_cost),
        tail: (deviation, -deviation * deviation / 2.0),
        level: 1.0,
        others: Vec::new(),
    }
}

/// The share of the cell with each condition, after the hierarchy.
pub(super) fn wanted(mix: &CaseMix, cell: Cell) -> Result<Vec<Wanted>, Impossible> {
    let of = |(position, condition): (usize, &model::condition::Condition)| {
        let listed = mix.reference.listed.get(cell).filter(|n| **n > Count::ZERO);
        let affected = mix.reference.affected.get(&condition.id).and_then(|cells| cells.get(cell));
        let (Some(listed), Some(affected)) = (listed, affected) else {
            return Err(Impossible::NoShare(condition.id.clone(), cell));
        };
        let share = f64::from(affected.get()) / f64::from(listed.get());
        let admitted = admitted(condition.limits, cell);
        let share = if admitted > 0.0 { (share / admitted).min(1.0) } else { 0.0 };
        Ok(Wanted { position, apart: apart(mix, position), share })
    };
    mix.conditions.iter().enumerate().map(of).collect()
}

/// The part of the cell's ages that the limits admit.
fn admitted(limits: Limits, cell: Cell) -> f64 {
    let years = years(cell.band);
    let ages = (0..years).map(|year| cell.band.low.saturating_add(year));
    let inside = ages.filter(|age| limits.admit(cell.sex, *age)).count();
    inside as f64 / f64::from(years)
}

/// The conditions that never are paid for together with this one.
fn apart(mix: &CaseMix, position: usize) -> ConditionSet {
    mix.hierarchy.iter().fold(ConditionSet::EMPTY, |apart, rule| {
        let parent = rule.drops.has(position).then_some(rule.parent);
        let children = if rule.parent == position { rule.drops } else { ConditionSet::EMPTY };
        apart.or(children).or(ConditionSet::of(parent))
    })
}

fn joint(mix: &CaseMix, costs: &[f64]) -> Vec<Joint> {
    let cost = |place: usize| costs.get(place).copied().unwrap_or(0.0);
    let singles = mix.conditions.len();
    let interactions = mix
        .interactions
        .iter()
        .enumerate()
        .map(|(i, interaction)| Joint::AnyOfEach(interaction.groups.clone(), cost(singles + i)));
    let before = singles + mix.interactions.len();
    let counts = mix.counts.iter().enumerate().map(|(i, term)| Joint::Number(term.rule, cost(before + i)));
    interactions.chain(counts).collect()
}

/// The region's persons of a cell over the strata.
fn spread(persons: &[u64], leanings: &[Leaning]) -> ByStratum {
    let total = persons.iter().sum::<u64>().max(1) as f64;
    let sum = |stratum: usize| -> f64 {
        let parts = persons.iter().zip(leanings).map(|(n, leaning)| (*n as f64, leaning.strata.get(stratum)));
        parts.map(|(n, share)| n * share.copied().unwrap_or(0.0)).sum()
    };
    [0, 1, 2].map(|stratum| sum(stratum) / total)
}

/// The mean cost of a stratum.
fn mean(base: f64, solved: &[Condition], costs: &[f64], stratum: usize) -> f64 {
    let cost = |one: &Condition| costs.get(one.position).zip(one.share.get(stratum)).map_or(0.0, |(c, s)| c * s);
    base + solved.iter().map(cost).sum::<f64>()
}

/// The mean by the mean with prescribing.
fn level(persons: &[u64], leanings: &[Leaning], means: ByStratum) -> f64 {
    let cost = |leaning: &Leaning| leaning.strata.iter().zip(means).map(|(share, mean)| share * mean).sum::<f64>();
    let parts = || persons.iter().zip(leanings).map(|(n, leaning)| (*n as f64 * cost(leaning), leaning.prescribing));
    let with: f64 = parts().map(|(cost, prescribing)| cost * prescribing).sum();
    let plain: f64 = parts().map(|(cost, _)| cost).sum();
    if with > 0.0 && plain > 0.0 { plain / with } else { 1.0 }
}

fn trials(solved: &[Condition], costs: &[f64], mix: Option<&CaseMix>, stratum: usize) -> Vec<Trial> {
    let trial = |one: &Condition| Trial {
        chance: one.chance(stratum),
        position: one.position,
        apart: one.apart,
        cost: costs.get(one.position).copied().unwrap_or(0.0),
        limits: mix.and_then(|mix| mix.conditions.get(one.position)).map(|c| c.limits).unwrap_or_default(),
    };
    solved.iter().map(trial).filter(|trial| !trial.chance.is_none()).collect()
}
