//! The fields of Fast läkarkontakt: a number in force with its label, where it comes from, and the way back.
use crate::{
    components::{
        number_field::{NumberField, fault_id},
        parts::{all, button, el, element, say, space},
    },
    ctx::Ctx,
    present::{amount::plain, staff_words::item as item_name},
    state::Grid,
    tools::staffing::{inputs, is_changed, shipped},
    views::place,
};
use exchange::number::echo;
use model::{edit::Edit, entries::Entries, measure::Measure, quantity::Unit, staffing::item::Item, value::Key};
use rust_decimal::Decimal;
use yew::Html;

/// A number as it is typed: shares in per cent, years and seeds without a space.
pub fn typed(ctx: &Ctx, item: &Item, value: Decimal) -> String {
    if matches!(item, Item::PlanStart | Item::PlanGoal | Item::Seed) {
        return value.normalize().to_string();
    }
    let value = if item.unit() == Unit::Share { value * Decimal::ONE_HUNDRED } else { value };
    echo(value.normalize(), ctx.state().notation())
}

/// The number in force as it is typed; nothing where there is none.
pub fn in_force(ctx: &Ctx, item: &Item) -> String {
    inputs(ctx).number(item).map_or_else(String::new, |value| typed(ctx, item, value))
}

/// A field in a table that takes a paste; its name is its label.
pub fn in_table(ctx: &Ctx, item: Item, grid: Grid, at: (usize, usize)) -> Html {
    let value = in_force(ctx, &item);
    NumberField::in_table(Key::Staff(item), value, grid, at).html(ctx)
}

/// A field in a table of its own kind, without a paste.
pub fn alone(ctx: &Ctx, item: Item) -> Html {
    let value = in_force(ctx, &item);
    NumberField { key: Key::Staff(item), value, place: None, about: None, id: None }.html(ctx)
}

/// A field with its label beside it; a shipped number that has been changed with the way back.
pub fn labelled(ctx: &Ctx, item: Item) -> Html {
    labelled_in(ctx, "field", item)
}

/// The same once more on the page, in a place that the field's id names.
pub fn labelled_in(ctx: &Ctx, place: &str, item: Item) -> Html {
    let field = Key::Staff(item.clone());
    let id = [place, "-", &fault_id(&field)].concat();
    let mut name = item_name(ctx.texts(), ctx.catalogue(), &item);
    if item.unit() == Unit::Share {
        name = ctx.texts().staff_per_cent(&name);
    }
    let label = element("label", &[], vec![("for", id.clone().into())], vec![say(name)]);
    let input = NumberField::labelled(field, in_force(ctx, &item), id).html(ctx);
    el("div", &[("class", "labelled")], vec![label, input, back(ctx, &item)])
}

/// The way back to the shipped number; nothing when it is in force.
pub fn back(ctx: &Ctx, item: &Item) -> Html {
    let shipped = shipped(ctx).numbers.get(item).filter(|_| is_changed(ctx, item));
    shipped.map_or_else(Html::default, |shipped| {
        let value = typed(ctx, item, shipped.value.decimal());
        let name = item_name(ctx.texts(), ctx.catalogue(), item);
        button("plain", say(ctx.texts().staff_back(&name, &value)), ctx.on_edit(Edit::reset(Key::Staff(item.clone()))))
    })
}

/// Every changed one of the items back to its shipped number; nothing when none is changed.
pub fn all_back(ctx: &Ctx, items: &[Item]) -> Html {
    let changed = items.iter().filter(|item| is_changed(ctx, item)).map(|item| (Key::Staff(item.clone()), None));
    let changed: Vec<_> = changed.collect();
    if changed.is_empty() {
        return Html::default();
    }
    let count = plain(ctx.texts().lang, Decimal::from(changed.len()));
    button("plain", say(ctx.texts().staff_all_back(&count)), ctx.on_edit(Edit::Set(changed)))
}

/// Where the items' shipped numbers come from, each place once.
pub fn sources(ctx: &Ctx, items: &[Item]) -> Html {
    let mut places: Entries<&str, Html> = Entries::new();
    for item in items {
        if let Some(shipped) = shipped(ctx).numbers.get(item) {
            let place = || el("div", &[("class", "source")], vec![place::full(ctx, &shipped.citation)]);
            if !places.contains_key(&&*shipped.citation.heading) {
                places.insert(&shipped.citation.heading, place());
            }
        }
    }
    all(places.values().flat_map(|place| [place.clone(), space()]).collect())
}
