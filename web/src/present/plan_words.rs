//! A plan for doctors in sentences: when the list is covered, what keeps it from being worked out, what chance does.
use super::amount::{Show, amount, number, plain};
use crate::text::Texts;
use exchange::number::Sign;
use model::{
    measure::{Measure, Share},
    staffing::{
        item::Event,
        plan::{PlanFault, PlanYear},
        reach::Reach,
    },
};
use report::staffing_plan::{Covered, Goal, Plan};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use workforce::Band;

/// The finding, in a sentence: the plan without chance, and in what share of the runs the list is covered by then.
pub fn lead(t: Texts, plan: &Plan, band: &Band) -> String {
    let last = plan.years.last();
    let gap = last.map_or_else(String::new, |year| amount(t, year.gap.node().value, Show::Persons, false));
    let fte = last.and_then(|year| year.gap_fte.as_ref());
    let fte = fte.map_or_else(|| t.not_available().to_owned(), |fte| amount(t, fte.node().value, Show::Fte, false));
    let share = share_when(t, plan, band);
    let last = last.map_or_else(String::new, |year| year.year.to_string());
    match (plan.covered, share) {
        (Covered::From(year), None) => t.plan_lead_from(&year.to_string()),
        (Covered::From(year), Some(share)) => t.plan_lead_from_chance(&year.to_string(), &share),
        (Covered::Once(year), None) => t.plan_lead_once(&year.to_string(), &last, &gap, &fte),
        (Covered::Once(year), Some(share)) => t.plan_lead_once_chance(&year.to_string(), &share, &last, &gap, &fte),
        (Covered::Never, None) => t.plan_lead_never(&last, &gap, &fte),
        (Covered::Never, Some(share)) => t.plan_lead_never_chance(&last, &gap, &fte, &share),
    }
}

/// The finding, as the title of a figure.
pub fn title(t: Texts, plan: &Plan, band: &Band) -> String {
    let year = plan.years.last().map_or_else(String::new, |year| year.year.to_string());
    let gap = plan.years.last().map(|year| amount(t, year.gap.node().value, Show::Persons, false)).unwrap_or_default();
    match (plan.covered, share_when(t, plan, band)) {
        (Covered::From(since), None) => t.plan_chart_from(&since.to_string()),
        (Covered::From(since), Some(share)) => t.plan_chart_from_chance(&since.to_string(), &share),
        (Covered::Once(once), None) => t.plan_chart_once(&once.to_string(), &year),
        (Covered::Once(once), Some(share)) => t.plan_chart_once_chance(&once.to_string(), &share, &year),
        (Covered::Never, None) => t.plan_chart_never(&year, &gap),
        (Covered::Never, Some(share)) => t.plan_chart_never_chance(&year, &gap, &share),
    }
}

/// The share of the runs in which the list is covered at the end of the year that the finding names.
fn share_when(t: Texts, plan: &Plan, band: &Band) -> Option<String> {
    let year = match plan.covered {
        Covered::From(year) | Covered::Once(year) => year,
        Covered::Never => plan.years.last()?.year,
    };
    share_at(t, band, year)
}

/// The share of the runs in which the list is covered at the end of the year; none where all runs are alike.
fn share_at(t: Texts, band: &Band, year: u16) -> Option<String> {
    let end = band.years.iter().find(|end| end.year == year).filter(|_| varies(band))?;
    let share = Share::of(Decimal::from_f64(end.covered).unwrap_or_default());
    Some(amount(t, share.quantity(), Show::Percent, false))
}

/// That the plan is enough as it is for the list to be covered by the year.
pub fn enough(t: Texts, band: &Band, year: u16) -> String {
    match share_at(t, band, year) {
        Some(share) => t.plan_goal_planned_chance(&year.to_string(), &share),
        None => t.plan_goal_planned(&year.to_string()),
    }
}

/// What keeps a plan from being worked out, and what to do.
pub fn fault(t: Texts, of: &PlanFault) -> String {
    match of {
        PlanFault::TooFewLeft { year, there, gone } => {
            let year = year.to_string();
            let shown =
                |value: &Decimal| number(t.lang, value.normalize(), value.normalize().scale().min(2), Sign::Auto);
            t.plan_fault_few(&year, &shown(gone), &shown(there), &year)
        }
    }
}

/// What it takes by the event, unless the plan is enough as it is.
pub fn reach(t: Texts, event: Event, of: &Reach, (first, year): (u16, u16)) -> Option<String> {
    let year_text = &year.to_string();
    let recruited = event == Event::Recruited;
    Some(match of {
        Reach::AsPlanned => return None,
        Reach::OutOfReach if recruited => t.plan_goal_recruited_out(year_text),
        Reach::OutOfReach => t.plan_goal_st_out(year_text),
        Reach::More { each_year, .. } => {
            let more = &number(t.lang, *each_year, 1, Sign::Auto);
            let from = &first.to_string();
            match (recruited, first == year) {
                (true, true) => t.plan_goal_recruited_once(more, year_text),
                (true, false) => t.plan_goal_recruited(more, from, year_text),
                (false, true) => t.plan_goal_st_once(more, year_text),
                (false, false) => t.plan_goal_st(more, from, year_text),
            }
        }
    })
}

/// Whether it takes more than is planned, which is told without chance although there is some.
pub fn takes_more(goal: &Goal, band: &Band) -> bool {
    let more = |reach: &Reach| matches!(reach, Reach::More { .. });
    matches!(goal, Goal::By { recruited, st_starts, .. } if more(recruited) || more(st_starts)) && varies(band)
}

/// How often the list is covered at the end of the year; that nothing is left to chance when it is not.
pub fn chance(t: Texts, band: &Band, year: u16) -> String {
    let runs = plain(t.lang, band.runs.into());
    let of_year = band.years.iter().find(|end| end.year == year).or_else(|| band.years.last()).map(|end| end.year);
    match of_year.and_then(|year| Some((share_at(t, band, year)?, year))) {
        Some((share, year)) => t.plan_chance(&share, &runs, &year.to_string()),
        None => t.plan_chance_none(&runs),
    }
}

/// Whether any two runs differ.
pub fn varies(band: &Band) -> bool {
    band.years.iter().any(|year| year.capacity.p10 < year.capacity.p90 || year.listed.p10 < year.listed.p90)
}

/// Persons that all doctors cover at the end of each year.
pub fn capacities(years: &[PlanYear]) -> Vec<Decimal> {
    years.iter().map(|year| year.capacity.value().decimal()).collect()
}
