//! An explanation in two levels: a figure as its terms, then how each of them came to be. Reads the calculation's own
//! structure; the first level looks no further than the figure's own terms.
mod sources;
mod steps;
mod terms;
mod tree;
mod words;

use crate::{
    components::{
        icon::Icon,
        parts::{all, button, el, say, space, text},
    },
    ctx::Ctx,
    present::{amount::exact, term::term},
    state::View,
    text::Lang,
};
use gloo_timers::callback::Timeout;
use model::trace::Node;
use report::explain::{UsedTable, citations, joined, sign};
use sources::{Foot, foot, rests_on_examples};
use std::rc::Rc;
use steps::opened;
use terms::Terms;
use words::how;
use yew::{Callback, Html, MouseEvent, Properties, UseStateHandle, component, html, use_effect_with, use_state};

/// What is seen of the explanation under its first level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Nothing more.
    Terms,
    /// How a term came to be, by its place among the terms.
    Term(usize),
    /// Every step without rounding.
    All,
}

/// The content of the dialog.
pub fn explanation(ctx: &Ctx, node: &Rc<Node>, close: Callback<MouseEvent>) -> Html {
    html! { <Explanation ctx={ctx.clone()} node={Rc::clone(node)} {close} lang={ctx.texts().lang} /> }
}

#[derive(Properties)]
struct ExplanationProps {
    ctx: Ctx,
    node: Rc<Node>,
    close: Callback<MouseEvent>,
    lang: Lang,
}

/// The figure is what it is, whatever else the page does meanwhile.
impl PartialEq for ExplanationProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.node, &other.node) && self.lang == other.lang
    }
}

#[component]
fn Explanation(props: &ExplanationProps) -> Html {
    let (ctx, node) = (&props.ctx, &props.node);
    let t = ctx.texts();
    let seen = use_state(|| Seen::Terms);
    // found once the first level is drawn: the tree of a region has far more figures than are seen
    let used = use_state(|| None::<Rc<Vec<UsedTable>>>);
    {
        let (used, node) = (used.clone(), Rc::clone(node));
        use_effect_with(Rc::as_ptr(&node), move |_| {
            let find = Timeout::new(0, move || used.set(Some(Rc::new(joined(&citations(&node))))));
            move || drop(find)
        });
    }
    let terms = Terms::of(ctx, node);
    let badge = used.as_ref().filter(|used| rests_on_examples(used)).map(|_| {
        let examples = [("class", "badge"), ("title", t.badge_illustrative_about())];
        all(vec![space(), el("span", &examples, vec![text(t.badge_illustrative())])])
    });
    let heading = el("h2", &[("id", "why-title")], vec![text(t.why_title())]);
    let close = html! {
        <button type="button" class="icon" aria-label={t.close()} title={t.close()} onclick={props.close.clone()}>
            { Icon::Close.html() }
        </button>
    };
    let name = term(t, ctx.catalogue(), &node.term);
    let sentence = say(t.why_sentence(&name, &exact(t, node.value), &how(ctx, node)));
    let is_leaf = sign(node).is_none();
    let below = match *seen {
        // there is nothing more to it than where it comes from
        Seen::Terms if is_leaf => tree::tree(ctx, node),
        Seen::Terms => Html::default(),
        Seen::Term(at) => opened(ctx, node, &terms, at),
        Seen::All => tree::tree(ctx, node),
    };
    let level = if *seen == Seen::Terms && !is_leaf { 1 } else { 2 };
    all(vec![
        el("header", &[("class", "why-head")], vec![heading, badge.unwrap_or_default(), close]),
        terms.html(node, &seen),
        el("p", &[("class", "why-sentence")], vec![sentence]),
        acts(ctx, node, &terms, &seen),
        el("div", &[("id", "why-below")], vec![below]),
        paid_by(ctx),
        foot(ctx, &Foot { node, used: used.as_ref(), level }),
    ])
}

/// What opens more.
fn acts(ctx: &Ctx, node: &Rc<Node>, terms: &Terms<'_>, seen: &UseStateHandle<Seen>) -> Html {
    let t = ctx.texts();
    if sign(node).is_none() {
        return Html::default();
    }
    let to = |next: Seen| {
        let seen = seen.clone();
        Callback::from(move |_: MouseEvent| seen.set(next))
    };
    let first = terms.first_made().filter(|_| **seen == Seen::Terms);
    let first = first.map(|(at, shown)| button("", say(t.why_how_becomes(shown)), to(Seen::Term(at))));
    let hint = el("span", &[("class", "about")], vec![text(t.why_press())]);
    let (words, next) = match **seen {
        Seen::All => (t.why_collapse(), Seen::Terms),
        _ => (t.why_expand_all(), Seen::All),
    };
    let every = button("plain why-all", text(words), to(next));
    el("div", &[("class", "why-acts")], vec![first.unwrap_or_default(), hint, every])
}

/// Whose tables the region that is looked at is paid by, where they are another region's.
fn paid_by(ctx: &Ctx) -> Html {
    let known = ctx.state().tools.region.known.as_ref().filter(|_| ctx.state().view == View::Region);
    let words = known.and_then(|known| known.facts.paid_by.as_ref()).map(|words| ctx.texts().name(words));
    words.map_or_else(Html::default, |words| el("p", &[("class", "about")], vec![say(words.to_string())]))
}
