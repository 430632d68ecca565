//! A text for copying by hand, where the browser does not let the page copy: selected, so that one key does it.
use crate::{
    components::{
        dialog::Dialog,
        parts::{button, paragraph, text},
    },
    ctx::CtxProps,
    tools::take_away::copied_by_hand,
};
use web_sys::HtmlTextAreaElement;
use yew::{Callback, Html, component, html, use_effect_with, use_node_ref};

/// The dialog; shown while there is such a text.
#[component]
pub fn CopyDialog(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let by_hand = ctx.state().tools.take_away.by_hand.clone();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(by_hand.clone(), move |by_hand| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| by_hand.is_some()) {
                field.select();
            }
        });
    }
    let closed = {
        let ctx = ctx.clone();
        Callback::from(move |()| copied_by_hand(&ctx))
    };
    let close = closed.reform(|_| ());
    let value = by_hand.as_deref().unwrap_or_default().to_owned();
    html! {
        <Dialog class="copy" heading="copy-title" open={by_hand.is_some()} {closed}>
            <h2 id="copy-title">{ t.copy_title() }</h2>
            { paragraph("about", t.copy_about()) }
            <textarea ref={field} class="by-hand" rows="10" readonly=true aria-labelledby="copy-title" {value} />
            { button("", text(t.close()), close) }
        </Dialog>
    }
}
