//! What is left of a region after one pass: counts by practice, and groups of persons who are paid alike. Knows no
//! amounts.
use crate::{
    frame::{Frame, Lane},
    register::Register,
};
use model::{
    case_mix::ConditionSet,
    cell::PerCell,
    count::Count,
    entries::Entries,
    measure::{Measure, MonthlyMoney},
    practice::Practice,
};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// A practice's persons and cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PracticeSums {
    /// Listed persons.
    pub listed: u64,
    /// Their drug cost of a year, in öre.
    pub cost: u64,
}

/// Persons of one class with one set of conditions, in the whole region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// The class's place in the frame.
    pub class: u16,
    /// The set's place among [`Summary::sets`].
    pub set: u32,
    /// How many they are.
    pub persons: u32,
    /// Their costs of a year together, in öre.
    pub cost: u64,
    /// The sum of the squares of their costs, in öre squared.
    pub cost_squared: f64,
}

/// Counts by practice for one model's rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneCounts {
    /// How many factors the model pays for.
    pub factors: usize,
    /// Persons who are paid for, practice by practice: `factors` numbers each.
    pub persons: Vec<u32>,
}

/// A region after one pass.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The division that the pass was made with.
    pub frame: Frame,
    /// By practice.
    pub practices: Vec<PracticeSums>,
    /// Persons practice by practice: one number for each class of the frame.
    pub by_class: Vec<u32>,
    /// One for each lane of the frame.
    pub lanes: Vec<LaneCounts>,
    /// The distinct sets of conditions.
    pub sets: Vec<ConditionSet>,
    /// Groups, in the order of class and set.
    pub groups: Vec<Group>,
}

impl Summary {
    /// One pass over the persons.
    pub fn of_persons(register: &Register, frame: Frame) -> Self {
        let mut summary = Self::empty(frame, register.practices().len(), register.sets().to_vec());
        let paid = PaidTable::new(&summary.frame, &summary.sets);
        let mut places = HashMap::new();
        let (practices, keys, sets, costs) = register.columns();
        for (((practice, key), set), cost) in practices.iter().zip(keys).zip(sets).zip(costs) {
            let class = summary.frame.class_of_key.get(key.index()).copied().unwrap_or_default();
            let persons = Group { class, set: *set, persons: 1, cost: u64::from(*cost), cost_squared: square(*cost) };
            summary.add(usize::from(*practice), persons, &paid, &mut places);
        }
        summary.groups.sort_by_key(|group| (group.class, group.set));
        summary
    }

    fn empty(frame: Frame, practices: usize, sets: Vec<ConditionSet>) -> Self {
        let lanes = frame.lanes.iter().map(|lane| LaneCounts::empty(lane, practices)).collect();
        Self {
            practices: vec![PracticeSums::default(); practices],
            by_class: vec![0; practices * frame.classes.len()],
            lanes,
            sets,
            groups: Vec::new(),
            frame,
        }
    }

    /// Enters persons of one practice, class and set.
    fn add(&mut self, practice: usize, persons: Group, paid: &PaidTable, places: &mut HashMap<(u16, u32), usize>) {
        if let Some(sums) = self.practices.get_mut(practice) {
            sums.listed += u64::from(persons.persons);
            sums.cost += persons.cost;
        }
        let class = practice * self.frame.classes.len() + usize::from(persons.class);
        bump(&mut self.by_class, class, persons.persons);
        for (lane, counts) in self.lanes.iter_mut().enumerate() {
            for factor in paid.factors(lane, persons.class, persons.set) {
                bump(&mut counts.persons, practice * counts.factors + usize::from(*factor), persons.persons);
            }
        }
        let place = *places.entry((persons.class, persons.set)).or_insert(self.groups.len());
        match self.groups.get_mut(place) {
            None => self.groups.push(persons),
            Some(group) => {
                group.persons += persons.persons;
                group.cost += persons.cost;
                group.cost_squared += persons.cost_squared;
            }
        }
    }

    /// The practice's list as the core counts it, for one lane: its payment is exact and explained. `None` when there is
    /// no such practice or lane, or a count is over [`Count::MAX`].
    pub fn practice(&self, practice: usize, lane: usize) -> Option<Practice> {
        let sums = self.practices.get(practice)?;
        let (rules, counts) = (self.frame.lanes.get(lane)?, self.lanes.get(lane)?);
        let classes = self.by_class.chunks_exact(self.frame.classes.len()).nth(practice)?;
        let mut cells = vec![0; 2 * rules.bands.count()];
        for (cell, persons) in rules.cell_of_class.iter().zip(classes) {
            bump(&mut cells, usize::from(*cell), *persons);
        }
        let cells = cells.into_iter().map(|persons| Count::new(u64::from(persons))).collect::<Option<Vec<_>>>()?;
        let listed = PerCell::from_values(&rules.bands, cells)?;
        let affected = match &rules.mix {
            Some(mix) => {
                let persons = counts.persons.chunks_exact(counts.factors.max(1)).nth(practice).unwrap_or_default();
                let counted = mix.factors().zip(persons);
                counted
                    .map(|(f, n)| Some((f.id.clone(), Count::new(u64::from(*n))?)))
                    .collect::<Option<Entries<_, _>>>()?
            }
            None => Entries::new(),
        };
        let cost = Decimal::from(sums.cost) / Decimal::from(ORE_PER_YEAR_IN_KRONA_PER_MONTH);
        Some(Practice { listed, affected, drug_cost: Some(MonthlyMoney::of(cost)) })
    }
}

/// A krona a month in öre a year.
const ORE_PER_YEAR_IN_KRONA_PER_MONTH: u32 = 1200;

impl LaneCounts {
    fn empty(lane: &Lane, practices: usize) -> Self {
        let factors = lane.mix.as_ref().map_or(0, |mix| mix.factors().count());
        Self { factors, persons: vec![0; practices * factors] }
    }
}

/// What each set is paid for, by lane and by the conditions that a class admits.
struct PaidTable {
    /// By lane, then by set and class.
    lanes: Vec<Vec<Vec<u16>>>,
    classes: usize,
}

impl PaidTable {
    fn new(frame: &Frame, sets: &[ConditionSet]) -> Self {
        let table = |lane: &Lane| {
            let classes = || frame.classes.iter();
            sets.iter().flat_map(|set| classes().map(|class| lane.paid(*class, *set))).collect()
        };
        Self { lanes: frame.lanes.iter().map(table).collect(), classes: frame.classes.len() }
    }

    fn factors(&self, lane: usize, class: u16, set: u32) -> &[u16] {
        let set = usize::try_from(set).unwrap_or(usize::MAX);
        let place = set.saturating_mul(self.classes).saturating_add(usize::from(class));
        self.lanes.get(lane).and_then(|lane| lane.get(place)).map_or(&[], Vec::as_slice)
    }
}

fn bump(counts: &mut [u32], place: usize, persons: u32) {
    if let Some(count) = counts.get_mut(place) {
        *count += persons;
    }
}

fn square(cost: u32) -> f64 {
    f64::from(cost) * f64::from(cost)
}
