//! "Rensa allt": asks before everything is gone. Knows nothing of what there is.
use super::dialog::Dialog;
use crate::{
    ctx::{Ctx, CtxProps},
    tools::memory::{ask, clear_all},
};
use yew::{Callback, Html, component, html};

/// The dialog; shown while the question stands.
#[component]
pub fn ClearDialog(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let open = ctx.state().tools.memory.asking;
    let act = |act: fn(&Ctx)| {
        let ctx = ctx.clone();
        Callback::from(move |()| act(&ctx))
    };
    let content = open.then(|| {
        html! {
            <>
                <h2 id="clear-title">{ t.clear_all() }</h2>
                <p>{ t.clear_all_ask() }</p>
                <div class="take-buttons">
                    <button type="button" onclick={act(|ctx| ask(ctx, false)).reform(|_| ())}>{ t.clear_all_cancel() }</button>
                    <button type="button" onclick={act(clear_all).reform(|_| ())}>{ t.clear_all_confirm() }</button>
                </div>
            </>
        }
    });
    html! {
        <Dialog class="copy" heading="clear-title" {open} closed={act(|ctx| ask(ctx, false))}>{ content }</Dialog>
    }
}
