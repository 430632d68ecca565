//! The plan: doctors and list year by year, as stock and flow. A year's events happen in its middle; who leaves is a
//! share of those who were there when it began; whoever has done the whole of ST by the year's end is a specialist from
//! then on. Other doctors stay as they are. Every head and every heltid is accounted for.
use super::{
    item::{DoctorKind, Item, ST_YEARS},
    situation::Situation,
    staff::Inputs,
};
use crate::{
    measure::{Doctors, Fte, Measure, Persons, PersonsPerFte, Share, YearlyMoney},
    term::{Planned, Staffed, Term},
    trace::Traced,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Doctors by heads and by heltid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// Heads; a mean, so not always whole.
    pub heads: Traced<Doctors>,
    /// Heltid.
    pub fte: Traced<Fte>,
}

/// ST doctors who began at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// Half years since they began.
    pub halves: u8,
    /// How many they are.
    pub stock: Stock,
}

/// How much of what is planned comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// The smaller share of it.
    Low,
    /// All of it.
    Middle,
    /// The larger share.
    High,
}

/// Everything that the years are worked out from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The year at whose beginning the doctors and the list are as entered.
    pub first: u16,
    /// The list.
    pub listed: Traced<Persons>,
    /// Specialists.
    pub specialists: Stock,
    /// ST doctors, by half years since they began.
    pub cohorts: Vec<Cohort>,
    /// Half years of the whole ST.
    pub halves: u8,
    /// Persons whom other doctors cover.
    pub by_others: Traced<Persons>,
}

/// What happens to the specialists in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flows {
    /// Who leave.
    pub left: Stock,
    /// Who retire.
    pub retired: Stock,
    /// Who are recruited.
    pub recruited: Stock,
    /// Who become specialists.
    pub finished: Stock,
    /// Those of them who stay.
    pub stayed: Stock,
    /// Who begin ST.
    pub started: Stock,
    /// ST doctors who leave.
    pub st_left: Stock,
}

/// The end of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanYear {
    /// The year.
    pub year: u16,
    /// What happened in it.
    pub flows: Flows,
    /// Specialists.
    pub specialists: Stock,
    /// ST doctors, by half years since they began.
    pub cohorts: Vec<Cohort>,
    /// All ST doctors.
    pub st: Stock,
    /// The list.
    pub listed: Traced<Persons>,
    /// Persons that all doctors cover.
    pub capacity: Traced<Persons>,
    /// Listed beyond them; negative when they cover more.
    pub gap: Traced<Persons>,
    /// The gap in heltid.
    pub gap_fte: Option<Traced<Fte>>,
    /// Capacity by listed; `None` without a list.
    pub coverage: Option<Traced<Share>>,
    /// Listed per heltid of specialists; `None` without any.
    pub per_specialist: Option<Traced<PersonsPerFte>>,
    /// What the gap in heltid costs a year; `None` without a gap or a price.
    pub cost: Option<Traced<YearlyMoney>>,
}

/// What keeps a plan from being worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanFault {
    /// More specialists leave and retire in the year than there are.
    TooFewLeft {
        /// The year.
        year: u16,
        /// Specialists at its beginning, heads.
        there: Decimal,
        /// Who leave and retire.
        gone: Decimal,
    },
}

/// Less than this is what division leaves, and no doctor (10^-18).
pub(super) const TRACE: Decimal = Decimal::from_parts(1, 0, 0, false, 18);

pub(super) fn term(figure: Planned, year: u16) -> Term {
    Term::Staffing(Staffed::Plan(figure, year))
}

impl Stock {
    fn none(heads: Term, fte: Term) -> Self {
        Self { heads: Traced::sum(heads, []), fte: Traced::sum(fte, []) }
    }

    pub(super) fn part(&self, share: &Traced<Share>, heads: Term, fte: Term) -> Self {
        Self { heads: self.heads.times(heads, share), fte: self.fte.times(fte, share) }
    }

    pub(super) fn minus(&self, other: &Self, heads: Term, fte: Term) -> Self {
        Self { heads: self.heads.minus(heads, &other.heads), fte: self.fte.minus(fte, &other.fte) }
    }

    pub(super) fn is_nobody(&self) -> bool {
        self.heads.value() == Doctors::ZERO && self.fte.value() == Fte::ZERO
    }

    /// Whether the stock is only what division leaves.
    pub(super) fn is_trace(&self) -> bool {
        self.heads.value().decimal().abs() < TRACE && self.fte.value().decimal().abs() < TRACE
    }

    pub(super) fn sum(of: &[&Self], heads: Term, fte: Term) -> Self {
        Self {
            heads: Traced::sum(heads, of.iter().map(|stock| stock.heads.clone())),
            fte: Traced::sum(fte, of.iter().map(|stock| stock.fte.clone())),
        }
    }
}

/// The year of training in which one is who began so many half years ago.
pub fn training_year(halves: u8) -> u8 {
    (halves / 2 + 1).min(ST_YEARS)
}

/// Half years since they began: someone in a year of training is taken to be in its middle, and someone whose year is
/// not told in the middle of the training.
fn halves_of(kind: DoctorKind) -> Option<u8> {
    match kind {
        DoctorKind::St(year) if year < ST_YEARS => Some(2 * year - 1),
        DoctorKind::St(_) => Some(2 * (ST_YEARS - 1)),
        DoctorKind::StAny => Some(5),
        _ => None,
    }
}

impl Setup {
    /// What the plan begins with.
    pub fn of(of: &Inputs<'_>, situation: &Situation) -> Self {
        let first = of.number(&Item::PlanStart).and_then(|year| year.to_u16()).unwrap_or(super::item::FIRST_YEAR);
        let before = first - 1;
        let specialists = of.stock(DoctorKind::Specialist);
        let mut cohorts: Vec<Cohort> = Vec::new();
        for kind in DoctorKind::all() {
            let Some(halves) = halves_of(kind) else { continue };
            let Some(stock) = of.stock(kind) else { continue };
            match cohorts.iter_mut().find(|cohort| cohort.halves == halves) {
                None => cohorts.push(Cohort { halves, stock }),
                Some(cohort) => {
                    let [heads, fte] = [Planned::CohortHeads(halves), Planned::CohortFte(halves)];
                    cohort.stock = Stock::sum(&[&cohort.stock, &stock], term(heads, before), term(fte, before));
                }
            }
        }
        cohorts.sort_by_key(|cohort| cohort.halves);
        let length = of.number(&Item::StLength).unwrap_or_default() * Decimal::TWO;
        let none = || Stock::none(term(Planned::Heads, before), term(Planned::Fte, before));
        Self {
            first,
            listed: situation.listed.clone(),
            specialists: specialists.unwrap_or_else(none),
            cohorts,
            halves: length.to_u8().unwrap_or(u8::MAX).max(1),
            by_others: situation.by_others.clone(),
        }
    }
}

impl Inputs<'_> {
    /// The kind's doctors; `None` without any. What is told of heads and heltid stands as it is, and the other follows
    /// from the heltid of one doctor.
    fn stock(&self, kind: DoctorKind) -> Option<Stock> {
        let fte = self.fte_or_none(kind)?;
        let heads: Option<Traced<Doctors>> = self.above_zero(&Item::Heads(kind));
        let of_fte = || {
            let term = Term::Staffing(Staffed::Given(Item::Heads(kind)));
            Some(&fte).filter(|fte| fte.value() > Fte::ZERO)?.divided_by(term, &self.fte_each(kind.group()))
        };
        Some(Stock { heads: heads.or_else(of_fte)?, fte })
    }
}
