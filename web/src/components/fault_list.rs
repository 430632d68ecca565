//! Everything typed that could not be read, said in one place: which field, what is wrong, what to do.
use super::number_field::fault_id;
use crate::{
    ctx::Ctx,
    present::fault::{field_name, number_fault, paste_note},
    state::View,
};
use yew::{Html, html};

/// The list of a view's fields; empty when nothing is wrong.
pub fn fault_list(ctx: &Ctx, view: View) -> Html {
    let texts = ctx.texts();
    let faults: Vec<_> = ctx.state().drafts.iter().filter(|(field, _)| field.view() == view).collect();
    let note = ctx.state().paste_note.as_ref().filter(|note| note.grid.view() == view);
    let note = note.map(|note| paste_note(texts, note));
    html! {
        <div class="faults" role="alert">
            if let Some((text, is_fault)) = note {
                <p class={if is_fault { "paste-note fault" } else { "paste-note" }}>{ text }</p>
            }
            if !faults.is_empty() {
                <p class="faults-heading">{ texts.errors_heading() }</p>
                <ul>{ for faults.into_iter().map(|(field, draft)| {
                    let name = field_name(texts, ctx.house(), field);
                    let problem = number_fault(texts, &draft.error);
                    html! { <li id={fault_id(field)}>{ texts.error_place(&name, &problem) }</li> }
                }) }</ul>
            }
        </div>
    }
}
