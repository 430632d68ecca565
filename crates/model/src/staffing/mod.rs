//! Fast läkarkontakt: doctors against the guideline. States capacity and gap; passes no verdict.
//! Here is the short calculation of three numbers; the whole of it is in the modules.
pub mod demand;
pub mod item;
pub mod need;
pub mod plan;
pub mod practices;
pub mod reach;
pub mod situation;
pub mod staff;
pub mod wisn;
pub mod years;

use crate::{
    citation::Parameter,
    measure::{Fte, Persons, PersonsPerFte, Share},
    term::Term,
    trace::Traced,
};

/// Persons per full-time doctor in the guideline. Both above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Guideline {
    /// Per specialist.
    pub specialist: Parameter<PersonsPerFte>,
    /// Per ST doctor in the middle of the training.
    pub st: Parameter<PersonsPerFte>,
}

/// What the doctors cover by the guideline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffingOutcome {
    /// Persons that the specialists cover.
    pub by_specialists: Traced<Persons>,
    /// Persons that the ST doctors cover.
    pub by_st: Traced<Persons>,
    /// Persons that all cover.
    pub capacity: Traced<Persons>,
    /// Listed beyond the capacity; negative when the capacity is larger.
    pub gap: Traced<Persons>,
    /// The gap in full-time specialists; `None` when the guideline is zero, or too near zero to divide by.
    pub gap_fte: Option<Traced<Fte>>,
    /// Full-time specialists for the whole list, without ST doctors; `None` as for the gap.
    pub need: Option<Traced<Fte>>,
    /// Listed persons per full-time specialist; `None` without specialists, or with too few to divide by.
    pub per_specialist: Option<Traced<PersonsPerFte>>,
    /// Capacity by listed; `None` when nobody is listed.
    pub coverage: Option<Traced<Share>>,
}

/// Sets specialists and ST doctors against the guideline; heads without heltid count as much each as
/// [`staff::Inputs::fte_each`] says.
pub fn staffing(of: &staff::Inputs<'_>) -> StaffingOutcome {
    let nobody = |term| Traced::input(term, Fte::ZERO);
    let specialists = of.fte(item::DoctorKind::Specialist).unwrap_or_else(|| nobody(Term::Specialists));
    let st = of.fte(item::DoctorKind::StAny).unwrap_or_else(|| nobody(Term::StDoctors));
    let listed: Traced<Persons> = Traced::input(Term::ListedTotal, of.staff.listed.persons());
    let per_specialist = Traced::parameter(Term::GuidelineSpecialist, &of.guideline.specialist);
    let per_st = Traced::parameter(Term::GuidelineSt, &of.guideline.st);
    let by_specialists: Traced<Persons> = specialists.times(Term::CapacitySpecialists, &per_specialist);
    let by_st: Traced<Persons> = st.times(Term::CapacitySt, &per_st);
    let capacity = Traced::sum(Term::Capacity, [by_specialists.clone(), by_st.clone()]);
    let gap = listed.minus(Term::Gap, &capacity);
    StaffingOutcome {
        gap_fte: gap.divided_by(Term::GapFte, &per_specialist),
        need: listed.divided_by(Term::NeedFte, &per_specialist),
        per_specialist: listed.divided_by(Term::ListedPerSpecialist, &specialists),
        coverage: capacity.divided_by(Term::Coverage, &listed),
        by_specialists,
        by_st,
        capacity,
        gap,
    }
}
