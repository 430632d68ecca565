//! A labelled choice from a list. Knows nothing of what is chosen.
use super::parts::labelled;
use crate::ctx::Ctx;
use web_sys::{Event, HtmlSelectElement};
use yew::{Callback, Html, TargetCast, html};

/// The list; `choose` gets the position of what was chosen.
pub fn select_field(
    ctx: &Ctx,
    (id, label): (&'static str, &'static str),
    (options, chosen): (Vec<String>, usize),
    choose: impl Fn(&Ctx, usize) + 'static,
) -> Html {
    let onchange = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Ok(at) = select.value().parse() {
                choose(&ctx, at);
            }
        })
    };
    let select = html! {
        <select {id} {onchange}>
            { for options.into_iter().enumerate().map(|(at, name)| html! {
                <option value={at.to_string()} selected={at == chosen}>{ name }</option>
            }) }
        </select>
    };
    labelled(id.to_owned(), label, vec![select])
}
