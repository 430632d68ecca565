//! A dialog over the page, as long as there is something in it. Knows nothing of what that is.
use crate::dialogs;
use web_sys::{Event, HtmlDialogElement};
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

/// The dialog's properties.
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Its class.
    pub class: &'static str,
    /// The id of its heading.
    pub heading: &'static str,
    /// Whether there is something in it: it opens and closes with it.
    pub open: bool,
    /// Told when the user has closed it (button, Escape, Back): its content is to go.
    pub closed: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// A modal dialog of the page's one stack.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            let element = dialog.cast::<HtmlDialogElement>().filter(|_| *open);
            if let Some(element) = &element {
                dialogs::open(element);
            }
            move || {
                if let Some(element) = &element {
                    dialogs::close(element);
                }
            }
        });
    }
    let onclose = {
        let (dialog, closed) = (dialog.clone(), props.closed.clone());
        Callback::from(move |_: Event| {
            // a late close of what was shown before does not end what is shown now
            if !dialog.cast::<HtmlDialogElement>().is_some_and(|element| element.open()) {
                closed.emit(());
            }
        })
    };
    html! {
        <dialog ref={dialog} class={props.class} aria-labelledby={props.heading} {onclose}>{ props.children.clone() }</dialog>
    }
}
