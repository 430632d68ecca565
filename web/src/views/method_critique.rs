//! "Kritik mot modellen": what can be said against the proposal, with its size where it can be worked out, and a link that
//! sets it up where it is seen. Works out nothing: the sizes are the engine's.
use super::place;
use crate::{
    components::{
        parts::{self, all, column, el, paragraph, row, say, table, text},
        value::value,
    },
    ctx::Ctx,
    present::critique_words::{about, name, none, of_what, seen_in, show, to_try},
    tools::critique::begin,
};
use model::term::Objection;
use report::critique::{Pair, rests_on, size};
use yew::{Callback, Html, MouseEvent, html};

/// What the section holds.
pub fn critique(ctx: &Ctx) -> Vec<Html> {
    let t = ctx.texts();
    let headings = [t.critique_objection(), t.critique_size(), t.critique_rests_on(), t.critique_try()];
    let rows = Objection::ALL.into_iter().map(|one| line(ctx, one)).collect();
    let table = table(t.critique().into(), "critique", headings.map(column).to_vec(), rows);
    vec![paragraph("intro", t.critique_about()), el("div", &[("class", "card")], vec![table])]
}

fn line(ctx: &Ctx, objection: Objection) -> Html {
    let t = ctx.texts();
    let [healthy, ill] = ctx.catalogue().personas();
    // the proposal and not my scenario, so that the numbers and the words are about the same thing
    let size = size(objection, &ctx.state().tariffs, Pair { healthy, ill });
    let firm = rests_on(objection, size.as_ref());
    let [figure, of] = match size {
        Some(node) => [value(ctx, &node, show(objection)), text(of_what(t, objection))],
        None => none(t, objection).map(text),
    };
    let of = el("span", &[("class", "about")], vec![of]);
    let words = vec![
        el("strong", &[], vec![text(name(t, objection))]),
        el("span", &[("class", "note")], vec![text(about(t, objection))]),
    ];
    row(vec![
        el("th", &[("scope", "row")], words),
        el("td", &[("class", "number")], vec![all(vec![figure, of])]),
        parts::words(vec![place::tag(t, firm)]),
        parts::words(vec![set_up(ctx, objection)]),
    ])
}

/// A link to where it is seen, which sets it up there.
fn set_up(ctx: &Ctx, objection: Objection) -> Html {
    let (view, tab) = seen_in(objection);
    let href = [view.hash(), tab.map_or("", |_| "/"), tab.unwrap_or_default()].concat();
    let press = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| begin(&ctx, objection))
    };
    html! { <a {href} onclick={press}>{ to_try(ctx.texts(), objection) }</a> }
}

/// Author, year, title and where it was published, a line each.
const REFERENCES: &str = include_str!("../../i18n/references.txt");

/// Every work that a definition names, with its title.
pub fn references() -> Html {
    let lines = REFERENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    parts::list("prose references", lines.map(|line| say(line.to_owned())).collect())
}
