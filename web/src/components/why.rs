//! "Varför denna siffra?": one figure with the tree that made it. Reads the calculation's own structure.
use super::parts::{all as all_of, button, el, element, list, say, text};
use crate::{
    ctx::{Ctx, CtxProps},
    present::{amount::exact, term::term},
    state::Action,
    views::place,
};
use model::trace::Node;
use report::explain::{Origin, Sign, citations, origin, sign};
use std::rc::Rc;
use web_sys::HtmlDialogElement;
use yew::{
    Callback, Html, MouseEvent, Properties, UseStateHandle, component, html, use_effect_with, use_node_ref, use_state,
};

/// The dialog; shown while the state has a figure to explain. It is closed by the browser (button, Escape), which then
/// tells the state: one way only, so that a late close cannot end the next explanation.
#[component]
pub fn WhyDialog(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let dialog = use_node_ref();
    let all = use_state(|| false);
    let why = ctx.state().why.clone();
    {
        let (dialog, all) = (dialog.clone(), all.clone());
        use_effect_with(why.clone(), move |why| {
            all.set(false);
            match (dialog.cast::<HtmlDialogElement>(), why) {
                (Some(element), Some(_)) if !element.open() => drop(element.show_modal()),
                _ => {}
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                element.close();
            }
        })
    };
    html! {
        <dialog ref={dialog} class="why" aria-labelledby="why-title" onclose={ctx.on(Action::Why(None))}>
            { why.map(|node| explanation(ctx, &node, &all, close)) }
        </dialog>
    }
}

fn explanation(ctx: &Ctx, node: &Rc<Node>, show_all: &UseStateHandle<bool>, close: Callback<MouseEvent>) -> Html {
    let t = ctx.texts();
    let heading = el("h2", &[("id", "why-title")], vec![text(t.why_title())]);
    let head = el("header", &[("class", "why-head")], vec![heading, button("plain", text(t.close()), close)]);
    let value = node.value.value.normalize().to_string();
    let name = el("span", &[], vec![say(term(t, ctx.house(), &node.term))]);
    let amount = el("strong", &[], vec![say(exact(t, node.value))]);
    let root = element("p", &[("class", "why-root")], vec![("data-why-value", value.into())], vec![name, amount]);
    let toggle = {
        let show_all = show_all.clone();
        let words = if *show_all { t.why_collapse() } else { t.why_expand_all() };
        button("plain why-all", text(words), Callback::from(move |_| show_all.set(!*show_all)))
    };
    let toggle = if sign(node).is_some() { toggle } else { Html::default() };
    let tree = html! {
        <ol class="why-tree"><Step ctx={ctx.clone()} node={Rc::clone(node)} all={**show_all} root=true /></ol>
    };
    let sources = citations(node);
    let sources = sources.iter().map(|citation| place::full(ctx, citation)).collect::<Vec<_>>();
    let heading = el("h3", &[], vec![text(t.why_sources())]);
    let sources =
        if sources.is_empty() { Html::default() } else { all_of(vec![heading, list("why-sources", sources)]) };
    all_of(vec![head, root, toggle, tree, sources])
}

#[derive(Properties, PartialEq)]
struct StepProps {
    ctx: Ctx,
    node: Rc<Node>,
    all: bool,
    #[prop_or_default]
    root: bool,
}

/// One figure of the tree; its inputs are drawn when it is opened.
#[component]
fn Step(props: &StepProps) -> Html {
    let ctx = &props.ctx;
    let texts = ctx.texts();
    let own = use_state(|| props.root);
    let node = &props.node;
    let name = term(texts, ctx.house(), &node.term);
    if let Some(origin) = origin(node) {
        return leaf(ctx, node, &name, &origin);
    }
    let open = *own || props.all;
    let toggle = Callback::from(move |_: MouseEvent| own.set(!*own));
    let equation = texts.why_equals(&exact(texts, node.value), &formula(ctx, node));
    let words = matches!(node.how, model::trace::How::CoOccurrence(..)).then(|| texts.why_independent());
    html! {
        <li>
            <button type="button" class="step" aria-expanded={open.to_string()} onclick={toggle}>{ name }</button>
            <span class="equation">{ equation }</span>
            if let Some(words) = words { <span class="assumption">{ words }</span> }
            if open {
                <ol>{ for node.how.inputs().into_iter().map(|input| html! {
                    <Step ctx={ctx.clone()} node={Rc::clone(input)} all={props.all} />
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
