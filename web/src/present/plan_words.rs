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
use report::staffing_plan::{Covered, Plan};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use workforce::Band;

/// The finding, in a sentence.
pub fn lead(t: Texts, plan: &Plan) -> String {
    let last = plan.years.last();
    let gap = last.map_or_else(String::new, |year| amount(t, year.gap.node().value, Show::Persons, false));
    let fte = last.and_then(|year| year.gap_fte.as_ref());
    let fte = fte.map_or_else(|| t.not_available().to_owned(), |fte| amount(t, fte.node().value, Show::Fte, false));
    let last = last.map_or_else(String::new, |year| year.year.to_string());
    match plan.covered {
        Covered::From(year) => t.plan_lead_from(&year.to_string()),
        Covered::Once(year) => t.plan_lead_once(&year.to_string(), &last, &gap, &fte),
        Covered::Never => t.plan_lead_never(&last, &gap, &fte),
    }
}

/// The finding, as the title of a figure.
pub fn title(t: Texts, plan: &Plan) -> String {
    let year = plan.years.last().map_or_else(String::new, |year| year.year.to_string());
    let gap = plan.years.last().map(|year| amount(t, year.gap.node().value, Show::Persons, false)).unwrap_or_default();
    match plan.covered {
        Covered::From(since) => t.plan_chart_from(&since.to_string()),
        Covered::Once(once) => t.plan_chart_once(&once.to_string(), &year),
        Covered::Never => t.plan_chart_never(&year, &gap),
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

/// How often the list is covered at the end of the year; that nothing is left to chance when it is not.
pub fn chance(t: Texts, band: &Band, year: u16) -> String {
    let runs = plain(t.lang, band.runs.into());
    let of_year = band.years.iter().find(|end| end.year == year).or_else(|| band.years.last());
    match of_year {
        Some(end) if varies(band) => {
            let share = Share::of(Decimal::from_f64(end.covered).unwrap_or_default());
            t.plan_chance(&amount(t, share.quantity(), Show::Percent, false), &runs, &end.year.to_string())
        }
        _ => t.plan_chance_none(&runs),
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
