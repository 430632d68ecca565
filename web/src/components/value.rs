//! A figure that can be asked why it is what it is.
use crate::{
    ctx::use_ctx,
    present::amount::{Show, amount},
    state::Action,
};
use model::trace::Node;
use std::rc::Rc;
use yew::{Classes, Html, Properties, classes, component, html};

/// A figure and how it is shown.
#[derive(Properties, PartialEq)]
pub struct ValueProps {
    /// The figure with its explanation.
    pub node: Rc<Node>,
    /// How it is shown.
    pub show: Show,
    /// Whether a gain has a plus.
    #[prop_or_default]
    pub signed: bool,
    /// Whether another figure has taken its place.
    #[prop_or_default]
    pub superseded: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button with the figure; it opens the explanation.
#[component]
pub fn Value(props: &ValueProps) -> Html {
    let ctx = use_ctx();
    let texts = ctx.texts();
    let shown = amount(texts, props.node.value, props.show, props.signed);
    let exact = props.node.value.value.normalize().to_string();
    let content = if props.superseded {
        html! { <s>{ &shown }</s> }
    } else {
        html! { &shown }
    };
    html! {
        <button type="button" class={classes!("value", props.class.clone())} data-value={exact}
            aria-haspopup="dialog" aria-label={texts.why_button(&shown)}
            onclick={ctx.on(Action::Why(Some(Rc::clone(&props.node))))}>
            { content }
        </button>
    }
}
