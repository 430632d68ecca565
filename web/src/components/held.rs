//! A part that stands still for a while: what is drawn anew at every move of a slider is then only the rest of the page.
use crate::ctx::Ctx;
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// A part that is not drawn anew while it is held.
pub fn held(ctx: &Ctx, is_held: bool, content: impl Fn(&Ctx) -> Html + 'static) -> Html {
    html! { <Held ctx={ctx.clone()} {is_held} content={Content(Rc::new(content))} /> }
}

#[derive(Clone)]
struct Content(Rc<dyn Fn(&Ctx) -> Html>);

#[derive(Properties)]
struct HeldProps {
    ctx: Ctx,
    is_held: bool,
    content: Content,
}

/// Equal while it is held, so that the page leaves it as it is; else never.
impl PartialEq for HeldProps {
    fn eq(&self, other: &Self) -> bool {
        self.is_held || other.is_held
    }
}

#[component]
fn Held(props: &HeldProps) -> Html {
    (props.content.0)(&props.ctx)
}
