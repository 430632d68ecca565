//! A weight that is tried with a slider: every figure follows while it moves, and the scenario keeps it when it rests.
use super::live;
use crate::{
    components::{
        parts::{el, labelled, paragraph, say, section, text},
        select_field::select_field,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        term::factor,
    },
    state::Action,
    tools::change,
};
use model::{
    edit::Edit,
    id::Id,
    measure::{Measure, Rate, Weight},
    value::Key,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Event, Html, TargetCast, html};

/// The choice of weight and its slider.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let factors = ctx.state().factors();
    let chosen = ctx.state().tools.region.trial.factor.min(factors.len().saturating_sub(1));
    let Some(id) = factors.get(chosen) else { return Html::default() };
    let names = factors.iter().map(|id| factor(t, ctx.catalogue(), id)).collect();
    let select = select_field(ctx, ("trial-factor", t.region_trial_factor()), (names, chosen), |ctx, place| {
        change(ctx, |tools| (tools.region.trial.factor, tools.region.trial.weight) = (place, None));
    });
    let model = ctx.state().scenario().model();
    let weight = model.case_mix().and_then(|mix| mix.factors().find(|f| f.id == id).map(|f| f.weight.clone()));
    let Some(weight) = weight else { return Html::default() };
    let now = ctx.state().tools.region.trial.weight.unwrap_or(weight.value);
    let highest =
        (weight.published().decimal().max(weight.value.decimal()) * Decimal::TWO).max(Decimal::ONE_HUNDRED).ceil();
    let slider = slider(ctx, id, now, highest);
    let shown = amount(t, Rate::of(now.decimal()).quantity(), Show::Ore, false);
    let value =
        el("output", &[("for", "trial-weight"), ("class", "trial-value")], vec![say(t.region_trial_value(&shown))]);
    let back = weight.original.map(|_| {
        let reset = ctx.on_edit(Edit::reset(Key::Weight(id.clone())));
        html! { <button type="button" class="plain" onclick={reset}>{ t.region_trial_back() }</button> }
    });
    let field =
        labelled("trial-weight".to_owned(), t.region_trial_weight(), vec![slider, value, back.unwrap_or_default()]);
    section(
        "region-trial",
        vec![text(t.region_trial())],
        vec![paragraph("about", t.region_trial_about()), super::line(vec![select, field])],
    )
}

fn slider(ctx: &Ctx, id: &Id, now: Weight, highest: Decimal) -> Html {
    let read = |input: &HtmlInputElement| input.value().parse::<Decimal>().ok().map(Weight::of);
    let oninput = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |event: InputEvent| {
            let Some(weight) = read(&event.target_unchecked_into()) else { return };
            // the first move makes room for the scenario's own marks
            let moves = ctx.state().tools.region.trial.weight.is_some();
            if !(moves && live::move_to(&ctx, &id, weight)) {
                change(&ctx, |tools| tools.region.trial.weight = Some(weight));
            }
        })
    };
    let onchange = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |event: Event| {
            if let Some(weight) = read(&event.target_unchecked_into()) {
                ctx.send(Action::Edit(Edit::set(Key::Weight(id.clone()), weight)));
            }
            change(&ctx, |tools| {
                let trial = &mut tools.region.trial;
                (trial.weight, trial.rests) = (None, trial.rests.wrapping_add(1));
            });
        })
    };
    html! {
        <input type="range" id="trial-weight" min="0" max={highest.to_string()} step="1"
            value={now.decimal().to_f64().unwrap_or(0.0).to_string()} {oninput} {onchange} />
    }
}
