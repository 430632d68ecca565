//! Everything that a user can do to a scenario, and the one pure function that does it.
use crate::{
    measure::Measure,
    payment_model::PaymentModel,
    scenario::Scenario,
    staffing::{
        item::Item,
        staff::{DoctorCount, PracticeStaff},
    },
    value::{Key, Section, Value},
};
use std::rc::Rc;

/// One step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Start from another model; edits of the old one are dropped.
    StartFrom(Rc<PaymentModel>),
    /// Values; `None` brings the source's back, or empties what was entered. A paste is one edit.
    Set(Vec<(Key, Option<Value>)>),
    /// The practices of a region with their doctors.
    SetPractices(Rc<[PracticeStaff]>),
    /// Every value of the section back to its source's, or emptied; emptying Fast läkarkontakt empties the practices too.
    Clear(Section),
}

impl Edit {
    /// One value.
    pub fn set(key: Key, value: impl Into<Value>) -> Self {
        Self::Set(vec![(key, Some(value.into()))])
    }

    /// Values of keys of one kind; `None` empties one.
    pub fn each<K, V: Into<Value>>(key: impl Fn(K) -> Key, values: Vec<(K, Option<V>)>) -> Self {
        Self::Set(values.into_iter().map(|(of, value)| (key(of), value.map(Into::into))).collect())
    }

    /// One value back to its source's, or emptied.
    pub fn reset(key: Key) -> Self {
        Self::Set(vec![(key, None)])
    }

    /// The edit that brings the scenario's own values back after this one; `None` for one that is not of single values.
    pub fn reversed(&self, before: &Scenario) -> Option<Self> {
        let Self::Set(values) = self else { return None };
        Some(Self::Set(values.iter().map(|(key, _)| (key.clone(), before.value(key))).collect()))
    }

    /// Whether the edit sets, resets or empties the key's value. A new start model leaves what is about no factor.
    pub fn touches(&self, key: &Key) -> bool {
        match self {
            Self::Set(values) => values.iter().any(|(set, _)| set == key),
            Self::Clear(section) => key.section() == *section,
            Self::StartFrom(_) => matches!(key, Key::Weight(_) | Key::Affected(_)),
            Self::SetPractices(_) => false,
        }
    }

    /// Whether every value of the edit is one that its key takes; an edit without values always is.
    pub fn is_within_bounds(&self) -> bool {
        match self {
            Self::Set(values) => values.iter().all(|(key, value)| value.is_none_or(|value| key.takes(value))),
            Self::SetPractices(practices) => practices.iter().all(PracticeStaff::is_within_bounds),
            Self::StartFrom(_) | Self::Clear(_) => true,
        }
    }
}

impl PracticeStaff {
    fn is_within_bounds(&self) -> bool {
        self.doctors.iter().all(|(group, count)| match count {
            DoctorCount::Fte(fte) => Item::Fte(group.kind()).bounds().contain(fte.decimal()),
            DoctorCount::Heads(heads) => Key::Staff(Item::Heads(group.kind())).takes((*heads).into()),
        })
    }
}

impl Scenario {
    /// The scenario after the edit. A value equal to the source's is no edit, so a scenario that has come back to its
    /// start is equal to the start. A value that its key does not take is left out: the reader at the edge reports it,
    /// before it becomes an edit.
    #[must_use]
    pub fn apply(&self, edit: &Edit) -> Self {
        let mut next = self.clone();
        match edit {
            Edit::StartFrom(model) => next.start_from(model),
            Edit::Set(values) => {
                values.iter().for_each(|(key, value)| next.put(key, *value));
                let touched = |section: &Section| values.iter().any(|(key, _)| key.section() == *section);
                Section::ALL.into_iter().filter(touched).for_each(|section| next.refresh(section));
            }
            Edit::Clear(section) => {
                next.clear(*section);
                next.refresh(*section);
            }
            Edit::SetPractices(practices) if edit.is_within_bounds() => next.set_practices(practices),
            Edit::SetPractices(_) => {}
        }
        next
    }
}
