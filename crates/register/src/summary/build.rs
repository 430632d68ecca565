//! The one pass: persons or sums in, counts and groups out. Knows no amounts.
use super::{Group, LaneCounts, Layout, Places, PracticeSums, Summary, lists::Lister};
use crate::{frame::Frame, person_key::PersonKey};
use model::case_mix::ConditionSet;
use std::rc::Rc;

/// Persons of one practice, class and set.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub persons: u32,
    pub cost: u64,
    pub cost_squared: f64,
}

/// A summary in the making.
pub(super) struct Build {
    frame: Frame,
    sets: Vec<ConditionSet>,
    practices: Vec<PracticeSums>,
    /// Practice by practice: a column for each class, then one for each factor of every distinct lane.
    matrix: Vec<u32>,
    stride: usize,
    places: Places,
    groups: Vec<Group>,
    /// By group: where its columns for factors end in `columns`; they begin where those of the group before end.
    ends: Vec<usize>,
    columns: Vec<usize>,
    /// One for each distinct lane.
    listers: Vec<Lister>,
    /// By lane of the frame: its lister.
    lister_of_lane: Vec<usize>,
}

impl Build {
    pub fn new(frame: Frame, practices: usize, sets: &[ConditionSet], persons: usize) -> Self {
        let (distinct, lister_of_lane) = distinct_lanes(&frame);
        let lanes = distinct.iter().filter_map(|lane| frame.lanes.get(*lane));
        let listers: Vec<Lister> = lanes.map(|lane| Lister::new(lane, &frame, sets)).collect();
        let stride = frame.classes.len() + listers.iter().map(Lister::factors).sum::<usize>();
        Self {
            practices: vec![PracticeSums::default(); practices],
            matrix: vec![0; practices * stride],
            stride,
            places: Places::new(frame.classes.len(), sets.len(), persons),
            sets: sets.to_vec(),
            groups: Vec::new(),
            ends: vec![0],
            columns: Vec::new(),
            listers,
            lister_of_lane,
            frame,
        }
    }

    #[inline]
    pub fn class_of(&self, key: PersonKey) -> u16 {
        self.frame.class_of_key.get(key.index()).copied().unwrap_or_default()
    }

    /// Enters persons. Practices and sets that were not announced are left out.
    #[inline]
    pub fn add(&mut self, practice: u16, class: u16, set: u32, part: Part) {
        let next = self.groups.len();
        let place = self.places.get_or_enter(class, set, u32::try_from(next).unwrap_or(u32::MAX));
        let Ok(place) = usize::try_from(place) else { return };
        if place == next {
            self.enter(class, set);
        }
        let practice = usize::from(practice);
        let Some(sums) = self.practices.get_mut(practice) else { return };
        sums.cost += part.cost;
        if let Some(group) = self.groups.get_mut(place) {
            group.persons += part.persons;
            group.cost += part.cost;
            group.cost_squared += part.cost_squared;
        }
        let own = practice * self.stride;
        let Some(row) = self.matrix.get_mut(own..own + self.stride) else { return };
        bump(row, usize::from(class), part.persons);
        let (Some(start), Some(end)) = (self.ends.get(place), self.ends.get(place + 1)) else { return };
        for column in self.columns.get(*start..*end).unwrap_or_default() {
            bump(row, *column, part.persons);
        }
    }

    /// A group that was not met before.
    #[cold]
    fn enter(&mut self, class: u16, set: u32) {
        self.groups.push(Group { class, set, persons: 0, cost: 0, cost_squared: 0.0 });
        let mut column = self.frame.classes.len();
        if let Some(youngest) = self.frame.classes.get(usize::from(class)) {
            for lister in &mut self.listers {
                let factors = lister.factors();
                let paid = lister.enter(class, *youngest, set).iter();
                self.columns.extend(paid.map(|factor| column + usize::from(*factor)));
                column += factors;
            }
        }
        self.ends.push(self.columns.len());
    }

    pub fn finish(mut self) -> Summary {
        self.order_groups();
        let classes = self.frame.classes.len();
        let by_class = self.columns_of(0, classes);
        for (sums, persons) in self.practices.iter_mut().zip(by_class.chunks_exact(classes)) {
            sums.listed = persons.iter().map(|n| u64::from(*n)).sum();
        }
        let mut start = classes;
        let mut counts = Vec::new();
        for lister in std::mem::take(&mut self.listers) {
            let factors = lister.factors();
            let persons = self.columns_of(start, factors);
            counts.push(Rc::new(LaneCounts { factors, persons, lists: lister.lists }));
            start += factors;
        }
        let lanes = self.lister_of_lane.iter().filter_map(|lister| counts.get(*lister).map(Rc::clone)).collect();
        let layout = Layout::new(&self.groups, classes);
        let Self { frame, practices, sets, groups, .. } = self;
        Summary { frame, practices, by_class, lanes, sets, groups, layout, sorted: None }
    }

    /// By class and set, so that what is worked out does not hang on the order of the persons.
    fn order_groups(&mut self) {
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_unstable_by_key(|place| self.groups.get(*place).map(|group| (group.class, group.set)));
        self.groups = order.iter().filter_map(|place| self.groups.get(*place).copied()).collect();
        for lister in &mut self.listers {
            let of_group = &lister.lists.of_group;
            lister.lists.of_group = order.iter().filter_map(|place| of_group.get(*place).copied()).collect();
        }
    }

    fn columns_of(&self, start: usize, count: usize) -> Vec<u32> {
        let rows = self.matrix.chunks_exact(self.stride.max(1));
        rows.flat_map(|row| row.get(start..start + count).unwrap_or_default()).copied().collect()
    }
}

/// The first lane of each kind of rules, and the kind of each lane.
fn distinct_lanes(frame: &Frame) -> (Vec<usize>, Vec<usize>) {
    let mut distinct: Vec<usize> = Vec::new();
    let mut kinds = Vec::new();
    for (place, lane) in frame.lanes.iter().enumerate() {
        let alike = |first: &usize| frame.lanes.get(*first).is_some_and(|first| first.pays_alike(lane));
        kinds.push(distinct.iter().position(alike).unwrap_or(distinct.len()));
        if kinds.last() == Some(&distinct.len()) {
            distinct.push(place);
        }
    }
    (distinct, kinds)
}

#[inline]
fn bump(counts: &mut [u32], place: usize, persons: u32) {
    if let Some(count) = counts.get_mut(place) {
        *count += persons;
    }
}
