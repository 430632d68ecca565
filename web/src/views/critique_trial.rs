//! Over every view: which objection is being tried there, and the way back to the critique.
use crate::{
    components::parts::{all, button, el, say, text},
    ctx::Ctx,
    present::critique_words::name,
    state::View,
    tools::critique::{go_back, keep},
};
use yew::{Callback, Html, MouseEvent};

/// The line; nothing where none is tried.
pub fn trial(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Some(tried) = ctx.state().tools.tried.clone().filter(|_| ctx.state().view != View::Method) else {
        return Html::default();
    };
    let on = |act: fn(&Ctx)| {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| act(&ctx))
    };
    let mut words = vec![say(t.trial_of(name(t, tried.objection)))];
    let stay = if tried.back.is_some() { t.trial_keep() } else { t.close() };
    if tried.back.is_some() {
        words.push(el("span", &[("class", "about")], vec![text(" "), text(t.trial_undone())]));
    }
    let words = el("p", &[("role", "status")], words);
    let acts =
        el("div", &[], vec![button("", text(t.trial_back()), on(go_back)), button("plain", text(stay), on(keep))]);
    el("div", &[("class", "notice trial")], vec![all(vec![words, acts])])
}
