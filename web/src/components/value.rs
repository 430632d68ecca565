//! A figure that can be asked why it is what it is.
use crate::{
    ctx::Ctx,
    lazy,
    present::amount::{Show, amount},
    state::Action,
};
use model::trace::Node;
use std::rc::Rc;
use yew::{Html, html};

/// How a figure looks beside others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ValueLook {
    /// Whether a gain has a plus.
    pub signed: bool,
    /// Whether another figure has taken its place.
    pub superseded: bool,
    /// Whether it is the figure that counts.
    pub big: bool,
}

/// A button with the figure; it opens the explanation.
pub fn value(ctx: &Ctx, node: &Rc<Node>, show: Show) -> Html {
    value_as(ctx, node, show, ValueLook::default())
}

/// A difference: a gain has a plus.
pub fn difference(ctx: &Ctx, node: &Rc<Node>, show: Show) -> Html {
    value_as(ctx, node, show, ValueLook { signed: true, ..ValueLook::default() })
}

/// A button with a figure that is said in words of its own: rounded with others to a shown sum, or beside its name. Where
/// others see it and it may not leave the page as it is, it is the figure as it may.
pub fn value_saying(ctx: &Ctx, own: &Rc<Node>, class: &'static str, label: String, face: Html) -> Html {
    match lazy::told(ctx, own) {
        Ok((node, _)) if Rc::ptr_eq(&node, own) || node == *own => {
            let exact = node.value.value.normalize().to_string();
            html! {
                <button type="button" {class} data-value={exact} aria-haspopup="dialog" aria-label={label}
                    onclick={ctx.on(Action::Why(Some(node)))}>{ face }</button>
            }
        }
        Ok(_) => value(ctx, own, Show::Kronor),
        Err(words) => Html::from(words),
    }
}

/// A button with the figure, in a look of its own. Where others see it, it is the figure as it
/// may leave the page.
pub fn value_as(ctx: &Ctx, node: &Rc<Node>, show: Show, look: ValueLook) -> Html {
    let texts = ctx.texts();
    let (node, mark) = match lazy::told(ctx, node) {
        Ok(told) => told,
        Err(words) => return Html::from(words),
    };
    let shown = amount(texts, node.value, show, look.signed);
    let exact = node.value.value.normalize().to_string();
    let label = texts.why_button(&shown);
    let content = if look.superseded {
        html! { <s>{ shown }</s> }
    } else {
        Html::from(shown)
    };
    let button = html! {
        <button type="button" class={if look.big { "value big" } else { "value" }} data-value={exact}
            aria-haspopup="dialog" aria-label={label} onclick={ctx.on(Action::Why(Some(node)))}>
            { content }
        </button>
    };
    if mark.is_empty() { button } else { [button, Html::from(" "), Html::from(mark)].into_iter().collect() }
}
