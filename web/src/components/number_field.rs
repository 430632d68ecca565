//! A field for one number. Text that cannot be read stays in the field with its error; nothing typed is lost.
use crate::{
    ctx::use_ctx,
    present::fault::field_name,
    state::{Action, Field, Grid},
};
use web_sys::{ClipboardEvent, Event, HtmlElement, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};
use yew::{Callback, Html, Properties, TargetCast, classes, component, html};

/// Where a field stands in a table that takes a paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub grid: Grid,
    /// Row from 0.
    pub row: usize,
    /// Column from 0.
    pub column: usize,
}

/// A field and what stands in it.
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// Which number.
    pub field: Field,
    /// The number in force, written; empty for none.
    pub value: String,
    /// Where it stands in a table, if it does.
    #[prop_or_default]
    pub place: Option<Place>,
    /// The id of a text that says more about the field.
    #[prop_or_default]
    pub about: Option<String>,
    /// The id, where a label refers to it; otherwise the field's name is its label.
    #[prop_or_default]
    pub id: Option<String>,
}

/// The id of the field's error in a list of faults.
pub fn fault_id(field: &Field) -> String {
    let text = format!("{field:?}");
    let safe = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    format!("fault-{}", safe.collect::<String>())
}

/// A text input with a decimal keyboard.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let ctx = use_ctx();
    let draft = ctx.state().drafts.get(&props.field);
    let value = draft.map_or_else(|| props.value.clone(), |draft| draft.text.clone());
    let described = draft.map(|_| fault_id(&props.field)).or_else(|| props.about.clone());
    let label = props.id.is_none().then(|| field_name(ctx.texts(), ctx.house(), &props.field));
    let onchange = {
        let (ctx, field) = (ctx.clone(), props.field.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            ctx.send(Action::Type(field.clone(), input.value()));
        })
    };
    let onpaste = {
        let (ctx, place) = (ctx.clone(), props.place);
        Callback::from(move |event: Event| paste(&ctx, place, &event))
    };
    let place = props.place;
    let onkeydown = Callback::from(move |event: KeyboardEvent| move_focus(place, &event));
    let at = props.place.map(|place| (place.row.to_string(), place.column.to_string()));
    html! {
        <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
            class={classes!("number", draft.is_some().then_some("faulty"))}
            id={props.id.clone()} aria-label={label} {value} {onchange} {onpaste} {onkeydown}
            aria-invalid={draft.is_some().then_some("true")} aria-describedby={described}
            data-row={at.as_ref().map(|at| at.0.clone())} data-column={at.map(|at| at.1)} />
    }
}

/// Text longer than any number is a block as well, so that it is refused with a reason rather than put in the field.
const LONGEST_TYPED: usize = 200;

fn paste(ctx: &crate::ctx::Ctx, place: Option<Place>, event: &Event) {
    let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let Ok(text) = clipboard.get_data("text/plain") else { return };
    let is_block = text.contains(['\t', '\n', '\r']) || text.len() > LONGEST_TYPED;
    if let Some(place) = place.filter(|_| is_block) {
        event.prevent_default();
        ctx.send(Action::Paste(place.grid, (place.row, place.column), text));
    }
}

/// Enter moves down; Alt with an arrow moves one cell.
fn move_focus(place: Option<Place>, event: &KeyboardEvent) {
    let Some(place) = place else { return };
    let (down, right): (isize, isize) = match (event.key().as_str(), event.alt_key()) {
        ("Enter" | "ArrowDown", true) | ("Enter", false) => (1, 0),
        ("ArrowUp", true) => (-1, 0),
        ("ArrowRight", true) => (0, 1),
        ("ArrowLeft", true) => (0, -1),
        _ => return,
    };
    let (Some(row), Some(column)) = (place.row.checked_add_signed(down), place.column.checked_add_signed(right)) else {
        return;
    };
    let input: HtmlInputElement = event.target_unchecked_into();
    let scope = input.closest("[data-grid]").ok().flatten();
    let target = format!("input[data-row='{row}'][data-column='{column}']");
    let found = scope.and_then(|scope| scope.query_selector(&target).ok().flatten());
    if let Some(next) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
