//! What the user has changed, each change with a way back.
use super::model::rule_words;
use crate::{
    components::parts::{button, el, list, paragraph, say, section, text},
    ctx::Ctx,
    dom::focus,
    present::{
        amount::{cell_name, exact},
        fault::field_name,
        term::factor,
    },
    state::Action,
};
use model::{
    edit::Edit,
    scenario::Difference,
    staffing::item::{Item, Kind},
    value::{Key, Section},
};
use yew::{Callback, Html, MouseEvent, html};

/// The list.
pub fn differences(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let differences = ctx.state().scenario().differences();
    let content = if differences.is_empty() {
        vec![paragraph("empty", t.model_differences_none())]
    } else {
        let rows = differences.iter().map(|difference| row(ctx, difference)).collect();
        vec![list("differences", rows), button("", text(t.model_reset_all()), reset_all(ctx))]
    };
    // in one element, so that the heading stays the same node and keeps the focus when the list below it empties
    section("differences", vec![text(t.model_differences())], vec![el("div", &[], content)])
}

fn row(ctx: &Ctx, difference: &Difference) -> Html {
    let t = ctx.texts();
    let name = name(ctx, &difference.key);
    let words = words(ctx, difference);
    let reset = reset(ctx, difference.key.clone());
    let label = t.model_reset_label(&name);
    let reset =
        html! { <button type="button" class="plain" aria-label={label} onclick={reset}>{ t.model_reset() }</button> };
    el("div", &[], vec![el("span", &[], vec![say(words)]), reset])
}

/// The change in words.
pub fn words(ctx: &Ctx, difference: &Difference) -> String {
    let (t, name) = (ctx.texts(), name(ctx, &difference.key));
    match difference.values {
        Some((from, to)) => t.difference_row(&name, &exact(t, from), &exact(t, to)),
        None => name,
    }
}

/// Resets the value; its row goes, so the focus moves to the list's heading.
fn reset(ctx: &Ctx, key: Key) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        focus("differences");
        ctx.send(Action::Edit(Edit::reset(key.clone())));
    })
}

fn reset_all(ctx: &Ctx) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        focus("differences");
        ctx.send(Action::Edit(Edit::Clear(Section::Model)));
    })
}

/// What a value of the model is.
pub fn name(ctx: &Ctx, key: &Key) -> String {
    let t = ctx.texts();
    match key {
        Key::Rate(cell) => t.term_cell_rate(&cell_name(t, *cell)),
        Key::Weight(id) => t.term_factor_weight(&factor(t, ctx.catalogue(), id)),
        Key::CostShare => t.term_cost_share().to_owned(),
        Key::Normalisation => {
            let rule = ctx.state().scenario().model().case_mix().map(|mix| mix.normalisation);
            t.difference_rule(rule.map(|rule| rule_words(ctx, rule).0).unwrap_or_default())
        }
        Key::Staff(Item::Cover(Kind::Specialist)) => t.term_guideline_specialist().to_owned(),
        Key::Staff(Item::Cover(Kind::StAny)) => t.term_guideline_st().to_owned(),
        key => field_name(t, ctx.catalogue(), key),
    }
}
