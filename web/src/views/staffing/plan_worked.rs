//! The plan worked out: once for every change of what it is made of, however often the page is drawn.
use super::fields::inputs;
use crate::ctx::Ctx;
use model::{
    scenario::Scenario,
    staffing::{
        Guideline,
        item::Item,
        plan::PlanFault,
        situation::situation,
        staff::{Inputs, Staff},
    },
};
use report::staffing_plan::{Plan, plan};
use rust_decimal::prelude::ToPrimitive;
use std::{cell::RefCell, rc::Rc};
use workforce::{Band, Numbers, RUNS, band};

thread_local! {
    static LAST: RefCell<Option<Rc<Worked>>> = const { RefCell::new(None) };
}

/// A plan and what chance does to it.
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What chance does.
    pub band: Rc<Band>,
    numbers: Numbers,
}

/// What was worked out of what.
pub struct Worked {
    guideline: Guideline,
    staff: Staff,
    /// The plan, or everything that keeps it from being worked out.
    pub planned: Result<Planned, Vec<PlanFault>>,
}

impl Worked {
    fn is_of(&self, scenario: &Scenario) -> bool {
        self.guideline == *scenario.guideline() && self.staff == *scenario.staff()
    }

    fn new(ctx: &Ctx, last: Option<&Self>) -> Self {
        let of = inputs(ctx);
        let planned = plan(&of, &situation(&of)).map(|plan| {
            let numbers = Numbers::of(&of, &plan.setup);
            Planned { band: chance(&of, &numbers, last), numbers, plan }
        });
        let scenario = ctx.state().scenario();
        Self { guideline: scenario.guideline().clone(), staff: scenario.staff().clone(), planned }
    }
}

/// The band, the last one when it is drawn from the same.
fn chance(of: &Inputs<'_>, numbers: &Numbers, last: Option<&Worked>) -> Rc<Band> {
    let seed = of.number(&Item::Seed).and_then(|seed| seed.to_u64()).unwrap_or_default();
    let last = last.and_then(|last| last.planned.as_ref().ok());
    match last.filter(|last| last.numbers == *numbers && last.band.seed == seed) {
        Some(same) => Rc::clone(&same.band),
        None => Rc::new(band(numbers, seed, RUNS)),
    }
}

/// The plan of the scenario in force.
pub fn worked(ctx: &Ctx) -> Rc<Worked> {
    LAST.with_borrow_mut(|last| {
        let found = last.as_ref().filter(|last| last.is_of(ctx.state().scenario())).map(Rc::clone);
        found.unwrap_or_else(|| {
            let next = Rc::new(Worked::new(ctx, last.as_deref()));
            *last = Some(Rc::clone(&next));
            next
        })
    })
}
