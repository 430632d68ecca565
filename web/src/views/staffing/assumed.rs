//! What the answer rests on that nobody has entered, with the fields that change it: heads counted by a heltid each, and
//! doctors of whom the guideline says nothing. Works out nothing.
use super::fields::{inputs, is_changed, labelled_in};
use crate::{
    components::parts::{el, say},
    ctx::Ctx,
    present::{amount::plain, staff_words},
};
use model::{
    measure::Measure,
    staffing::{
        item::{Group, Item},
        situation::Situation,
    },
};
use yew::Html;

/// Beside the answer; nothing where it rests on no such thing.
pub fn assumed(ctx: &Ctx, found: &Situation) -> Html {
    let items: Vec<Item> = items(found).collect();
    if items.is_empty() {
        return Html::default();
    }
    let line = |item: Item| {
        let words = el("p", &[("class", "about")], vec![say(words(ctx, &item))]);
        [words, labelled_in(ctx, "answer", item)]
    };
    el("div", &[("class", "assumed")], items.into_iter().flat_map(line).collect())
}

/// The same in sentences.
pub fn sentences(ctx: &Ctx, found: &Situation) -> Vec<String> {
    items(found).map(|item| words(ctx, &item)).collect()
}

/// The numbers that are taken for granted, each of which has a field.
fn items(found: &Situation) -> impl Iterator<Item = Item> + use<'_> {
    let has = |group: &Group| found.doctors.iter().any(|doctors| doctors.kind.group() == *group);
    let by_heads = |group: &Group| {
        found.doctors.iter().any(|doctors| doctors.kind.group() == *group && doctors.heads_only.is_some())
    };
    let each = Group::ALL.into_iter().filter(by_heads).map(Item::FteEach);
    let beyond = Group::BEYOND_GUIDELINE.into_iter().filter(has);
    each.chain(beyond.map(|group| Item::Cover(group.kind())))
}

fn words(ctx: &Ctx, item: &Item) -> String {
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
