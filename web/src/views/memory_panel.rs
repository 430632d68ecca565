//! What the page remembers on this computer, and the way to clear everything.
use super::{
    import_panel::on,
    take_away_panel::{buttons, part},
};
use crate::{
    components::parts::{button, el, paragraph, text},
    ctx::Ctx,
    tools::memory::{Trouble, ask, clear_all, remember},
};
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, TargetCast, html};

/// The part.
pub fn memory(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let memory = &ctx.state().tools.memory;
    let switched = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            remember(&ctx, input.checked());
        })
    };
    let unreadable = memory.trouble == Some(Trouble::Unreadable);
    let control = html! {
        <label class="check">
            <input type="checkbox" id="memory" checked={memory.on} disabled={unreadable} aria-describedby="memory-about"
                onchange={switched} />
            { t.memory_label() }
        </label>
    };
    let about = el("p", &[("class", "about"), ("id", "memory-about")], vec![text(t.memory_about())]);
    let trouble = match memory.trouble {
        None => "",
        Some(Trouble::Refused) => t.memory_refused(),
        Some(Trouble::Unreadable) => t.memory_unreadable(),
        Some(Trouble::GoneElsewhere) => t.memory_gone_elsewhere(),
    };
    let trouble = el("p", &[("class", "fault"), ("role", "alert")], vec![text(trouble)]);
    part("take-memory", t.memory_heading(), vec![control, about, trouble, clear(ctx)])
}

/// Asks before everything is cleared.
fn clear(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let first = button("", text(t.clear_all()), on(ctx, ask));
    let second = if ctx.state().tools.memory.asking {
        let ways = vec![
            button("", text(t.clear_all_confirm()), on(ctx, clear_all)),
            button("", text(t.clear_all_cancel()), on(ctx, ask)),
        ];
        el("div", &[("class", "faults"), ("role", "alert")], vec![paragraph("fault", t.clear_all_ask()), buttons(ways)])
    } else {
        el("div", &[], Vec::new())
    };
    el("div", &[("class", "clear-all")], vec![first, second])
}
