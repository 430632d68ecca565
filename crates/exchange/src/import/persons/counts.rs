//! How many persons there are of each sex and age, and with which conditions. Forgets each person at once.

use crate::import::Target;
use crate::import::ages::OLDEST;
use model::{
    age::{Age, AgeBands},
    case_mix::{CaseMix, ConditionSet},
    cell::Cell,
    count::Count,
    id::Id,
    sex::Sex,
};
use std::collections::HashMap;

const AGES: usize = OLDEST as usize + 1;
/// Sets of conditions that are counted before they are turned into factors; bounds the memory.
const MAX_SETS: usize = 50_000;

/// Persons so far.
pub(super) struct Counts {
    /// By sex, then by age.
    persons: Vec<u64>,
    /// Those among them who have some condition and were turned into factors.
    with_conditions: Vec<u64>,
    sets: HashMap<(Sex, Age, ConditionSet), u64>,
    factors: Vec<u64>,
    mix: Option<CaseMix>,
}

impl Counts {
    /// Nobody yet; factors are counted if the list tells conditions.
    pub(super) fn new(target: &Target, tells_conditions: bool) -> Self {
        Self {
            persons: vec![0; 2 * AGES],
            with_conditions: vec![0; 2 * AGES],
            sets: HashMap::new(),
            factors: vec![0; target.factors.len()],
            mix: target.case_mix.clone().filter(|_| tells_conditions),
        }
    }

    /// Counts a person.
    pub(super) fn add(&mut self, sex: Sex, age: Age, conditions: ConditionSet) {
        if let Some(count) = self.persons.get_mut(place(sex, age)) {
            *count += 1;
        }
        if conditions != ConditionSet::EMPTY {
            *self.sets.entry((sex, age, conditions)).or_default() += 1;
            if self.sets.len() > MAX_SETS {
                self.turn_sets_into_factors();
            }
        }
    }

    /// How many persons were counted.
    pub(super) fn persons(&self) -> u64 {
        self.persons.iter().sum()
    }

    /// The persons by cell; nothing if a cell has more than the model counts.
    pub(super) fn listed(&self, bands: &AgeBands) -> Option<Vec<(Cell, Count)>> {
        let ages = || (0..=Age::MAX).take(AGES);
        let in_cell = |cell: Cell| {
            let own = ages().filter(|age| cell.band.contains(*age));
            own.filter_map(|age| self.persons.get(place(cell.sex, age))).sum::<u64>()
        };
        bands.cells().map(|cell| Some((cell, Count::new(in_cell(cell))?))).collect()
    }

    /// The persons by factor, after the model's rules; empty if the list tells no conditions.
    pub(super) fn affected(mut self, target: &Target) -> Option<Vec<(Id, Count)>> {
        self.turn_sets_into_factors();
        if self.mix.is_none() {
            return Some(Vec::new());
        }
        // a model may count those who have no condition at all
        for sex in Sex::ALL {
            for age in (0..=Age::MAX).take(AGES) {
                let at = |counts: &[u64]| counts.get(place(sex, age)).copied().unwrap_or(0);
                let healthy = at(&self.persons).saturating_sub(at(&self.with_conditions));
                if healthy > 0 {
                    self.count_factors(sex, age, ConditionSet::EMPTY, healthy);
                }
            }
        }
        let counted = target.factors.iter().zip(&self.factors);
        counted.map(|(factor, persons)| Some((factor.id.clone(), Count::new(*persons)?))).collect()
    }

    fn turn_sets_into_factors(&mut self) {
        for ((sex, age, conditions), persons) in std::mem::take(&mut self.sets) {
            if let Some(count) = self.with_conditions.get_mut(place(sex, age)) {
                *count += persons;
            }
            self.count_factors(sex, age, conditions, persons);
        }
    }

    fn count_factors(&mut self, sex: Sex, age: Age, conditions: ConditionSet, persons: u64) {
        let Some(mix) = &self.mix else { return };
        for id in mix.flags(sex, age, conditions).factors {
            let place = mix.factors().position(|factor| *factor.id == id);
            if let Some(count) = place.and_then(|place| self.factors.get_mut(place)) {
                *count += persons;
            }
        }
    }
}

fn place(sex: Sex, age: Age) -> usize {
    let start = if sex == Sex::Woman { 0 } else { AGES };
    start + usize::from(age).min(AGES - 1)
}
