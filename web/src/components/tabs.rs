//! The tabs of a view: each has an address of its own, so Back and links find it, and the view remembers the last one. Knows
//! nothing of what they show.
use super::parts::element;
use crate::{ctx::Ctx, dom, state::View};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlSelectElement, KeyboardEvent};
use yew::{AttrValue, Callback, Html, TargetCast, html};

/// One tab: the end of its address, and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The end of its address.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// The place of the chosen tab: the last one that was looked at, else the first.
pub fn chosen(ctx: &Ctx, view: View, tabs: &[Tab]) -> usize {
    let slug = ctx.state().tab(view);
    tabs.iter().position(|tab| Some(tab.slug) == slug).unwrap_or_default()
}

/// The row of tabs, on a phone a list to choose from, and what the chosen one shows.
pub fn tabbed(ctx: &Ctx, view: View, (label, tabs): (&'static str, &[Tab]), show: impl FnOnce(usize) -> Html) -> Html {
    let at = chosen(ctx, view, tabs);
    let id = |slug: &str| ["tab-", slug].concat();
    let links = tabs.iter().enumerate().map(|(place, tab)| {
        let selected = place == at;
        let href = [view.hash(), "/", tab.slug].concat();
        html! {
            <a role="tab" id={id(tab.slug)} {href} data-name={tab.name} aria-selected={selected.to_string()}
                aria-controls={selected.then_some("tab-panel")} tabindex={if selected { "0" } else { "-1" }}>{ tab.name }</a>
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| step(&event));
    let options = tabs.iter().enumerate().map(|(place, tab)| {
        html! { <option value={[view.hash(), "/", tab.slug].concat()} selected={place == at}>{ tab.name }</option> }
    });
    let onchange = Callback::from(|event: Event| {
        let chosen: HtmlSelectElement = event.target_unchecked_into();
        dom::go(&chosen.value());
    });
    let labelled: AttrValue = tabs.get(at).map(|tab| id(tab.slug)).unwrap_or_default().into();
    let panel = [("role", "tabpanel"), ("id", "tab-panel"), ("class", "tab-panel")];
    let panel = element("div", &panel, vec![("aria-labelledby", labelled)], vec![show(at)]);
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={label} {onkeydown}>{ for links }</div>
            <select class="tab-list" aria-label={label} {onchange}>{ for options }</select>
            { panel }
        </>
    }
}

/// Arrows, Home and End go to another tab and show it.
fn step(event: &KeyboardEvent) {
    let Some(list) = event.current_target().and_then(|list| list.dyn_into::<web_sys::Element>().ok()) else { return };
    let Ok(found) = list.query_selector_all("[role=tab]") else { return };
    let tabs: Vec<HtmlElement> = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect();
    let active = dom::document().and_then(|document| document.active_element());
    let Some(here) = tabs.iter().position(|tab| Some(tab.unchecked_ref::<web_sys::Element>()) == active.as_ref())
    else {
        return;
    };
    let last = tabs.len().saturating_sub(1);
    let to = match event.key().as_str() {
        "ArrowRight" if here == last => 0,
        "ArrowRight" => here.saturating_add(1),
        "ArrowLeft" => here.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(tab) = tabs.get(to) {
        let _ = tab.focus();
        tab.click();
    }
}
