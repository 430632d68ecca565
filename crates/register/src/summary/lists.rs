//! What groups are paid for by one model's rules: each distinct list of factors once. Knows no amounts.
use super::places::NONE;
use crate::{
    frame::{Frame, Lane},
    intern::BySet,
};
use model::case_mix::{CaseMix, ConditionSet};

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
    /// By class: which of `admissions` is its own.
    admission: Vec<usize>,
    admissions: Vec<Admission>,
    /// By set: the same with the model's positions.
    in_model: Vec<ConditionSet>,
    /// By paid conditions: the list.
    after: BySet,
    pub lists: Lists,
}

/// Classes with the same limits.
struct Admission {
    counted: ConditionSet,
    /// By set: the list, where it is known.
    lists: Vec<u32>,
}

impl Lister {
    pub fn new(lane: &Lane, frame: &Frame, sets: &[ConditionSet]) -> Self {
        let mut admissions: Vec<Admission> = Vec::new();
        let mut admission = Vec::with_capacity(frame.classes.len());
        for counted in frame.classes.iter().map(|class| lane.admitted(*class)) {
            let place = admissions.iter().position(|known| known.counted == counted).unwrap_or(admissions.len());
            if place == admissions.len() {
                admissions.push(Admission { counted, lists: vec![NONE; sets.len()] });
            }
            admission.push(place);
        }
        Self {
            mix: lane.mix.clone(),
            factors: lane.mix.as_ref().map_or(0, |mix| mix.factors().count()),
            admission,
            admissions,
            in_model: sets.iter().map(|set| lane.in_model(*set)).collect(),
            after: BySet::default(),
            lists: Lists::default(),
        }
    }

    /// Enters the next group and gives its factors.
    pub fn enter(&mut self, class: u16, set: u32) -> &[u16] {
        let list = self.list(class, set).unwrap_or(NONE);
        self.lists.of_group.push(list);
        self.lists.get(list)
    }

    /// `None` for a class or a set that was not announced.
    fn list(&mut self, class: u16, set: u32) -> Option<u32> {
        let set = usize::try_from(set).ok()?;
        let admission = self.admissions.get_mut(*self.admission.get(usize::from(class))?)?;
        let known = admission.lists.get_mut(set)?;
        if *known == NONE {
            let admitted = self.in_model.get(set)?.both(admission.counted);
            let paid = self.mix.as_ref().map_or(ConditionSet::EMPTY, |mix| mix.paid_of_admitted(admitted));
            *known = self.after.get(paid).unwrap_or_else(|| {
                let list = match &self.mix {
                    Some(mix) => self.lists.push(mix.paid_positions(paid)),
                    None => self.lists.push(std::iter::empty()),
                };
                self.after.insert(paid, list);
                list
            });
        }
        Some(*known)
    }
}
