//! "Varför denna siffra?": the dialog of one figure's explanation. What stands in it comes with the other views.
use super::dialog::Dialog;
use crate::{ctx::CtxProps, lazy, state::Action};
use std::rc::Rc;
use yew::{Html, component, html, use_effect_with, use_state};

/// The dialog; shown while the state has a figure to explain.
#[component]
pub fn WhyDialog(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let all = use_state(|| false);
    let why = ctx.state().why.clone();
    {
        let all = all.clone();
        use_effect_with(why.as_ref().map(Rc::as_ptr), move |_| all.set(false));
    }
    html! {
        <Dialog class="why" heading="why-title" open={why.is_some()} closed={ctx.on(Action::Why(None))}>
            { why.map(|node| lazy::explain(ctx, &node, &all, ctx.on(Action::Why(None)))) }
        </Dialog>
    }
}
