//! The one pass: persons or sums in, counts and groups out. Knows no amounts.
use super::{
    Group, GroupColumns, Known, LaneCounts, Places, PracticeSums, Summary,
    lists::Lister,
    places::{MANY, NONE},
};
use crate::{frame::Frame, person_key::PersonKey};
use model::case_mix::ConditionSet;
use std::rc::Rc;

/// Persons of one practice, class and set.
#[derive(Clone, Copy)]
pub(super) struct GroupPart {
    pub persons: u32,
    pub cost: u64,
    pub cost_squared: f64,
}

/// A group in the making, in half a cache line.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Growing {
    cost: u64,
    cost_squared: f64,
    /// Persons of earlier runs.
    persons: u32,
    /// Persons of the run: of one practice, since another was met.
    run: u32,
    /// Where its columns begin in [`Build::columns`], and how many they are.
    start: u32,
    columns: u32,
}

/// A summary in the making. Persons of one practice who come in a row are first counted by group alone, and then entered
/// in the practice's counts a group at a time.
pub(super) struct Build {
    frame: Frame,
    sets: Vec<ConditionSet>,
    practices: Vec<PracticeSums>,
    /// Practice by practice: a column for each class, then one for each factor of every distinct lane.
    matrix: Vec<u32>,
    stride: usize,
    places: Places,
    groups: Vec<Growing>,
    /// By group: its class and set.
    keys: Vec<(u16, u32)>,
    /// The practice of the run, and the groups that were met in it.
    practice: u16,
    /// As long as the groups and one more, of which the first `met_count` count.
    met: Vec<u32>,
    met_count: usize,
    cost: u64,
    /// The columns of the matrix in which each group counts.
    columns: Vec<u16>,
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
        // a guess: growing by doubling would leave holes as large as what is kept
        let groups = (4 * sets.len()).min(persons / 32);
        let stride = frame.classes.len() + listers.iter().map(|lister| lister.factors).sum::<usize>();
        Self {
            practices: vec![PracticeSums::default(); practices],
            matrix: vec![0; practices * stride],
            stride,
            places: Places::new(frame.classes.len(), sets.len(), persons),
            sets: sets.to_vec(),
            groups: Vec::with_capacity(groups),
            keys: Vec::with_capacity(groups),
            practice: 0,
            met: met_with(groups),
            met_count: 0,
            cost: 0,
            columns: Vec::with_capacity(4 * groups),
            listers,
            lister_of_lane,
            frame,
        }
    }

    /// Enters persons of one practice: their columns. The practice is one of those announced, and so are the sets.
    pub fn add_persons(&mut self, practice: u16, keys: &[PersonKey], sets: &[u32], costs: &[u32]) {
        self.begin_run(practice);
        let mut places = [NONE; MANY];
        for ((keys, sets), costs) in keys.chunks(MANY).zip(sets.chunks(MANY)).zip(costs.chunks(MANY)) {
            if !self.places.find(&self.frame.class_of_key, keys, sets, &mut places) {
                self.enter_missing(keys, sets, &mut places);
            }
            self.grow(&places, costs);
        }
    }

    /// Enters sums of one practice.
    pub fn add_sums(&mut self, practice: u16, key: PersonKey, set: u32, part: GroupPart) {
        self.begin_run(practice);
        let mut places = [NONE; MANY];
        self.enter_missing(&[key], &[set], &mut places);
        let [place, ..] = places;
        let Some(growing) = self.groups.get_mut(wide(place)) else { return };
        if let Some(met) = self.met.get_mut(self.met_count) {
            *met = place;
            self.met_count += usize::from(growing.run == 0);
        }
        growing.run += part.persons;
        growing.cost += part.cost;
        growing.cost_squared += part.cost_squared;
        self.cost += part.cost;
    }

    fn begin_run(&mut self, practice: u16) {
        if practice != self.practice {
            self.end_run();
            self.practice = practice;
        }
    }

    /// Persons whose places were found.
    fn grow(&mut self, places: &[u32; MANY], costs: &[u32]) {
        let (groups, met, mut met_count) = (self.groups.as_mut_slice(), self.met.as_mut_slice(), self.met_count);
        let mut sum = 0;
        for (place, cost) in places.iter().zip(costs) {
            let (Some(growing), Some(met)) = (groups.get_mut(wide(*place)), met.get_mut(met_count)) else { continue };
            // written always and counted at times: a branch would wait for the group to come from memory
            *met = *place;
            met_count += usize::from(growing.run == 0);
            growing.run += 1;
            growing.cost += u64::from(*cost);
            growing.cost_squared += f64::from(*cost) * f64::from(*cost);
            sum += u64::from(*cost);
        }
        self.met_count = met_count;
        self.cost += sum;
    }

    /// Gives places to those of groups that were not met before.
    fn enter_missing(&mut self, keys: &[PersonKey], sets: &[u32], places: &mut [u32; MANY]) {
        let missing = places.iter_mut().zip(keys.iter().zip(sets)).filter(|(place, _)| **place == NONE);
        for (place, (key, set)) in missing {
            let class = self.frame.class_of_key.get(key.index()).copied().unwrap_or_default();
            *place = self.places.get(class, *set);
            if *place == NONE {
                *place = index(self.groups.len());
                self.places.enter(class, *set, *place);
                self.enter(class, *set);
            }
        }
    }

    /// Enters the groups of the run in the practice's counts.
    fn end_run(&mut self) {
        let practice = usize::from(self.practice);
        let own = practice * self.stride;
        let row = self.matrix.get_mut(own..own + self.stride).unwrap_or_default();
        let met = std::mem::take(&mut self.met_count);
        for place in self.met.iter().take(met).copied().map(wide) {
            let Some(growing) = self.groups.get_mut(place) else { continue };
            let persons = std::mem::take(&mut growing.run);
            growing.persons += persons;
            let columns = wide(growing.start)..wide(growing.start + growing.columns);
            for column in self.columns.get(columns).unwrap_or_default() {
                if let Some(count) = row.get_mut(usize::from(*column)) {
                    *count += persons;
                }
            }
        }
        if let Some(sums) = self.practices.get_mut(practice) {
            sums.cost += std::mem::take(&mut self.cost);
        }
    }

    fn enter(&mut self, class: u16, set: u32) {
        let start = self.columns.len();
        self.columns.push(class);
        let mut column = self.frame.classes.len();
        for lister in &mut self.listers {
            let factors = lister.factors;
            let paid = lister.enter(class, set).iter();
            self.columns.extend(paid.filter_map(|factor| u16::try_from(column + usize::from(*factor)).ok()));
            column += factors;
        }
        let columns = index(self.columns.len() - start);
        self.groups.push(Growing { persons: 0, run: 0, cost: 0, cost_squared: 0.0, start: index(start), columns });
        self.keys.push((class, set));
        self.met.push(0);
    }

    pub fn finish(mut self) -> Summary {
        self.end_run();
        let groups = self.ordered_groups();
        let classes = self.frame.classes.len();
        let by_class = self.columns_of(0, classes);
        for (sums, persons) in self.practices.iter_mut().zip(by_class.chunks_exact(classes)) {
            sums.listed = persons.iter().map(|n| u64::from(*n)).sum();
        }
        let mut start = classes;
        let mut counts = Vec::new();
        for lister in std::mem::take(&mut self.listers) {
            let persons = self.columns_of(start, lister.factors);
            counts.push(Rc::new(LaneCounts { factors: lister.factors, persons, lists: lister.lists }));
            start += lister.factors;
        }
        let lanes = self.lister_of_lane.iter().filter_map(|lister| counts.get(*lister).map(Rc::clone)).collect();
        let layout = GroupColumns::new(&groups, classes);
        let Self { frame, practices, sets, .. } = self;
        let known = Known::all(&frame);
        Summary { frame, practices, by_class, lanes, sets, groups, layout, sorted: None, known }
    }

    /// By class and set, so that what is worked out does not hang on the order of the persons.
    fn ordered_groups(&mut self) -> Vec<Group> {
        let order: Vec<usize> = self.places.in_order().into_iter().map(wide).collect();
        for lister in &mut self.listers {
            let of_group = &lister.lists.of_group;
            lister.lists.of_group = order.iter().filter_map(|place| of_group.get(*place).copied()).collect();
        }
        let group = |place: &usize| {
            let (class, set) = *self.keys.get(*place)?;
            let Growing { persons, cost, cost_squared, .. } = *self.groups.get(*place)?;
            Some(Group { class, set, persons, cost, cost_squared })
        };
        order.iter().filter_map(group).collect()
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

/// The first place, and room for more.
fn met_with(groups: usize) -> Vec<u32> {
    let mut met = Vec::with_capacity(groups + 1);
    met.push(0);
    met
}

#[inline]
fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
