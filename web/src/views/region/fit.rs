//! "Anpassa vikter efter kostnaderna": how they are fitted, and the way to use them.
use super::{Shown, fit_result};
use crate::{
    components::{
        entry_field::EntryField,
        lazy_details::lazy_details,
        parts::{all, button, el, paragraph, text},
        select_field::select_field,
    },
    ctx::Ctx,
    region::{
        Stage,
        fit_tool::{choose, set_least, set_parts, set_ridge, start},
    },
    views::import_panel::on,
};
use register::fit::Signs;
use yew::Html;

/// The part, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let known = shown.known.clone();
    lazy_details(ctx, "region-tool", ctx.texts().fit_heading().to_owned(), move |ctx| {
        let t = ctx.texts();
        let made_up = if known.facts.synthetic { paragraph("about", t.fit_synthetic()) } else { Html::default() };
        let parts = vec![
            paragraph("about", t.fit_about()),
            made_up,
            form(ctx),
            go(ctx),
            fit_result::result(ctx, &known),
            how(ctx),
        ];
        el("div", &[("class", "region-tool-body")], parts)
    })
}

fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let fit = &ctx.state().tools.region.fit;
    let field = |id, label, about, value: String, draft| EntryField { id, label, about, value, draft };
    let ridge = (fit.ridge.value.to_string(), fit.ridge.draft.as_ref());
    let ridge = field("fit-ridge", t.fit_ridge(), t.fit_ridge_about(), ridge.0, ridge.1);
    let least = (fit.least.value.to_string(), fit.least.draft.as_ref());
    let least = field("fit-least", t.fit_least(), t.fit_least_about(), least.0, least.1);
    let parts = (fit.parts.value.to_string(), fit.parts.draft.as_ref());
    let parts = field("fit-parts", t.fit_parts(), t.fit_parts_about(), parts.0, parts.1);
    let splits = [t.fit_split_practice(), t.fit_split_parts()].map(str::to_owned).to_vec();
    let split = select_field(ctx, ("fit-split", t.fit_split()), (splits, usize::from(fit.in_parts)), |ctx, at| {
        choose(ctx, |fit| fit.in_parts = at == 1);
    });
    let fields = vec![
        sign(ctx),
        least.html(ctx, set_least),
        split,
        ridge.html(ctx, set_ridge),
        if fit.in_parts { parts.html(ctx, set_parts) } else { Html::default() },
    ];
    el("div", &[("class", "tool-form")], fields)
}

fn sign(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let names = [t.fit_sign_any(), t.fit_sign_non_negative(), t.fit_sign_drop()].map(str::to_owned).to_vec();
    let chosen = Signs::ALL.iter().position(|signs| *signs == ctx.state().tools.region.fit.signs).unwrap_or_default();
    select_field(ctx, ("fit-sign", t.fit_sign()), (names, chosen), |ctx, at| {
        choose(ctx, |fit| fit.signs = Signs::ALL.get(at).copied().unwrap_or_default());
    })
}

/// The button, and how far it has come.
fn go(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let region = &ctx.state().tools.region;
    let press = on(ctx, |ctx| {
        let region = &ctx.state().tools.region;
        if region.stage == Stage::Ready && !region.fit.running {
            start(ctx);
        }
    });
    let (class, said) = match &region.fit {
        fit if fit.running => ("about", t.fit_running()),
        fit if fit.failed => ("fault", t.fit_failed()),
        fit if fit.found.is_some() => ("about", t.fit_done()),
        _ => ("about", ""),
    };
    let status = el("p", &[("class", class), ("role", "status")], vec![text(said)]);
    el("div", &[("class", "tool-buttons fit-go")], vec![button("", text(t.fit_button()), press), status])
}

fn how(ctx: &Ctx) -> Html {
    lazy_details(ctx, "", ctx.texts().fit_how().to_owned(), |ctx| {
        let t = ctx.texts();
        let words = [t.fit_how_formula(), t.fit_how_sign(), t.fit_how_error(), t.fit_how_crossed()];
        all(words.into_iter().map(|words| paragraph("about", words)).collect())
    })
}
