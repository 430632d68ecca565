//! I korthet: persons side by side, today and under the compared model. The answer before the explanation.
mod add_condition;
mod bars;
mod card;
mod chips;
mod person_line;

use super::brief_chart::BriefChart;
use crate::{
    components::{
        icon::Icon,
        notes::badge,
        parts::{all, button, el, element, paragraph, say, space, text},
        view_head::view_head,
    },
    ctx::Ctx,
    dom,
    present::card_words::{card_name, described, kronor, with_model},
    state::Action,
};
use card::Card;
use model::{
    id::Id,
    measure::Measure,
    person_cards::{PersonCard, PersonSlot},
    sex::Sex,
    trace::Node,
};
use person_line::PersonLineField;
use report::{
    brief::{PersonPaid, person_of, person_paid},
    columns::Column,
};
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::MouseEvent;
use yew::{Callback, Html, html};

/// Payments by model.
type Payments = Vec<(Column, Rc<Node>)>;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let (t, against) = (ctx.texts(), compared(ctx));
    let cards: Vec<PersonCard<'_>> = ctx.state().scenario().persons().collect();
    let selected = selected(ctx, &cards);
    let (largest, many) = (largest(ctx, against), cards.len() > 2);
    let shown = cards.iter().map(|card| {
        let is_selected = selected == Some(card.slot);
        html! {
            <Card key={card.slot.number()} ctx={ctx.clone()} slot={card.slot} {against} {largest}
                selected={is_selected} folded={many && !is_selected} />
        }
    });
    let list = element(
        "div",
        &[("class", "persons"), ("role", "group")],
        vec![("aria-label", t.brief_persons().into())],
        shown.collect(),
    );
    // with more persons there is no room for it, and each amount explains itself; an empty part holds its place
    let how = if many { Html::default() } else { how(ctx, selected, against) };
    let left = vec![list, html! { <PersonLineField ctx={ctx.clone()} {against} /> }, how];
    let chart = html! { <BriefChart ctx={ctx.clone()} {selected} {against} /> };
    let add = Callback::from(|_: MouseEvent| dom::focus(person_line::FIELD));
    let add = html! { <button type="button" class="phone" onclick={add}>{ Icon::Add.html() }{ t.brief_add_person() }</button> };
    all(vec![
        view_head(ctx, headline(ctx, &cards, selected, against), vec![add]),
        el("div", &[("class", "brief-grid")], vec![el("div", &[("class", "brief-left")], left), chart]),
    ])
}

/// The model that today is compared with: the proposal where Mitt scenario cannot be worked out.
pub(super) fn compared(ctx: &Ctx) -> Column {
    let column = ctx.state().compared;
    if ctx.state().tariffs.get(column).is_some() { column } else { Column::Proposal }
}

/// What a person brings under a column; none for a place without a person.
pub(super) fn paid(ctx: &Ctx, column: Column, slot: PersonSlot) -> Option<PersonPaid> {
    let tariff = ctx.state().tariffs.get(column)?;
    Some(person_paid(tariff, &person_of(tariff, ctx.state().scenario(), slot)?))
}

/// The first two persons with what each model pays for them.
pub(super) fn strip_persons(ctx: &Ctx) -> Vec<(String, Payments)> {
    let of = |card: PersonCard<'_>| {
        let payments = Column::ALL.into_iter().filter_map(|column| {
            let node = Rc::clone(paid(ctx, column, card.slot)?.outcome.payment.node());
            Some((column, node))
        });
        (card_name(ctx.texts(), &card), payments.collect())
    };
    ctx.state().scenario().persons().take(2).map(of).collect()
}

/// The card that the headline and the chart follow: the one that was chosen last, or else the last one.
fn selected(ctx: &Ctx, cards: &[PersonCard<'_>]) -> Option<PersonSlot> {
    let chosen = ctx.state().selected_person;
    let is_there = |slot: &PersonSlot| cards.iter().any(|card| card.slot == *slot);
    chosen.filter(is_there).or_else(|| cards.last().map(|card| card.slot))
}

/// The largest payment of any person: all bars have one scale.
fn largest(ctx: &Ctx, against: Column) -> Decimal {
    let of = |card: PersonCard<'_>| {
        let columns = [Column::Current, against].into_iter();
        columns.filter_map(move |column| Some(paid(ctx, column, card.slot)?.outcome.payment.value().decimal()))
    };
    ctx.state().scenario().persons().flat_map(of).max().unwrap_or_default()
}

/// The answer in a sentence; the words about whose weights they are stand in the sentence itself, since it is quoted and
/// photographed without its badge.
fn headline(ctx: &Ctx, cards: &[PersonCard<'_>], selected: Option<PersonSlot>, against: Column) -> Vec<Html> {
    let t = ctx.texts();
    if ctx.state().compared != against {
        return vec![text(t.brief_lead_broken())];
    }
    let model = with_model(ctx, against);
    let kr = |card: &PersonCard<'_>, column| paid(ctx, column, card.slot).map(|paid| kronor(t, paid.whole()));
    let pair = match cards {
        [one, other] => pair(ctx, (one, other), model, &kr, against),
        _ => None,
    };
    let one = || {
        let card = cards.iter().find(|card| Some(card.slot) == selected)?;
        let (today, then) = (kr(card, Column::Current)?, kr(card, against)?);
        let pronoun = if card.sex == Sex::Woman { t.brief_she() } else { t.brief_he() };
        Some(t.brief_lead_one(model, &described(ctx, card, &conditions(ctx, card.slot)), &then, pronoun, &today))
    };
    let sentence = pair.or_else(one).unwrap_or_else(|| t.brief_lead_empty().to_owned());
    let mut parts = marked(&sentence, model, against);
    // with Mitt scenario the sentence says whose it is, and the badge that example weights are left in it
    let examples = ctx.state().tariffs.get(against).is_some_and(|tariff| tariff.model.is_illustrative());
    if against == Column::Scenario && examples {
        parts.extend([space(), badge(ctx)]);
    }
    vec![element("span", &[("aria-live", "polite")], Vec::new(), parts)]
}

/// Two persons who bring the same today, in one sentence.
fn pair(
    ctx: &Ctx,
    (one, other): (&PersonCard<'_>, &PersonCard<'_>),
    model: &str,
    kr: &dyn Fn(&PersonCard<'_>, Column) -> Option<String>,
    against: Column,
) -> Option<String> {
    let (t, today) = (ctx.texts(), kr(one, Column::Current)?);
    if kr(other, Column::Current)? != today {
        return None;
    }
    let names = [one, other].map(|card| card_name(t, card));
    Some(t.brief_lead_pair(model, &kr(one, against)?, &names[0], &kr(other, against)?, &names[1], &today))
}

/// The conditions of a person that the compared model, or else the proposal, knows.
fn conditions(ctx: &Ctx, slot: PersonSlot) -> Vec<Id> {
    let state = ctx.state();
    let tariff = [compared(ctx), Column::Proposal].into_iter().filter_map(|column| state.tariffs.get(column));
    let Some(mix) = tariff.filter_map(|tariff| tariff.model.case_mix()).next() else { return Vec::new() };
    let has = state.scenario().conditions_of(slot, mix);
    has.positions().filter_map(|at| mix.conditions.get(at)).map(|condition| condition.id.clone()).collect()
}

/// A sentence with the words that say whose weights they are marked.
fn marked(sentence: &str, words: &'static str, against: Column) -> Vec<Html> {
    let class = match against {
        Column::Proposal => "",
        Column::Scenario => "scenario",
        Column::Earlier | Column::Current => return vec![say(sentence.to_owned())],
    };
    match sentence.split_once(words) {
        Some((before, after)) => {
            let mark = el("mark", &[("class", class)], vec![text(words)]);
            vec![say(before.to_owned()), mark, say(after.to_owned())]
        }
        None => vec![say(sentence.to_owned())],
    }
}

fn how(ctx: &Ctx, selected: Option<PersonSlot>, against: Column) -> Html {
    let t = ctx.texts();
    let whole = selected.and_then(|slot| paid(ctx, against, slot)).map(|paid| {
        let why = Action::Why(Some(Rc::clone(paid.outcome.payment.node())));
        button("plain", text(t.brief_how_button()), ctx.on(why))
    });
    let words = vec![el("h2", &[], vec![text(t.brief_how())]), paragraph("", t.brief_how_text())];
    el("section", &[("class", "card how")], words.into_iter().chain(whole).collect())
}
