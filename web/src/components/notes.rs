//! Small marks that stand beside figures.
use super::parts::{el, list, paragraph, say, text};
use crate::{ctx::Ctx, present::fault::tariff_fault};
use yew::Html;

/// "Exempelvikter": marks every figure that depends on example weights.
pub fn badge(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    el("span", &[("class", "badge"), ("title", t.badge_illustrative_about())], vec![text(t.badge_illustrative())])
}

/// Why the scenario cannot be worked out; nothing when it can.
pub fn scenario_faults(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Err(errors) = &ctx.state().tariffs.scenario else { return Html::default() };
    let faults = errors.iter().map(|error| say(tariff_fault(t, ctx.house(), error))).collect();
    let heading = paragraph("faults-heading", t.model_fault_heading());
    el("div", &[("class", "faults model-faults"), ("role", "alert")], vec![heading, list("", faults)])
}
