//! A text input that gives its text when it is left. While it is typed in the text is the reader's: the page may be
//! drawn anew meanwhile and leaves it alone.
use crate::dom;
use web_sys::{Event, FocusEvent, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{AttrValue, Callback, Html, NodeRef, Properties, TargetCast, component, html, use_mut_ref, use_node_ref};

/// What stands in the input, what it is called, and who takes its text.
#[derive(Clone, PartialEq, Properties)]
pub struct TypedInputProps {
    /// What stands there while nobody types.
    pub value: String,
    /// Gets the text when the field is left or Enter is pressed.
    pub take: Callback<String>,
    /// Whether the text that stands there is a number, with the keyboard for one.
    #[prop_or(true)]
    pub number: bool,
    /// Its classes.
    #[prop_or("number".into())]
    pub class: AttrValue,
    /// Its id.
    #[prop_or_default]
    pub id: Option<String>,
    /// Its name, where no label refers to it.
    #[prop_or_default]
    pub label: Option<String>,
    /// What stands there while it is empty.
    #[prop_or_default]
    pub placeholder: Option<String>,
    /// Whether its text could not be read.
    #[prop_or_default]
    pub invalid: bool,
    /// The id of what is said about it.
    #[prop_or_default]
    pub described: Option<String>,
    /// Row and column in a table, from 0.
    #[prop_or_default]
    pub at: Option<(usize, usize)>,
    /// The most characters.
    #[prop_or_default]
    pub maxlength: Option<&'static str>,
    /// Hears what is pasted.
    #[prop_or_default]
    pub onpaste: Callback<Event>,
    /// Hears the keys.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// Hears that it is left, after its text was given.
    #[prop_or_default]
    pub onblur: Callback<FocusEvent>,
}

/// The input.
#[component]
pub fn TypedInput(props: &TypedInputProps) -> Html {
    let (typing, node) = (use_mut_ref(|| false), use_node_ref());
    let value = if *typing.borrow() { typed(&node) } else { None }.unwrap_or_else(|| props.value.clone());
    let set = |is: bool| {
        let typing = typing.clone();
        move || *typing.borrow_mut() = is
    };
    let (begin, end, left) = (set(true), set(false), set(false));
    let oninput = Callback::from(move |_: InputEvent| begin());
    let take = props.take.clone();
    let onchange = Callback::from(move |event: Event| {
        end();
        take.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let heard = props.onblur.clone();
    // a text that was typed back to what it was is no change
    let onblur = Callback::from(move |event: FocusEvent| {
        left();
        heard.emit(event);
    });
    html! {
        <input type="text" ref={node} inputmode={props.number.then_some("decimal")} autocomplete="off" spellcheck="false"
            class={props.class.clone()} id={props.id.clone()} aria-label={props.label.clone()} {value}
            placeholder={props.placeholder.clone()} maxlength={props.maxlength} {oninput} {onchange} {onblur}
            onpaste={props.onpaste.clone()} onkeydown={props.onkeydown.clone()}
            aria-invalid={props.invalid.then_some("true")} aria-describedby={props.described.clone()}
            data-row={props.at.map(|at| at.0.to_string())} data-column={props.at.map(|at| at.1.to_string())} />
    }
}

/// What stands in the input, as long as the focus is in it: elsewhere the browser may take a typed text back by itself.
fn typed(node: &NodeRef) -> Option<String> {
    let input = node.cast::<HtmlInputElement>()?;
    let is_in = dom::document()?.active_element().is_some_and(|active| active == **input);
    is_in.then(|| input.value())
}
