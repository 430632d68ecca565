//! Everything that a user can do to a scenario, and the one pure function that does it.
use crate::{
    case_mix::Normalisation,
    cell::Cell,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Fte, MonthlyMoney, PersonsPerFte, Rate, Share, Weight},
    net::ShareReading,
    payment_model::PaymentModel,
    scenario::{Overrides, ParameterId, PracticeInput, Scenario},
    staffing::{
        item::{Item, Kind},
        staff::{Population, PracticeStaff},
    },
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// One step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Start from another model; edits of the old one are dropped.
    StartFrom(Rc<PaymentModel>),
    /// An amount by age and sex.
    SetRate(Cell, Rate),
    /// A weight.
    SetWeight(Id, Weight),
    /// The cost share.
    SetCostShare(Share),
    /// The budget rule.
    SetNormalisation(Normalisation),
    /// Persons per specialist.
    SetGuidelineSpecialist(PersonsPerFte),
    /// Persons per ST doctor.
    SetGuidelineSt(PersonsPerFte),
    /// One value back to its source's.
    Reset(ParameterId),
    /// Every value back to its source's; what was entered about the practice stays.
    ResetAll,
    /// Listed persons in some cells; `None` empties the cell. A paste is one edit.
    SetListed(Vec<(Cell, Option<Count>)>),
    /// Persons of some factors; `None` empties the row.
    SetAffected(Vec<(Id, Option<Count>)>),
    /// The drug cost a month; `None` empties it.
    SetDrugCost(Option<MonthlyMoney>),
    /// Where the cost share is drawn.
    SetReading(ShareReading),
    /// Empties everything entered about the practice.
    ClearPractice,
    /// Listed persons of the staffing calculator.
    SetStaffingListed(Count),
    /// Specialists in full-time equivalents.
    SetSpecialists(Fte),
    /// ST doctors in full-time equivalents.
    SetStDoctors(Fte),
    /// No doctors of the kind, which is another answer than none at all.
    SetNoDoctors(Kind),
    /// Whom the doctors are set against.
    SetPopulation(Population),
    /// Numbers of Fast läkarkontakt; `None` empties one. A paste is one edit.
    SetStaff(Vec<(Item, Option<Decimal>)>),
    /// The practices of a region with their doctors.
    SetPractices(Rc<[PracticeStaff]>),
    /// Empties everything entered for Fast läkarkontakt; the guideline stays.
    ClearStaffing,
}

impl Scenario {
    /// The scenario after the edit. A value equal to the source's is no edit, so a scenario that has come back to its
    /// start is equal to the start. A value outside [`crate::bounds`] is left out: the reader at the edge reports it,
    /// before it becomes an edit.
    #[must_use]
    pub fn apply(&self, edit: &Edit) -> Self {
        let mut next = self.clone();
        if !edit.is_within_bounds() {
            return next;
        }
        match edit {
            Edit::StartFrom(model) => next.start_from(model),
            Edit::SetRate(..) | Edit::SetWeight(..) | Edit::SetCostShare(_) | Edit::SetNormalisation(_) => {
                next.override_with(edit);
            }
            Edit::SetGuidelineSpecialist(_) | Edit::SetGuidelineSt(_) => next.set_guideline(edit),
            Edit::Reset(parameter) => next.reset(parameter),
            Edit::ResetAll => next.reset_all(),
            Edit::ClearPractice => next.practice = PracticeInput::default(),
            Edit::SetStaffingListed(listed) => next.staffing.listed = *listed,
            Edit::SetSpecialists(fte) => next.staffing.specialists = *fte,
            Edit::SetStDoctors(fte) => next.staffing.st = *fte,
            Edit::SetNoDoctors(kind) => next.set_no_doctors(*kind),
            Edit::SetPopulation(population) => next.staff.population = *population,
            Edit::SetStaff(numbers) => next.staff.enter(numbers),
            Edit::SetPractices(practices) => next.staff.practices = Rc::clone(practices),
            Edit::ClearStaffing => (next.staffing, next.staff) = Default::default(),
            Edit::SetListed(_) | Edit::SetAffected(_) | Edit::SetDrugCost(_) | Edit::SetReading(_) => {
                next.practice.enter(edit);
            }
        }
        next
    }

    /// No heltid and no heads. The short calculation's two kinds have no heltid of nothing, so the heads tell.
    fn set_no_doctors(&mut self, kind: Kind) {
        match kind {
            Kind::Specialist => self.staffing.specialists = Fte::ZERO,
            Kind::StAny => self.staffing.st = Fte::ZERO,
            _ => self.staff.enter(&[(Item::Fte(kind), Some(Decimal::ZERO))]),
        }
        self.staff.enter(&[(Item::Heads(kind), Some(Decimal::ZERO))]);
    }

    fn start_from(&mut self, model: &Rc<PaymentModel>) {
        self.start = Rc::clone(model);
        self.overrides = Overrides::default();
    }

    fn override_with(&mut self, edit: &Edit) {
        let o = &mut self.overrides;
        match edit {
            Edit::SetRate(cell, rate) => {
                let published = self.start.capitation().and_then(|table| table.rates.get(*cell)).map(|p| p.value);
                put(&mut o.rates, *cell, *rate, published);
            }
            Edit::SetWeight(id, weight) => {
                let factor = self.start.case_mix().and_then(|mix| mix.factors().find(|f| f.id == id));
                put(&mut o.weights, id.clone(), *weight, factor.map(|f| f.weight.value));
            }
            Edit::SetCostShare(share) => o.cost_share = Some(*share).filter(|s| *s != self.start.cost_share.value),
            Edit::SetNormalisation(rule) => {
                let published = self.start.case_mix().map(|mix| mix.normalisation);
                o.normalisation = published.filter(|p| p != rule).map(|_| *rule);
            }
            _ => {}
        }
    }

    fn set_guideline(&mut self, edit: &Edit) {
        let guideline = &mut self.guideline;
        match edit {
            Edit::SetGuidelineSpecialist(value) => guideline.specialist = guideline.specialist.edited(*value),
            Edit::SetGuidelineSt(value) => guideline.st = guideline.st.edited(*value),
            _ => {}
        }
    }

    fn reset(&mut self, parameter: &ParameterId) {
        let o = &mut self.overrides;
        match parameter {
            ParameterId::Rate(cell) => drop(o.rates.remove(cell)),
            ParameterId::Weight(id) => drop(o.weights.remove(id)),
            ParameterId::CostShare => o.cost_share = None,
            ParameterId::Normalisation => o.normalisation = None,
            ParameterId::GuidelineSpecialist => {
                self.guideline.specialist = self.guideline.specialist.edited(self.guideline.specialist.published());
            }
            ParameterId::GuidelineSt => self.guideline.st = self.guideline.st.edited(self.guideline.st.published()),
        }
    }

    fn reset_all(&mut self) {
        self.overrides = Overrides::default();
        self.reset(&ParameterId::GuidelineSpecialist);
        self.reset(&ParameterId::GuidelineSt);
    }
}

/// Keeps the value only where the start model has another; a key that the model lacks is left out.
fn put<K: Ord, V: PartialEq>(map: &mut Entries<K, V>, key: K, value: V, published: Option<V>) {
    match published {
        Some(published) if published != value => drop(map.insert(key, value)),
        _ => drop(map.remove(&key)),
    }
}

impl PracticeInput {
    fn enter(&mut self, edit: &Edit) {
        match edit {
            Edit::SetListed(cells) => cells.iter().for_each(|(cell, count)| set(&mut self.listed, *cell, *count)),
            Edit::SetAffected(rows) => rows.iter().for_each(|(id, count)| set(&mut self.affected, id.clone(), *count)),
            Edit::SetDrugCost(cost) => self.drug_cost = *cost,
            Edit::SetReading(reading) => self.reading = *reading,
            _ => {}
        }
    }
}

fn set<K: Ord>(map: &mut Entries<K, Count>, key: K, count: Option<Count>) {
    match count {
        Some(count) => drop(map.insert(key, count)),
        None => drop(map.remove(&key)),
    }
}
