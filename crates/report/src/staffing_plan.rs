//! The plan for doctors as the page shows it: its three paths, when the list is covered, and what it would take to reach
//! the year wished for. Knows no chance and no words.
use model::{
    measure::Persons,
    staffing::{
        item::{Event, Item},
        plan::{Path, PlanFault, PlanYear, Setup},
        reach::{Reach, reach},
        situation::Situation,
        staff::Inputs,
        years::{reached, years},
    },
};
use rust_decimal::prelude::ToPrimitive;

/// When the whole list is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// From the end of this year and to the last.
    From(u16),
    /// At the end of this year, but not of the last.
    Once(u16),
    /// At no year's end.
    Never,
}

/// What it takes for the list to be covered by the year wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// No year has been wished for.
    NoYear,
    /// The year wished for is over before the plan begins.
    Before(u16),
    /// By the end of the year.
    By {
        /// The year.
        year: u16,
        /// By more recruitments.
        recruited: Reach,
        /// By more ST starts.
        st_starts: Reach,
    },
}

/// A plan that can be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it begins with.
    pub setup: Setup,
    /// Every year as planned; at least one.
    pub years: Vec<PlanYear>,
    /// When less comes about, or why it cannot be worked out.
    pub low: Result<Vec<PlanYear>, PlanFault>,
    /// When more comes about, likewise.
    pub high: Result<Vec<PlanYear>, PlanFault>,
    /// When the list is covered.
    pub covered: Covered,
    /// What it takes.
    pub goal: Goal,
}

/// The plan.
///
/// # Errors
/// Everything that keeps it from being worked out.
pub fn plan(of: &Inputs<'_>, situation: &Situation) -> Result<Plan, Vec<PlanFault>> {
    let setup = Setup::of(of, situation);
    let path = |path| years(of, &setup, path);
    let years = path(Path::Middle).map_err(|fault| vec![fault])?;
    Ok(Plan {
        low: path(Path::Low),
        high: path(Path::High),
        covered: covered(&years),
        goal: goal(of, situation, setup.first)?,
        years,
        setup,
    })
}

fn covered(years: &[PlanYear]) -> Covered {
    let is_covered = |year: &&PlanYear| year.gap.value() <= Persons::ZERO;
    let at_the_end = years.iter().rev().take_while(is_covered).last();
    match (at_the_end, reached(years)) {
        (Some(since), _) => Covered::From(since.year),
        (None, Some(first)) => Covered::Once(first),
        (None, None) => Covered::Never,
    }
}

fn goal(of: &Inputs<'_>, situation: &Situation, first: u16) -> Result<Goal, Vec<PlanFault>> {
    match of.number(&Item::PlanGoal).and_then(|year| year.to_u16()) {
        None => Ok(Goal::NoYear),
        Some(year) if year < first => Ok(Goal::Before(year)),
        Some(year) => {
            let by = |event| reach(of, situation, event, year);
            Ok(Goal::By { year, recruited: by(Event::Recruited)?, st_starts: by(Event::StStarts)? })
        }
    }
}
