//! The guard of small numbers: what of the present practice must not leave the page. On unless it is switched off
//! knowingly. Knows nothing of how a figure leaves.
use super::change;
use crate::{
    ctx::Ctx,
    state::{AppState, Draft},
};
use exchange::{
    number::{Limits, read_decimal},
    scenario_file::Entered,
};
use model::{
    cell::PerCell, count::Count, outcome::PaidFor, practice::Practice, scenario::Scenario, staffing::item::Item,
};
use report::guard::{LARGEST_THRESHOLD, LEAST_THRESHOLD, Protection, Total, USUAL_THRESHOLD, protect};
use rust_decimal::prelude::ToPrimitive;
use std::{cell::RefCell, rc::Rc};

/// The control's state.
#[derive(Clone, Debug)]
pub struct Guard {
    /// Switched off, knowingly.
    pub off: bool,
    /// Whether switching off has been asked for, and not yet been confirmed.
    pub asking: bool,
    /// Counts from one up to, and without, this are guarded.
    pub threshold: u32,
    /// A threshold that could not be read.
    pub draft: Option<Draft>,
}

impl Default for Guard {
    fn default() -> Self {
        Self { off: false, asking: false, threshold: USUAL_THRESHOLD, draft: None }
    }
}

/// What must not leave the page; none when the guard is off.
pub fn protection(ctx: &Ctx) -> Option<Rc<Protection>> {
    let guard = &ctx.state().desk.guard;
    (!guard.off).then(|| worked_out(ctx.state(), guard.threshold))
}

/// Whether anything is hidden.
pub fn hides(ctx: &Ctx) -> bool {
    protection(ctx).is_some_and(|protection| protection.hides_any())
}

thread_local! {
    /// The last answer: many parts of the page ask the same question.
    static LAST: RefCell<Option<(Scenario, u32, Rc<Protection>)>> = const { RefCell::new(None) };
}

fn worked_out(state: &AppState, threshold: u32) -> Rc<Protection> {
    let scenario = state.scenario();
    let last = LAST.with_borrow(|last| match last {
        Some((of, at, known)) if of == scenario && *at == threshold => Some(Rc::clone(known)),
        _ => None,
    });
    last.unwrap_or_else(|| {
        let protection = Rc::new(protect(&whole_practice(scenario), &state.tariffs, threshold));
        LAST.set(Some((scenario.clone(), threshold, Rc::clone(&protection))));
        protection
    })
}

/// The practice as entered, also when nobody is listed yet: a scenario file holds the conditions all the same.
fn whole_practice(scenario: &Scenario) -> Practice {
    let input = &scenario.practice;
    let listed = PerCell::from_fn(&scenario.start.bands, |cell| input.listed.get(&cell).copied().unwrap_or_default());
    Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost }
}

/// Whether something entered is left out of a file.
pub fn withholds(scenario: &Scenario, protection: &Protection, threshold: u32, entered: &Entered) -> bool {
    let practice = &scenario.practice;
    let (count, hidden) = match entered {
        Entered::Listed(cell) => (practice.listed.get(cell).copied(), protection.hides(&PaidFor::Cell(*cell))),
        Entered::Affected(id) => (practice.affected.get(id).copied(), protection.hides(&PaidFor::Factor(id.clone()))),
        Entered::StaffingListed => (Some(scenario.staffing.listed), protection.withholds(Total::Listed)),
        Entered::Named => (named(scenario), false),
        Entered::DrugCost => (None, false),
    };
    // a cell that the model lacks is in no total, but in the file
    hidden || count.is_some_and(|count: Count| (1..threshold).contains(&count.get()))
}

fn named(scenario: &Scenario) -> Option<Count> {
    Count::new(scenario.staff.numbers.get(&Item::Named)?.to_u64()?)
}

/// The first press asks, the second switches off; switching on asks nobody.
pub fn ask(ctx: &Ctx) {
    change(ctx, |desk| match desk.guard.off {
        true => desk.guard.off = false,
        false => desk.guard.asking = !desk.guard.asking,
    });
}

/// Switches off, once it has been asked.
pub fn confirm(ctx: &Ctx) {
    change(ctx, |desk| (desk.guard.off, desk.guard.asking) = (true, false));
}

/// Takes a threshold as it was typed; what cannot be read stays with its error.
pub fn type_threshold(ctx: &Ctx, text: String) {
    let limits = Limits { min: LEAST_THRESHOLD.into(), max: LARGEST_THRESHOLD.into(), max_decimals: 0, units: &[] };
    let read = read_decimal(&text, ctx.state().notation(), &limits);
    change(ctx, |desk| match read {
        Ok(number) => {
            desk.guard.threshold = number.to_u32().unwrap_or(USUAL_THRESHOLD);
            desk.guard.draft = None;
        }
        Err(error) => desk.guard.draft = Some(Draft { text, error }),
    });
}
