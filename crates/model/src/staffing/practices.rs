//! The practices of a region with their doctors against the guideline, and where one heltid more would cover most.
use super::{Guideline, staff::PracticeStaff};
use crate::{
    measure::{Fte, Measure, Persons, PersonsPerFte, Share},
    statistic::Statistic,
    term::{Staffed, Term},
    trace::Traced,
};
use rust_decimal::Decimal;

/// One practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeOutcome {
    /// Its place in the list.
    pub at: usize,
    /// Listed.
    pub listed: Traced<Persons>,
    /// Specialists, heltid.
    pub specialists: Traced<Fte>,
    /// ST doctors, heltid.
    pub st: Traced<Fte>,
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
    /// ST doctors, heltid.
    pub st: Traced<Fte>,
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
    /// How the practices lie; `None` when none has specialists.
    pub spread: Option<Spread>,
    /// How many practices have a gap.
    pub with_gap: usize,
    /// How many have no specialists.
    pub without: usize,
}

/// Listed per specialist over the practices with specialists, each counted once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The percentiles of [`PERCENTILES`], in that order.
    pub percentiles: [Traced<PersonsPerFte>; 5],
    /// The share of them with more than the guideline.
    pub share_above: Traced<Share>,
    /// How many that is.
    pub above: usize,
}

/// The percentiles of a [`Spread`].
pub const PERCENTILES: [u8; 5] = [10, 25, 50, 75, 90];

impl RegionOutcome {
    /// The practices where one heltid more covers most persons of a gap, most first and of equals the largest gap first;
    /// at most so many.
    pub fn most_closed(&self, at_most: usize) -> Vec<&PracticeOutcome> {
        let mut found: Vec<_> = self.practices.iter().filter(|one| one.closed.value() > Persons::ZERO).collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.closed.value(), one.gap.value())));
        found.truncate(at_most);
        found
    }
}

/// Sets every practice against the guideline.
pub fn practices(of: &[PracticeStaff], guideline: &Guideline) -> RegionOutcome {
    let outcomes: Vec<PracticeOutcome> =
        of.iter().enumerate().map(|(at, practice)| one(at, practice, guideline)).collect();
    let all = |term| Term::Staffing(Staffed::AllPractices(Box::new(term)));
    let listed = Traced::sum(all(Term::ListedTotal), outcomes.iter().map(|outcome| outcome.listed.clone()));
    let specialists = Traced::sum(all(Term::Specialists), outcomes.iter().map(|outcome| outcome.specialists.clone()));
    let capacity = Traced::sum(all(Term::Capacity), outcomes.iter().map(|outcome| outcome.capacity.clone()));
    let gaps = outcomes.iter().map(|outcome| &outcome.gap).filter(|gap| gap.value() > Persons::ZERO);
    let with_gap = gaps.clone().count();
    let gap = Traced::sum(all(Term::Gap), gaps.cloned());
    let per = Traced::parameter(Term::GuidelineSpecialist, &guideline.specialist);
    RegionOutcome {
        need: listed.divided_by(all(Term::NeedFte), &per),
        gap_fte: gap.divided_by(all(Term::GapFte), &per),
        per_specialist: listed.divided_by(all(Term::ListedPerSpecialist), &specialists),
        st: Traced::sum(all(Term::StDoctors), outcomes.iter().map(|outcome| outcome.st.clone())),
        spread: spread(of, &outcomes, &per),
        without: of.iter().filter(|practice| practice.specialists <= Fte::ZERO).count(),
        with_gap,
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

/// How they lie, and how many are above the guideline.
fn spread(of: &[PracticeStaff], outcomes: &[PracticeOutcome], per: &Traced<PersonsPerFte>) -> Option<Spread> {
    let known = of.iter().zip(outcomes).filter_map(|(practice, one)| Some((practice, one.per_specialist.as_ref()?)));
    let (mut values, mut beyond) = (Vec::new(), Vec::new());
    for (practice, value) in known {
        beyond.push(value.minus(Term::Staffing(Staffed::AboveGuideline(practice.name.clone())), per));
        values.push(value.clone());
    }
    let percentile = |percent| {
        let term = Term::Staffing(Staffed::PerSpecialistPercentile(percent));
        Traced::statistic(term, Statistic::Percentile(percent), &values)
    };
    let [low, quarter, middle, upper, high] = PERCENTILES.map(percentile);
    let term = Term::Staffing(Staffed::ShareAboveGuideline);
    Some(Spread {
        percentiles: [low?, quarter?, middle?, upper?, high?],
        share_above: Traced::statistic(term, Statistic::ShareAboveZero, &beyond)?,
        above: beyond.iter().filter(|one| one.value() > PersonsPerFte::ZERO).count(),
    })
}

fn one(at: usize, practice: &PracticeStaff, guideline: &Guideline) -> PracticeOutcome {
    let term = |term| named(practice, term);
    let listed: Traced<Persons> = Traced::input(term(Term::ListedTotal), practice.listed.persons());
    let specialists: Traced<Fte> = Traced::input(term(Term::Specialists), practice.specialists);
    let st: Traced<Fte> = Traced::input(term(Term::StDoctors), practice.st);
    let per = Traced::parameter(Term::GuidelineSpecialist, &guideline.specialist);
    let mut parts = vec![specialists.times(term(Term::CapacitySpecialists), &per)];
    if practice.st > Fte::ZERO {
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
        listed,
        specialists,
        st,
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
