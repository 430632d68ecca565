//! The practices of a region with their doctors against the guideline, how many of their lists the doctors cover, and
//! where one heltid more would cover most. Every kind of doctors counts. Knows no duties: a list does not tell them.
use super::{
    item::{DoctorKind, Group, Item},
    staff::{DoctorCount, Inputs, PracticeStaff},
};
use crate::{
    measure::{Doctors, Fte, Measure, Persons, PersonsPerFte, Share},
    statistic::Statistic,
    term::{Staffed, Term},
    trace::Traced,
};
use rust_decimal::Decimal;

/// Heltid by group, in the order of [`Group::ALL`]; nothing of a group that was not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FteByGroup([Traced<Fte>; Group::ALL.len()]);

/// One practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeOutcome {
    /// Its place in the list.
    pub at: usize,
    /// Listed.
    pub listed: Traced<Persons>,
    /// Its doctors.
    pub doctors: FteByGroup,
    /// Persons that its doctors cover.
    pub capacity: Traced<Persons>,
    /// Listed beyond them; negative when they cover more.
    pub gap: Traced<Persons>,
    /// The gap in heltid.
    pub gap_fte: Option<Traced<Fte>>,
    /// Capacity by listed; `None` when nobody is listed.
    pub coverage: Option<Traced<Share>>,
    /// Listed per heltid of specialists, a secondary measure: it leaves out all other doctors. `None` without any.
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
    /// Their doctors.
    pub doctors: FteByGroup,
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
    /// How the practices lie; `None` when none has a list.
    pub spread: Option<CoverageSpread>,
    /// How many practices have a list.
    pub with_list: usize,
    /// How many practices have a gap.
    pub with_gap: usize,
    /// How many have no specialists.
    pub without: usize,
    /// Groups whose heads were counted by the heltid of one doctor somewhere: an assumption to be said beside the answer.
    pub heads_only: Vec<Group>,
    /// Whether ST doctors were told of no practice, so that the coverage is without them.
    pub st_untold: bool,
}

/// Coverage over the practices with a list, each counted once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageSpread {
    /// The percentiles of [`PERCENTILES`], in that order.
    pub percentiles: [Traced<Share>; 5],
    /// The share of them with more on their list than their doctors cover.
    pub with_gap: Traced<Share>,
}

/// The percentiles of a [`CoverageSpread`].
pub const PERCENTILES: [u8; 5] = [10, 25, 50, 75, 90];

impl FteByGroup {
    fn from(of: impl Fn(Group) -> Traced<Fte>) -> Self {
        Self(Group::ALL.map(of))
    }

    /// The group's.
    pub fn of(&self, group: Group) -> &Traced<Fte> {
        let [specialists, st, other, locums] = &self.0;
        match group {
            Group::Specialist => specialists,
            Group::St => st,
            Group::Other => other,
            Group::Locum => locums,
        }
    }
}

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
pub fn practices(of: &Inputs<'_>) -> RegionOutcome {
    let list = &of.staff.practices;
    let outcomes: Vec<PracticeOutcome> =
        list.iter().enumerate().map(|(at, practice)| PracticeInputs { inputs: of, practice }.outcome(at)).collect();
    let all = |term| Term::Staffing(Staffed::AllPractices(Box::new(term)));
    let listed = Traced::sum(all(Term::ListedTotal), outcomes.iter().map(|outcome| outcome.listed.clone()));
    let of_group = |group: Group| outcomes.iter().map(move |outcome| outcome.doctors.of(group).clone());
    let doctors = FteByGroup::from(|group| Traced::sum(all(fte_term(group.kind())), of_group(group)));
    let capacity = Traced::sum(all(Term::Capacity), outcomes.iter().map(|outcome| outcome.capacity.clone()));
    let gaps = outcomes.iter().map(|outcome| &outcome.gap).filter(|gap| gap.value() > Persons::ZERO);
    let with_gap = gaps.clone().count();
    let gap = Traced::sum(all(Term::Gap), gaps.cloned());
    let per = Traced::parameter(Term::GuidelineSpecialist, &of.guideline.specialist);
    let heads = |group: &Group| list.iter().any(|one| matches!(one.doctors.get(group), Some(DoctorCount::Heads(_))));
    RegionOutcome {
        need: listed.divided_by(all(Term::NeedFte), &per),
        gap_fte: gap.divided_by(all(Term::GapFte), &per),
        per_specialist: listed.divided_by(all(Term::ListedPerSpecialist), doctors.of(Group::Specialist)),
        spread: spread(&outcomes),
        with_list: outcomes.iter().filter(|one| one.coverage.is_some()).count(),
        without: outcomes.iter().filter(|one| one.doctors.of(Group::Specialist).value() <= Fte::ZERO).count(),
        heads_only: Group::ALL.into_iter().filter(heads).collect(),
        st_untold: !list.iter().any(|one| one.doctors.contains_key(&Group::St)),
        with_gap,
        practices: outcomes,
        listed,
        doctors,
        capacity,
        gap,
    }
}

/// How they lie, and the share that has more on its list than its doctors cover.
fn spread(outcomes: &[PracticeOutcome]) -> Option<CoverageSpread> {
    let with_list = outcomes.iter().filter_map(|one| Some((one.coverage.clone()?, one.gap.clone())));
    let (coverage, gaps): (Vec<_>, Vec<_>) = with_list.unzip();
    let percentile = |percent| {
        let term = Term::Staffing(Staffed::CoveragePercentile(percent));
        Traced::statistic(term, Statistic::Percentile(percent), &coverage)
    };
    let [low, quarter, middle, upper, high] = PERCENTILES.map(percentile);
    let term = Term::Staffing(Staffed::ShareWithGap);
    Some(CoverageSpread {
        percentiles: [low?, quarter?, middle?, upper?, high?],
        with_gap: Traced::statistic(term, Statistic::ShareAboveZero, &gaps)?,
    })
}

/// What the kind's heltid is called.
fn fte_term(kind: DoctorKind) -> Term {
    match kind {
        DoctorKind::Specialist => Term::Specialists,
        DoctorKind::StAny => Term::StDoctors,
        other => Term::Staffing(Staffed::Given(Item::Fte(other))),
    }
}

fn cover_term(kind: DoctorKind) -> Term {
    match kind {
        DoctorKind::Specialist => Term::CapacitySpecialists,
        DoctorKind::StAny => Term::CapacitySt,
        other => Term::Staffing(Staffed::Cover(other)),
    }
}

/// A practice and what all are set against.
struct PracticeInputs<'a> {
    inputs: &'a Inputs<'a>,
    practice: &'a PracticeStaff,
}

impl PracticeInputs<'_> {
    fn term(&self, term: Term) -> Term {
        Term::Staffing(Staffed::Of(self.practice.name.clone(), Box::new(term)))
    }

    fn outcome(&self, at: usize) -> PracticeOutcome {
        let listed: Traced<Persons> = Traced::input(self.term(Term::ListedTotal), self.practice.listed.persons());
        let doctors = FteByGroup::from(|group| self.fte(group));
        let there = Group::ALL.into_iter().filter(|group| doctors.of(*group).value() > Fte::ZERO);
        let covered = there.filter_map(|group| {
            let cover = self.inputs.cover(group.kind())?;
            Some(doctors.of(group).times(self.term(cover_term(group.kind())), &cover))
        });
        let capacity: Traced<Persons> = Traced::sum(self.term(Term::Capacity), covered);
        let gap = listed.minus(self.term(Term::Gap), &capacity);
        let per = Traced::parameter(Term::GuidelineSpecialist, &self.inputs.guideline.specialist);
        let specialists = doctors.of(Group::Specialist);
        PracticeOutcome {
            at,
            gap_fte: gap.divided_by(self.term(Term::GapFte), &per),
            coverage: capacity.divided_by(self.term(Term::Coverage), &listed),
            per_specialist: listed.divided_by(self.term(Term::ListedPerSpecialist), specialists),
            closed: self.closed(&gap, &per),
            listed,
            doctors,
            capacity,
            gap,
        }
    }

    fn fte(&self, group: Group) -> Traced<Fte> {
        let kind = group.kind();
        match self.practice.doctors.get(&group) {
            None => Traced::sum(self.term(fte_term(kind)), []),
            Some(DoctorCount::Fte(fte)) => Traced::input(self.term(fte_term(kind)), *fte),
            Some(DoctorCount::Heads(heads)) => {
                let heads_term = self.term(Term::Staffing(Staffed::Given(Item::Heads(kind))));
                let heads: Traced<Doctors> = Traced::input(heads_term, *heads);
                let fte_term = self.term(Term::Staffing(Staffed::FteOfHeads(kind)));
                heads.times(fte_term, &self.inputs.fte_each(group))
            }
        }
    }

    /// What one heltid more would cover of a gap.
    fn closed(&self, gap: &Traced<Persons>, per: &Traced<PersonsPerFte>) -> Traced<Persons> {
        let term = || Term::Staffing(Staffed::ClosedBy(self.practice.name.clone()));
        match gap.value().decimal() {
            none if none <= Decimal::ZERO => Traced::sum(term(), []),
            less if less < per.value().decimal() => Traced::sum(term(), [gap.clone()]),
            _ => {
                let more = Traced::input(self.term(Term::Staffing(Staffed::OneMore)), Fte::new(Decimal::ONE));
                more.times(term(), per)
            }
        }
    }
}
