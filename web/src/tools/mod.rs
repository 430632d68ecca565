//! The tools of the views: what stands on the tools while a list is read, a question asked or a region looked at. Not part of the
//! scenario, so not undone; kept when another view is shown. Knows nothing of how it looks.
pub mod chance;
pub mod critique;
pub mod entry;
pub mod goal;
pub mod guard;
pub mod import;
pub mod memory;
pub mod opening;
pub mod practice;
pub mod read_file;
pub mod staff_list;
pub mod staffing;
pub mod swap;
pub mod take_away;
pub mod templates;
pub mod work;

use crate::{ctx::Ctx, region::Region, state::Action};
use std::rc::Rc;

/// The state of every tool.
#[derive(Clone, Debug, Default)]
pub struct Tools {
    /// A list on its way in.
    pub import: import::Import,
    /// A result that a number is sought for.
    pub goal: goal::GoalDesk,
    /// Persons who choose another practice.
    pub swap: swap::Swap,
    /// How much one person's drug cost varies.
    pub chance: chance::Chance,
    /// The guard of small numbers.
    pub guard: guard::Guard,
    /// The result on its way out, and a scenario on its way in.
    pub take_away: take_away::TakeAway,
    /// The region of Alla vårdcentraler.
    pub region: Region,
    /// A region's vårdcentraler with their doctors, on their way in, and how they are looked at.
    pub staff_list: staff_list::StaffDesk,
    /// An objection that is being tried.
    pub tried: Option<critique::Tried>,
    /// What the page remembers on this computer.
    pub memory: memory::Memory,
    /// What became of a scenario that came by a link or from memory, told over every view.
    pub notice: Option<Rc<opening::Opening>>,
}

/// Changes the newest state of the tools.
pub fn change(ctx: &Ctx, change: impl FnOnce(&mut Tools)) {
    ctx.catch_up();
    let mut tools = (*ctx.state().tools).clone();
    change(&mut tools);
    ctx.send(Action::Tools(Rc::new(tools)));
}
