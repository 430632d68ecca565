//! A button with a list of acts or choices that opens under it: by mouse, by keyboard, and closed by Escape or when the
//! focus leaves it. Knows nothing of what is chosen.
use crate::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_node_ref, use_state};

/// One row of the list.
#[derive(Clone, PartialEq)]
pub enum Entry {
    /// Something that is done.
    Act(Html, Callback<()>),
    /// One of several that exclude each other, and whether it is the chosen one.
    Choice(Html, bool, Callback<()>),
    /// Something that is on or off.
    Switch(Html, bool, Callback<()>),
    /// Between two kinds of rows.
    Line,
}

/// The menu's properties.
#[derive(PartialEq, Properties)]
pub struct MenuProps {
    /// What the button and its list are called.
    pub label: AttrValue,
    /// The button's class.
    #[prop_or_default]
    pub class: &'static str,
    /// What stands on the button.
    pub face: Html,
    /// The rows.
    pub entries: Vec<Entry>,
}

/// The button with its list.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let whole = use_node_ref();
    {
        let whole = whole.clone();
        use_effect_with(*open, move |open| {
            if let Some(whole) = whole.cast::<Element>().filter(|_| *open) {
                let chosen =
                    rows(&whole).into_iter().find(|row| row.get_attribute("aria-checked").as_deref() == Some("true"));
                let _ = chosen.or_else(|| rows(&whole).into_iter().next()).map(|row| row.focus());
            }
        });
    }
    let shut = {
        let (open, whole) = (open.clone(), whole.clone());
        move || {
            open.set(false);
            let button = whole.cast::<Element>().and_then(|whole| whole.query_selector("button").ok().flatten());
            let _ = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()).map(|button| button.focus());
        }
    };
    let onkeydown = {
        let (open, whole, shut) = (open.clone(), whole.clone(), shut.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(whole) = whole.cast::<Element>() else { return };
            match (event.key().as_str(), *open) {
                ("Escape", true) => shut(),
                ("ArrowDown" | "ArrowUp", false) => open.set(true),
                (key @ ("ArrowDown" | "ArrowUp" | "Home" | "End"), true) => step(&whole, key),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusout = {
        let (open, whole) = (open.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            if !whole.cast::<Node>().is_some_and(|whole| whole.contains(to.as_ref())) {
                open.set(false);
            }
        })
    };
    let press = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let list = open.then(|| {
        html! {
            <div class="menu-list" role="menu" aria-label={props.label.clone()}>
                { for props.entries.iter().map(|entry| row(entry, &shut)) }
            </div>
        }
    });
    html! {
        <div class="menu" ref={whole} {onkeydown} {onfocusout}>
            <button type="button" class={props.class} aria-haspopup="menu" aria-expanded={open.to_string()}
                aria-label={props.label.clone()} title={props.label.clone()} onclick={press}>{ props.face.clone() }</button>
            // always there: the button would be made anew by a child more, and lose the focus
            <div>{ list }</div>
        </div>
    }
}

fn row(entry: &Entry, shut: &(impl Fn() + Clone + 'static)) -> Html {
    let (role, checked, face, act) = match entry {
        Entry::Line => return html! { <hr /> },
        Entry::Act(face, act) => ("menuitem", None, face, act),
        Entry::Choice(face, chosen, act) => ("menuitemradio", Some(chosen.to_string()), face, act),
        Entry::Switch(face, on, act) => ("menuitemcheckbox", Some(on.to_string()), face, act),
    };
    let (shut, act) = (shut.clone(), act.clone());
    let press = Callback::from(move |_: MouseEvent| {
        shut();
        act.emit(());
    });
    html! {
        <button type="button" {role} tabindex="-1" aria-checked={checked} onclick={press}>{ face.clone() }</button>
    }
}

fn rows(whole: &Element) -> Vec<HtmlElement> {
    let Ok(found) = whole.query_selector_all("[role^=menuitem]") else { return Vec::new() };
    let rows = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    // a row that there is no need for in a wide window is not drawn
    rows.filter(|row| row.offset_parent().is_some()).collect()
}

/// The focus to the next row, the one before, the first or the last; round and round.
fn step(whole: &Element, key: &str) {
    let rows = rows(whole);
    let active = dom::document().and_then(|document| document.active_element());
    let here = rows.iter().position(|row| Some(row.unchecked_ref::<Element>()) == active.as_ref());
    let last = rows.len().saturating_sub(1);
    let to = match (key, here) {
        ("Home", _) | ("ArrowDown", None) => 0,
        ("End", _) | ("ArrowUp", None | Some(0)) => last,
        ("ArrowDown", Some(here)) if here == last => 0,
        ("ArrowDown", Some(here)) => here.saturating_add(1),
        (_, Some(here)) => here.saturating_sub(1),
        (_, None) => 0,
    };
    let _ = rows.get(to).map(|row| row.focus());
}
