//! How many more doctors a year it takes for the list to be covered by the end of a year. Every answer is the plan's
//! own, with the doctors put in: no formula is turned round.
use super::{
    item::{Event, Item},
    plan::{Path, PlanFault, PlanYear, Setup},
    situation::Situation,
    staff::{Inputs, Staff},
    years::years,
};
use crate::measure::Persons;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Tenths of a doctor a year: no finer number is entered.
const MOST_TENTHS: u32 = 100_000;

/// What it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The plan covers the list by then as it is.
    AsPlanned,
    /// So many more of the event in every year until then.
    More {
        /// A year, in tenths of a doctor.
        each_year: Decimal,
        /// The plan's numbers with them put in, to be entered.
        numbers: Vec<(Item, Option<Decimal>)>,
        /// The year with them put in.
        then: Box<PlanYear>,
    },
    /// However many come, the list is not covered by then.
    OutOfReach,
}

/// What it takes for the list to be covered at the end of the year `by`, by more recruitments or more ST starts.
///
/// # Errors
/// What keeps the plan from being worked out; a year that the plan does not have is out of reach.
pub fn reach(of: &Inputs<'_>, situation: &Situation, event: Event, by: u16) -> Result<Reach, Vec<PlanFault>> {
    let setup = Setup::of(of, situation);
    let question = Question { of, setup, event, by };
    let at = |tenths| question.at(tenths).map_err(|fault| vec![fault]);
    match at(0)? {
        None => return Ok(Reach::OutOfReach),
        Some((year, _)) if year.gap.value() <= Persons::ZERO => return Ok(Reach::AsPlanned),
        Some(_) => {}
    }
    let enough =
        |found: &Option<(PlanYear, Staff)>| found.as_ref().is_some_and(|(year, _)| year.gap.value() <= Persons::ZERO);
    let mut most = 1;
    let mut least = 0;
    let largest = question.largest();
    while !enough(&at(most)?) {
        if most == largest {
            return Ok(Reach::OutOfReach);
        }
        (least, most) = (most, (most * 4).min(largest));
    }
    // the gap only shrinks with more doctors, so the least number that is enough lies between
    while most - least > 1 {
        let middle = u32::midpoint(least, most);
        if enough(&at(middle)?) { most = middle } else { least = middle }
    }
    Ok(at(most)?.map_or(Reach::OutOfReach, |(year, _)| Reach::More {
        each_year: Decimal::new(i64::from(most), 1),
        numbers: question.numbers(most),
        then: Box::new(year),
    }))
}

struct Question<'a> {
    of: &'a Inputs<'a>,
    setup: Setup,
    event: Event,
    by: u16,
}

impl Question<'_> {
    /// The most tenths that can be put in: with more, a year's number could not be entered.
    fn largest(&self) -> u32 {
        let planned = |year| self.of.number(&Item::Planned(self.event, year)).unwrap_or_default();
        let highest = (self.setup.first..=self.by).map(planned).max().unwrap_or_default();
        let most = Item::Planned(self.event, self.by).bounds().most;
        ((most - highest) * Decimal::TEN).to_u32().unwrap_or_default().clamp(1, MOST_TENTHS)
    }

    /// The plan's numbers with so many tenths more in every year.
    fn numbers(&self, tenths: u32) -> Vec<(Item, Option<Decimal>)> {
        let more = Decimal::new(i64::from(tenths), 1);
        let items = (self.setup.first..=self.by).map(|year| Item::Planned(self.event, year));
        items.map(|item| (item.clone(), Some(self.of.number(&item).unwrap_or_default() + more))).collect()
    }

    /// The year with so many tenths more.
    fn at(&self, tenths: u32) -> Result<Option<(PlanYear, Staff)>, PlanFault> {
        let mut staff = self.of.staff.clone();
        staff.enter(&self.numbers(tenths));
        let with = Inputs { staff: &staff, ..*self.of };
        let years = years(&with, &self.setup, Path::Middle)?;
        let year = years.into_iter().find(|year| year.year == self.by);
        Ok(year.map(|year| (year, staff)))
    }
}
