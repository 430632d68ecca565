//! "Kom ihåg på den här datorn": the scenario in the browser's storage, as a scenario file's text with everything in it,
//! written after each change. Off until it is switched on. Knows nothing of how it looks.
use super::{
    change,
    opening::{From, notice, open_file},
};
use crate::{ctx::Ctx, state::Action};
use exchange::scenario_file::{Options, write};
use model::scenario::Scenario;
use std::rc::Rc;
use web_sys::{Storage, window};

/// The only name that the page ever stores anything under.
const KEY: &str = "viktat";

/// Whether the page remembers, and what stands in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Whether every change is written.
    pub on: bool,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// Whether clearing everything has been asked for.
    pub asking: bool,
    /// What was written last, so that looking around writes nothing.
    written: Option<Rc<Scenario>>,
}

/// Why the page does not remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser stores nothing for this page, or has no room.
    Refused,
    /// What was stored cannot be read; it is kept until the user clears it.
    Unreadable,
    /// What was stored is gone: it was cleared, or remembering switched off, in another tab.
    GoneElsewhere,
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Reads what was remembered, when the page starts.
pub fn start(ctx: &Ctx) {
    let Some(text) = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()) else { return };
    let opening = open_file(ctx, From::Memory, &text);
    let memory = match opening.result {
        Ok(_) => Memory { on: true, ..Memory::default() },
        Err(_) => Memory { trouble: Some(Trouble::Unreadable), ..Memory::default() },
    };
    change(ctx, |tools| tools.memory = memory);
    if opening.result.as_ref().map_or(true, |notes| !notes.is_empty()) {
        notice(ctx, opening);
    }
}

/// Writes the scenario if it is to be remembered and is another than the last. What another tab has cleared is not written
/// again.
pub fn keep(ctx: &Ctx) {
    let (scenario, memory) = (ctx.state().history.present(), &ctx.state().tools.memory);
    if !memory.on || memory.written.as_ref() == Some(scenario) {
        return;
    }
    if memory.written.is_some() && is_gone() {
        return gone_elsewhere(ctx);
    }
    let text = write(scenario, &Options { language: Some(ctx.state().lang.code()), ..Options::default() });
    match storage().and_then(|storage| storage.set_item(KEY, &text).ok()) {
        Some(()) => change(ctx, |tools| tools.memory.written = Some(Rc::clone(scenario))),
        None => change(ctx, |tools| tools.memory = Memory { trouble: Some(Trouble::Refused), ..Memory::default() }),
    }
}

/// Hears that another tab has changed what is stored.
pub fn changed_elsewhere(ctx: &Ctx) {
    if ctx.state().tools.memory.on && is_gone() {
        gone_elsewhere(ctx);
    }
}

/// Nothing is stored, though storing is allowed.
fn is_gone() -> bool {
    storage().and_then(|storage| storage.get_item(KEY).ok()).is_some_and(|text| text.is_none())
}

fn gone_elsewhere(ctx: &Ctx) {
    change(ctx, |tools| tools.memory = Memory { trouble: Some(Trouble::GoneElsewhere), ..Memory::default() });
}

/// Switches it on or off. Off, nothing is left in the storage.
pub fn remember(ctx: &Ctx, on: bool) {
    if !on {
        forget();
    }
    change(ctx, |tools| tools.memory = Memory { on, ..Memory::default() });
}

fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

/// Asks before everything is cleared, or takes the question back.
pub fn ask(ctx: &Ctx, asking: bool) {
    change(ctx, |tools| tools.memory.asking = asking);
}

/// What stood in the way has been read.
pub fn read_trouble(ctx: &Ctx) {
    change(ctx, |tools| tools.memory.trouble = None);
}

/// Everything gone: the scenario, its history, the tools and the storage.
pub fn clear_all(ctx: &Ctx) {
    forget();
    ctx.send(Action::ClearAll);
}
