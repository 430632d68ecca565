//! The second level: how a term came to be, in numbered steps, with the largest parts of each sum; the rest is opened. In
//! öre that add up as they are shown.
use super::{
    terms::{MOST, Terms},
    words::{formula, from, is_money, short},
};
use crate::{
    components::parts::{all, el, element, say, text},
    ctx::Ctx,
    present::{
        amount::{exact, number},
        term::term,
    },
    text::Texts,
    views::place,
};
use exchange::number::Sign as NumberSign;
use model::{
    quantity::{Quantity, Unit},
    trace::{How, Node},
};
use report::explain::{Origin, Parts, Sign, origin, parts_of, sign};
use report::rounded::{self, to_decimals};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_state};

/// Decimals of money.
const ORE: u32 = 2;
/// Decimals under what is multiplied or divided, where öre would not make what they make.
const EXACT: u32 = 6;

/// Money as it is shown.
#[derive(Clone, Copy, PartialEq)]
struct Rounded {
    value: Decimal,
    decimals: u32,
}

impl Rounded {
    /// The figure, if it is money.
    fn of(node: &Node, decimals: u32) -> Option<Self> {
        is_money(node.value.unit).then(|| Self { value: to_decimals(node.value.value, decimals), decimals })
    }

    /// In words; in öre without its unit, which stands in the heading.
    fn words(self, t: Texts, unit: Unit) -> String {
        match self.decimals {
            ORE => number(t.lang, self.value, ORE, NumberSign::Auto),
            _ => exact(t, Quantity { value: self.value, unit }),
        }
    }
}

/// A term of the figure, opened.
pub fn opened(ctx: &Ctx, node: &Rc<Node>, terms: &Terms<'_>, at: usize) -> Html {
    let Some(shown) = terms.terms.get(at) else { return Html::default() };
    match *shown.nodes {
        [one] => of_one(ctx, one, &shown.number),
        ref many => {
            let (t, kind) = (ctx.texts(), kind_of(node));
            let name = term(t, ctx.catalogue(), &node.term);
            let heading =
                if kind == "plus" { t.why_part_of(&name) } else { t.why_heading(&name, &exact(t, node.value)) };
            let nodes: Vec<_> = many.iter().map(|node| Rc::clone(node)).collect();
            let rows = html! { <Rows ctx={ctx.clone()} {nodes} {kind} /> };
            all(vec![el("h3", &[], vec![say(heading)]), el("ol", &[("class", "why-steps")], vec![rows])])
        }
    }
}

/// What stands behind a figure that is once another: the other, which says more.
fn behind(node: &Rc<Node>) -> &Rc<Node> {
    match &node.how {
        How::Product(one, of) if one.value.value == Decimal::ONE && sign(one).is_none() && sign(of).is_some() => of,
        _ => node,
    }
}

/// `told`: its number on the first level.
fn of_one(ctx: &Ctx, node: &Rc<Node>, told: &str) -> Html {
    let t = ctx.texts();
    let node = behind(node);
    let name = term(t, ctx.catalogue(), &node.term);
    let heading = el("h3", &[], vec![say(t.why_heading(&name, &exact(t, node.value)))]);
    let target = Rounded::of(node, ORE);
    if sign(node).is_none() {
        let row = html! { <Row ctx={ctx.clone()} node={Rc::clone(node)} value={shown(ctx, node, target)} /> };
        return all(vec![heading, el("ol", &[("class", "why-steps")], vec![row])]);
    }
    let rows = inputs(ctx, node, target, true);
    let value = shown(ctx, node, target);
    let count = if sign(node) == Some(Sign::Plus) { None } else { Some(node.how.inputs().len().saturating_add(1)) };
    let last = vec![
        el("span", &[("class", "step-number")], vec![say(count.map_or_else(String::new, |count| count.to_string()))]),
        el("strong", &[("class", "step-name")], vec![say(name)]),
        el(
            "span",
            &[("class", "step-how")],
            vec![say(if told == value { String::new() } else { t.why_shown_as(told) })],
        ),
        el("strong", &[("class", "step-value")], vec![say(value)]),
    ];
    let last = element("li", &[("class", "step-total")], vec![("data-sign", kind_of(node).into())], last);
    all(vec![heading, el("ol", &[("class", "why-steps")], vec![rows, last])])
}

/// A value as it is shown: money in öre, so that it adds up with its neighbours, all else exact.
fn shown(ctx: &Ctx, node: &Node, rounded: Option<Rounded>) -> String {
    let t = ctx.texts();
    rounded.map_or_else(|| exact(t, node.value), |rounded| rounded.words(t, node.value.unit))
}

/// How the rows under a figure make it.
fn kind_of(node: &Node) -> &'static str {
    match sign(node) {
        Some(Sign::Plus) => "plus",
        Some(Sign::Minus) => "minus",
        _ => "other",
    }
}

/// The figures that a figure was made of, as rows.
fn inputs(ctx: &Ctx, node: &Rc<Node>, target: Option<Rounded>, numbered: bool) -> Html {
    let kind = kind_of(node);
    let nodes: Vec<_> = node.how.inputs().into_iter().map(Rc::clone).collect();
    html! { <Rows ctx={ctx.clone()} {nodes} {kind} {target} numbered={numbered && kind != "plus"} /> }
}

#[derive(Properties)]
struct RowsProps {
    ctx: Ctx,
    nodes: Vec<Rc<Node>>,
    /// How they make what they make: `plus`, `minus` or other.
    kind: &'static str,
    /// What they make, as it is shown.
    #[prop_or_default]
    target: Option<Rounded>,
    /// Whether they are steps on the way to it.
    #[prop_or_default]
    numbered: bool,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        self.nodes.len() == other.nodes.len()
            && self.nodes.iter().zip(&other.nodes).all(|(one, other)| Rc::ptr_eq(one, other))
    }
}

/// Rows: of many the largest, the others together until they are asked for.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let RowsProps { ctx, nodes, kind, target, numbered } = props;
    let t = ctx.texts();
    let every = use_state(|| false);
    let nodes: Vec<&Rc<Node>> = nodes.iter().collect();
    let (largest, others) = if *kind == "minus" {
        (nodes.clone(), Vec::new())
    } else {
        let Parts { largest, others } = parts_of(&nodes, MOST);
        (largest, others)
    };
    let alone: Vec<&Rc<Node>> = if *every { [largest, others.clone()].concat() } else { largest };
    let together: Decimal = if *every { Decimal::ZERO } else { others.iter().map(|node| node.value.value).sum() };
    let values = values(&alone, together, kind, *target);
    let rows = alone.iter().enumerate().map(|(at, node)| {
        let value = values.as_ref().and_then(|values| values.get(at).copied());
        let number = numbered.then_some(at.saturating_add(1));
        // what is taken from the first is shown with its sign, and made of parts without
        let own =
            value.map(|of| Rounded { value: if *kind == "minus" && at > 0 { -of.value } else { of.value }, ..of });
        let open = *numbered && matches!(node.how, How::Sum(_));
        let taken = Quantity { value: -node.value.value, ..node.value };
        let shown =
            if *kind == "minus" && at > 0 && value.is_none() { exact(t, taken) } else { shown(ctx, node, value) };
        html! {
            <Row ctx={ctx.clone()} node={Rc::clone(node)} value={shown} target={own} {number} {open} />
        }
    });
    let rows: Vec<Html> = rows.collect();
    if others.is_empty() {
        return all(rows);
    }
    let toggle = {
        let every = every.clone();
        Callback::from(move |_: MouseEvent| every.set(!*every))
    };
    let words = if *every { t.why_fewer().to_owned() } else { t.why_every(&nodes.len().to_string()) };
    let value = if *kind == "plus" && !*every {
        let last = values.as_ref().and_then(|values| values.last().copied());
        let unit = others.first().map(|node| node.value.unit);
        let exactly = unit.map(|unit| exact(t, Quantity { value: together, unit })).unwrap_or_default();
        last.zip(unit).map_or(exactly, |(value, unit)| value.words(t, unit))
    } else {
        String::new()
    };
    let name = if *every { String::new() } else { t.why_others(&others.len().to_string()) };
    let rest = html! {
        <li class={if value.is_empty() { "step-rest silent" } else { "step-rest" }}>
            <span class="step-number"></span><span class="step-name">{ name }</span>
            <span class="step-how"><button type="button" class="plain" aria-expanded={every.to_string()} onclick={toggle}>
                { words }</button></span>
            <span class="step-value">{ value }</span>
        </li>
    };
    all(rows.into_iter().chain([rest]).collect())
}

/// What the rows show, in öre that add up to what they make; `None` for what is not added or is not money.
fn values(alone: &[&Rc<Node>], together: Decimal, kind: &str, target: Option<Rounded>) -> Option<Vec<Rounded>> {
    let money = alone.iter().all(|node| is_money(node.value.unit));
    let turn = |at: usize, value: Decimal| if kind == "minus" && at > 0 { -value } else { value };
    let exact = alone.iter().enumerate().map(|(at, node)| turn(at, node.value.value));
    let exact: Vec<Decimal> = exact.chain((!together.is_zero()).then_some(together)).collect();
    if !money || kind == "other" {
        return None;
    }
    let of_all = || Rounded { value: to_decimals(exact.iter().sum(), ORE), decimals: ORE };
    let Rounded { value, decimals } = target.unwrap_or_else(of_all);
    let parts = rounded::parts_of(&exact, value, decimals).into_iter();
    Some(parts.map(|value| Rounded { value, decimals }).collect())
}

#[derive(Properties)]
struct RowProps {
    ctx: Ctx,
    node: Rc<Node>,
    /// What it shows.
    value: AttrValue,
    /// The same as a number, where it is rounded.
    #[prop_or_default]
    target: Option<Rounded>,
    /// Which step it is.
    #[prop_or_default]
    number: Option<usize>,
    /// Whether it is open as it comes.
    #[prop_or_default]
    open: bool,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.node, &other.node) && self.value == other.value && self.number == other.number
    }
}

/// One figure; what it was made of is drawn when it is opened.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { ctx, node, value, target, number, open } = props;
    let t = ctx.texts();
    let open = use_state(|| *open);
    let name = short(ctx, &node.term);
    let origin = origin(node);
    let (name, how) = match &origin {
        Some(origin) => (say(name), from(ctx, node, origin)),
        None => {
            let is_open = *open;
            let press = {
                let open = open.clone();
                Callback::from(move |_: MouseEvent| open.set(!*open))
            };
            let name = html! {
                <button type="button" class="step-open" aria-expanded={is_open.to_string()} onclick={press}>{ name }</button>
            };
            (name, formula(ctx, node))
        }
    };
    let tag = match &origin {
        Some(Origin::Source(citation) | Origin::Edited(_, citation)) => place::tag(t, citation.status),
        _ => Html::default(),
    };
    let number = number.map_or_else(String::new, |number| number.to_string());
    let mut parts = vec![
        el("span", &[("class", "step-number")], vec![say(number)]),
        el("span", &[("class", "step-name")], vec![name]),
        el("span", &[("class", "step-how")], vec![say(how)]),
        el("span", &[("class", "step-value")], vec![Html::from(value)]),
        el("span", &[("class", "step-tag")], vec![tag]),
    ];
    if origin.is_none() && *open {
        if matches!(node.how, How::CoOccurrence(..)) {
            parts.push(el("span", &[("class", "assumption")], vec![text(t.why_independent())]));
        }
        // where its own value is not rounded, neither are its parts to it
        let target = target.or_else(|| Rounded::of(node, EXACT));
        parts.push(el("ol", &[], vec![inputs(ctx, node, target, false)]));
    }
    element("li", &[], vec![("data-sign", kind_of(node).into())], parts)
}
