//! What the answer rests on that nobody has entered, with the fields that change it: heads counted by a heltid each, and
//! doctors of whom the guideline says nothing. Works out nothing.
use super::fields::labelled_in;
use crate::{
    components::parts::{el, say},
    ctx::Ctx,
    present::staff_assumed::{items, words},
};
use model::staffing::{item::Item, situation::Situation};
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
