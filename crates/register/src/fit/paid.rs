//! What the persons of a register are paid for in one lane, looked up by class and set. Knows no amounts.
use crate::{
    frame::{Frame, Lane},
    intern::BySet,
};
use model::case_mix::ConditionSet;

/// Lists of paid factors, each worked out once: classes that admit the same conditions share them.
pub(super) struct PaidLists {
    /// By class: the place among the distinct sets of admitted conditions.
    kind_of_class: Vec<usize>,
    kinds: usize,
    /// By set, then by kind: the place among `lists`.
    list_of: Vec<u32>,
    lists: Vec<Vec<u16>>,
}

impl PaidLists {
    pub fn new(frame: &Frame, lane: &Lane, sets: &[ConditionSet]) -> Self {
        let mut kinds: Vec<ConditionSet> = Vec::new();
        let mut kind_of_class = Vec::with_capacity(frame.classes.len());
        for admitted in frame.classes.iter().map(|class| lane.admitted(*class)) {
            let known = kinds.iter().position(|other| *other == admitted);
            kind_of_class.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(admitted);
            }
        }
        let mut lists = Self { kind_of_class, kinds: kinds.len(), list_of: Vec::new(), lists: Vec::new() };
        lists.fill(lane, sets, &kinds);
        lists
    }

    /// Beyond the limits of age and sex, what is paid depends on the admitted conditions alone.
    fn fill(&mut self, lane: &Lane, sets: &[ConditionSet], kinds: &[ConditionSet]) {
        let mut places = BySet::default();
        self.list_of.reserve(sets.len() * kinds.len());
        for set in sets {
            let in_model = lane.in_model(*set);
            for admitted in kinds {
                let own = in_model.both(*admitted);
                let place = places.get(own).unwrap_or_else(|| {
                    let place = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
                    self.lists.push(lane.paid_of_admitted(own));
                    places.insert(own, place);
                    place
                });
                self.list_of.push(place);
            }
        }
    }

    pub fn of(&self, class: u16, set: u32) -> &[u16] {
        let kind = self.kind_of_class.get(usize::from(class)).copied().unwrap_or_default();
        let set = usize::try_from(set).unwrap_or(usize::MAX);
        let place = self.list_of.get(set.saturating_mul(self.kinds).saturating_add(kind));
        let list = place.and_then(|place| self.lists.get(usize::try_from(*place).ok()?));
        list.map_or(&[], Vec::as_slice)
    }
}
