//! Everything typed that could not be read, said in one place: which field, what is wrong, what to do.
use super::number_field::fault_id;
use crate::{
    ctx::use_ctx,
    present::fault::{field_name, number_fault, paste_note},
    state::View,
};
use yew::{Html, Properties, component, html};

/// Which faults to list.
#[derive(Properties, PartialEq)]
pub struct FaultListProps {
    /// The fields of which view.
    pub view: View,
}

/// The list; empty when nothing is wrong.
#[component]
pub fn FaultList(props: &FaultListProps) -> Html {
    let ctx = use_ctx();
    let texts = ctx.texts();
    let faults: Vec<_> = ctx.state().drafts.iter().filter(|(field, _)| field.view() == props.view).collect();
    let note = ctx.state().paste_note.as_ref().filter(|note| note.grid.view() == props.view);
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
