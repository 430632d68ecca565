//! An objection that is being tried: what it changed, and the way back. Knows nothing of how it looks.
use super::change;
use crate::{
    ctx::Ctx,
    dom,
    state::{Action, View},
};
use model::{edit::Edit, person_cards::PersonSlot, term::Objection};
use report::critique::{Pair, set_up};

/// The objection, and the edit that undoes what it changed; none where nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// The objection.
    pub objection: Objection,
    /// What brings back the values from before.
    pub back: Option<Edit>,
}

/// Where the critique stands.
pub const CRITIQUE: &str = "kritik";

/// What it changes.
pub fn edit(ctx: &Ctx, objection: Objection) -> Option<Edit> {
    let [healthy, ill] = ctx.catalogue().personas();
    set_up(objection, &ctx.state().tariffs.proposal.model, Pair { healthy, ill })
}

/// The person whom it is about: the source's first or second.
fn person(objection: Objection) -> Option<PersonSlot> {
    match objection {
        Objection::OutsideModel | Objection::Birthdays | Objection::Healthy => PersonSlot::new(1),
        Objection::PartYears | Objection::Weights => PersonSlot::new(2),
        _ => None,
    }
}

/// Sets it up. The view where it is seen is gone to by its address.
pub fn begin(ctx: &Ctx, objection: Objection) {
    let edit = edit(ctx, objection);
    let back = edit.as_ref().and_then(|edit| edit.reversed(ctx.state().scenario()));
    change(ctx, |tools| tools.tried = Some(Tried { objection, back }));
    if let Some(edit) = edit {
        ctx.send(Action::Edit(edit));
    }
    if let Some(slot) = person(objection) {
        ctx.send(Action::SelectPerson(slot));
    }
}

/// No longer tried; what it changed stays.
pub fn keep(ctx: &Ctx) {
    change(ctx, |tools| tools.tried = None);
}

/// Back to the critique with the values from before.
pub fn go_back(ctx: &Ctx) {
    let back = ctx.state().tools.tried.clone().and_then(|tried| tried.back);
    keep(ctx);
    if let Some(back) = back {
        ctx.send(Action::Edit(back));
    }
    dom::go(&[View::Method.hash(), "/", CRITIQUE].concat());
}
