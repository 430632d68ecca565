//! A summary's counts by practice, and a summary of them alone, as they come from where the persons are kept. It has no
//! groups: what is paid by practice can be worked out from it, nothing of persons.
use super::{GroupColumns, LaneCounts, Lists, PracticeSums, Summary};
use crate::{
    exact::ore_per_year,
    frame::{Class, Frame, Lane},
    merge::Merge,
};
use model::{id::Id, practice::Practice};
use std::rc::Rc;

/// Counts by practice, nobody single.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Counts {
    /// By practice.
    pub practices: Vec<PracticeSums>,
    /// Persons by practice and class of the frame.
    pub by_class: Vec<u32>,
    /// By lane of the frame: persons by practice and factor.
    pub affected: Vec<Vec<u32>>,
    /// What else is known.
    pub known: Known,
}

/// What is known of a region beside its persons by sex and age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Known {
    /// Whether drug costs are; where not, those of every practice are 0.
    pub costs: bool,
    /// By lane of the frame: whether persons by its factors are; where not, they are 0.
    pub lanes: Vec<bool>,
}

impl Known {
    /// Everything, as of persons.
    pub(crate) fn all(frame: &Frame) -> Self {
        Self { costs: true, lanes: vec![true; frame.lanes.len()] }
    }
}

impl Counts {
    /// The counts of lists by sex and age: persons stand in the first class of their cell, since lists say no more. What is
    /// not known of some list is known of none. `None` where the lists have other bands than a lane, or a sum is too large.
    pub fn of_lists(frame: &Frame, lists: &[Practice]) -> Option<Self> {
        let costs = lists.iter().all(|list| list.drug_cost.is_some());
        let practices = lists.iter().map(|list| {
            let listed = list.listed.iter().map(|(_, count)| u64::from(count.get())).sum();
            let cost = list.drug_cost.filter(|_| costs).map_or(Some(0), ore_per_year)?;
            Some(PracticeSums { listed, cost: u64::try_from(cost).ok()? })
        });
        let mut by_class = vec![0; lists.len() * frame.classes.len()];
        for (row, list) in by_class.chunks_exact_mut(frame.classes.len().max(1)).zip(lists) {
            for (cell, count) in list.listed.iter() {
                let holds = |class: &Class| list.listed.of_person(class.youngest.sex(), class.youngest.age());
                let first = frame.classes.iter().position(|class| holds(class).is_some_and(|(own, _)| own == cell))?;
                *row.get_mut(first)? += count.get();
            }
        }
        let of_lane = |lane: &Lane| {
            let factors: Vec<Id> = lane.mix.iter().flat_map(|mix| mix.factors()).map(|one| one.id.clone()).collect();
            let count = |(list, id): (&Practice, &Id)| Some(list.affected.get(id)?.get());
            let pairs = lists.iter().flat_map(|list| factors.iter().map(move |id| (list, id)));
            let persons = pairs.map(count).collect::<Option<Vec<u32>>>();
            let known = persons.is_some();
            (persons.unwrap_or_else(|| vec![0; lists.len() * factors.len()]), known)
        };
        let fits = |lane: &Lane| lists.iter().all(|list| *list.listed.bands() == lane.bands);
        let practices = practices.collect::<Option<Vec<_>>>().filter(|_| frame.lanes.iter().all(fits))?;
        let (affected, lanes) = frame.lanes.iter().map(of_lane).unzip();
        Some(Self { practices, by_class, affected, known: Known { costs, lanes } })
    }
}

impl Summary {
    /// Its counts by practice.
    pub fn counts(&self) -> Counts {
        let affected = self.lanes.iter().map(|counts| counts.persons.clone()).collect();
        Counts {
            practices: self.practices.clone(),
            by_class: self.by_class.clone(),
            affected,
            known: self.known.clone(),
        }
    }

    /// The summary of these counts. `None` when a length is another than the frame's.
    pub fn of_counts(frame: Frame, counts: Counts) -> Option<Self> {
        let Counts { practices, by_class, affected, known } = counts;
        let fits = by_class.len() == practices.len() * frame.classes.len()
            && affected.len() == frame.lanes.len()
            && known.lanes.len() == frame.lanes.len();
        let lanes = frame.lanes.iter().zip(affected).map(|(lane, persons)| {
            let factors = lane.mix.as_ref().map_or(0, |mix| mix.factors().count());
            let counts = LaneCounts { factors, lists: Lists::default(), persons };
            (counts.persons.len() == factors * practices.len()).then(|| Rc::new(counts))
        });
        let lanes = lanes.collect::<Option<Vec<_>>>()?;
        let layout = GroupColumns::new(&[], frame.classes.len());
        let (sets, groups) = (Vec::new(), Vec::new());
        fits.then_some(Self { frame, practices, by_class, lanes, sets, groups, layout, sorted: None, known })
    }

    /// The counts alone, with practices put together.
    pub fn merged(&self, merge: &Merge) -> Option<Self> {
        let [listed, cost] = [|one: &PracticeSums| one.listed, |one: &PracticeSums| one.cost]
            .map(|of| merge.added(&self.practices.iter().map(of).collect::<Vec<u64>>(), 1));
        let practices = listed.into_iter().zip(cost).map(|(listed, cost)| PracticeSums { listed, cost }).collect();
        let by_class = merge.added(&self.by_class, self.frame.classes.len());
        let affected = self.lanes.iter().map(|counts| merge.added(&counts.persons, counts.factors)).collect();
        Self::of_counts(self.frame.clone(), Counts { practices, by_class, affected, known: self.known.clone() })
    }

    /// Listed persons by practice, as they are counted.
    pub fn lists(&self) -> Vec<u64> {
        self.practices.iter().map(|sums| sums.listed).collect()
    }
}
