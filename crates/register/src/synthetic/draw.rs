//! Draws the persons one by one: stratum, age, conditions, cost.
use super::{
    Leaning,
    cells::{CellTable, Joint, Trial},
    others::{Drawn, with_extras},
    sampler::{Chance, Sampler},
};
use crate::{
    intern::SetPlaces,
    person_key::PersonKey,
    register::{Full, Register},
};
use model::case_mix::ConditionSet;
use rust_decimal::prelude::ToPrimitive;

/// Chance for the persons, and for each other model's conditions apart.
pub(super) struct DiceOfAll {
    pub(super) persons: Sampler,
    pub(super) others: Vec<Sampler>,
}

/// Everybody: practice by practice, cell by cell.
pub(super) fn persons(
    register: &mut Register,
    table: &[Vec<u64>],
    leanings: &[Leaning],
    cells: &[CellTable],
    sampler: &mut DiceOfAll,
) -> Result<(), Full> {
    let DiceOfAll { persons: sampler, others } = sampler;
    let mut places = SetPlaces::default();
    for (practice, (row, leaning)) in table.iter().zip(leanings).enumerate() {
        let practice = u16::try_from(practice).map_err(|_| Full::Practices)?;
        let [low, middle, _] = leaning.strata;
        let strata = (Chance::new(low), Chance::new(middle / (1.0 - low)));
        for (persons, cell) in row.iter().zip(cells) {
            for _ in 0..*persons {
                let stratum = stratum(strata, sampler);
                let trials = cell.trials.get(stratum).map_or(&[][..], Vec::as_slice);
                let age = cell.cell.band.low.saturating_add(sampler.below(cell.years));
                let key = PersonKey::new(cell.cell.sex, age);
                let (set, conditions) = conditions(trials, key, sampler);
                let cost = cost(cell, set, conditions, leaning.prescribing, sampler);
                let drawn = Drawn { key, stratum, set, cost };
                let set = cell
                    .others
                    .iter()
                    .zip(others.iter_mut())
                    .fold(set, |set, (extras, sampler)| set.or(with_extras(extras, drawn, sampler)));
                let place = places.place(set, register)?;
                register.push(practice, key, place, cost);
            }
        }
    }
    Ok(())
}

/// The stratum that a person is of.
fn stratum((low, middle): (Chance, Chance), sampler: &mut Sampler) -> usize {
    if sampler.comes(low) {
        0
    } else if sampler.comes(middle) {
        1
    } else {
        2
    }
}

/// The set, and what its conditions cost on average one by one.
fn conditions(trials: &[Trial], key: PersonKey, sampler: &mut Sampler) -> (ConditionSet, f64) {
    let (mut set, mut cost) = (ConditionSet::EMPTY, 0.0);
    for trial in trials {
        if sampler.comes(trial.chance) && !set.has_any(trial.apart) && trial.limits.admit(key.sex(), key.age()) {
            set = set.with(trial.position);
            cost += trial.cost;
        }
    }
    (set, cost)
}

/// A cost in öre: nothing for some of the healthy, and for the others a long tail about the group's mean.
fn cost(cell: &CellTable, set: ConditionSet, conditions: f64, prescribing: f64, sampler: &mut Sampler) -> u32 {
    let joint: f64 = cell.joint.iter().map(|joint| joint.cost(set)).sum();
    let mut mean = (cell.base + conditions + joint) * prescribing * cell.level;
    if set.is_empty() {
        if sampler.comes(cell.without) {
            return 0;
        }
        mean *= cell.without_factor;
    }
    let (deviation, shift) = cell.tail;
    let cost = mean * libm::exp(deviation * sampler.normal() + shift);
    (cost.max(0.0) + 0.5).to_u32().unwrap_or(Register::LARGEST_COST)
}

impl Joint {
    fn cost(&self, set: ConditionSet) -> f64 {
        match self {
            Self::AnyOfEach(groups, cost) if groups.iter().all(|group| set.has_any(*group)) => *cost,
            Self::Number(rule, cost) if rule.is_met(set.count()) => *cost,
            _ => 0.0,
        }
    }
}
