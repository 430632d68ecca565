//! The ways in which a list comes: a file that is picked or dropped, and a paste. Knows nothing of what is in a list.
use super::file_field::file_field;
use crate::ctx::Ctx;
use web_sys::{Blob, ClipboardEvent, DragEvent, Event, File, wasm_bindgen::JsCast};
use yew::{Callback, Html, html};

/// A field for a file, which can be dropped on it as well; `take` gets the file and its name. `id` is unique on the page.
pub fn drop_field(
    ctx: &Ctx,
    (id, accept): (&'static str, &'static str),
    (label, about): (&'static str, &'static str),
    take: fn(&Ctx, &Blob, String),
) -> Html {
    let begin = move |ctx: &Ctx, file: &File| take(ctx, file.unchecked_ref::<Blob>(), file.name());
    let picked = {
        let ctx = ctx.clone();
        move |file| begin(&ctx, &file)
    };
    let dropped = {
        let ctx = ctx.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(file) = event.data_transfer().and_then(|data| data.files()?.get(0)) {
                begin(&ctx, &file);
            }
        })
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let about_id = [id, "-about"].concat();
    html! {
        <div class="drop" ondrop={dropped} ondragover={over}>
            { file_field(id, label, (accept, about_id.clone()), picked) }
            <p class="about" id={about_id}>{ about }</p>
        </div>
    }
}

/// What happens when a text is pasted: `take` gets it, and the field does not.
pub fn on_paste(ctx: &Ctx, take: fn(&Ctx, String)) -> Callback<Event> {
    let ctx = ctx.clone();
    Callback::from(move |event: Event| {
        let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(text) = clipboard.and_then(|data| data.get_data("text/plain").ok()) {
            event.prevent_default();
            take(&ctx, text);
        }
    })
}
