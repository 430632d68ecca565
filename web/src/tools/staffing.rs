//! What Fast läkarkontakt is worked out of, and the plan. Knows nothing of how it looks.
use crate::ctx::Ctx;
use model::{
    measure::Measure,
    scenario::Scenario,
    staffing::{
        Guideline,
        item::Item,
        need::{Need, NoNeed, need},
        plan::PlanFault,
        situation::{Situation, situation},
        staff::{Inputs, Shipped, Staff},
    },
};
use report::staffing_plan::{Plan, plan};
use rust_decimal::prelude::ToPrimitive;
use std::rc::Rc;
use workforce::{Band, Numbers, RUNS, band};

/// The numbers that stand where nothing has been entered.
pub fn shipped(ctx: &Ctx) -> &Shipped {
    ctx.catalogue().staffing(catalog::staffing)
}

/// What the calculations read.
pub fn inputs(ctx: &Ctx) -> Inputs<'_> {
    let scenario = ctx.state().scenario();
    Inputs { guideline: scenario.guideline(), staff: scenario.staff(), shipped: shipped(ctx) }
}

/// Whether the reader has another number than the shipped one.
pub fn is_changed(ctx: &Ctx, item: &Item) -> bool {
    let shipped = shipped(ctx).numbers.get(item).map(|shipped| shipped.value.decimal());
    let entered = ctx.state().scenario().staff().numbers.get(item).copied();
    entered.is_some_and(|entered| shipped.is_some_and(|shipped| shipped != entered))
}

/// The adjusted list; `None` until it can be worked out.
pub fn adjusted(ctx: &Ctx, situation: &Situation) -> Result<Need, NoNeed> {
    let scenario = ctx.state().scenario();
    let practice = scenario.entered_practice().ok_or(NoNeed::NobodyByAge)?;
    let tariffs = &ctx.state().tariffs;
    let models = [&scenario.start, &tariffs.proposal.model];
    let mix = models.into_iter().find_map(|model| model.case_mix()).ok_or(NoNeed::OtherReference)?;
    need(&inputs(ctx), situation, (&practice.listed, &practice.affected), &mix.reference)
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
pub fn planned(ctx: &Ctx) -> Rc<Worked> {
    let scenario = ctx.state().scenario();
    ctx.state().derived.plan(|last| match last {
        Some(same) if same.is_of(scenario) => Rc::clone(same),
        last => Rc::new(Worked::new(ctx, last.map(|last| &**last))),
    })
}
