//! "Ta med resultatet": every way in which a result or the scenario leaves the page, the result with the guard beside it. Knows
//! nothing of how anything is written.
use super::{guard_panel, import_panel::on, qr_panel};
use crate::{
    components::parts::{all, button, el, element, paragraph, say, section, space, text},
    ctx::Ctx,
    leave::print,
    text::Texts,
    tools::{
        practice::practice,
        take_away::{
            BookState, Copied, copy_link, copy_result, is_local, link_end, save_book, save_csv, save_scenario,
        },
    },
};
use exchange::link::fingerprint;
use yew::{Html, html};

/// The section.
pub fn take_away(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let parts = vec![result(ctx), guard_panel::guard(ctx)];
    section("take-away", vec![text(t.take_heading())], vec![el("div", &[("class", "take-away")], parts)])
}

/// A part of the section, named by its heading.
pub fn part(id: &'static str, heading: &'static str, content: Vec<Html>) -> Html {
    let heading = el("h3", &[("id", id)], vec![text(heading)]);
    element("div", &[("role", "group")], vec![("aria-labelledby", id.into())], vec![heading, all(content)])
}

/// Buttons beside each other.
pub fn buttons(content: Vec<Html>) -> Html {
    el("div", &[("class", "take-buttons")], content)
}

fn result(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let nothing = practice(ctx).is_none();
    let press = |words: &'static str, act: fn(&Ctx)| {
        html! {
            <button type="button" disabled={nothing} aria-describedby="take-result-about" onclick={on(ctx, act)}>
                { words }
            </button>
        }
    };
    let ways = vec![
        press(t.take_book(), save_book),
        press(t.take_csv(), save_csv),
        press(t.take_print(), |_| print()),
        press(t.take_copy(), copy_result),
    ];
    let about = if nothing { t.practice_empty() } else { t.take_result_about() };
    let about = el("p", &[("class", "about"), ("id", "take-result-about")], vec![text(about)]);
    part("take-result", t.take_result(), vec![about, buttons(ways), book(ctx), copied(ctx, Copied::Result)])
}

/// Where the Excel file is, when there is something to say of it.
pub fn book(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let (words, class) = match ctx.state().tools.take_away.book {
        BookState::Idle => (Html::default(), "said"),
        BookState::Making => (text(t.take_book_making()), "said"),
        BookState::Missing => (text(t.take_book_missing()), "fault"),
        BookState::Refused(reasons) => (say(t.take_book_refused(&reasons.to_string())), "fault"),
    };
    el("div", &[("role", "status")], vec![el("p", &[("class", class)], vec![words])])
}

/// The scenario as a file, a link or a code.
pub fn scenario(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let length = link_end(ctx).chars().count().to_string();
    let ways = vec![
        button("", text(t.take_save()), on(ctx, save_scenario)),
        button("", text(t.take_link()), on(ctx, copy_link)),
    ];
    let link_about = if is_local() { t.take_link_local() } else { t.take_link_about() };
    let about = vec![say(t.take_link_length(&length)), space(), text(link_about)];
    let about = el("p", &[("class", "about")], about);
    let parts = vec![stamp(t, ctx), buttons(ways), about, copied(ctx, Copied::Link), qr_panel::code(ctx)];
    part("take-scenario", t.take_scenario(), parts)
}

/// The fingerprint, large enough to be read aloud.
fn stamp(t: Texts, ctx: &Ctx) -> Html {
    let letters = fingerprint(ctx.state().scenario()).to_string();
    let name = el("span", &[], vec![text(t.take_fingerprint())]);
    let letters = el("strong", &[("class", "fingerprint")], vec![say(letters)]);
    let line = el("p", &[("class", "stamp")], vec![name, space(), letters]);
    all(vec![line, paragraph("about", t.take_fingerprint_about())])
}

/// Says that something was copied, also to those who hear the page.
fn copied(ctx: &Ctx, what: Copied) -> Html {
    let t = ctx.texts();
    let words = match what {
        Copied::Result => t.take_copied(),
        Copied::Link => t.take_link_copied(),
        Copied::Underlag => t.underlag_copied(),
    };
    let said = ctx.state().tools.take_away.copied == Some(what);
    el("p", &[("class", "said"), ("role", "status")], vec![text(if said { words } else { "" })])
}
