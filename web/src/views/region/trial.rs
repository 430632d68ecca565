//! A weight that is tried with a slider: every figure follows while it moves, and the scenario keeps it when it rests.
use crate::{
    components::{
        parts::{el, labelled, paragraph, say, section, text},
        select_field::select_field,
    },
    ctx::{Ctx, CtxProps},
    present::{
        amount::{Show, amount},
        term::factor,
    },
    state::Action,
};
use model::{
    edit::Edit,
    id::Id,
    measure::{Measure, Rate, Weight},
    value::Key,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Event, Html, Properties, TargetCast, component, html, use_memo};

/// What is drawn anew while the slider moves is the weight; the rest waits.
#[derive(PartialEq, Properties)]
pub struct TrialProps {
    /// The page as it is while the slider rests.
    pub ctx: Ctx,
    /// The weight that is tried.
    pub weight: Option<Weight>,
}

/// The weight that can be tried.
struct Chosen {
    place: usize,
    id: Id,
    weight: Weight,
    highest: Decimal,
    is_changed: bool,
}

impl Chosen {
    fn of(ctx: &Ctx) -> Option<Self> {
        let factors = ctx.state().factors();
        let place = ctx.state().trial.factor.min(factors.len().checked_sub(1)?);
        let id = factors.get(place)?.clone();
        let model = ctx.state().scenario().model();
        let weight = model.case_mix()?.factors().find(|factor| *factor.id == id)?.weight.clone();
        let usual = weight.published().decimal().max(weight.value.decimal()) * Decimal::TWO;
        let highest = usual.max(Decimal::ONE_HUNDRED).ceil();
        Some(Self { place, id, weight: weight.value, highest, is_changed: weight.original.is_some() })
    }
}

/// The choice of weight.
#[component]
fn Choice(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let names: Vec<String> = ctx.state().factors().iter().map(|id| factor(t, ctx.catalogue(), id)).collect();
    let place = ctx.state().trial.factor.min(names.len().saturating_sub(1));
    select_field(ctx, ("trial-factor", t.region_trial_factor()), (names, place), |ctx, place| {
        ctx.send(Action::ChooseTried(place));
    })
}

/// The choice of weight and its slider.
#[component]
pub fn TrialPanel(props: &TrialProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let chosen = use_memo(ctx.clone(), Chosen::of);
    let Some(chosen) = &*chosen else { return Html::default() };
    let select = html! { <Choice ctx={ctx.clone()} /> };
    let now = props.weight.unwrap_or(chosen.weight);
    let slider = slider(ctx, (chosen.place, &chosen.id), now, chosen.highest);
    let shown = amount(t, Rate::of(now.decimal()).quantity(), Show::Ore, false);
    let value =
        el("output", &[("for", "trial-weight"), ("class", "trial-value")], vec![say(t.region_trial_value(&shown))]);
    let back = chosen.is_changed.then(|| {
        let reset = ctx.on_edit(Edit::reset(Key::Weight(chosen.id.clone())));
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

/// A drag that the browser takes over ends without a change.
fn given_up<E: 'static>(ctx: &Ctx) -> Callback<E> {
    ctx.on(Action::Try(None))
}

fn slider(ctx: &Ctx, (place, id): (usize, &Id), now: Weight, highest: Decimal) -> Html {
    let read = |input: &HtmlInputElement| input.value().parse::<Decimal>().ok().map(Weight::of);
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(weight) = read(&event.target_unchecked_into()) {
                ctx.send_in_frame(Action::Try(Some((place, weight))));
            }
        })
    };
    let onchange = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |event: Event| {
            if let Some(weight) = read(&event.target_unchecked_into()) {
                ctx.send(Action::Edit(Edit::set(Key::Weight(id.clone()), weight)));
            }
            ctx.send(Action::Try(None));
        })
    };
    html! {
        <input type="range" id="trial-weight" min="0" max={highest.to_string()} step="1"
            value={now.decimal().to_f64().unwrap_or(0.0).to_string()} {oninput} {onchange}
            onpointercancel={given_up(ctx)} ontouchcancel={given_up(ctx)} />
    }
}
