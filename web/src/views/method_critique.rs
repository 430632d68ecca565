//! "Kritik mot modellen": what can be said against the proposal, with its size where it can be worked out. Works out
//! nothing: the sizes are the engine's.
use super::place;
use crate::{
    components::{
        parts::{self, all, button, column, el, paragraph, row, say, space, table, text},
        top_bar::view_name,
        value::value,
    },
    ctx::Ctx,
    present::critique_words::{about, name, none, of_what, seen_in, show},
    state::View,
};
use model::{case_mix::Normalisation, edit::Edit, term::Objection, value::Key};
use report::critique::{Pair, half_weights, rests_on, size};
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
    let link = |view: View| html! { <a href={view.hash()}>{ view_name(t, view) }</a> };
    let link = seen_in(objection).map_or_else(|| text(t.not_available()), link);
    row(vec![
        el("th", &[("scope", "row")], words),
        el("td", &[("class", "number")], vec![all(vec![figure, of])]),
        parts::words(vec![place::tag(t, firm)]),
        parts::words(vec![set_up(ctx, objection), space(), link]),
    ])
}

/// What the objection supposes, in my scenario at one press; only where it is a change of a model.
fn set_up(ctx: &Ctx, objection: Objection) -> Html {
    let t = ctx.texts();
    let proposal = &ctx.state().tariffs.proposal.model;
    let (words, edit) = match objection {
        Objection::Weights => {
            let halved = half_weights(proposal).into_iter().map(|(id, weight)| (id, Some(weight)));
            (t.critique_halve(), Edit::each(Key::Weight, halved.collect()))
        }
        Objection::Healthy => (t.critique_rule(), Edit::set(Key::Normalisation, Normalisation::ScalarToBudget)),
        _ => return Html::default(),
    };
    button("plain", text(words), ctx.on_edit(edit))
}

/// Author, year, title and where it was published, a line each.
const REFERENCES: &str = include_str!("../../i18n/references.txt");

/// Every work that a definition names, with its title.
pub fn references() -> Html {
    let lines = REFERENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    parts::list("prose references", lines.map(|line| say(line.to_owned())).collect())
}
