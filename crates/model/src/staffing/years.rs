//! One year of the plan after another.
use super::{
    item::{DoctorKind, Event, Group, Item, LAST_YEAR},
    plan::{Cohort, Flows, Path, PlanFault, PlanYear, Setup, Stock, TRACE, term, training_year},
    staff::Inputs,
};
use crate::{
    measure::{Doctors, Fte, Measure, Persons, Share, YearlyMoney},
    term::{Planned, Term},
    trace::Traced,
};
use rust_decimal::Decimal;

/// Beyond this a gap in heltid has no cost: only a guideline of next to nobody per doctor gives one (10^18).
const MOST_TIMES_PRICE: Fte = Fte::new(Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0));

/// The years of a path.
///
/// # Errors
/// The first year in which more specialists go than there are.
pub fn years(of: &Inputs<'_>, setup: &Setup, path: Path) -> Result<Vec<PlanYear>, PlanFault> {
    let mut years: Vec<PlanYear> = Vec::new();
    for year in setup.first..=LAST_YEAR {
        let before = years.last();
        let before = Before {
            specialists: before.map_or(&setup.specialists, |before| &before.specialists),
            cohorts: before.map_or(&setup.cohorts, |before| &before.cohorts),
            listed: before.map_or(&setup.listed, |before| &before.listed),
        };
        let next = YearStep { of, setup, path, year }.end(&before)?;
        years.push(next);
    }
    Ok(years)
}

/// The first year at whose end nobody is beyond what the doctors cover.
pub fn reached(years: &[PlanYear]) -> Option<u16> {
    years.iter().find(|year| year.gap.value() <= Persons::ZERO).map(|year| year.year)
}

struct Before<'a> {
    specialists: &'a Stock,
    cohorts: &'a [Cohort],
    listed: &'a Traced<Persons>,
}

struct YearStep<'a> {
    of: &'a Inputs<'a>,
    setup: &'a Setup,
    path: Path,
    year: u16,
}

impl YearStep<'_> {
    fn term(&self, figure: Planned) -> Term {
        term(figure, self.year)
    }

    fn nobody(&self, heads: Planned, fte: Planned) -> Stock {
        Stock::sum(&[], self.term(heads), self.term(fte))
    }

    /// What is planned of the event, as far as it comes about on the path.
    fn planned(&self, event: Event, figure: Planned) -> Option<Traced<Doctors>> {
        let planned: Traced<Doctors> = self.of.above_zero(&Item::Planned(event, self.year))?;
        let share = match self.path {
            Path::Low => Item::LowShare,
            Path::Middle => return Some(planned),
            Path::High => Item::HighShare,
        };
        Some(planned.times(self.term(figure), &self.of.given::<Share>(&share)?))
    }

    /// Doctors who come, of whom each has the item's heltid.
    fn coming(&self, event: Event, each: &Item, (heads, fte): (Planned, Planned)) -> Stock {
        let come = self.planned(event, heads.clone()).zip(self.of.given::<Fte>(each));
        match come {
            None => self.nobody(heads, fte),
            Some((coming, each)) => Stock { fte: coming.times(self.term(fte), &each), heads: coming },
        }
    }

    fn share_of(&self, stock: &Stock, share: &Item, (heads, fte): (Planned, Planned)) -> Stock {
        match self.of.above_zero::<Share>(share) {
            Some(share) if !stock.is_nobody() => stock.part(&share, self.term(heads), self.term(fte)),
            _ => self.nobody(heads, fte),
        }
    }

    fn retired(&self, specialists: &Stock) -> Stock {
        let none = || self.nobody(Planned::RetiredHeads, Planned::RetiredFte);
        let Some(heads) = self.of.above_zero::<Doctors>(&Item::Planned(Event::Retiring, self.year)) else {
            return none();
        };
        let each: Option<Traced<Fte>> = specialists.fte.divided_by(self.term(Planned::FteEach), &specialists.heads);
        each.map_or_else(none, |each| Stock { fte: heads.times(self.term(Planned::RetiredFte), &each), heads })
    }

    fn end(&self, before: &Before<'_>) -> Result<PlanYear, PlanFault> {
        let (flows, cohorts) = self.flows(before)?;
        let t = |figure| self.term(figure);
        let came = [before.specialists, &flows.recruited, &flows.stayed];
        let came: Vec<&Stock> = came.into_iter().filter(|stock| !stock.is_nobody()).collect();
        let came = Stock::sum(&came, t(Planned::CameHeads), t(Planned::CameFte));
        let gone = [&flows.left, &flows.retired];
        let gone: Vec<&Stock> = gone.into_iter().filter(|stock| !stock.is_nobody()).collect();
        let specialists = match gone.as_slice() {
            [] => came,
            gone => {
                let gone = Stock::sum(gone, t(Planned::GoneHeads), t(Planned::GoneFte));
                let rest = came.minus(&gone, t(Planned::Heads), t(Planned::Fte));
                // a mean such as 2 / 3 is cut, so that when all have gone a trace can be left, also below nothing
                if rest.is_trace() { self.nobody(Planned::Heads, Planned::Fte) } else { rest }
            }
        };
        let stocks: Vec<&Stock> = cohorts.iter().map(|cohort| &cohort.stock).collect();
        let st = Stock::sum(&stocks, t(Planned::StHeads), t(Planned::StFte));
        let listed = self.listed(before.listed);
        Ok(self.measured(flows, specialists, (cohorts, st), listed))
    }

    fn listed(&self, before: &Traced<Persons>) -> Traced<Persons> {
        let growth: Option<Traced<Share>> = self.of.given(&Item::Growth);
        match growth.filter(|growth| growth.value() != Share::ZERO) {
            None => before.clone(),
            Some(growth) => {
                let more = before.times(self.term(Planned::Growth), &growth);
                Traced::sum(self.term(Planned::Listed), [before.clone(), more])
            }
        }
    }

    /// What happens, and the ST doctors of the year's end.
    fn flows(&self, before: &Before<'_>) -> Result<(Flows, Vec<Cohort>), PlanFault> {
        let left = self.share_of(before.specialists, &Item::Leaving, (Planned::LeftHeads, Planned::LeftFte));
        let retired = self.retired(before.specialists);
        let (there, gone) = (before.specialists.heads.value(), left.heads.value() + retired.heads.value());
        let planned = self.of.number(&Item::Planned(Event::Retiring, self.year)).unwrap_or_default();
        if gone.decimal().max(planned) - there.decimal() > TRACE {
            let gone = gone.decimal().max(planned);
            return Err(PlanFault::TooFewLeft { year: self.year, there: there.decimal(), gone });
        }
        let recruited =
            self.coming(Event::Recruited, &Item::RecruitFte, (Planned::RecruitedHeads, Planned::RecruitedFte));
        let started = self.coming(Event::StStarts, &Item::StFte, (Planned::StartedHeads, Planned::StartedFte));
        let mut st_left = Vec::new();
        let mut there = Vec::new();
        for cohort in before.cohorts {
            let halves = cohort.halves.saturating_add(2);
            let names = (Planned::CohortLeftHeads(halves), Planned::CohortLeftFte(halves));
            let leaving = self.share_of(&cohort.stock, &Item::StLeaving, names);
            let stock = match leaving.is_nobody() {
                true => cohort.stock.clone(),
                false => {
                    let [heads, fte] = [Planned::CohortHeads(halves), Planned::CohortFte(halves)];
                    cohort.stock.minus(&leaving, self.term(heads), self.term(fte))
                }
            };
            there.push(Cohort { halves, stock });
            st_left.push(leaving);
        }
        if !started.is_nobody() {
            there.insert(0, Cohort { halves: 1, stock: started.clone() });
        }
        let (done, cohorts): (Vec<_>, Vec<_>) =
            there.into_iter().partition(|cohort| cohort.halves >= self.setup.halves);
        let done: Vec<&Stock> = done.iter().map(|cohort| &cohort.stock).collect();
        let finished = Stock::sum(&done, self.term(Planned::FinishedHeads), self.term(Planned::FinishedFte));
        let stayed = self.share_of(&finished, &Item::Staying, (Planned::StayedHeads, Planned::StayedFte));
        let st_left: Vec<&Stock> = st_left.iter().filter(|stock| !stock.is_nobody()).collect();
        let st_left = Stock::sum(&st_left, self.term(Planned::StLeftHeads), self.term(Planned::StLeftFte));
        Ok((Flows { left, retired, recruited, finished, stayed, started, st_left }, cohorts))
    }

    fn measured(
        &self,
        flows: Flows,
        specialists: Stock,
        (cohorts, st): (Vec<Cohort>, Stock),
        listed: Traced<Persons>,
    ) -> PlanYear {
        let t = |figure| self.term(figure);
        let one = Traced::parameter(Term::GuidelineSpecialist, &self.of.guideline.specialist);
        let away = |_| t(Planned::AwayFte);
        let time = self.of.left(Group::Specialist, &specialists.fte, away, t(Planned::Time));
        let mut covers = vec![time.times(t(Planned::BySpecialists), &one)];
        let by_cohorts = cohorts.iter().filter_map(|cohort| {
            let halves = cohort.halves;
            let away = |_| t(Planned::CohortAway(halves));
            let time = self.of.left(Group::St, &cohort.stock.fte, away, t(Planned::CohortTime(halves)));
            let per = self.of.cover(DoctorKind::St(training_year(halves)))?;
            Some(time.times(t(Planned::ByCohort(halves)), &per))
        });
        let by_st: Traced<Persons> = Traced::sum(t(Planned::BySt), by_cohorts);
        covers.extend([by_st, self.setup.by_others.clone()].into_iter().filter(|part| part.value() != Persons::ZERO));
        let capacity: Traced<Persons> = Traced::sum(t(Planned::Capacity), covers);
        let gap = listed.minus(t(Planned::Gap), &capacity);
        let gap_fte: Option<Traced<Fte>> = gap.divided_by(t(Planned::GapFte), &one);
        let price: Option<Traced<YearlyMoney>> = self.of.above_zero(&Item::CostPerFte);
        let needed = gap_fte.as_ref().filter(|gap| gap.value() > Fte::ZERO && gap.value() < MOST_TIMES_PRICE);
        PlanYear {
            year: self.year,
            coverage: capacity.divided_by(t(Planned::Coverage), &listed),
            per_specialist: listed.divided_by(t(Planned::PerSpecialist), &time),
            cost: price.zip(needed).map(|(price, gap)| gap.times(t(Planned::GapCost), &price)),
            flows,
            specialists,
            cohorts,
            st,
            listed,
            capacity,
            gap,
            gap_fte,
        }
    }
}
