//! A summary from its counts alone, as they come from where the persons are kept. It has no groups: what is paid by
//! practice can be worked out from it, nothing of persons.
use super::{LaneCounts, Layout, Lists, PracticeSums, Summary};
use crate::frame::Frame;
use std::rc::Rc;

impl Summary {
    /// The summary of these counts: `by_class` has one number for each practice and class of the frame, `affected` for
    /// each lane one for each practice and factor. `None` when a length is another.
    pub fn of_counts(
        frame: Frame,
        practices: Vec<PracticeSums>,
        by_class: Vec<u32>,
        affected: Vec<Vec<u32>>,
    ) -> Option<Self> {
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
}
