//! What values are that look like identity numbers: the question, wherever a list comes in. Knows no list.
use super::import_panel::on;
use crate::{
    components::parts::{button, el, say, text},
    ctx::Ctx,
};
use exchange::import::LookAlikes;
use yew::Html;

/// The question with its two answers.
pub fn question(ctx: &Ctx, words: String, answer: fn(&Ctx, LookAlikes)) -> Html {
    let t = ctx.texts();
    let others = button("", text(t.import_identity_others()), on(ctx, move |ctx| answer(ctx, LookAlikes::AreOthers)));
    let leave_out = on(ctx, move |ctx| answer(ctx, LookAlikes::LeaveOutRows));
    let leave_out = button("", text(t.import_identity_leave_out()), leave_out);
    el("fieldset", &[("class", "question")], vec![el("legend", &[], vec![say(words)]), others, leave_out])
}
