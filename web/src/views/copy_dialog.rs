//! A text for copying by hand, where the browser does not let the page copy: selected, so that one key does it.
use crate::{
    components::parts::{button, paragraph, text},
    ctx::CtxProps,
    desk::take_away::copied_by_hand,
};
use web_sys::{HtmlDialogElement, HtmlTextAreaElement};
use yew::{Callback, Html, MouseEvent, component, html, use_effect_with, use_node_ref};

/// The dialog; shown while there is such a text. It is closed by the browser, which then tells the desk.
#[component]
pub fn CopyDialog(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let by_hand = ctx.state().desk.take_away.by_hand.clone();
    let (dialog, field) = (use_node_ref(), use_node_ref());
    {
        let (dialog, field) = (dialog.clone(), field.clone());
        use_effect_with(by_hand.clone(), move |by_hand| {
            let element = dialog.cast::<HtmlDialogElement>();
            if let (Some(element), Some(_)) = (element.filter(|element| !element.open()), by_hand) {
                let _ = element.show_modal();
                if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                    field.select();
                }
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
    let closed = {
        let ctx = ctx.clone();
        Callback::from(move |_| copied_by_hand(&ctx))
    };
    let value = by_hand.as_deref().unwrap_or_default().to_owned();
    html! {
        <dialog ref={dialog} class="copy" aria-labelledby="copy-title" onclose={closed}>
            <h2 id="copy-title">{ t.copy_title() }</h2>
            { paragraph("about", t.copy_about()) }
            <textarea ref={field} class="by-hand" rows="10" readonly=true aria-labelledby="copy-title" {value} />
            { button("", text(t.close()), close) }
        </dialog>
    }
}
