//! A part that a phone shows in one line until it is asked for, and every other window as it is. Knows no view.
use yew::{Callback, Html, MouseEvent, Properties, classes, component, html, use_state};

/// The line, what opens it, and the part.
#[derive(Clone, PartialEq, Properties)]
pub struct PhoneFoldProps {
    /// What the part comes to.
    pub summary: String,
    /// What the button is called.
    pub change: &'static str,
    /// The part.
    pub children: Html,
}

/// The part.
#[component]
pub fn PhoneFold(props: &PhoneFoldProps) -> Html {
    let open = use_state(|| false);
    let press = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class={classes!("phone-fold", open.then_some("open"))}>
            <p class="phone">
                <strong>{ &props.summary }</strong>
                <button type="button" class="plain" aria-expanded={open.to_string()} onclick={press}>{ props.change }</button>
            </p>
            <div class="phone-folded">{ props.children.clone() }</div>
        </div>
    }
}
