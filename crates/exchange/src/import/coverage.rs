//! Which persons the numbers of a table count: every sex and age at most once. Does not add anything up.

use super::ages::OLDEST;
use super::fact::{Counted, Fact};
use model::{
    age::{Age, AgeBand},
    sex::Sex,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many ages there are.
const AGES: usize = OLDEST as usize + 1;

/// For each thing counted, of each vårdcentral where several are taken together, which fact counts a person of each sex and
/// age.
#[derive(Default)]
pub(super) struct Coverage(BTreeMap<Of, Vec<Option<usize>>>);

/// A vårdcentral, and what is counted of it.
type Of = (Option<Rc<str>>, Counted);

impl Coverage {
    /// Enters a fact under its number; if some of its persons are counted already, gives one fact that counts them.
    pub(super) fn enter(&mut self, number: usize, fact: &Fact) -> Option<usize> {
        let cells = self.0.entry((fact.practice.clone(), fact.counted)).or_insert_with(|| vec![None; 2 * AGES]);
        let mut twice = None;
        for place in places(fact.sex, fact.band) {
            match cells.get_mut(place) {
                Some(Some(other)) => twice = twice.or(Some(*other)),
                Some(free) => *free = Some(number),
                None => {}
            }
        }
        twice
    }

    /// Whether some person is counted by both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|(counted, cells)| {
            let others = other.0.get(counted);
            others.is_some_and(|others| cells.iter().zip(others).any(|(one, two)| one.is_some() && two.is_some()))
        })
    }

    /// The listed ages from `low` to `high` of a sex that nobody was counted for.
    pub(super) fn missing(&self, sex: Sex, low: Age, high: Age) -> Vec<AgeBand> {
        let listed: Vec<_> = self.0.iter().filter(|((_, counted), _)| *counted == Counted::Listed).collect();
        let is_taken = |place: usize| listed.iter().any(|(_, cells)| cells.get(place).is_some_and(Option::is_some));
        let is_free = |age: &Age| !places(Some(sex), Some(AgeBand { low: *age, high: Some(*age) })).any(is_taken);
        let mut missing: Vec<AgeBand> = Vec::new();
        for age in (low..=high).filter(is_free) {
            match missing.last_mut() {
                Some(band) if band.high.and_then(|end| end.checked_add(1)) == Some(age) => band.high = Some(age),
                _ => missing.push(AgeBand { low: age, high: Some(age) }),
            }
        }
        missing
    }
}

/// The cells of a sex (none is both) and a band (none is all ages).
fn places(sex: Option<Sex>, band: Option<AgeBand>) -> impl Iterator<Item = usize> {
    let low = band.map_or(0, |band| usize::from(band.low));
    let high = band.and_then(|band| band.high).map_or(AGES - 1, usize::from).min(AGES - 1);
    let starts = [(Sex::Woman, 0), (Sex::Man, AGES)];
    let wanted = starts.into_iter().filter(move |(own, _)| sex.is_none_or(|sex| sex == *own));
    wanted.flat_map(move |(_, start)| (low..=high).map(move |age| start + age))
}
