//! An explanation: one figure with the tree that made it. Reads the calculation's own structure.
use super::place;
use crate::{
    components::parts::{all as all_of, button, el, element, list, say, text},
    ctx::Ctx,
    present::{amount::exact, term::term},
    state::View,
    text::Texts,
};
use model::{
    statistic::Statistic,
    term::Term,
    trace::{How, Node, ToOre},
};
use report::explain::{Origin, Sign, citations, origin, sign};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, Properties, UseStateHandle, component, html, use_state};

/// The content of the dialog: the figure, its tree, with every step if they are asked for, and its sources.
pub fn explanation(ctx: &Ctx, node: &Rc<Node>, show_all: &UseStateHandle<bool>, close: Callback<MouseEvent>) -> Html {
    let t = ctx.texts();
    let heading = el("h2", &[("id", "why-title")], vec![text(t.why_title())]);
    let head = el("header", &[("class", "why-head")], vec![heading, button("plain", text(t.close()), close)]);
    let value = node.value.value.normalize().to_string();
    let name = el("span", &[], vec![say(term(t, ctx.catalogue(), &node.term))]);
    let amount = el("strong", &[], vec![say(exact(t, node.value))]);
    let root = element("p", &[("class", "why-root")], vec![("data-why-value", value.into())], vec![name, amount]);
    let toggle = {
        let show_all = show_all.clone();
        let words = if *show_all { t.why_collapse() } else { t.why_expand_all() };
        button("plain why-all", text(words), Callback::from(move |_| show_all.set(!*show_all)))
    };
    let toggle = if sign(node).is_some() { toggle } else { Html::default() };
    let tree = if **show_all {
        whole(ctx, node, &mut Vec::new())
    } else {
        html! { <Step key="one" ctx={ctx.clone()} node={Rc::clone(node)} root=true /> }
    };
    let tree = el("ol", &[("class", "why-tree")], vec![tree]);
    let sources = citations(node);
    let sources = sources.iter().map(|citation| place::full(ctx, citation)).collect::<Vec<_>>();
    let heading = el("h3", &[], vec![text(t.why_sources())]);
    let sources =
        if sources.is_empty() { Html::default() } else { all_of(vec![heading, list("why-sources", sources)]) };
    all_of(vec![head, root, toggle, tree, paid_by(ctx), sources])
}

/// Whose tables the region that is looked at is paid by, where they are another region's.
fn paid_by(ctx: &Ctx) -> Html {
    let known = ctx.state().tools.region.known.as_ref().filter(|_| ctx.state().view == View::Region);
    let words = known.and_then(|known| known.facts.paid_by.as_ref()).map(|words| ctx.texts().name(words));
    words.map_or_else(Html::default, |words| el("p", &[("class", "about")], vec![say(words.to_string())]))
}

#[derive(Properties)]
struct StepProps {
    ctx: Ctx,
    node: Rc<Node>,
    #[prop_or_default]
    root: bool,
    /// Whether it stays folded when every step is asked for.
    #[prop_or_default]
    apart: bool,
}

impl PartialEq for StepProps {
    fn eq(&self, other: &Self) -> bool {
        self.ctx == other.ctx && Rc::ptr_eq(&self.node, &other.node) && self.root == other.root
    }
}

/// One figure of the tree; its inputs are drawn when it is opened.
#[component]
fn Step(props: &StepProps) -> Html {
    let ctx = &props.ctx;
    let own = use_state(|| props.root);
    let node = &props.node;
    if let Some(origin) = origin(node) {
        return leaf(ctx, node, &origin);
    }
    let open = *own;
    let toggle = Callback::from(move |_: MouseEvent| own.set(!*own));
    let inputs = node.how.inputs().into_iter();
    let inputs = inputs.map(|input| html! { <Step ctx={ctx.clone()} node={Rc::clone(input)} apart={props.apart} /> });
    let inputs = if open { inputs.collect() } else { Vec::new() };
    step(ctx, node, Some(Toggle { open, apart: props.apart, press: toggle }), inputs)
}

/// A figure that is opened by itself, also when every step is asked for.
fn apart(ctx: &Ctx, node: &Rc<Node>) -> Html {
    html! { <Step ctx={ctx.clone()} node={Rc::clone(node)} apart=true /> }
}

/// What opens and closes a step.
struct Toggle {
    open: bool,
    apart: bool,
    press: Callback<MouseEvent>,
}

/// A figure that was made of others: name (pressed to open and close, if it can), arithmetic, and what it was made of.
fn step(ctx: &Ctx, node: &Node, toggle: Option<Toggle>, inputs: Vec<Html>) -> Html {
    let t = ctx.texts();
    let name = term(t, ctx.catalogue(), &node.term);
    let head = match toggle {
        None => el("span", &[("class", "step")], vec![say(name)]),
        Some(Toggle { open, apart, press }) => html! {
            <button type="button" class={if apart { "step apart" } else { "step" }} aria-expanded={open.to_string()}
                onclick={press}>{ name }</button>
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

/// Where figures come from that no source has.
fn input_words(ctx: &Ctx, of: &Term) -> &'static str {
    let t = ctx.texts();
    match of {
        Term::Counted(_) => return t.why_counted(),
        Term::FlagUnits(..) => return t.why_flag_units(),
        Term::ExtraFlags(_) => return t.why_extra_flags(),
        Term::FlagPrice(..) | Term::PhaseIn(_) => return t.why_input(),
        _ => {}
    }
    match (ctx.state().view, ctx.state().tools.region.is_synthetic()) {
        (View::Region, true) => t.why_register_synthetic(),
        (View::Region, false) => t.why_register_own(),
        _ => t.why_input(),
    }
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
        Some(Sign::SquareRoot) => ["\u{221a}", &joined("")].concat(),
        Some(Sign::ToOre(ToOre::Down)) => texts.why_ore_down(&joined("")),
        Some(Sign::ToOre(ToOre::Up)) => texts.why_ore_up(&joined("")),
        Some(Sign::Statistic(statistic)) => described(texts, statistic, node.how.inputs().len()),
        Some(Sign::Independent) => texts.why_parts(&node.how.inputs().len().to_string()),
        None => exact(texts, node.value),
    }
}

/// A statistic and how many figures it describes.
fn described(texts: Texts, statistic: Statistic, count: usize) -> String {
    let count = &count.to_string();
    match statistic {
        Statistic::Mean => texts.why_mean(count),
        Statistic::StandardDeviation => texts.why_deviation(count),
        Statistic::Percentile(percent) => texts.why_percentile(&percent.to_string(), count),
        Statistic::ShareAboveZero => texts.why_above_zero(count),
        Statistic::MeanAboveZero => texts.why_mean_above(count),
        Statistic::MeanBelowZero => texts.why_mean_below(count),
        Statistic::HalfDistance => texts.why_half_distance(count),
    }
}
