//! What became of a scenario that was opened: read, with what the reader should know, or not read, with every reason.
use super::{critique_trial::trial, import_panel::on};
use crate::{
    components::parts::{before, button, el, list, paragraph, say, space, text},
    ctx::Ctx,
    present::scenario_words::{notes, refusal},
    tools::{
        change,
        memory::{Trouble, read_trouble},
        opening::{From, Opening},
    },
};
use yew::Html;

/// Over every view: what came by a link or from memory, and why this computer does not remember. One element, empty or not.
pub fn notice(ctx: &Ctx) -> Html {
    let (t, tools) = (ctx.texts(), &ctx.state().tools);
    let one = |content: Html, read: fn(&Ctx)| {
        let close = button("plain", text(t.close()), on(ctx, read));
        el("div", &[("class", "notice")], vec![content, close])
    };
    let came =
        tools.notice.as_ref().map(|opening| one(became(ctx, opening), |ctx| change(ctx, |tools| tools.notice = None)));
    let trouble = tools.memory.trouble.map(|trouble| {
        let words = match trouble {
            Trouble::Refused => t.memory_refused(),
            Trouble::Unreadable => t.memory_unreadable(),
            Trouble::GoneElsewhere => t.memory_gone_elsewhere(),
        };
        let words = el("div", &[("class", "faults"), ("role", "alert")], vec![paragraph("fault", words)]);
        // it stands in the way until everything is cleared
        if trouble == Trouble::Unreadable {
            el("div", &[("class", "notice")], vec![words])
        } else {
            one(words, read_trouble)
        }
    });
    el("div", &[], came.into_iter().chain(trouble).chain([trial(ctx)]).collect())
}

/// What became of it.
pub fn became(ctx: &Ctx, opening: &Opening) -> Html {
    match &opening.result {
        Ok(found) => {
            let mut said = notes(ctx, found);
            if opening.kept_practice {
                said.push(ctx.texts().opened_kept_practice().to_owned());
            }
            let items = if said.is_empty() { Html::default() } else { list("", said.into_iter().map(say).collect()) };
            let heading = el("p", &[("class", "opened")], vec![say(opened(ctx, &opening.from))]);
            el("div", &[("role", "status")], vec![heading, items])
        }
        Err(why) => {
            let items = refusal(ctx, why).into_iter().map(|(place, words)| problem(&place, words));
            let heading = el("p", &[("class", "faults-heading")], vec![say(refused(ctx, &opening.from))]);
            let content = before(heading, vec![list("", items.collect())]);
            el("div", &[("class", "faults"), ("role", "alert")], content)
        }
    }
}

fn problem(place: &str, words: String) -> Html {
    if place.is_empty() {
        return say(words);
    }
    el("span", &[], vec![el("code", &[], vec![say(place.to_owned())]), space(), say(words)])
}

fn opened(ctx: &Ctx, from: &From) -> String {
    let t = ctx.texts();
    match from {
        From::File(name) => t.opened_file(name),
        From::Paste => t.opened_paste().to_owned(),
        From::Link => t.opened_link().to_owned(),
        From::Memory => t.opened_memory().to_owned(),
    }
}

fn refused(ctx: &Ctx, from: &From) -> String {
    let t = ctx.texts();
    match from {
        From::File(name) => t.refused_file(name),
        From::Paste => t.refused_paste().to_owned(),
        From::Link => t.refused_link().to_owned(),
        From::Memory => t.refused_memory().to_owned(),
    }
}
