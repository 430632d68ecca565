//! The whole tree of a figure, every step in full and without rounding.
use super::words::{formula, input_words};
use crate::{
    components::parts::{all as all_of, el, say, text},
    ctx::Ctx,
    present::{amount::exact, term::term},
    views::place,
};
use model::trace::{How, Node};
use report::explain::{Origin, origin};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state};

/// The tree.
pub fn tree(ctx: &Ctx, node: &Rc<Node>) -> Html {
    el("ol", &[("class", "why-tree")], vec![whole(ctx, node, &mut Vec::new())])
}

#[derive(Properties)]
struct StepProps {
    ctx: Ctx,
    node: Rc<Node>,
}

impl PartialEq for StepProps {
    fn eq(&self, other: &Self) -> bool {
        self.ctx == other.ctx && Rc::ptr_eq(&self.node, &other.node)
    }
}

/// A figure that is opened by itself, also when every step is asked for; its inputs are drawn when it is.
#[component]
fn Step(props: &StepProps) -> Html {
    let ctx = &props.ctx;
    let own = use_state(|| false);
    let node = &props.node;
    if let Some(origin) = origin(node) {
        return leaf(ctx, node, &origin);
    }
    let open = *own;
    let toggle = Callback::from(move |_: MouseEvent| own.set(!*own));
    let inputs = if open { node.how.inputs().into_iter().map(|input| apart(ctx, input)).collect() } else { Vec::new() };
    step(ctx, node, Some((open, toggle)), inputs)
}

fn apart(ctx: &Ctx, node: &Rc<Node>) -> Html {
    html! { <Step ctx={ctx.clone()} node={Rc::clone(node)} /> }
}

/// A figure that was made of others: name (pressed to open and close, if it can), arithmetic, and what it was made of.
/// `toggle`: whether it is open, and what opens and closes it.
fn step(ctx: &Ctx, node: &Node, toggle: Option<(bool, Callback<MouseEvent>)>, inputs: Vec<Html>) -> Html {
    let t = ctx.texts();
    let name = term(t, ctx.catalogue(), &node.term);
    let head = match toggle {
        None => el("span", &[("class", "step")], vec![say(name)]),
        Some((open, press)) => html! {
            <button type="button" class="step apart" aria-expanded={open.to_string()} onclick={press}>{ name }</button>
        },
    };
    let equation = t.why_equals(&exact(t, node.value), &formula(ctx, node));
    let mut parts = vec![head, el("span", &[("class", "equation")], vec![say(equation)])];
    if matches!(node.how, How::CoOccurrence(..)) {
        parts.push(el("span", &[("class", "assumption")], vec![text(t.why_independent())]));
    }
    if !inputs.is_empty() {
        parts.push(el("ol", &[], inputs));
    }
    el("li", &[], parts)
}

/// More parts than this are a region's practices.
const MOST_WHOLE: usize = 100;

/// The whole tree. A figure that many others share stands in full once; after that it refers back.
fn whole(ctx: &Ctx, node: &Rc<Node>, seen: &mut Vec<*const Node>) -> Html {
    if let Some(origin) = origin(node) {
        return leaf(ctx, node, &origin);
    }
    match seen.binary_search(&Rc::as_ptr(node)) {
        Ok(_) => {
            let above = text(ctx.texts().why_above());
            el("li", &[("class", "leaf"), ("data-above", "true")], line(ctx, node, above))
        }
        Err(at) => {
            seen.insert(at, Rc::as_ptr(node));
            let inputs = node.how.inputs().into_iter();
            let inputs = match node.how {
                // hundreds of practices, each with a tree of its own: opened one by one
                How::Statistic(..) => inputs.map(|input| apart(ctx, input)).collect(),
                How::Sum(ref parts) if parts.len() > MOST_WHOLE => inputs.map(|input| apart(ctx, input)).collect(),
                _ => inputs.map(|input| whole(ctx, input, seen)).collect(),
            };
            step(ctx, node, None, inputs)
        }
    }
}

fn leaf(ctx: &Ctx, node: &Node, origin: &Origin) -> Html {
    let t = ctx.texts();
    let (kind, words) = match origin {
        Origin::Nothing => ("input", text(t.why_nothing())),
        Origin::Input => ("input", text(input_words(ctx, &node.term))),
        Origin::Source(citation) => ("parameter", place::short(ctx, citation)),
        Origin::Edited(original, citation) => {
            let words = say(t.why_edited(&exact(t, *original)));
            ("edited", all_of(vec![words, text(" "), place::short(ctx, citation)]))
        }
    };
    el("li", &[("class", "leaf"), ("data-leaf", kind)], line(ctx, node, words))
}

/// Name, amount and where it comes from.
fn line(ctx: &Ctx, node: &Node, origin: Html) -> Vec<Html> {
    let t = ctx.texts();
    vec![
        el("span", &[("class", "leaf-name")], vec![say(term(t, ctx.catalogue(), &node.term))]),
        el("span", &[("class", "equation")], vec![say(exact(t, node.value))]),
        el("span", &[("class", "origin")], vec![origin]),
    ]
}
