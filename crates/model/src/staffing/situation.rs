//! The situation: every kind of doctors with the time that is left for the listed, what they cover by the guideline, and
//! how many have a named doctor. Passes no verdict.
use super::{
    StaffingOutcome,
    item::{DoctorKind, Duty, Group, Item},
    staff::{Inputs, Population},
};
use crate::{
    measure::{Doctors as Heads, Fte, Persons, PersonsPerFte, Share},
    term::{Staffed, Term},
    trace::Traced,
};
use rust_decimal::Decimal;

/// Doctors of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doctors {
    /// The kind.
    pub kind: DoctorKind,
    /// Their heltid.
    pub fte: Traced<Fte>,
    /// The heads that the heltid was made of, where none was told: an assumption to be said beside the answer.
    pub heads_only: Option<Traced<Heads>>,
    /// The heltid that is for the listed.
    pub time: Traced<Fte>,
    /// Persons that they cover.
    pub covers: Traced<Persons>,
}

/// Doctors against the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// The kinds that there are doctors of.
    pub doctors: Vec<Doctors>,
    /// The groups that something has been entered of, be it nobody. Of the others nothing is known, and what all cover
    /// is what these cover.
    pub told: Vec<Group>,
    /// What they cover, as in the short calculation.
    pub outcome: StaffingOutcome,
    /// Persons whom other doctors and hired ones cover.
    pub by_others: Traced<Persons>,
    /// The list.
    pub listed: Traced<Persons>,
    /// Heltid for the listed, all doctors.
    pub time: Traced<Fte>,
    /// Groups that there are doctors of and whose duties take more than all of their time: none is left for the listed,
    /// and the numbers are to be looked at again.
    pub overfull: Vec<Group>,
    /// Persons with a named doctor, as a share of the list; `None` without either.
    pub named_share: Option<Traced<Share>>,
    /// Persons without a named doctor; negative when more have one than are listed.
    pub unnamed: Option<Traced<Persons>>,
}

/// The duties, in the order in which they are shown.
pub const DUTIES: [Duty; 3] = [Duty::Supervision, Duty::Research, Duty::Other];

impl Inputs<'_> {
    /// Whether the group's duties take more than all of its time.
    fn is_overfull(&self, group: Group) -> bool {
        let share = |duty| self.number(&Item::Duty(group, duty)).unwrap_or_default();
        DUTIES.into_iter().map(share).sum::<Decimal>() > Decimal::ONE
    }

    /// The time that is left when every duty has its share: the whole of it when no duty has one, and none when they take
    /// more than all of it.
    pub(super) fn left(&self, group: Group, fte: &Traced<Fte>, away: impl Fn(Item) -> Term, left: Term) -> Traced<Fte> {
        let duties = DUTIES.map(|duty| Item::Duty(group, duty)).into_iter();
        let gone = duties.filter_map(|item| Some(fte.times(away(item.clone()), &self.above_zero::<Share>(&item)?)));
        let gone: Vec<Traced<Fte>> = gone.collect();
        match gone.len() {
            0 => fte.clone(),
            _ if self.is_overfull(group) => Traced::sum(left, []),
            _ => fte.minus(left, &Traced::sum(Term::Staffing(Staffed::GroupFte(group)), gone)),
        }
    }

    /// Persons that one heltid of the kind covers.
    pub(super) fn cover(&self, kind: DoctorKind) -> Option<Traced<PersonsPerFte>> {
        match kind {
            DoctorKind::Specialist => Some(Traced::parameter(Term::GuidelineSpecialist, &self.guideline.specialist)),
            DoctorKind::StAny => Some(Traced::parameter(Term::GuidelineSt, &self.guideline.st)),
            _ => self.given(&Item::Cover(kind)),
        }
    }

    fn doctors(&self, kind: DoctorKind) -> Option<Doctors> {
        let fte = self.fte(kind)?;
        let away = |item| Term::Staffing(Staffed::DutyFte(item));
        let time = self.left(kind.group(), &fte, away, Term::Staffing(Staffed::Time(kind)));
        let term = match kind {
            DoctorKind::Specialist => Term::CapacitySpecialists,
            _ => Term::Staffing(Staffed::Cover(kind)),
        };
        let covers = time.times(term, &self.cover(kind)?);
        Some(Doctors { kind, fte, heads_only: self.heads_only(kind), time, covers })
    }
}

/// Sets the doctors against the list.
pub fn situation(of: &Inputs<'_>) -> Situation {
    let counted = match of.staff.population {
        Population::Listed => Term::ListedTotal,
        Population::Inhabitants => Term::Staffing(Staffed::Inhabitants),
    };
    let listed: Traced<Persons> = Traced::input(counted, of.staff.listed.persons());
    let doctors: Vec<Doctors> = DoctorKind::all().filter_map(|kind| of.doctors(kind)).collect();
    let covers = |term, groups: &[Group]| {
        let here = doctors.iter().filter(|doctors| groups.contains(&doctors.kind.group()));
        Traced::sum(term, here.map(|doctors| doctors.covers.clone()))
    };
    let by_specialists = doctors.iter().find(|doctors| doctors.kind == DoctorKind::Specialist);
    let by_specialists =
        by_specialists.map_or_else(|| covers(Term::CapacitySpecialists, &[]), |doctors| doctors.covers.clone());
    let by_st = covers(Term::CapacitySt, &[Group::St]);
    let by_others = covers(Term::Staffing(Staffed::CoverOthers), &Group::BEYOND_GUIDELINE);
    let mut parts = vec![by_specialists.clone(), by_st.clone()];
    if by_others.value() != Persons::ZERO {
        parts.push(by_others.clone());
    }
    let capacity = Traced::sum(Term::Capacity, parts);
    let specialists =
        doctors.iter().find(|doctors| doctors.kind == DoctorKind::Specialist).map(|doctors| &doctors.time);
    let named: Option<Traced<Persons>> = of.given(&Item::Named);
    let one = Traced::parameter(Term::GuidelineSpecialist, &of.guideline.specialist);
    let gap = listed.minus(Term::Gap, &capacity);
    let outcome = StaffingOutcome {
        gap_fte: gap.divided_by(Term::GapFte, &one),
        need: listed.divided_by(Term::NeedFte, &one),
        per_specialist: specialists.and_then(|fte| listed.divided_by(Term::ListedPerSpecialist, fte)),
        coverage: capacity.divided_by(Term::Coverage, &listed),
        by_specialists,
        by_st,
        capacity,
        gap,
    };
    let time = Traced::sum(Term::Staffing(Staffed::TimeOfAll), doctors.iter().map(|doctors| doctors.time.clone()));
    let named_share = named.as_ref().and_then(|named| named.divided_by(Term::Staffing(Staffed::NamedShare), &listed));
    let unnamed = named.map(|named| listed.minus(Term::Staffing(Staffed::Unnamed), &named));
    let mut overfull: Vec<Group> = doctors.iter().map(|doctors| doctors.kind.group()).collect();
    overfull.dedup();
    overfull.retain(|group| of.is_overfull(*group));
    let is_told = |group: &Group| DoctorKind::all().any(|kind| kind.group() == *group && of.is_told(kind));
    let told = Group::ALL.into_iter().filter(is_told).collect();
    Situation { doctors, told, outcome, by_others, listed, time, overfull, named_share, unnamed }
}
