//! A part that can be unfolded, and is made only while it is: what is folded costs nothing when the page is drawn anew.
use crate::ctx::Ctx;
use std::rc::Rc;
use web_sys::HtmlDetailsElement;
use yew::{Callback, Event, Html, Properties, TargetCast, component, html, use_state};

/// A part that is made by a function when it is unfolded, and at every drawing after that.
pub fn lazy_details(ctx: &Ctx, class: &'static str, summary: String, content: impl Fn(&Ctx) -> Html + 'static) -> Html {
    html! { <Details ctx={ctx.clone()} {class} {summary} content={LazyContent(Rc::new(content))} /> }
}

#[derive(Clone)]
struct LazyContent(Rc<dyn Fn(&Ctx) -> Html>);

/// What it makes may differ at every drawing.
impl PartialEq for LazyContent {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[derive(PartialEq, Properties)]
struct DetailsProps {
    ctx: Ctx,
    class: &'static str,
    summary: String,
    content: LazyContent,
}

#[component]
fn Details(props: &DetailsProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            open.set(details.open());
        })
    };
    let content = if *open { (props.content.0)(&props.ctx) } else { Html::default() };
    html! { <details class={props.class} {ontoggle}><summary>{ &props.summary }</summary>{ content }</details> }
}
