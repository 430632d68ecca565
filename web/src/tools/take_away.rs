//! The result and the scenario on their way out: copied, saved, printed. What leaves is made where it leaves, of what the
//! guard has published. Knows nothing of how the panel looks.
use super::{change, guard::Leaving, opening::Opening};
use crate::{
    ctx::Ctx,
    lazy, leave,
    present::{
        book::BookOf,
        guarding::Guarding,
        taken::{csv, plain_text, taken},
        underlag::{rows, underlag},
        underlag_book::material,
    },
    state::View,
};
use exchange::link;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

/// The panel's state.
#[derive(Clone, Debug, Default)]
pub struct TakeAway {
    /// What was copied last.
    pub copied: Option<Copied>,
    /// A text that the browser would not copy, shown so that it can be copied by hand.
    pub by_hand: Option<Rc<str>>,
    /// What became of the last file or paste.
    pub opened: Option<Rc<Opening>>,
    /// Whether the link is shown as a QR code.
    pub qr: bool,
    /// Where the Excel file is.
    pub book: BookState,
}

/// Where the Excel file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BookState {
    /// Not asked for, or saved.
    #[default]
    Idle,
    /// On its way.
    Making,
    /// Its writer could not be fetched.
    Missing,
    /// It could not be written, for so many reasons.
    Refused(usize),
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The result.
    Result,
    /// The link.
    Link,
    /// The two parts of a local plan for Fast läkarkontakt.
    Underlag,
}

/// Copies a text, or shows it where the browser refuses.
fn copy(ctx: &Ctx, what: Copied, text: Leaving<String>) {
    let ctx = ctx.clone();
    spawn_local(async move {
        let done = leave::copy(&text).await;
        change(&ctx, |tools| {
            tools.take_away.copied = done.then_some(what);
            tools.take_away.by_hand = (!done).then(|| text.into_inner().into());
        });
    });
}

/// Copies the result as text.
pub fn copy_result(ctx: &Ctx) {
    if let Some(taken) = Leaving::of(&Guarding::of(ctx), taken).transpose() {
        copy(ctx, Copied::Result, taken.map(|taken| plain_text(&taken)));
    }
}

/// Copies both parts of the local plan as text.
pub fn copy_underlag(ctx: &Ctx) {
    if let Some(parts) = Leaving::of(&Guarding::of(ctx), underlag).transpose() {
        copy(ctx, Copied::Underlag, parts.map(|parts| plain_text(&rows(ctx, &parts))));
    }
}

/// Saves both parts of the local plan as CSV.
pub fn save_underlag(ctx: &Ctx) {
    if let Some(parts) = Leaving::of(&Guarding::of(ctx), underlag).transpose() {
        let text = parts.map(|parts| csv(&rows(ctx, &parts), ctx.state().lang));
        leave::save("viktat-underlag.csv", "text/csv;charset=utf-8", &text);
    }
}

/// Copies the link to the scenario.
pub fn copy_link(ctx: &Ctx) {
    copy(ctx, Copied::Link, Leaving::of_nobody(address(ctx)));
}

/// The text shown for copying by hand is no longer needed.
pub fn copied_by_hand(ctx: &Ctx) {
    change(ctx, |tools| tools.take_away.by_hand = None);
}

/// The end of the address that leads to the scenario.
pub fn link_end(ctx: &Ctx) -> String {
    link::write(View::Model.hash(), ctx.state().scenario())
}

/// Whether the page is a file on this computer, whose own address leads nobody else to it.
pub fn is_local() -> bool {
    window().and_then(|window| window.location().protocol().ok()).is_none_or(|protocol| protocol == "file:")
}

/// The whole address; of a local file only its end, which says nothing of this computer.
pub fn address(ctx: &Ctx) -> String {
    let end = link_end(ctx);
    let href = window().and_then(|window| window.location().href().ok()).filter(|_| !is_local());
    let page = href.as_deref().and_then(|href| href.split('#').next()).unwrap_or_default();
    [page, &end].concat()
}

/// The name of every file of the result, without its ending: the fingerprint tells two apart.
pub fn file_name(ctx: &Ctx) -> String {
    ["viktat-", &link::fingerprint(ctx.state().scenario()).to_string()].concat()
}

/// Saves the result as CSV, in the marks of the page's language.
pub fn save_csv(ctx: &Ctx) {
    if let Some(taken) = Leaving::of(&Guarding::of(ctx), taken).transpose() {
        let text = taken.map(|taken| csv(&taken, ctx.state().lang));
        leave::save(&[&file_name(ctx), ".csv"].concat(), "text/csv;charset=utf-8", &text);
    }
}

/// Saves the scenario as a file, without what the guard hides.
pub fn save_scenario(ctx: &Ctx) {
    let text = Leaving::of(&Guarding::of(ctx), |guarding| guarding.scenario_file());
    leave::save(&[&file_name(ctx), ".json"].concat(), "application/json", &text);
}

/// Saves the result as an Excel file.
pub fn save_book(ctx: &Ctx) {
    write_book(ctx, BookOf::Practice, [&file_name(ctx), ".xlsx"].concat());
}

/// Saves both parts of the local plan as an Excel file.
pub fn save_underlag_book(ctx: &Ctx) {
    if let Some(material) = Leaving::of(&Guarding::of(ctx), material).transpose() {
        write_book(ctx, BookOf::Ready(material), "viktat-underlag.xlsx".to_owned());
    }
}

/// Saves a file whose writer is fetched first.
fn write_book(ctx: &Ctx, of: BookOf, name: String) {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let ctx = ctx.clone();
    change(&ctx, |tools| tools.take_away.book = BookState::Making);
    spawn_local(async move {
        let made = match lazy::files().await {
            None => BookState::Missing,
            Some(files) => match (files.make_book)(&ctx, of) {
                Some(Ok(bytes)) => {
                    leave::save_bytes(&name, KIND, &bytes);
                    BookState::Idle
                }
                Some(Err(errors)) => BookState::Refused(errors.len()),
                None => BookState::Idle,
            },
        };
        change(&ctx, |tools| tools.take_away.book = made);
    });
}
