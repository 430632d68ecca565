//! What has been entered for Fast läkarkontakt, and the numbers that stand there until something is. Knows no formulas.
use super::item::{DoctorKind, Group, Item};
use crate::{
    citation::Parameter,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Doctors, Factor, Fte, Measure},
    staffing::Guideline,
    term::{Staffed, Term},
    trace::Traced,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Whom the doctors are set against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Population {
    /// Those listed with the practice.
    #[default]
    Listed,
    /// Those who live in its area.
    Inhabitants,
}

/// How many doctors there are, as it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoctorCount {
    /// Heltid.
    Fte(Fte),
    /// Heads, where no heltid was told.
    Heads(Doctors),
}

/// A practice of a region with its doctors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeStaff {
    /// What the list calls it.
    pub name: Id,
    /// Listed persons.
    pub listed: Count,
    /// Its doctors; a group that is not here was not told.
    pub doctors: Entries<Group, DoctorCount>,
}

/// What has been entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// Persons whom the doctors are set against.
    pub listed: Count,
    /// Whom the doctors are set against.
    pub population: Population,
    /// The other numbers entered.
    pub numbers: Entries<Item, Decimal>,
    /// The practices of a region, as listed.
    pub practices: Rc<[PracticeStaff]>,
}

/// The numbers that stand where nothing has been entered, each with its source. The values are in [`Item::unit`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Shipped {
    /// By item.
    pub numbers: Entries<Item, Parameter<Factor>>,
}

/// Everything that a calculation of Fast läkarkontakt reads.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// Persons per doctor.
    pub guideline: &'a Guideline,
    /// What has been entered.
    pub staff: &'a Staff,
    /// What stands where nothing has been entered.
    pub shipped: &'a Shipped,
}

impl Inputs<'_> {
    /// The number in force, entered or shipped; `None` where there is neither.
    pub fn number(&self, item: &Item) -> Option<Decimal> {
        let entered = self.staff.numbers.get(item).copied();
        entered.or_else(|| Some(self.shipped.numbers.get(item)?.value.decimal()))
    }

    /// The number in force as a leaf of an explanation. `T` is a measure of the item's unit.
    pub fn given<T: Measure>(&self, item: &Item) -> Option<Traced<T>> {
        let entered = self.staff.numbers.get(item).copied();
        let term = || Term::Staffing(Staffed::Given(item.clone()));
        let Some(shipped) = self.shipped.numbers.get(item) else {
            return entered.map(|value| Traced::input(term(), T::of(value)));
        };
        let shipped = Parameter::sourced(T::of(shipped.value.decimal()), Rc::clone(&shipped.citation));
        let parameter = entered.map_or_else(|| shipped.clone(), |value| shipped.edited(T::of(value)));
        Some(Traced::parameter(term(), &parameter))
    }

    /// The number entered, unless it is nothing.
    pub fn above_zero<T: Measure>(&self, item: &Item) -> Option<Traced<T>> {
        self.given(item).filter(|given: &Traced<T>| given.value().decimal() > Decimal::ZERO)
    }

    /// Heltid of the kind; none for a kind without doctors. Heads without heltid count as much each as
    /// [`Self::fte_each`] says.
    pub fn fte(&self, kind: DoctorKind) -> Option<Traced<Fte>> {
        self.fte_or_none(kind).filter(|fte| fte.value() > Fte::ZERO)
    }

    /// The same, where a heltid of nothing that has been entered is there as well.
    pub(super) fn fte_or_none(&self, kind: DoctorKind) -> Option<Traced<Fte>> {
        let of_heads = || {
            let term = Term::Staffing(Staffed::FteOfHeads(kind));
            Some(self.heads_only(kind)?.times(term, &self.fte_each(kind.group())))
        };
        self.told_fte(kind).or_else(of_heads)
    }

    /// Heads of the kind, where no heltid has been told of it.
    pub fn heads_only(&self, kind: DoctorKind) -> Option<Traced<Doctors>> {
        match self.told_fte(kind) {
            Some(_) => None,
            None => self.above_zero(&Item::Heads(kind)),
        }
    }

    /// Heltid of one doctor of the group, for those whose own is not told: one, until somebody says otherwise.
    pub fn fte_each(&self, group: Group) -> Traced<Fte> {
        let item = Item::FteEach(group);
        self.above_zero(&item)
            .unwrap_or_else(|| Traced::input(Term::Staffing(Staffed::Given(item)), Fte::new(Decimal::ONE)))
    }

    /// Whether something has been entered of the kind. That there are none is an answer as well.
    pub(super) fn is_told(&self, kind: DoctorKind) -> bool {
        self.told_fte(kind).is_some() || self.staff.numbers.get(&Item::Heads(kind)).is_some()
    }

    /// The heltid that has been told; a nought is told as well.
    fn told_fte(&self, kind: DoctorKind) -> Option<Traced<Fte>> {
        let item = Item::Fte(kind);
        let term = match kind {
            DoctorKind::Specialist => Term::Specialists,
            DoctorKind::StAny => Term::StDoctors,
            _ => return self.given(&item),
        };
        self.staff.numbers.get(&item).map(|fte| Traced::input(term, Fte::of(*fte)))
    }
}

impl Staff {
    /// A list with heltid of specialists and of ST doctors; a nought is not told.
    pub fn of(listed: Count, specialists: Fte, st: Fte) -> Self {
        let mut staff = Self { listed, ..Self::default() };
        let told = [(DoctorKind::Specialist, specialists), (DoctorKind::StAny, st)]
            .into_iter()
            .filter(|(_, fte)| *fte > Fte::ZERO);
        staff.enter(&told.map(|(kind, fte)| (Item::Fte(kind), Some(fte.decimal()))).collect::<Vec<_>>());
        staff
    }

    /// Enters numbers; `None` empties one. A number that its item does not take is left out.
    pub fn enter(&mut self, numbers: &[(Item, Option<Decimal>)]) {
        for (item, value) in numbers {
            match value {
                Some(value) if item.takes(*value) => drop(self.numbers.insert(item.clone(), *value)),
                Some(_) => {}
                None => drop(self.numbers.remove(item)),
            }
        }
    }
}
