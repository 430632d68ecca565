//! Where a list comes in: a file that is picked or dropped, or a paste. Shows how far the reader has come, or why it
//! stopped. Knows nothing of what is in a list.
use super::import_preview;
use crate::{
    components::{
        file_field::file_field,
        parts::{all, button, el, paragraph, say, section, space, text},
    },
    ctx::Ctx,
    desk::import::{Import, Refused, begin, leave},
    dom,
    present::{import_words::open_fault, person_words::person_error},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, Event, File, HtmlTextAreaElement};
use yew::{Callback, Html, MouseEvent, html};

const PASTE: &str = "import-paste";
const ACCEPT: &str = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt";

/// The section.
pub fn import(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let below = match &ctx.state().desk.import {
        Import::Idle => Html::default(),
        Import::Working { name, percent, .. } => working(ctx, name, *percent),
        Import::Preview(preview) => import_preview::preview(ctx, preview),
        Import::Failed { name, error } => {
            let why = match error {
                Some(Refused::Persons(error)) => person_error(ctx, error),
                Some(Refused::Open(error)) => open_fault(t, Some(error)),
                None => open_fault(t, None),
            };
            let place = if name.is_empty() { Vec::new() } else { vec![say(t.import_in_file(name)), space()] };
            let mut words = place;
            words.push(say(why));
            let close = button("plain", text(t.import_close()), on(ctx, leave));
            el(
                "div",
                &[("class", "import-failed"), ("role", "alert")],
                vec![el("p", &[("class", "empty fault")], words), close],
            )
        }
    };
    let ways = el("div", &[("class", "import-ways")], vec![pick(ctx), paste(ctx)]);
    section("import", vec![text(t.import_heading())], vec![paragraph("about", t.import_about()), ways, below])
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
    let picked = {
        let ctx = ctx.clone();
        move |file| begin_file(&ctx, &file)
    };
    let dropped = {
        let ctx = ctx.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(file) = event.data_transfer().and_then(|data: DataTransfer| data.files()?.get(0)) {
                begin_file(&ctx, &file);
            }
        })
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <div class="drop" ondrop={dropped} ondragover={over}>
            { file_field("import-file", t.import_file(), (ACCEPT, "import-file-about"), picked) }
            <p class="about" id="import-file-about">{ t.import_file_about() }</p>
        </div>
    }
}

fn begin_file(ctx: &Ctx, file: &File) {
    begin(ctx, file.unchecked_ref::<Blob>(), file.name());
}

fn paste(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let pasted = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(text) = clipboard.and_then(|data| data.get_data("text/plain").ok()) {
                event.prevent_default();
                begin_text(&ctx, &text);
            }
        })
    };
    let read = on(ctx, |ctx| {
        if let Some(field) = dom::element::<HtmlTextAreaElement>(PASTE) {
            begin_text(ctx, &field.value());
        }
    });
    all(vec![html! {
        <div class="paste">
            <label for={PASTE}>{ t.import_paste() }</label>
            <div>
                <textarea id={PASTE} rows="1" spellcheck="false" autocomplete="off" onpaste={pasted}
                aria-describedby="import-paste-about" />
                { button("", text(t.import_read()), read) }
            </div>
            <p class="about" id="import-paste-about">{ t.import_paste_about() }</p>
        </div>
    }])
}

fn begin_text(ctx: &Ctx, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
        begin(ctx, &blob, String::new());
    }
}
