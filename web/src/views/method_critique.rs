//! "Kritik mot modellen": what can be said against the proposal, with its size where it can be worked out. Works out
//! nothing: the sizes are the engine's.
use super::place;
use crate::{
    components::{
        parts::{self, all, column, el, paragraph, row, say, table, text},
        top_bar::view_name,
        value::value,
    },
    ctx::Ctx,
    present::critique_words::{about, name, of_what, rests_on, show, tried_in},
};
use model::term::Objection;
use report::critique::{Pair, size};
use yew::{Html, html};

/// What the section holds.
pub fn critique(ctx: &Ctx) -> Vec<Html> {
    let t = ctx.texts();
    let headings = [t.critique_objection(), t.critique_size(), t.critique_rests_on(), t.critique_try()];
    let rows = Objection::ALL.into_iter().map(|one| line(ctx, one)).collect();
    let table = table(t.critique().into(), "critique", headings.map(column).to_vec(), rows);
    vec![paragraph("about", t.critique_about()), table]
}

fn line(ctx: &Ctx, objection: Objection) -> Html {
    let t = ctx.texts();
    let [healthy, ill] = ctx.house().personas();
    // always the shipped proposal, so that the numbers and the words are about the same thing
    let size = size(objection, &ctx.state().tariffs, Pair { healthy, ill });
    let figure = size.map_or_else(|| text(t.critique_not_known()), |node| value(ctx, &node, show(objection)));
    let of = el("span", &[("class", "about")], vec![text(of_what(t, objection))]);
    let words = vec![
        el("strong", &[], vec![text(name(t, objection))]),
        el("span", &[("class", "note")], vec![text(about(t, objection))]),
    ];
    let view = tried_in(objection);
    let link = html! { <a href={view.hash()}>{ view_name(t, view) }</a> };
    row(vec![
        el("th", &[("scope", "row")], words),
        el("td", &[("class", "number")], vec![all(vec![figure, of])]),
        parts::words(vec![place::tag(t, rests_on(objection))]),
        parts::words(vec![link]),
    ])
}

/// Author, year, title and where it was published, a line each.
const REFERENCES: &str = include_str!("../../i18n/references.txt");

/// Every work that a definition names, with its title.
pub fn references() -> Html {
    let lines = REFERENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    parts::list("prose references", lines.map(|line| say(line.to_owned())).collect())
}
