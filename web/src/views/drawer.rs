//! "Ändra modellen": the model at hand beside every view. The effect stands in the view and in the strip below.
use super::{
    differences::differences,
    model::{cost_share, own_rates},
    staffing,
    strip::{Strip, against_words, changes, reset_all},
    weight_rows::{WeightRows, group, search},
};
use crate::{
    components::{
        fault_list::fault_list,
        icon::Icon,
        lazy_details::lazy_details,
        notes::scenario_faults,
        parts::{all, el, paragraph, say},
        view_head::ADJUST,
    },
    ctx::{Ctx, CtxProps},
    dom,
    present::difference_words::rule_words,
    state::{Action, View},
};
use model::{
    case_mix::{CaseMix, Normalisation},
    edit::Edit,
    value::Key,
};
use web_sys::{Event, HtmlSelectElement, KeyboardEvent};
use yew::{Callback, Html, TargetCast, component, html, use_effect_with};

/// The element that the buttons of the views open.
pub const ID: &str = "drawer";

/// The drawer; nothing while it is closed.
pub fn drawer(ctx: &Ctx) -> Html {
    if !ctx.state().shows_drawer() || ctx.state().present {
        return Html::default();
    }
    html! { <DrawerPanel ctx={ctx.clone()} /> }
}

/// Closed: the focus is back at what opened it.
fn close(ctx: &Ctx) {
    ctx.send(Action::OpenDrawer(false));
    dom::focus(ADJUST);
}

#[component]
fn DrawerPanel(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    use_effect_with((), |()| dom::focus("drawer-title"));
    let shut = {
        let ctx = ctx.clone();
        Callback::from(move |_: web_sys::MouseEvent| close(&ctx))
    };
    let onkeydown = {
        let ctx = ctx.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                close(&ctx);
            }
        })
    };
    html! {
        <aside id={ID} class="drawer" aria-labelledby="drawer-title" {onkeydown}>
            <div class="drawer-head">
                <h2 id="drawer-title" tabindex="-1">{ t.drawer_title() }</h2>
                <button type="button" class="icon" aria-label={t.close()} title={t.close()} onclick={shut}>
                    { Icon::Close.html() }
                </button>
            </div>
            { against(ctx) }
            { search(ctx, "drawer-search") }
            <div class="drawer-values" role="group" aria-label={t.drawer_title()} tabindex="0">{ values(ctx) }</div>
            <Strip ctx={ctx.clone()} />
        </aside>
    }
}

/// How many changes there are, against what, and the way back from all of them.
fn against(ctx: &Ctx) -> Html {
    let reset = if changes(ctx) > 0 { reset_all(ctx, Some("drawer-title")) } else { Html::default() };
    el(
        "div",
        &[("class", "drawer-against")],
        vec![el("p", &[("class", "about")], vec![say(against_words(ctx))]), reset],
    )
}

fn values(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let model = ctx.state().scenario().model();
    let Some(mix) = model.case_mix() else { return Html::default() };
    let shown = WeightRows::of(ctx, mix);
    let mut parts = vec![fault_list(ctx, View::Model), scenario_faults(ctx)];
    if shown.is_whole() {
        // what the view is worked out from comes first
        parts.extend((ctx.state().view == View::Staffing).then(|| staffing::own_values(ctx)));
        parts.extend([rule(ctx, mix), cost_share(ctx)]);
    }
    let groups = shown.groups();
    if groups.is_empty() {
        parts.push(paragraph("empty", t.drawer_nothing()));
    }
    parts.extend(groups.into_iter().map(|of| {
        let count = t.drawer_count(&of.factors.len().to_string());
        let rows = of.factors.into_iter().map(|one| shown.row(one, None)).collect();
        group("drawer-group", (of.name, count), rows)
    }));
    if shown.is_whole() {
        parts.push(lazy_details(ctx, "drawer-rates", t.model_table().to_owned(), own_rates));
        parts.push(lazy_details(ctx, "drawer-changes", t.model_differences().to_owned(), differences));
    }
    all(parts)
}

fn rule(ctx: &Ctx, mix: &CaseMix) -> Html {
    let t = ctx.texts();
    let rules = [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None];
    let onchange = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = select.value().parse::<usize>().ok().and_then(|at| rules.get(at).copied());
            if let Some(rule) = chosen {
                ctx.send(Action::Edit(Edit::set(Key::Normalisation, rule)));
            }
        })
    };
    html! {
        <div class="drawer-row">
            <label for="drawer-rule">{ t.model_rule() }</label>
            <select id="drawer-rule" {onchange}>
                { for rules.iter().enumerate().map(|(at, rule)| html! {
                    <option value={at.to_string()} selected={mix.normalisation == *rule}>{ rule_words(ctx, *rule).0 }</option>
                }) }
            </select>
        </div>
    }
}
