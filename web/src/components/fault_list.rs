//! Everything typed that could not be read, said in one place: which field, what is wrong, what to do.
use super::{
    number_field::fault_id,
    parts::{el, element, paragraph, say},
};
use crate::{
    ctx::Ctx,
    present::fault::{field_name, number_fault, paste_note},
    state::{View, view_of},
};
use yew::Html;

/// The list of a view's fields; empty when nothing is wrong.
pub fn fault_list(ctx: &Ctx, view: View) -> Html {
    let t = ctx.texts();
    let mut parts = Vec::new();
    if let Some(note) = ctx.state().paste_note.as_ref().filter(|note| note.grid.view() == view) {
        let (words, is_fault) = paste_note(t, note);
        let class = if is_fault { "paste-note fault" } else { "paste-note" };
        parts.push(el("p", &[("class", class)], vec![say(words)]));
    }
    let faults = ctx.state().drafts.iter().filter(|(key, _)| view_of(key) == view).map(|(key, draft)| {
        let words = t.error_place(&field_name(t, ctx.catalogue(), key), &number_fault(t, &draft.error));
        element("li", &[], vec![("id", fault_id(key).into())], vec![say(words)])
    });
    let faults: Vec<Html> = faults.collect();
    if !faults.is_empty() {
        parts.push(paragraph("faults-heading", t.errors_heading()));
        parts.push(el("ul", &[], faults));
    }
    el("div", &[("class", "faults"), ("role", "alert")], parts)
}
