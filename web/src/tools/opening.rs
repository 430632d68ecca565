//! A scenario on its way in: from a file, a paste, a link or this computer's memory. What can be read takes the place of
//! the scenario as one step; what cannot changes nothing. Knows nothing of how it is told.
use super::change;
use crate::{ctx::Ctx, state::Action};
use exchange::{
    link::{self, LinkError},
    scenario_file::{self, MAX_BYTES, Note, Problem},
};
use model::{edit::Edit, value::Section};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A file of this name.
    File(String),
    /// A text that was pasted.
    Paste,
    /// The address that the page was opened with.
    Link,
    /// What this computer remembered.
    Memory,
}

/// Why it was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Everything that is wrong with the file.
    File(Vec<Problem>),
    /// What is wrong with the link.
    Link(LinkError),
    /// The browser would not give the file.
    Unreadable,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Where it came from.
    pub from: From,
    /// What the reader should know, or why nothing was read.
    pub result: Result<Vec<Note>, Refusal>,
    /// Whether what had been entered about the own practice stayed.
    pub kept_practice: bool,
}

/// Opens a text that is a scenario file; tells what became of it.
pub fn open_file(ctx: &Ctx, from: From, text: &str) -> Opening {
    let presets = ctx.catalogue().presets().cloned().collect::<Vec<_>>();
    let result = scenario_file::read(text, ctx.catalogue().sources_of(&presets)).map_err(Refusal::File);
    let result = result.map(|opened| {
        ctx.send(Action::Open(Rc::new(opened.scenario)));
        opened.notes
    });
    Opening { from, result, kept_practice: false }
}

/// Opens a text that is a link. A link holds nothing of a practice, so what has been entered stays.
pub fn open_link(ctx: &Ctx, from: From, text: &str) -> Opening {
    let presets = ctx.catalogue().presets().cloned().collect::<Vec<_>>();
    let before = ctx.state().scenario();
    let entered = before.values().filter(|(key, _)| matches!(key.section(), Section::Practice | Section::Staffing));
    let entered: Vec<_> = entered.map(|(key, value)| (key.clone(), Some(value))).collect();
    let practices = Rc::clone(&before.staff().practices);
    let kept_practice = !entered.is_empty() || !practices.is_empty();
    let result = link::read(text, ctx.catalogue().sources_of(&presets)).map_err(Refusal::Link);
    let result = result.map(|(scenario, notes)| {
        let whole = scenario.apply(&Edit::Set(entered)).apply(&Edit::SetPractices(practices));
        ctx.send(Action::Open(Rc::new(whole)));
        notes
    });
    Opening { from, result, kept_practice }
}

/// A text that was pasted: a scenario file or a link.
pub fn open_text(ctx: &Ctx, text: &str) {
    let is_file = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let open = if is_file { open_file } else { open_link };
    tell(ctx, open(ctx, From::Paste, text));
}

/// A file that was picked.
pub fn open_picked(ctx: &Ctx, file: File) {
    let ctx = ctx.clone();
    spawn_local(async move {
        let from = From::File(file.name());
        tell(
            &ctx,
            match text_of(&file).await {
                Ok(text) => open_file(&ctx, from, &text),
                Err(refusal) => Opening { from, result: Err(refusal), kept_practice: false },
            },
        );
    });
}

/// No more of the file than shows that it is too large.
async fn text_of(file: &File) -> Result<String, Refusal> {
    let part = file.slice_with_f64_and_f64(0.0, (MAX_BYTES + 1) as f64).map_err(|_| Refusal::Unreadable)?;
    let text = JsFuture::from(part.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or(Refusal::Unreadable)
}

fn tell(ctx: &Ctx, opening: Opening) {
    change(ctx, |tools| tools.take_away.opened = Some(Rc::new(opening)));
}

/// Follows the link in an address, if there is one. What was read is taken out of the address, so that opening the page
/// anew does not take away what has been changed since.
pub fn follow(ctx: &Ctx, address: &str) {
    let (route, Some(_)) = link::split(address) else { return };
    let opening = open_link(ctx, From::Link, address);
    if opening.result.is_ok() {
        let history = web_sys::window().and_then(|window| window.history().ok());
        history.map(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(route)));
    }
    notice(ctx, opening);
}

/// Tells it over the view, whichever is shown.
pub fn notice(ctx: &Ctx, opening: Opening) {
    change(ctx, |tools| tools.notice = Some(Rc::new(opening)));
}
