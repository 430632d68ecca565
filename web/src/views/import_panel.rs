//! Where a list comes in: a file that is picked or dropped, or a paste. Shows how far the reader has come, or why it
//! stopped. Knows nothing of what is in a list.
use super::{alike_question, import_preview};
use crate::{
    components::{
        list_field::{drop_field, on_paste},
        parts::{all, button, el, paragraph, say, section, text},
    },
    ctx::Ctx,
    dom,
    present::{
        import_words::{alike_words, open_fault},
        person_words::person_error,
    },
    tools::{
        import::{Import, Refused, answer_alikes, begin, leave},
        templates,
    },
};
use wasm_bindgen::JsValue;
use web_sys::{Blob, HtmlTextAreaElement};
use yew::{Callback, Html, MouseEvent, html};

const PASTE: &str = "import-paste";
const ACCEPT: &str = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt";

/// The section: the ways in which a list comes.
pub fn import(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let ways = el("div", &[("class", "import-ways")], vec![pick(ctx), paste(ctx)]);
    let template = button("plain", text(t.list_template()), on(ctx, templates::own_list));
    section("import", vec![text(t.import_heading())], vec![paragraph("about", t.import_about()), ways, template])
}

/// What has come of it: how far the reader is, what it asks, what it has read, or why it stopped.
pub fn below(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    match &ctx.state().tools.import {
        Import::Idle => Html::default(),
        Import::Working { name, percent, .. } => working(ctx, name, *percent),
        Import::Preview(preview) => import_preview::preview(ctx, preview),
        Import::Asked { name, alike, .. } => {
            let question = alike_question::question(ctx, alike_words(t, alike), answer_alikes);
            stopped(ctx, name, vec![question], leave)
        }
        Import::Failed { name, error } => {
            let why = match error {
                Some(Refused::Persons(error)) => person_error(ctx, error),
                Some(Refused::Open(error)) => open_fault(t, Some(error)),
                None => open_fault(t, None),
            };
            stopped(ctx, name, vec![el("p", &[("class", "empty fault")], vec![say(why)])], leave)
        }
    }
}

/// Why the reader stopped, and the way to leave it.
pub fn stopped(ctx: &Ctx, name: &str, why: Vec<Html>, leave: fn(&Ctx)) -> Html {
    let t = ctx.texts();
    let place = if name.is_empty() { Html::default() } else { el("p", &[], vec![say(t.import_in_file(name))]) };
    let close = button("plain", text(t.import_close()), on(ctx, leave));
    let parts = [vec![place], why, vec![close]].concat();
    el("div", &[("class", "import-failed"), ("role", "alert")], parts)
}

/// A callback that does something with the context.
pub fn on(ctx: &Ctx, act: impl Fn(&Ctx) + 'static) -> Callback<MouseEvent> {
    let ctx = ctx.clone();
    Callback::from(move |_| act(&ctx))
}

fn working(ctx: &Ctx, name: &str, percent: u8) -> Html {
    let t = ctx.texts();
    let said = if name.is_empty() { t.import_reading_paste().to_owned() } else { t.import_reading(name) };
    html! {
        <div class="import-working">
            <label for="import-progress">{ said }</label>
            <progress id="import-progress" max="100" value={percent.to_string()}></progress>
            { button("", text(t.import_cancel()), on(ctx, leave)) }
        </div>
    }
}

fn pick(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    drop_field(ctx, ("import-file", ACCEPT), (t.import_file(), t.import_file_about()), begin)
}

fn paste(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let read = on(ctx, |ctx| {
        if let Some(field) = dom::element::<HtmlTextAreaElement>(PASTE) {
            begin_text(ctx, field.value());
        }
    });
    all(vec![html! {
        <div class="paste">
            <label for={PASTE}>{ t.import_paste() }</label>
            <div>
                <textarea id={PASTE} rows="1" spellcheck="false" autocomplete="off" onpaste={on_paste(ctx, begin_text)}
                aria-describedby="import-paste-about" />
                { button("", text(t.import_read()), read) }
            </div>
            <p class="about" id="import-paste-about">{ t.import_paste_about() }</p>
        </div>
    }])
}

fn begin_text(ctx: &Ctx, text: String) {
    let parts = js_sys::Array::of1(&JsValue::from(text));
    if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
        begin(ctx, &blob, String::new());
    }
}
