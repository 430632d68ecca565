//! A button that picks a file. Knows nothing of what is in it.
use web_sys::{Event, File, HtmlInputElement};
use yew::{AttrValue, Callback, Html, TargetCast, html};

/// A file field under its label. `accept` is what the picker offers, `about` the id of a text that says more.
pub fn file_field(
    id: &'static str,
    label: &'static str,
    (accept, about): (&'static str, impl Into<AttrValue>),
    picked: impl Fn(File) + 'static,
) -> Html {
    let about: AttrValue = about.into();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            picked(file);
        }
        // the same file can be picked again
        input.set_value("");
    });
    html! {
        <div class="pick">
            <input type="file" {id} {onchange} {accept} aria-describedby={about} />
            <label for={id}>{ label }</label>
        </div>
    }
}
