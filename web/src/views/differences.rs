//! What the user has changed, each change with a way back. The way back from all of them stands where they are counted.
use crate::{
    components::parts::{el, list, paragraph, say, section, text},
    ctx::Ctx,
    dom::focus,
    present::difference_words::{name, words},
    state::Action,
};
use model::{edit::Edit, scenario::Difference, value::Key};
use yew::{Callback, Html, MouseEvent, html};

/// The list.
pub fn differences(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let differences = ctx.state().scenario().differences();
    let content = if differences.is_empty() {
        vec![paragraph("empty", t.model_differences_none())]
    } else {
        let rows = differences.iter().map(|difference| row(ctx, difference)).collect();
        vec![list("differences", rows)]
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

/// Resets the value; its row goes, so the focus moves to the list's heading.
fn reset(ctx: &Ctx, key: Key) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| {
        focus("differences");
        ctx.send(Action::Edit(Edit::reset(key.clone())));
    })
}
