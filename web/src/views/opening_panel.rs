//! Where a scenario comes in: a file, or the text of a file or a link. Says what became of the last one.
use super::{import_panel::on, notice::became, take_away_panel::part};
use crate::{
    components::parts::{button, el, text},
    ctx::Ctx,
    desk::opening::{open_picked, open_text},
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, window};
use yew::{Callback, Html, TargetCast, html};

const PASTE: &str = "open-paste";

/// The part.
pub fn opening(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let picked = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open_picked(&ctx, file);
            }
            // the same file can be picked again
            input.set_value("");
        })
    };
    let read = on(ctx, |ctx| {
        let field = window().and_then(|window| window.document()?.get_element_by_id(PASTE));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            open_text(ctx, &field.value());
        }
    });
    let fields = html! {
        <div class="open-ways">
            <div class="pick">
                <input type="file" id="open-file" onchange={picked} accept=".json,application/json"
                    aria-describedby="open-about" />
                <label for="open-file">{ t.open_file() }</label>
            </div>
            <label for={PASTE}>{ t.open_paste() }</label>
            <textarea id={PASTE} rows="2" spellcheck="false" autocomplete="off" aria-describedby="open-about" />
            { button("", text(t.open_read()), read) }
        </div>
    };
    let about = el("p", &[("class", "about"), ("id", "open-about")], vec![text(t.open_about())]);
    let told = ctx.state().desk.take_away.opened.as_ref().map(|opening| became(ctx, opening)).unwrap_or_default();
    part("take-open", t.open_heading(), vec![about, fields, el("div", &[], vec![told])])
}
