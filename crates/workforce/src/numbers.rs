//! A plan's numbers in floating point: all that a run reads. Draws nothing.
use model::{
    measure::Measure,
    staffing::{
        item::{DoctorKind, Duty, Event, Group, Item, LAST_YEAR, ST_YEARS},
        plan::{Setup, Stock},
        staff::Inputs,
    },
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Whole doctors who share their heltid alike.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Crew {
    /// Whole doctors.
    pub doctors: u32,
    /// Heads of the plan that they stand for: fewer than the doctors where these were rounded up.
    pub heads: f64,
    /// Heltid of all of them.
    pub fte: f64,
}

/// What is planned for a year, doctors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlannedYear {
    /// Specialists who are recruited.
    pub recruited: f64,
    /// Specialists who retire.
    pub retiring: f64,
    /// ST doctors who begin.
    pub st_starts: f64,
}

/// A plan's numbers. Shares are of one; two plans with equal numbers and seeds have the same band.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// The first year.
    pub first: u16,
    /// Every year from the first.
    pub years: Vec<PlannedYear>,
    /// Specialists at the beginning.
    pub specialists: Crew,
    /// ST doctors at the beginning, by half years since they began.
    pub cohorts: Vec<(u8, Crew)>,
    /// Half years of the whole ST.
    pub halves: u8,
    /// The list at the beginning.
    pub listed: f64,
    /// Persons whom other doctors cover.
    pub by_others: f64,
    /// Persons that one heltid of specialists covers, after other duties.
    pub covers: f64,
    /// The same of ST doctors, by year of training.
    pub st_covers: [f64; ST_YEARS as usize],
    /// Heltid of one who is recruited.
    pub recruit_fte: f64,
    /// Heltid of one who begins ST.
    pub st_fte: f64,
    /// The share of the specialists that leaves in a year.
    pub leaving: f64,
    /// The share of the ST doctors that leaves in a year.
    pub st_leaving: f64,
    /// The share of those who become specialists that stays.
    pub staying: f64,
    /// How much the list grows in a year.
    pub growth: f64,
    /// The standard deviation of it.
    pub growth_spread: f64,
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

impl Crew {
    fn of(stock: &Stock) -> Self {
        let heads = stock.heads.value().decimal();
        let doctors = heads.ceil().to_u32().unwrap_or_default();
        Self { doctors, heads: float(heads), fte: float(stock.fte.value().decimal()) }
    }
}

impl Numbers {
    /// The numbers of the plan's middle path.
    pub fn of(of: &Inputs<'_>, setup: &Setup) -> Self {
        let number = |item: &Item| float(of.number(item).unwrap_or_default());
        let planned = |event, year| number(&Item::Planned(event, year));
        let year = |year| PlannedYear {
            recruited: planned(Event::Recruited, year),
            retiring: planned(Event::Retiring, year),
            st_starts: planned(Event::StStarts, year),
        };
        let duties = [Duty::Supervision, Duty::Research, Duty::Other];
        // duties that take more than all of the time leave none of it
        let away = |group| duties.iter().map(|duty| number(&Item::Duty(group, *duty))).sum::<f64>();
        let left = |group| (1.0 - away(group)).max(0.0);
        let st_left = left(Group::St);
        let mut st_covers = [0.0; ST_YEARS as usize];
        for (year, covers) in (1..).zip(&mut st_covers) {
            *covers = st_left * number(&Item::Cover(DoctorKind::St(year)));
        }
        Self {
            first: setup.first,
            years: (setup.first..=LAST_YEAR).map(year).collect(),
            specialists: Crew::of(&setup.specialists),
            cohorts: setup.cohorts.iter().map(|cohort| (cohort.halves, Crew::of(&cohort.stock))).collect(),
            halves: setup.halves,
            listed: float(setup.listed.value().decimal()),
            by_others: float(setup.by_others.value().decimal()),
            covers: left(Group::Specialist) * float(of.guideline.specialist.value.decimal()),
            st_covers,
            recruit_fte: number(&Item::RecruitFte),
            st_fte: number(&Item::StFte),
            leaving: number(&Item::Leaving),
            st_leaving: number(&Item::StLeaving),
            staying: number(&Item::Staying),
            growth: number(&Item::Growth),
            growth_spread: number(&Item::GrowthSpread),
        }
    }
}
