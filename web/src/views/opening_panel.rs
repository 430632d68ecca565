//! Where a scenario comes in: a file, or the text of a file or a link. Says what became of the last one.
use super::{import_panel::on, notice::became, take_away_panel::part};
use crate::{
    components::{
        file_field::file_field,
        parts::{button, el, text},
    },
    ctx::Ctx,
    dom,
    tools::opening::{open_picked, open_text},
};
use web_sys::HtmlTextAreaElement;
use yew::{Html, html};

const PASTE: &str = "open-paste";

/// The part.
pub fn opening(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let picked = {
        let ctx = ctx.clone();
        move |file| open_picked(&ctx, file)
    };
    let read = on(ctx, |ctx| {
        if let Some(field) = dom::element::<HtmlTextAreaElement>(PASTE) {
            open_text(ctx, &field.value());
        }
    });
    let fields = html! {
        <div class="open-ways">
            { file_field("open-file", t.open_file(), (".json,application/json", "open-about"), picked) }
            <label for={PASTE}>{ t.open_paste() }</label>
            <textarea id={PASTE} rows="2" spellcheck="false" autocomplete="off" aria-describedby="open-about" />
            { button("", text(t.open_read()), read) }
        </div>
    };
    let about = el("p", &[("class", "about"), ("id", "open-about")], vec![text(t.open_about())]);
    let told = ctx.state().tools.take_away.opened.as_ref().map(|opening| became(ctx, opening)).unwrap_or_default();
    part("take-open", t.open_heading(), vec![about, fields, el("div", &[], vec![told])])
}
