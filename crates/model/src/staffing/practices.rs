//! The practices of a region with their doctors against the guideline, and where one heltid more would cover most.
use super::{Guideline, staff::PracticeStaff};
use crate::{
    measure::{Fte, Measure, Persons, PersonsPerFte, Share},
    term::{Staffed, Term},
    trace::Traced,
};
use rust_decimal::Decimal;

/// One practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeOutcome {
    /// Its place in the list.
    pub at: usize,
    /// Persons that its doctors cover.
    pub capacity: Traced<Persons>,
    /// Listed beyond them; negative when they cover more.
    pub gap: Traced<Persons>,
    /// The gap in heltid.
    pub gap_fte: Option<Traced<Fte>>,
    /// Capacity by listed.
    pub coverage: Option<Traced<Share>>,
    /// Listed per heltid of specialists; `None` without any.
    pub per_specialist: Option<Traced<PersonsPerFte>>,
    /// Persons of its gap that one heltid more would cover: at most the guideline's.
    pub closed: Traced<Persons>,
}

/// All of them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionOutcome {
    /// In the order of the list.
    pub practices: Vec<PracticeOutcome>,
    /// Listed.
    pub listed: Traced<Persons>,
    /// Specialists, heltid.
    pub specialists: Traced<Fte>,
    /// Persons that all doctors cover.
    pub capacity: Traced<Persons>,
    /// Heltid that all lists need.
    pub need: Option<Traced<Fte>>,
    /// The gaps of those that have one, in persons: what some cover beyond their list helps nobody else's.
    pub gap: Traced<Persons>,
    /// The same in heltid.
    pub gap_fte: Option<Traced<Fte>>,
    /// Listed per heltid of specialists in all.
    pub per_specialist: Option<Traced<PersonsPerFte>>,
}

/// Sets every practice against the guideline.
pub fn practices(of: &[PracticeStaff], guideline: &Guideline) -> RegionOutcome {
    let outcomes: Vec<PracticeOutcome> =
        of.iter().enumerate().map(|(at, practice)| one(at, practice, guideline)).collect();
    let all = |term| Term::Staffing(Staffed::AllPractices(Box::new(term)));
    let listed: Traced<Persons> = Traced::sum(all(Term::ListedTotal), of.iter().map(listed));
    let specialists: Traced<Fte> = Traced::sum(all(Term::Specialists), of.iter().map(specialists));
    let capacity = Traced::sum(all(Term::Capacity), outcomes.iter().map(|outcome| outcome.capacity.clone()));
    let gaps = outcomes.iter().map(|outcome| &outcome.gap).filter(|gap| gap.value() > Persons::ZERO);
    let gap = Traced::sum(all(Term::Gap), gaps.cloned());
    let per = Traced::parameter(Term::GuidelineSpecialist, &guideline.specialist);
    RegionOutcome {
        need: listed.divided_by(all(Term::NeedFte), &per),
        gap_fte: gap.divided_by(all(Term::GapFte), &per),
        per_specialist: listed.divided_by(all(Term::ListedPerSpecialist), &specialists),
        practices: outcomes,
        listed,
        specialists,
        capacity,
        gap,
    }
}

fn named(practice: &PracticeStaff, term: Term) -> Term {
    Term::Staffing(Staffed::Of(practice.name.clone(), Box::new(term)))
}

fn listed(practice: &PracticeStaff) -> Traced<Persons> {
    Traced::input(named(practice, Term::ListedTotal), practice.listed.persons())
}

fn specialists(practice: &PracticeStaff) -> Traced<Fte> {
    Traced::input(named(practice, Term::Specialists), practice.specialists)
}

fn one(at: usize, practice: &PracticeStaff, guideline: &Guideline) -> PracticeOutcome {
    let term = |term| named(practice, term);
    let (listed, specialists) = (listed(practice), specialists(practice));
    let per = Traced::parameter(Term::GuidelineSpecialist, &guideline.specialist);
    let mut parts = vec![specialists.times(term(Term::CapacitySpecialists), &per)];
    if practice.st > Fte::ZERO {
        let st: Traced<Fte> = Traced::input(term(Term::StDoctors), practice.st);
        parts.push(st.times(term(Term::CapacitySt), &Traced::parameter(Term::GuidelineSt, &guideline.st)));
    }
    let capacity = Traced::sum(term(Term::Capacity), parts);
    let gap = listed.minus(term(Term::Gap), &capacity);
    PracticeOutcome {
        at,
        gap_fte: gap.divided_by(term(Term::GapFte), &per),
        coverage: capacity.divided_by(term(Term::Coverage), &listed),
        per_specialist: listed.divided_by(term(Term::ListedPerSpecialist), &specialists),
        closed: closed(practice, &gap, &per),
        capacity,
        gap,
    }
}

/// What one heltid more would cover of a gap.
fn closed(practice: &PracticeStaff, gap: &Traced<Persons>, per: &Traced<PersonsPerFte>) -> Traced<Persons> {
    let term = || Term::Staffing(Staffed::ClosedBy(practice.name.clone()));
    match gap.value().decimal() {
        none if none <= Decimal::ZERO => Traced::sum(term(), []),
        less if less < per.value().decimal() => Traced::sum(term(), [gap.clone()]),
        _ => {
            let more = Traced::input(named(practice, Term::Staffing(Staffed::OneMore)), Fte::new(Decimal::ONE));
            more.times(term(), per)
        }
    }
}
