//! What an answer of Fast läkarkontakt rests on that nobody has entered, and what is still to be entered, in words.
use super::{amount::plain, staff_words};
use crate::{
    ctx::Ctx,
    tools::staffing::{inputs, is_changed},
};
use model::{
    measure::Measure,
    staffing::{
        item::{Group, Item},
        situation::Situation,
    },
};

/// What is still to be entered before doctors can be set against a list; nothing when both are there.
pub fn not_told(ctx: &Ctx, found: &Situation) -> Option<&'static str> {
    let t = ctx.texts();
    if found.listed.value().decimal().is_zero() {
        return Some(t.staffing_empty());
    }
    found.told.is_empty().then(|| t.staffing_no_doctors())
}

/// The same in sentences.
pub fn sentences(ctx: &Ctx, found: &Situation) -> Vec<String> {
    items(found).map(|item| words(ctx, &item)).collect()
}

/// The numbers that are taken for granted, each of which has a field.
pub fn items(found: &Situation) -> impl Iterator<Item = Item> + use<'_> {
    let has = |group: &Group| found.doctors.iter().any(|doctors| doctors.kind.group() == *group);
    let by_heads = |group: &Group| {
        found.doctors.iter().any(|doctors| doctors.kind.group() == *group && doctors.heads_only.is_some())
    };
    let each = Group::ALL.into_iter().filter(by_heads).map(Item::FteEach);
    let beyond = Group::BEYOND_GUIDELINE.into_iter().filter(has);
    each.chain(beyond.map(|group| Item::Cover(group.kind())))
}

/// What is taken for granted by one of them.
pub fn words(ctx: &Ctx, item: &Item) -> String {
    match item {
        Item::Cover(kind) => beyond(ctx, kind.group()),
        Item::FteEach(group) => {
            let each = plain(ctx.texts().lang, inputs(ctx).fte_each(*group).value().decimal());
            ctx.texts().staff_heads_only(staff_words::group(ctx.texts(), *group), &each)
        }
        _ => String::new(),
    }
}

/// How many persons one heltid of doctors of whom the guideline says nothing counts as, and whether that is our assumption.
pub fn beyond(ctx: &Ctx, group: Group) -> String {
    let (t, item) = (ctx.texts(), Item::Cover(group.kind()));
    let persons = plain(t.lang, inputs(ctx).number(&item).unwrap_or_default());
    let doctors = staff_words::group(t, group);
    match is_changed(ctx, &item) {
        true => t.staff_beyond_entered(doctors, &persons),
        false => t.staff_beyond(doctors, &persons),
    }
}
