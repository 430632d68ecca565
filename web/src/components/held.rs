//! A part that stands still: what is drawn anew at every move of a slider is then only the rest of the page.
use crate::ctx::Ctx;
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// How long a part stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    /// As long as this is said.
    While(bool),
    /// Until one of these numbers, which tell what it is drawn from, is another.
    Until(Vec<usize>),
}

/// A part that is not drawn anew while it is held.
pub fn held(ctx: &Ctx, hold: Hold, content: impl Fn(&Ctx) -> Html + 'static) -> Html {
    html! { <Held ctx={ctx.clone()} {hold} content={Content(Rc::new(content))} /> }
}

#[derive(Clone)]
struct Content(Rc<dyn Fn(&Ctx) -> Html>);

#[derive(Properties)]
struct HeldProps {
    ctx: Ctx,
    hold: Hold,
    content: Content,
}

/// Equal while it is held, so that the page leaves it as it is.
impl PartialEq for HeldProps {
    fn eq(&self, other: &Self) -> bool {
        match (&self.hold, &other.hold) {
            (Hold::While(one), Hold::While(other)) => *one || *other,
            (one, other) => one == other,
        }
    }
}

#[component]
fn Held(props: &HeldProps) -> Html {
    (props.content.0)(&props.ctx)
}
