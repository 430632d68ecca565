//! "Varför denna siffra?": one figure with the tree that made it. Reads the calculation's own structure.
use crate::{
    ctx::{Ctx, use_ctx},
    present::{amount::exact, term::term},
    state::Action,
    views::place,
};
use model::trace::Node;
use report::explain::{Origin, Sign, citations, origin, sign};
use std::rc::Rc;
use web_sys::HtmlDialogElement;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_node_ref, use_state};

/// The dialog; shown while the state has a figure to explain.
#[component]
pub fn WhyDialog() -> Html {
    let ctx = use_ctx();
    let dialog = use_node_ref();
    let why = ctx.state().why.clone();
    {
        let dialog = dialog.clone();
        use_effect_with(why.is_some(), move |open| {
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                match (*open, element.open()) {
                    (true, false) => drop(element.show_modal()),
                    (false, true) => element.close(),
                    _ => {}
                }
            }
        });
    }
    html! {
        <dialog ref={dialog} class="why" aria-labelledby="why-title" onclose={ctx.on(Action::Why(None))}>
            if let Some(node) = why {
                <Explanation {node} />
            }
        </dialog>
    }
}

#[derive(Properties, PartialEq)]
struct NodeProps {
    node: Rc<Node>,
}

#[component]
fn Explanation(props: &NodeProps) -> Html {
    let ctx = use_ctx();
    let texts = ctx.texts();
    let all = use_state(|| false);
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let node = &props.node;
    let value = node.value.value.normalize().to_string();
    let sources = citations(node);
    html! {
        <>
            <header class="why-head">
                <h2 id="why-title">{ texts.why_title() }</h2>
                <button type="button" class="plain" onclick={ctx.on(Action::Why(None))}>{ texts.close() }</button>
            </header>
            <p class="why-root" data-why-value={value}>
                <span>{ term(texts, ctx.house(), &node.term) }</span>
                <strong>{ exact(texts, node.value) }</strong>
            </p>
            if sign(node).is_some() {
                <button type="button" class="plain why-all" aria-pressed={all.to_string()} onclick={toggle}>
                    { if *all { texts.why_collapse() } else { texts.why_expand_all() } }
                </button>
            }
            <ol class="why-tree"><Step node={Rc::clone(node)} all={*all} root=true /></ol>
            <h3>{ texts.why_sources() }</h3>
            <ul class="why-sources">
                { for sources.iter().map(|citation| html! { <li>{ place::full(&ctx, citation) }</li> }) }
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct StepProps {
    node: Rc<Node>,
    all: bool,
    #[prop_or_default]
    root: bool,
}

/// One figure of the tree; its inputs are drawn when it is opened.
#[component]
fn Step(props: &StepProps) -> Html {
    let ctx = use_ctx();
    let texts = ctx.texts();
    let own = use_state(|| props.root);
    let node = &props.node;
    let name = term(texts, ctx.house(), &node.term);
    if let Some(origin) = origin(node) {
        return leaf(&ctx, node, &name, &origin);
    }
    let open = *own || props.all;
    let toggle = Callback::from(move |_: MouseEvent| own.set(!*own));
    let equation = texts.why_equals(&exact(texts, node.value), &formula(&ctx, node));
    let words = matches!(node.how, model::trace::How::CoOccurrence(..)).then(|| texts.why_independent());
    html! {
        <li>
            <button type="button" class="step" aria-expanded={open.to_string()} onclick={toggle}>{ name }</button>
            <span class="equation">{ equation }</span>
            if let Some(words) = words { <span class="assumption">{ words }</span> }
            if open {
                <ol>{ for node.how.inputs().into_iter().map(|input| html! {
                    <Step node={Rc::clone(input)} all={props.all} />
                }) }</ol>
            }
        </li>
    }
}

fn leaf(ctx: &Ctx, node: &Node, name: &str, origin: &Origin) -> Html {
    let texts = ctx.texts();
    let (kind, words) = match origin {
        Origin::Input => ("input", html! { texts.why_input() }),
        Origin::Source(citation) => ("parameter", place::short(ctx, citation)),
        Origin::Edited(original, citation) => {
            let words = texts.why_edited(&exact(texts, *original));
            ("edited", html! { <>{ words }{ " " }{ place::short(ctx, citation) }</> })
        }
    };
    html! {
        <li class="leaf" data-leaf={kind}>
            <span class="leaf-name">{ name }</span>
            <span class="equation">{ exact(ctx.texts(), node.value) }</span>
            <span class="origin">{ words }</span>
        </li>
    }
}

/// The arithmetic with this figure's numbers.
fn formula(ctx: &Ctx, node: &Node) -> String {
    let texts = ctx.texts();
    let numbers = || node.how.inputs().into_iter().map(|input| exact(texts, input.value)).collect::<Vec<_>>();
    let joined = |sign: &str| numbers().join(sign);
    match sign(node) {
        Some(Sign::Plus) if node.how.inputs().len() > 5 => texts.why_sum(&node.how.inputs().len().to_string()),
        Some(Sign::Plus) => joined(" + "),
        Some(Sign::Minus) => joined(" \u{2212} "),
        Some(Sign::Times) => joined(" × "),
        Some(Sign::By) => joined(" ÷ "),
        Some(Sign::TwelveMonths) => texts.why_twelve(&joined("")),
        Some(Sign::Independent) => texts.why_parts(&node.how.inputs().len().to_string()),
        None => exact(texts, node.value),
    }
}
