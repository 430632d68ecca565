//! Small marks that stand beside figures.
use super::parts::{all, el, list, paragraph, say, space, text};
use crate::{ctx::Ctx, present::fault::tariff_fault, state::View};
use model::tariff::TariffError;
use yew::Html;

/// "Exempelvikter": marks every figure that depends on example weights; in Min vårdcentral also that its persons are made
/// up.
pub fn badge(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let examples = [("class", "badge"), ("title", t.badge_illustrative_about())];
    let examples = el("span", &examples, vec![text(t.badge_illustrative())]);
    if ctx.state().view != View::Practice || !ctx.state().shows_made_up() {
        return examples;
    }
    let made_up = el("span", &[("class", "badge synthetic")], vec![text(t.figure_synthetic())]);
    all(vec![examples, space(), made_up])
}

/// The fault whose remedy mends the others as well: the cell where the smallest weights fit. The advice to lower one
/// weight alone stands only where it holds in every cell.
fn worst(errors: &[TariffError]) -> Option<TariffError> {
    let room = |error: &&TariffError| match error {
        TariffError::NegativeBase(negative) => (1, negative.largest_factor),
        _ => (0, None),
    };
    let mut worst = errors.iter().min_by_key(room)?.clone();
    if let TariffError::NegativeBase(shown) = &mut worst {
        let rate = |error: &TariffError| match error {
            TariffError::NegativeBase(one) if one.heaviest == shown.heaviest => one.largest_rate,
            _ => None,
        };
        let rates: Option<Vec<_>> = errors.iter().map(rate).collect();
        shown.largest_rate = rates.and_then(|rates| rates.into_iter().min());
    }
    Some(worst)
}

/// Why the scenario cannot be worked out; nothing when it can.
pub fn scenario_faults(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Err(errors) = &ctx.state().tariffs.scenario else { return Html::default() };
    tariff_faults(ctx, t.model_fault_heading(), errors)
}

/// Why a model cannot be worked out, under a heading; nothing without errors.
pub fn tariff_faults(ctx: &Ctx, heading: &'static str, errors: &[TariffError]) -> Html {
    let t = ctx.texts();
    if errors.is_empty() {
        return Html::default();
    }
    let mut faults: Vec<Html> =
        worst(errors).map(|error| say(tariff_fault(t, ctx.catalogue(), &error))).into_iter().collect();
    if errors.len() > faults.len() {
        faults.push(say(t.fault_others(&(errors.len() - faults.len()).to_string())));
    }
    let heading = paragraph("faults-heading", heading);
    el("div", &[("class", "faults model-faults"), ("role", "alert")], vec![heading, list("", faults)])
}
