//! Small marks that stand beside figures.
use crate::{ctx::Ctx, present::fault::tariff_fault};
use yew::{Html, html};

/// "Exempelvikter": marks every figure that depends on example weights.
pub fn badge(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    html! { <span class="badge" title={texts.badge_illustrative_about()}>{ texts.badge_illustrative() }</span> }
}

/// Why the scenario cannot be worked out; nothing when it can.
pub fn scenario_faults(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let Err(errors) = &ctx.state().tariffs.scenario else { return Html::default() };
    html! {
        <div class="faults model-faults" role="alert">
            <p class="faults-heading">{ texts.model_fault_heading() }</p>
            <ul>{ for errors.iter().map(|error| html! { <li>{ tariff_fault(texts, ctx.house(), error) }</li> }) }</ul>
        </div>
    }
}
