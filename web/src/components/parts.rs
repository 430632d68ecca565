//! The page's building blocks without behaviour: elements, texts, sections, table cells. One function instead of a
//! macro's own code at each place keeps the first load small.
use yew::{AttrValue, Callback, Html, MouseEvent, html, virtual_dom::VTag};

/// Attributes known when the page is built.
type Fixed<'a> = &'a [(&'static str, &'static str)];

/// An element with fixed attributes.
pub fn el(tag: &'static str, attributes: Fixed<'_>, children: Vec<Html>) -> Html {
    element(tag, attributes, Vec::new(), children)
}

/// An element with attributes that depend on the state.
#[inline(never)]
pub fn element(
    tag: &'static str,
    fixed: Fixed<'_>,
    changing: Vec<(&'static str, AttrValue)>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in fixed {
        element.add_attribute(name, AttrValue::Static(value));
    }
    for (name, value) in changing {
        element.add_attribute(name, value);
    }
    element.add_children(children);
    element.into()
}

/// Parts one after another.
#[inline(never)]
pub fn all(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

/// A part before others.
#[inline(never)]
pub fn before(first: Html, mut others: Vec<Html>) -> Vec<Html> {
    others.insert(0, first);
    others
}

/// A fixed text.
#[inline(never)]
pub fn text(words: &'static str) -> Html {
    Html::from(words)
}

/// A text made for the occasion.
#[inline(never)]
pub fn say(words: String) -> Html {
    Html::from(words)
}

/// A space between two parts of a line.
pub fn space() -> Html {
    text(" ")
}

/// A paragraph of fixed text.
pub fn paragraph(class: &'static str, words: &'static str) -> Html {
    el("p", &[("class", class)], vec![text(words)])
}

/// The heading of a view.
pub fn title(parts: Vec<Html>) -> Html {
    el("h1", &[], parts)
}

/// A section named by its heading.
#[inline(never)]
pub fn section(id: &'static str, heading: Vec<Html>, content: Vec<Html>) -> Html {
    let heading = el("h2", &[("id", id), ("tabindex", "-1")], heading);
    el("section", &[("aria-labelledby", id)], before(heading, content))
}

/// Two columns that become one where there is no room.
pub fn two_columns(parts: Vec<Html>) -> Html {
    el("div", &[("class", "two-columns")], parts)
}

/// A heading of a column.
pub fn column(words: &'static str) -> Html {
    el("th", &[("scope", "col")], vec![text(words)])
}

/// The heading of a row.
pub fn row_name(words: String) -> Html {
    el("th", &[("scope", "row")], vec![say(words)])
}

/// A cell.
pub fn cell(content: Html) -> Html {
    el("td", &[], vec![content])
}

/// A cell with running text.
pub fn words(content: Vec<Html>) -> Html {
    el("td", &[("class", "words")], content)
}

/// A row.
pub fn row(cells: Vec<Html>) -> Html {
    el("tr", &[], cells)
}

/// A table with one row of headings, in a frame that scrolls by itself and can be reached by keyboard.
#[inline(never)]
pub fn table(name: AttrValue, class: &'static str, headings: Vec<Html>, rows: Vec<Html>) -> Html {
    let head = el("thead", &[], vec![row(headings)]);
    let table = el("table", &[("class", class), ("data-grid", "true")], vec![head, el("tbody", &[], rows)]);
    scroll(name, table)
}

/// A frame that scrolls by itself.
pub fn scroll(name: AttrValue, content: Html) -> Html {
    let fixed = [("class", "scroll"), ("role", "group"), ("tabindex", "0")];
    element("div", &fixed, vec![("aria-label", name)], vec![content])
}

/// A part that can be unfolded.
pub fn folded(class: &'static str, summary: String, content: Html) -> Html {
    el("details", &[("class", class)], vec![el("summary", &[], vec![say(summary)]), content])
}

/// A list.
pub fn list(class: &'static str, items: Vec<Html>) -> Html {
    let items = items.into_iter().map(|item| el("li", &[], vec![item])).collect();
    el("ul", &[("class", class)], items)
}

/// A button; `plain` as class makes it look like a link.
#[inline(never)]
pub fn button(class: &'static str, label: Html, press: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} onclick={press}>{ label }</button> }
}

/// A label over a field that it refers to by id, with more about it below.
#[inline(never)]
pub fn labelled(id: String, label: &'static str, field: Vec<Html>) -> Html {
    let label = element("label", &[], vec![("for", id.into())], vec![text(label)]);
    el("div", &[("class", "labelled")], before(label, field))
}
