//! What groups are paid for by one model's rules: each distinct list of factors once. Knows no amounts.
use crate::frame::{Class, Frame, Lane};
use model::case_mix::{CaseMix, ConditionSet};
use std::collections::HashMap;

/// Distinct lists of factors, and the list of each group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists {
    /// By group: its list.
    pub of_group: Vec<u32>,
    /// By list: where its factors end; they begin where those of the list before end.
    ends: Vec<u32>,
    factors: Vec<u16>,
}

impl Lists {
    /// The lists in order; each holds positions among [`CaseMix::factors`].
    pub fn iter(&self) -> impl Iterator<Item = &[u16]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.between(start, *end))
    }

    fn get(&self, list: u32) -> &[u16] {
        let Ok(list) = usize::try_from(list) else { return &[] };
        let start = list.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(list).map_or(&[], |end| self.between(start, *end))
    }

    fn between(&self, start: u32, end: u32) -> &[u16] {
        let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
        self.factors.get(range).unwrap_or_default()
    }

    fn push(&mut self, factors: impl Iterator<Item = usize>) -> u32 {
        self.factors.extend(factors.filter_map(|factor| u16::try_from(factor).ok()));
        self.ends.push(u32::try_from(self.factors.len()).unwrap_or(u32::MAX));
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }
}

/// Finds the lists of groups, each combination of rules worked out once.
pub(super) struct Lister {
    mix: Option<CaseMix>,
    /// How many factors the model pays for.
    pub factors: usize,
    /// By class: the conditions that are counted.
    admitted: Vec<ConditionSet>,
    /// By set: the same with the model's positions.
    in_model: Vec<ConditionSet>,
    /// By counted conditions, before the rules.
    before: HashMap<ConditionSet, u32>,
    /// By paid conditions, after them.
    after: HashMap<ConditionSet, u32>,
    pub lists: Lists,
}

impl Lister {
    pub fn new(lane: &Lane, frame: &Frame, sets: &[ConditionSet]) -> Self {
        Self {
            factors: lane.mix.as_ref().map_or(0, |mix| mix.factors().count()),
            mix: lane.mix.clone(),
            admitted: frame.classes.iter().map(|class| lane.admitted(*class)).collect(),
            in_model: sets.iter().map(|set| lane.in_model(*set)).collect(),
            before: HashMap::new(),
            after: HashMap::new(),
            lists: Lists::default(),
        }
    }

    /// Enters the next group and gives its factors.
    pub fn enter(&mut self, class: u16, youngest: Class, set: u32) -> &[u16] {
        let admitted = self.admitted.get(usize::from(class)).copied().unwrap_or_default();
        let own = usize::try_from(set).ok().and_then(|set| self.in_model.get(set)).copied().unwrap_or_default();
        let counted = own.both(admitted);
        let list = match self.before.get(&counted) {
            Some(list) => *list,
            None => self.find(youngest, counted),
        };
        self.lists.of_group.push(list);
        self.lists.get(list)
    }

    /// Past limits, the rules look at nothing but the conditions, so that one class stands for all.
    fn find(&mut self, class: Class, counted: ConditionSet) -> u32 {
        let (sex, age) = (class.youngest.sex(), class.youngest.age());
        let paid = self.mix.as_ref().map_or(ConditionSet::EMPTY, |mix| mix.paid(sex, age, counted));
        let lists = &mut self.lists;
        let list = *self.after.entry(paid).or_insert_with(|| match &self.mix {
            Some(mix) => lists.push(mix.paid_positions(paid)),
            None => lists.push(std::iter::empty()),
        });
        self.before.insert(counted, list);
        list
    }
}
