//! "Varför denna siffra?": the dialog of one figure's explanation. What stands in it comes from the rooms.
use crate::{ctx::CtxProps, rooms, state::Action};
use std::rc::Rc;
use web_sys::HtmlDialogElement;
use yew::{Callback, Html, MouseEvent, component, html, use_effect_with, use_node_ref, use_state};

/// The dialog; shown while the state has a figure to explain. It is closed by the browser (button, Escape), which then
/// tells the state: one way only, so that a late close cannot end the next explanation.
#[component]
pub fn WhyDialog(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let dialog = use_node_ref();
    let all = use_state(|| false);
    let why = ctx.state().why.clone();
    {
        let (dialog, all) = (dialog.clone(), all.clone());
        use_effect_with(why.as_ref().map(Rc::as_ptr), move |why| {
            all.set(false);
            match dialog.cast::<HtmlDialogElement>() {
                Some(element) if why.is_some() && !element.open() => drop(element.show_modal()),
                _ => {}
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                element.close();
            }
        })
    };
    html! {
        <dialog ref={dialog} class="why" aria-labelledby="why-title" onclose={ctx.on(Action::Why(None))}>
            { why.map(|node| rooms::explain(ctx, &node, &all, close)) }
        </dialog>
    }
}
