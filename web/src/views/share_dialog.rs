//! "Dela": the scenario as a link, a code or a file, and one that somebody else has shared. Knows nothing of how anything is
//! written.
use super::{copy_dialog::CopyDialog, opening_panel, take_away_panel::scenario};
use crate::{
    components::{
        dialog::Dialog,
        parts::{button, el, text},
    },
    ctx::Ctx,
    state::Action,
};
use yew::{Html, html};

/// What can lie over any view: sharing, and a text to copy by hand.
pub fn overlays(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let open = ctx.state().sharing;
    let content = open.then(|| {
        let parts = vec![scenario(ctx), opening_panel::opening(ctx)];
        html! {
            <>
                <h2 id="share-title">{ t.share() }</h2>
                { el("div", &[("class", "take-away")], parts) }
                { button("", text(t.close()), ctx.on(Action::Share(false))) }
            </>
        }
    });
    html! {
        <>
            <Dialog class="copy" heading="share-title" {open} closed={ctx.on(Action::Share(false))}>{ content }</Dialog>
            <CopyDialog ctx={ctx.clone()} />
        </>
    }
}
