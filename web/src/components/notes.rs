//! Small marks that stand beside figures.
use crate::{ctx::use_ctx, present::fault::tariff_fault};
use yew::{Html, component, html};

/// "Exempelvikter": marks every figure that depends on example weights.
#[component]
pub fn Badge() -> Html {
    let texts = use_ctx().texts();
    html! { <span class="badge" title={texts.badge_illustrative_about()}>{ texts.badge_illustrative() }</span> }
}

/// Why the scenario cannot be worked out; nothing when it can.
#[component]
pub fn ScenarioFaults() -> Html {
    let ctx = use_ctx();
    let texts = ctx.texts();
    let Err(errors) = &ctx.state().tariffs.scenario else { return Html::default() };
    html! {
        <div class="faults model-faults" role="alert">
            <p class="faults-heading">{ texts.model_fault_heading() }</p>
            <ul>{ for errors.iter().map(|error| html! { <li>{ tariff_fault(texts, ctx.house(), error) }</li> }) }</ul>
        </div>
    }
}
