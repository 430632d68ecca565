//! The control of the guard of small numbers: on or off, from which number, and what it hides now.
use super::{
    import_panel::on,
    take_away_panel::{buttons, part},
};
use crate::{
    components::{
        parts::{button, el, list, paragraph, say, text},
        typed_input::TypedInput,
    },
    ctx::Ctx,
    present::{fault::number_fault, guarding::Guarding},
    tools::guard::{ask, confirm, type_threshold},
};
use web_sys::Event;
use yew::{Callback, Html, html};

/// The part.
pub fn guard(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let guard = &ctx.state().tools.guard;
    let about = if guard.off { t.guard_off_about() } else { t.guard_on_about() };
    let about = el("p", &[("class", "about"), ("id", "guard-about")], vec![text(about)]);
    let asked = {
        let ctx = ctx.clone();
        Callback::from(move |_: Event| ask(&ctx))
    };
    let control = html! {
        <label class="check">
            <input type="checkbox" id="guard" checked={!guard.off} aria-describedby="guard-about" onchange={asked} />
            { t.guard_label() }
        </label>
    };
    let parts = vec![control, about, question(ctx), threshold(ctx), hidden(ctx)];
    part("take-guard", t.guard_heading(), parts)
}

/// What leaves if it is switched off, and a second press to do it.
fn question(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if !ctx.state().tools.guard.asking {
        return el("div", &[], Vec::new());
    }
    let ways =
        vec![button("", text(t.guard_confirm()), on(ctx, confirm)), button("", text(t.guard_cancel()), on(ctx, ask))];
    el("div", &[("class", "faults"), ("role", "alert")], vec![paragraph("fault", t.guard_ask()), buttons(ways)])
}

fn threshold(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let guard = &ctx.state().tools.guard;
    let take = {
        let ctx = ctx.clone();
        Callback::from(move |text| type_threshold(&ctx, text))
    };
    let draft = guard.draft.as_ref();
    let value = draft.map_or_else(|| guard.threshold.to_string(), |draft| draft.text.clone());
    let strictest = || t.guard_strictest(&guard.fewest().to_string());
    let fault = draft.map(|draft| [number_fault(t, &draft.error), strictest()].join(" ")).unwrap_or_default();
    let class = if draft.is_some() { "number faulty" } else { "number" };
    html! {
        <div class="labelled">
            <label for="guard-threshold">{ t.guard_threshold() }</label>
            <TypedInput id={"guard-threshold".to_owned()} {class} {value} {take} invalid={draft.is_some()}
                described={"guard-fault".to_owned()} />
            <p id="guard-fault" class="fault" role="alert">{ fault }</p>
        </div>
    }
}

fn hidden(ctx: &Ctx) -> Html {
    let sentences = Guarding::of(ctx).sentences();
    let items = sentences.into_iter().map(say).collect();
    el("div", &[("class", "guard-says")], vec![list("", items)])
}
