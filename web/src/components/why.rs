//! "Varför denna siffra?": the dialog of one figure's explanation. What stands in it comes with the other views.
use super::dialog::Dialog;
use crate::{ctx::CtxProps, lazy, state::Action};
use yew::{Html, component, html};

/// The dialog; shown while the state has a figure to explain.
#[component]
pub fn WhyDialog(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let why = ctx.state().why.clone();
    html! {
        <Dialog class="why" heading="why-title" open={why.is_some()} closed={ctx.on(Action::Why(None))}>
            { why.map(|node| lazy::explain(ctx, &node, ctx.on(Action::Why(None)))) }
        </Dialog>
    }
}
