//! A field for one number. Text that cannot be read stays in the field with its error; nothing typed is lost.
use super::typed_input::TypedInput;
use crate::{
    ctx::Ctx,
    present::fault::field_name,
    state::{Action, Grid},
};
use model::value::Key;
use web_sys::{ClipboardEvent, Event, HtmlElement, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};
use yew::{Callback, Html, TargetCast, html};

/// Where a field stands in a table that takes a paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldPlace {
    /// The table.
    pub grid: Grid,
    /// Row from 0.
    pub row: usize,
    /// Column from 0.
    pub column: usize,
}

/// What stands in an empty field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The number that is counted with, written.
    Estimate(String),
    /// Nobody is counted.
    Nothing,
}

/// The field of a value and what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberField {
    /// Which value.
    pub key: Key,
    /// The number in force, written; empty for none.
    pub value: String,
    /// Where it stands in a table, if it does.
    pub place: Option<FieldPlace>,
    /// The id of a text that says more about the field.
    pub about: Option<String>,
    /// The id, where a label refers to it; otherwise the field's name is its label.
    pub id: Option<String>,
}

impl NumberField {
    /// A field that stands in a table; its name is its label.
    pub fn in_table(key: Key, value: String, grid: Grid, (row, column): (usize, usize)) -> Self {
        Self { key, value, place: Some(FieldPlace { grid, row, column }), about: None, id: None }
    }

    /// A field with a label beside it that refers to its id.
    pub fn labelled(key: Key, value: String, id: String) -> Self {
        Self { key, value, place: None, about: None, id: Some(id) }
    }

    /// A text input with a decimal keyboard.
    pub fn html(&self, ctx: &Ctx) -> Html {
        self.html_over(ctx, None)
    }

    /// The same with what stands there while nothing is entered: an estimate or a dash.
    pub fn html_over(&self, ctx: &Ctx, instead: Option<Instead>) -> Html {
        let draft = ctx.state().drafts.get(&self.key);
        let value = draft.map_or_else(|| self.value.clone(), |draft| draft.text.clone());
        let described = draft.map(|_| fault_id(&self.key)).or_else(|| self.about.clone());
        let label = self.id.is_none().then(|| field_name(ctx.texts(), ctx.catalogue(), &self.key));
        let (rough, placeholder) = match instead.filter(|_| value.is_empty()) {
            Some(Instead::Estimate(number)) => ("number rough", Some(number)),
            Some(Instead::Nothing) => ("number missing", Some("–".to_owned())),
            None => ("number", None),
        };
        let class = if draft.is_some() { "number faulty" } else { rough };
        let place = self.place;
        let onkeydown = Callback::from(move |event: KeyboardEvent| move_focus(place, &event));
        html! {
            <TypedInput {class} {placeholder} id={self.id.clone()} {label} {value} take={self.take(ctx)}
                onpaste={self.onpaste(ctx)} {onkeydown} invalid={draft.is_some()} {described}
                at={place.map(|place| (place.row, place.column))} />
        }
    }

    fn take(&self, ctx: &Ctx) -> Callback<String> {
        let (ctx, key) = (ctx.clone(), self.key.clone());
        Callback::from(move |text| ctx.send(Action::Type(key.clone(), text)))
    }

    fn onpaste(&self, ctx: &Ctx) -> Callback<Event> {
        let (ctx, place) = (ctx.clone(), self.place);
        Callback::from(move |event: Event| paste(&ctx, place, &event))
    }
}

/// The id of the field's error in a list of faults.
pub fn fault_id(key: &Key) -> String {
    // no point and no plus, which would have to be written otherwise in a selector
    let name = key.to_string().replace('.', "-").replace('+', "");
    ["fault-", &name].concat()
}

/// Text longer than any number is a block as well, so that it is refused with a reason rather than put in the field.
const LONGEST_TYPED: usize = 200;

fn paste(ctx: &Ctx, place: Option<FieldPlace>, event: &Event) {
    let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let Ok(text) = clipboard.get_data("text/plain") else { return };
    let is_block = text.contains(['\t', '\n', '\r']) || text.len() > LONGEST_TYPED;
    if let Some(place) = place.filter(|_| is_block) {
        event.prevent_default();
        ctx.send(Action::Paste(place.grid, (place.row, place.column), text));
    }
}

/// Enter moves down; Alt with an arrow moves one cell.
fn move_focus(place: Option<FieldPlace>, event: &KeyboardEvent) {
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
    let (row, column) = (row.to_string(), column.to_string());
    let target = ["input[data-row='", &row, "'][data-column='", &column, "']"].concat();
    let found = scope.and_then(|scope| scope.query_selector(&target).ok().flatten());
    if let Some(next) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
