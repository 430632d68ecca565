//! The user's own practice as far as it is known, with estimates in the place of what is not. Knows nothing of how it looks.
use super::guard::whole_practice;
use crate::ctx::Ctx;
use model::{practice::Practice, scenario::Scenario};
use report::{
    estimate::{Completed, completed},
    guard::{protect, published_practice},
};
use std::rc::Rc;

/// The practice; none while nobody is listed.
pub fn practice(ctx: &Ctx) -> Option<Rc<Completed>> {
    let state = ctx.state();
    state.derived.completed(|| {
        let published = |practice: &Practice| {
            // an estimate of conditions leaves the page as it is, also where the guard is off
            let fewest = state.tools.guard.fewest();
            let hidden =
                state.derived.protection(|| protect(&whole_practice(state.scenario()), &state.tariffs, fewest));
            published_practice(practice, &hidden).listed
        };
        completed(state.scenario(), ctx.catalogue().approximation(), published)
    })
}

/// The scenario with the estimates among its values.
pub fn filled(ctx: &Ctx) -> Scenario {
    let scenario = ctx.state().scenario();
    practice(ctx).map_or_else(|| scenario.clone(), |practice| practice.filled(scenario))
}
