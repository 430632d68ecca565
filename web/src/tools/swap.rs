//! Persons who choose another practice: who they are, and how large the other one is. Knows nothing of what they are
//! paid for.
use super::{change, entry::Entry, practice::practice};
use crate::{ctx::Ctx, state::read_persons};
use catalog::Persona;
use exchange::number::read_count;
use model::{
    age::Age,
    case_mix::{CaseMix, ConditionSet},
    count::Count,
    id::Id,
    practice::{Person, Practice},
    sex::Sex,
};
use report::{
    estimate::reference_practice,
    move_persons::{MoveColumn, MoveError, Movers, move_persons},
};

/// Who moves, and to what.
#[derive(Clone, Debug)]
pub struct Swap {
    /// How many.
    pub count: Entry<Count>,
    /// Of what sex.
    pub sex: Sex,
    /// Of what age.
    pub age: Entry<Age>,
    /// With which conditions.
    pub conditions: Vec<Id>,
    /// Listed at the other practice; none for as many as at the own one.
    pub size: Entry<Option<Count>>,
}

impl Default for Swap {
    /// One man of 60 without conditions.
    fn default() -> Self {
        Self {
            count: Entry::of(Count::from(1)),
            sex: Sex::Man,
            age: Entry::of(60),
            conditions: Vec::new(),
            size: Entry::default(),
        }
    }
}

/// What came of a move.
pub enum Moved {
    /// Both practices under each model.
    Done(Vec<MoveColumn>),
    /// All that stands against it.
    Refused(Vec<MoveError>),
    /// There is no reference population to make the other practice of.
    NoOther,
}

/// The oldest that can be entered.
const OLDEST: u64 = 120;

/// The own practice, and the other one as it is before the move.
pub struct Practices {
    /// The own one.
    pub own: Practice,
    /// The other one; none without a reference population.
    pub other: Option<Practice>,
}

/// Both practices; none until somebody is listed.
pub fn practices(ctx: &Ctx) -> Option<Practices> {
    let own = practice(ctx)?.practice.clone();
    let size = size(ctx, &own);
    let other = mix(ctx).and_then(|mix| reference_practice(mix, size));
    Some(Practices { own, other })
}

/// Listed at the other practice.
pub fn size(ctx: &Ctx, own: &Practice) -> Count {
    let as_many = || own.listed.iter().map(|(_, count)| *count).sum();
    ctx.state().tools.swap.size.value.unwrap_or_else(as_many)
}

/// The case mix whose conditions can be chosen: the proposal's.
pub fn mix(ctx: &Ctx) -> Option<&CaseMix> {
    ctx.state().tariffs.proposal.model.case_mix()
}

/// Moves them, as the tools says.
pub fn moved(ctx: &Ctx, practices: &Practices) -> Moved {
    let Some(other) = &practices.other else { return Moved::NoOther };
    let swap = &ctx.state().tools.swap;
    let positions = swap.conditions.iter().filter_map(|id| mix(ctx)?.position(id));
    let person = Person { sex: swap.sex, age: swap.age.value, conditions: ConditionSet::of(positions) };
    match move_persons(&ctx.state().tariffs, &practices.own, other, &[Movers { person, count: swap.count.value }]) {
        Ok(columns) => Moved::Done(columns),
        Err(errors) => Moved::Refused(errors),
    }
}

/// Changes who moves.
pub fn choose(ctx: &Ctx, choose: impl FnOnce(&mut Swap)) {
    change(ctx, |tools| choose(&mut tools.swap));
}

/// Reads how many move.
pub fn set_count(ctx: &Ctx, text: String) {
    let read = read_persons(&text, ctx.state().notation());
    choose(ctx, |swap| swap.count.take(text, read));
}

/// Reads their age.
pub fn set_age(ctx: &Ctx, text: String) {
    let read = read_count(&text, ctx.state().notation(), OLDEST, &[]).map(|age| Age::try_from(age).unwrap_or_default());
    choose(ctx, |swap| swap.age.take(text, read));
}

/// Reads how many are listed at the other practice; an empty text is as many as at the own one.
pub fn set_size(ctx: &Ctx, text: String) {
    let read = if text.trim().is_empty() { Ok(None) } else { read_persons(&text, ctx.state().notation()).map(Some) };
    choose(ctx, |swap| swap.size.take(text, read));
}

/// Johan or Anders moves: sex, age and the conditions that the collected drugs show.
pub fn become_persona(ctx: &Ctx, persona: &Persona) {
    let shown = mix(ctx).map(|mix| {
        let set = mix.shown_by(&persona.dispensed);
        set.positions().filter_map(|at| mix.conditions.get(at)).map(|c| c.id.clone()).collect()
    });
    let (sex, age) = (persona.sex, persona.age);
    choose(ctx, |swap| {
        (swap.sex, swap.age, swap.conditions) = (sex, Entry::of(age), shown.unwrap_or_default());
    });
}

/// Gives them a condition, or takes it away.
pub fn toggle(ctx: &Ctx, id: &Id) {
    choose(ctx, |swap| {
        let before = swap.conditions.len();
        swap.conditions.retain(|one| one != id);
        if swap.conditions.len() == before {
            swap.conditions.push(id.clone());
        }
    });
}
