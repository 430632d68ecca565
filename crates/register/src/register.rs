//! Persons in columns: eleven bytes each. Knows nothing of models or files.
use crate::{conditions::Conditions, kept::Kept, person_key::PersonKey};
use model::{case_mix::ConditionSet, id::Id};
use std::collections::HashMap;

/// Where a region's figures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
pub enum Origin {
    /// Made by chance from stated assumptions: nobody real. The seed makes it again.
    Synthetic {
        /// The seed; `None` where a file says that it is made up, and not by which.
        seed: Option<u64>,
    },
    /// Read from the user's own file.
    Own,
}

/// Why a person or a practice has no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// More practices than [`Register::MAX_PRACTICES`].
    Practices,
    /// More distinct sets of conditions than a column holds.
    Sets,
}

/// One person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The practice's position among [`Register::practices`].
    pub practice: u16,
    /// Sex and age.
    pub key: PersonKey,
    /// Conditions before any rule, by position among [`Register::conditions`].
    pub conditions: ConditionSet,
    /// The drug cost of a year, in öre.
    pub cost: u32,
}

/// Persons in columns.
#[derive(Clone, Debug)]
pub struct Register {
    /// Where they come from.
    pub origin: Origin,
    /// What each practice is called; a person's practice is a position here.
    practices: Vec<String>,
    /// The conditions that the register tells of; a person's set holds positions here.
    conditions: Conditions,
    practice: Vec<u16>,
    key: Vec<PersonKey>,
    /// Position among `sets`.
    set: Vec<u32>,
    cost: Vec<u32>,
    sets: Vec<ConditionSet>,
    places: HashMap<ConditionSet, u32>,
}

impl Register {
    /// The most practices.
    pub const MAX_PRACTICES: u16 = u16::MAX;
    /// The largest cost of a person and year, in öre: almost 43 million kronor.
    pub const LARGEST_COST: u32 = u32::MAX;

    /// Nobody yet.
    pub fn new(origin: Origin, conditions: Conditions) -> Self {
        Self {
            origin,
            practices: Vec::new(),
            conditions,
            practice: Vec::new(),
            key: Vec::new(),
            set: Vec::new(),
            cost: Vec::new(),
            sets: vec![ConditionSet::EMPTY],
            places: HashMap::from([(ConditionSet::EMPTY, 0)]),
        }
    }

    /// Room for so many more persons, so that the columns do not grow by doubling.
    pub fn reserve(&mut self, persons: usize) {
        self.practice.reserve_exact(persons);
        self.key.reserve_exact(persons);
        self.set.reserve_exact(persons);
        self.cost.reserve_exact(persons);
    }

    /// Gives back the room that was reserved and not needed.
    pub fn trim(&mut self) {
        self.practice.shrink_to_fit();
        self.key.shrink_to_fit();
        self.set.shrink_to_fit();
        self.cost.shrink_to_fit();
    }

    /// Enters a practice and gives its position.
    pub fn add_practice(&mut self, name: String) -> Result<u16, Full> {
        let position = self.next_practice().ok_or(Full::Practices)?;
        self.practices.push(name);
        Ok(position)
    }

    /// The position of the next practice, if there is room for one.
    pub fn next_practice(&self) -> Option<u16> {
        u16::try_from(self.practices.len()).ok().filter(|position| *position < Self::MAX_PRACTICES)
    }

    /// Puts the practices in the order of their names; everyone stays with their practice.
    pub fn sort_practices(&mut self) {
        let moved = crate::by_name::sort(&mut self.practices);
        for practice in &mut self.practice {
            *practice = moved.get(usize::from(*practice)).copied().unwrap_or(*practice);
        }
    }

    /// The conditions that somebody has.
    pub fn met(&self) -> Vec<Id> {
        let mut sets: Vec<u32> = self.set.clone();
        sets.sort_unstable();
        sets.dedup();
        let met = sets.into_iter().filter_map(|set| self.sets.get(usize::try_from(set).ok()?));
        of_sets(&self.conditions, met.copied())
    }

    /// Forgets every condition but these: what nobody asks for tells nobody apart.
    pub fn keep_conditions(&mut self, asked: &[Id]) {
        let kept = Kept::new(&mut self.conditions, asked);
        let before = std::mem::replace(&mut self.sets, vec![ConditionSet::EMPTY]);
        self.places = HashMap::from([(ConditionSet::EMPTY, 0)]);
        let place = |set: ConditionSet| {
            let place = self.intern(kept.of(set));
            debug_assert!(place.is_ok(), "there are no more sets than before, and those had room");
            place.unwrap_or_default()
        };
        let places: Vec<u32> = before.into_iter().map(place).collect();
        for set in &mut self.set {
            *set = usize::try_from(*set).ok().and_then(|set| places.get(set)).copied().unwrap_or_default();
        }
    }

    /// The place of a set of conditions in the column of sets.
    pub fn intern(&mut self, conditions: ConditionSet) -> Result<u32, Full> {
        if let Some(place) = self.places.get(&conditions) {
            return Ok(*place);
        }
        let place = u32::try_from(self.sets.len()).map_err(|_| Full::Sets)?;
        self.sets.push(conditions);
        self.places.insert(conditions, place);
        Ok(place)
    }

    /// Enters a person whose practice was entered before and whose set was interned.
    pub fn push(&mut self, practice: u16, key: PersonKey, set: u32, cost: u32) {
        // else the person would be of no practice, or have no conditions
        debug_assert!(usize::from(practice) < self.practices.len(), "the practice was not entered");
        debug_assert!(usize::try_from(set).is_ok_and(|set| set < self.sets.len()), "the set was not interned");
        self.practice.push(practice);
        self.key.push(key);
        self.set.push(set);
        self.cost.push(cost);
    }

    /// How many persons there are.
    pub fn len(&self) -> usize {
        self.cost.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.cost.is_empty()
    }

    /// What the practices are called.
    pub fn practices(&self) -> &[String] {
        &self.practices
    }

    /// The conditions that the register tells of.
    pub fn conditions(&self) -> &Conditions {
        &self.conditions
    }

    /// The distinct sets of conditions; the first is the empty one.
    pub fn sets(&self) -> &[ConditionSet] {
        &self.sets
    }

    /// The columns: practice, sex and age, place among [`Register::sets`], cost in öre a year. All are of one length.
    pub fn columns(&self) -> (&[u16], &[PersonKey], &[u32], &[u32]) {
        (&self.practice, &self.key, &self.set, &self.cost)
    }

    /// The same persons in other practices: their names, and the new place of an old one.
    pub(crate) fn with_practices(&self, practices: Vec<String>, place: impl Fn(u16) -> u16) -> Self {
        let practice = self.practice.iter().map(|practice| place(*practice)).collect();
        Self { practices, practice, ..self.clone() }
    }

    /// The persons one by one, in the order in which they were entered.
    pub fn rows(&self) -> impl Iterator<Item = PersonRow> + '_ {
        let places = self.practice.iter().zip(&self.key);
        places.zip(&self.set).zip(&self.cost).map(|(((practice, key), set), cost)| PersonRow {
            practice: *practice,
            key: *key,
            conditions: usize::try_from(*set).ok().and_then(|i| self.sets.get(i)).copied().unwrap_or_default(),
            cost: *cost,
        })
    }
}

/// The conditions that some of the sets has.
pub(crate) fn of_sets(conditions: &[Id], sets: impl Iterator<Item = ConditionSet>) -> Vec<Id> {
    let met = sets.fold(ConditionSet::EMPTY, ConditionSet::or);
    met.positions().filter_map(|place| conditions.get(place)).cloned().collect()
}
