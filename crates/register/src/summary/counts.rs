//! A summary's counts by practice, and a summary of them alone, as they come from where the persons are kept. It has no
//! groups: what is paid by practice can be worked out from it, nothing of persons.
use super::{LaneCounts, Layout, Lists, PracticeSums, Summary};
use crate::{frame::Frame, merge::Merge};
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
}

impl Summary {
    /// Its counts by practice.
    pub fn counts(&self) -> Counts {
        let affected = self.lanes.iter().map(|counts| counts.persons.clone()).collect();
        Counts { practices: self.practices.clone(), by_class: self.by_class.clone(), affected }
    }

    /// The summary of these counts. `None` when a length is another than the frame's.
    pub fn of_counts(frame: Frame, counts: Counts) -> Option<Self> {
        let Counts { practices, by_class, affected } = counts;
        let fits = by_class.len() == practices.len() * frame.classes.len() && affected.len() == frame.lanes.len();
        let lanes = frame.lanes.iter().zip(affected).map(|(lane, persons)| {
            let factors = lane.mix.as_ref().map_or(0, |mix| mix.factors().count());
            let counts = LaneCounts { factors, lists: Lists::default(), persons };
            (counts.persons.len() == factors * practices.len()).then(|| Rc::new(counts))
        });
        let lanes = lanes.collect::<Option<Vec<_>>>()?;
        let layout = Layout::new(&[], frame.classes.len());
        let (sets, groups) = (Vec::new(), Vec::new());
        fits.then_some(Self { frame, practices, by_class, lanes, sets, groups, layout, sorted: None })
    }

    /// The counts alone, with practices put together.
    pub fn merged(&self, merge: &Merge) -> Option<Self> {
        let [listed, cost] = [|one: &PracticeSums| one.listed, |one: &PracticeSums| one.cost]
            .map(|of| merge.added(&self.practices.iter().map(of).collect::<Vec<u64>>(), 1));
        let practices = listed.into_iter().zip(cost).map(|(listed, cost)| PracticeSums { listed, cost }).collect();
        let by_class = merge.added(&self.by_class, self.frame.classes.len());
        let affected = self.lanes.iter().map(|counts| merge.added(&counts.persons, counts.factors)).collect();
        Self::of_counts(self.frame.clone(), Counts { practices, by_class, affected })
    }

    /// Listed persons by practice, as they are counted.
    pub fn lists(&self) -> Vec<u64> {
        self.practices.iter().map(|sums| sums.listed).collect()
    }
}
