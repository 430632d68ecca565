//! The head of a view: its heading, and at the right what opens the model beside it. Knows no view.
use super::icon::Icon;
use crate::{ctx::Ctx, state::Action};
use yew::{Html, html};

/// The id of the button, where the focus comes back to.
pub const ADJUST: &str = "adjust";

/// The heading with its acts; `acts` stand before the button that opens the drawer, where the view has one.
pub fn view_head(ctx: &Ctx, heading: Vec<Html>, acts: Vec<Html>) -> Html {
    let open = ctx.state().drawer.open;
    let adjust = ctx.state().view.has_drawer().then(|| html! {
        <button type="button" id={ADJUST} class="adjust" aria-expanded={open.to_string()} aria-keyshortcuts="m"
            onclick={ctx.on(Action::OpenDrawer(!open))}>{ Icon::Adjust.html() }{ ctx.texts().drawer_title() }</button>
    });
    html! {
        <div class="view-head">
            <h1>{ for heading }</h1>
            <div class="view-acts">
                { for acts }
                { adjust }
            </div>
        </div>
    }
}
