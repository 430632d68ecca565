//! Small marks that stand beside figures.
use super::parts::{el, list, paragraph, say, text};
use crate::{ctx::Ctx, present::fault::tariff_fault};
use model::tariff::TariffError;
use yew::Html;

/// "Exempelvikter": marks every figure that depends on example weights.
pub fn badge(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    el("span", &[("class", "badge"), ("title", t.badge_illustrative_about())], vec![text(t.badge_illustrative())])
}

/// The fault whose remedy mends the others as well: the cell where the smallest weights fit.
fn worst(errors: &[TariffError]) -> Option<&TariffError> {
    let room = |error: &&TariffError| match error {
        TariffError::NegativeBase(negative) => (1, negative.largest_factor),
        _ => (0, None),
    };
    errors.iter().min_by_key(room)
}

/// Why the scenario cannot be worked out; nothing when it can.
pub fn scenario_faults(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Err(errors) = &ctx.state().tariffs.scenario else { return Html::default() };
    let mut faults: Vec<Html> =
        worst(errors).map(|error| say(tariff_fault(t, ctx.house(), error))).into_iter().collect();
    if errors.len() > faults.len() {
        faults.push(say(t.fault_others(&(errors.len() - faults.len()).to_string())));
    }
    let heading = paragraph("faults-heading", t.model_fault_heading());
    el("div", &[("class", "faults model-faults"), ("role", "alert")], vec![heading, list("", faults)])
}
