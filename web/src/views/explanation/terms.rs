//! The first level: a figure as its terms with the signs between them, each a button. Amounts of money are rounded so that
//! they add up as they are shown.
use super::{
    Seen,
    words::{is_money, short},
};
use crate::{
    components::parts::{el, element, say, text},
    ctx::Ctx,
    present::amount::{exact, number, plain},
    text::Texts,
};
use exchange::number::Sign as NumberSign;
use model::{
    quantity::{Quantity, Unit},
    trace::Node,
};
use report::{
    explain::{Parts, Sign, parts_of, sign},
    rounded::{self, to_decimals},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent, UseStateHandle, html};

/// More terms of a sum than this are not told apart at first.
pub const MOST: usize = 5;

/// One term, or several together.
pub struct ShownTerm<'a> {
    /// What it is; several together where it has more.
    pub nodes: Vec<&'a Rc<Node>>,
    /// The sign before it.
    sign: &'static str,
    /// The number, without the sign.
    pub number: String,
    /// What it is called.
    name: String,
}

/// The terms of a figure, and the figure as they make it.
pub struct Terms<'a> {
    /// In the order of reading.
    pub terms: Vec<ShownTerm<'a>>,
    /// What the terms come to, as shown.
    pub total: String,
    kind: &'static str,
}

impl<'a> Terms<'a> {
    /// The terms of the figure.
    pub fn of(ctx: &Ctx, node: &'a Rc<Node>) -> Self {
        let t = ctx.texts();
        let inputs = node.how.inputs();
        let name = |of: &Rc<Node>| short(ctx, &of.term);
        let one = |at: usize, sign: &'static str| {
            let of = inputs.get(at).copied();
            of.map(|of| ShownTerm { nodes: vec![of], sign, number: exact(t, of.value), name: name(of) })
        };
        let (kind, terms): (_, Vec<ShownTerm<'a>>) = match sign(node) {
            None => ("leaf", Vec::new()),
            Some(Sign::Plus) => return Self::added(ctx, node),
            Some(Sign::Minus) => return Self::taken(ctx, node),
            Some(Sign::Times) => ("times", one(0, "").into_iter().chain(one(1, "×")).collect()),
            Some(Sign::By) => ("by", one(0, "").into_iter().chain(one(1, "÷")).collect()),
            Some(Sign::TwelveMonths) => ("twelve", one(0, "12 ×").into_iter().collect()),
            Some(Sign::SquareRoot) => ("root", one(0, "√").into_iter().collect()),
            Some(Sign::ToOre(_)) => ("ore", one(0, "").into_iter().collect()),
            Some(Sign::Statistic(_) | Sign::Independent) => {
                let name = t.why_values().to_owned();
                ("many", vec![ShownTerm { number: inputs.len().to_string(), nodes: inputs, sign: "", name }])
            }
        };
        Self { terms, total: exact(t, node.value), kind }
    }

    fn added(ctx: &Ctx, node: &'a Rc<Node>) -> Self {
        let t = ctx.texts();
        let inputs = node.how.inputs();
        let Parts { largest, others } = parts_of(&inputs, MOST);
        let name = |of: &Rc<Node>| short(ctx, &of.term);
        let mut named: Vec<(Vec<&'a Rc<Node>>, String)> = largest.into_iter().map(|of| (vec![of], name(of))).collect();
        if !others.is_empty() {
            named.push((others.clone(), t.why_others(&others.len().to_string())));
        }
        Self::signed(t, node, "plus", named)
    }

    fn taken(ctx: &Ctx, node: &'a Rc<Node>) -> Self {
        let named = node.how.inputs().into_iter().map(|of| (vec![of], short(ctx, &of.term)));
        Self::signed(ctx.texts(), node, "minus", named.collect())
    }

    /// Terms that are added, or taken from the first.
    fn signed(t: Texts, node: &'a Rc<Node>, kind: &'static str, named: Vec<(Vec<&'a Rc<Node>>, String)>) -> Self {
        let value = |of: &[&Rc<Node>]| of.iter().map(|one| one.value.value).sum::<Decimal>();
        let turn = |at: usize, value: Decimal| if kind == "minus" && at > 0 { -value } else { value };
        let values: Vec<Decimal> = named.iter().enumerate().map(|(at, (of, _))| turn(at, value(of))).collect();
        let unit = node.value.unit;
        let decimals = decimals(unit, node.value.value);
        let (values, total) = match decimals {
            Some(decimals) => {
                let total = to_decimals(node.value.value, decimals);
                let said = t.unit_kr(&number(t.lang, total, decimals, NumberSign::Auto));
                (rounded::parts_of(&values, total, decimals), said)
            }
            None => (values, exact(t, node.value)),
        };
        let show = |value: Decimal| match decimals {
            Some(decimals) => number(t.lang, value.abs(), decimals, NumberSign::Auto),
            None if unit == Unit::Share => exact(t, Quantity { value: value.abs(), unit }),
            None => plain(t.lang, value.abs()),
        };
        let terms = named.into_iter().zip(values).enumerate().map(|(at, ((nodes, name), value))| {
            let is_less = value < Decimal::ZERO || kind == "minus" && at > 0 && value.is_zero();
            let sign = match (at, is_less) {
                (_, true) => "\u{2212}",
                (0, false) => "",
                (_, false) => "+",
            };
            ShownTerm { nodes, sign, number: show(value), name }
        });
        Self { terms: terms.collect(), total, kind }
    }

    /// The first term that was made of others, with its number as shown.
    pub fn first_made(&self) -> Option<(usize, &str)> {
        let at = self.terms.iter().position(|term| term.nodes.iter().any(|node| sign(node).is_some()))?;
        Some((at, &self.terms.get(at)?.number))
    }

    /// The terms and what they come to. A term that is pressed is opened below, one at a time.
    pub fn html(&self, node: &Node, seen: &UseStateHandle<Seen>) -> Html {
        let terms = self.terms.iter().enumerate().map(|(at, term)| {
            let open = **seen == Seen::Term(at);
            let seen = seen.clone();
            let press = Callback::from(move |_: MouseEvent| seen.set(if open { Seen::Terms } else { Seen::Term(at) }));
            let label = [&*term.number, " ", &*term.name].concat();
            html! {
                <li>
                    <span class="sign">{ term.sign }</span>
                    <span class="term-box">
                        <button type="button" class="term" aria-expanded={open.to_string()} aria-controls="why-below"
                            aria-label={label} onclick={press}>{ &term.number }</button>
                        <span class="term-name" aria-hidden="true">{ &term.name }</span>
                    </span>
                </li>
            }
        });
        let mut terms: Vec<Html> = terms.collect();
        let equals = if terms.is_empty() { "" } else { "=" };
        let total = vec![
            el("span", &[("class", "sign")], vec![text(equals)]),
            el("strong", &[], vec![say(self.total.clone())]),
        ];
        terms.push(el("li", &[("class", "why-total")], total));
        let terms = el("ol", &[("class", "why-terms")], terms);
        let value = node.value.value.normalize().to_string();
        let changing = vec![("data-why-value", value.into()), ("data-sign", self.kind.into())];
        element("div", &[("class", "why-root")], changing, vec![terms])
    }
}

/// With how many decimals terms that are added are shown: whole kronor, öre where that says little; none for what is not
/// money, which is not rounded.
fn decimals(unit: Unit, total: Decimal) -> Option<u32> {
    is_money(unit).then_some(if total.abs() < Decimal::TEN { 2 } else { 0 })
}
