//! The conditions of a person as chips: with the amount that each brings, or that it does not count and why.
use super::add_condition::AddCondition;
use crate::{
    components::{icon::Icon, value::value_saying},
    ctx::Ctx,
    present::{
        amount::number,
        card_words::{dropped, kronor, left_out, short_name},
        term::factor,
    },
    state::Action,
};
use exchange::number::Sign;
use model::{
    edit::Edit,
    id::Id,
    outcome::{Line, PaidFor},
    person_cards::{PersonCard, PersonSlot},
    rows::LeftOut,
    value::{Key, Value},
};
use report::brief::PersonPaid;
use rust_decimal::Decimal;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, wasm_bindgen::JsCast};
use yew::{Callback, Html, TargetCast, UseStateHandle, html};

/// What the lit part of the bar pays for; none while nothing is pointed at.
pub(super) type Lit = UseStateHandle<Option<PaidFor>>;

/// The chips that a phone shows before it is asked for the others: the base and two conditions.
const SHOWN_ON_PHONE: usize = 3;

/// Base, conditions, what does not count, and the way to add one.
pub(super) fn chips(
    ctx: &Ctx,
    (card, name): (&PersonCard<'_>, &str),
    then: &PersonPaid,
    lit: &Lit,
    (asked, opens): (&UseStateHandle<Option<String>>, &Callback<MouseEvent>),
) -> Html {
    let t = ctx.texts();
    let has = super::conditions(ctx, card.slot);
    let of = Of { ctx, slot: card.slot, name, has: &has, lit };
    let mut chips: Vec<Html> = then.parts().into_iter().map(|(line, kronor)| of.counted(line, kronor)).collect();
    let counted = chips.len();
    let reasons = then.flags.dropped.iter().map(|one| (one.condition.clone(), dropped(ctx, one)));
    let mut uncounted: Vec<(Id, String)> = reasons.collect();
    // a model without conditions counts none of them
    if ctx.state().tariffs.get(super::compared(ctx)).is_some_and(|tariff| tariff.model.case_mix().is_none()) {
        uncounted.extend(has.iter().map(|id| (id.clone(), t.brief_not_in_model(&short_name(t, ctx.catalogue(), id)))));
    }
    chips.extend(uncounted.into_iter().map(|(id, reason)| of.uncounted(&id, reason, asked)));
    chips.extend(drugs_left_out(ctx, card).map(|drugs| of.drugs(drugs, asked)));
    let label = t.brief_chips(name);
    let more = chips.len().saturating_sub(SHOWN_ON_PHONE.min(counted));
    let class = if counted > 1 { "chips" } else { "chips base-alone" };
    html! {
        <ul {class} aria-label={label}>
            { for chips }
            <li key="more" class="phone" hidden={more == 0}>
                <button type="button" class="chip add" onclick={opens}>{ t.brief_chips_more(&more.to_string()) }</button>
            </li>
            <li key="add" class="add">
                <AddCondition ctx={ctx.clone()} slot={card.slot} name={name.to_owned()} has={has.clone()} />
            </li>
        </ul>
    }
}

/// Drugs of the source's person that the proposal leaves out.
fn drugs_left_out<'a>(ctx: &'a Ctx, card: &PersonCard<'a>) -> impl Iterator<Item = &'a LeftOut> {
    let model = &ctx.state().tariffs.proposal.model.id;
    let collected = card.source.map_or(&[][..], |source| &source.dispensed);
    ctx.catalogue().left_out().iter().filter(move |drugs| {
        let is_of = |class: &model::atc::AtcCode| collected.iter().any(|drug| class.contains(&drug.atc));
        drugs.model == *model && drugs.classes.iter().any(is_of)
    })
}

struct Of<'a> {
    ctx: &'a Ctx,
    slot: PersonSlot,
    name: &'a str,
    has: &'a [Id],
    lit: &'a Lit,
}

impl Of<'_> {
    fn counted(&self, line: &Line, kronor_of: Decimal) -> Html {
        let (ctx, t) = (self.ctx, self.ctx.texts());
        let (key, words, whole, id) = match &line.paid_for {
            PaidFor::Cell(_) => ("base".to_owned(), t.brief_base().to_owned(), String::new(), None),
            PaidFor::Pool(id) => (id.to_string(), id.to_string(), String::new(), None),
            PaidFor::Factor(id) => {
                let words = short_name(t, ctx.catalogue(), id);
                (id.to_string(), words, factor(t, ctx.catalogue(), id), Some(id).filter(|id| self.has.contains(id)))
            }
        };
        let changed = matches!(&line.paid_for, PaidFor::Factor(id) if is_changed(ctx, id));
        let class = match (&line.paid_for, changed, is_lit(self.lit, line)) {
            (PaidFor::Cell(_), _, false) => "chip base",
            (PaidFor::Cell(_), _, true) => "chip base lit",
            (_, true, false) => "chip changed",
            (_, true, true) => "chip changed lit",
            (_, false, false) => "chip",
            (_, false, true) => "chip lit",
        };
        let label = t.brief_chip_why(&words, &kronor(t, kronor_of));
        let sign = changed.then(|| html! { <span class="against-mark scenario" aria-hidden="true">{ "◆ " }</span> });
        let short = number(t.lang, kronor_of, 0, Sign::Auto);
        let face = html! { <>{ sign }{ words.clone() }{ " " }<b>{ short }</b></> };
        let value = value_saying(ctx, line.amount.node(), "value", label, face);
        let away = id.map(|id| self.away(id, &words));
        let title = (whole != words && !whole.is_empty()).then_some(whole);
        let onkeydown = self.on_delete(id);
        html! {
            <li {key} {class} {title} onmouseenter={pointed::<MouseEvent>(self.lit, Some(line))} onmouseleave={pointed::<MouseEvent>(self.lit, None)}
                onfocusin={pointed::<FocusEvent>(self.lit, Some(line))} onfocusout={pointed::<FocusEvent>(self.lit, None)} {onkeydown}>
                { value }{ away }
            </li>
        }
    }

    fn uncounted(&self, id: &Id, reason: String, asked: &UseStateHandle<Option<String>>) -> Html {
        let words = short_name(self.ctx.texts(), self.ctx.catalogue(), id);
        let away = self.away(id, &words);
        let onkeydown = self.on_delete(Some(id));
        let button = self.why_not(&words, reason, asked);
        html! { <li key={id.to_string()} class="chip off" {onkeydown}>{ button }{ away }</li> }
    }

    fn drugs(&self, drugs: &LeftOut, asked: &UseStateHandle<Option<String>>) -> Html {
        let t = self.ctx.texts();
        let button = self.why_not(&t.name(&drugs.name), left_out(t, drugs), asked);
        html! { <li key={drugs.id.to_string()} class="chip off">{ button }</li> }
    }

    /// Says the reason below the chips, or takes it away again.
    fn why_not(&self, words: &str, reason: String, asked: &UseStateHandle<Option<String>>) -> Html {
        let open = asked.as_ref() == Some(&reason);
        let press = {
            let (asked, reason) = (asked.clone(), reason.clone());
            Callback::from(move |_: MouseEvent| asked.set((!open).then(|| reason.clone())))
        };
        html! {
            <button type="button" title={reason} aria-expanded={open.to_string()} onclick={press}>
                { self.ctx.texts().brief_not_counted(words) }
            </button>
        }
    }

    fn away(&self, id: &Id, words: &str) -> Html {
        let label = self.ctx.texts().brief_remove_condition(words, self.name);
        let (ctx, slot, id) = (self.ctx.clone(), self.slot, id.clone());
        let press = Callback::from(move |event: MouseEvent| remove(&ctx, slot, &id, &event.target_unchecked_into()));
        html! {
            <button type="button" class="away" aria-label={label.clone()} title={label} onclick={press}>{ Icon::Close.html() }</button>
        }
    }

    fn on_delete(&self, id: Option<&Id>) -> Callback<KeyboardEvent> {
        let (ctx, slot, id) = (self.ctx.clone(), self.slot, id.cloned());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(id) = id.as_ref().filter(|_| event.key() == "Delete") {
                event.prevent_default();
                remove(&ctx, slot, id, &event.target_unchecked_into());
            }
        })
    }
}

/// Lights a part while it is pointed at, and no longer when it is left.
pub(super) fn pointed<E: 'static>(lit: &Lit, part: Option<&Line>) -> Callback<E> {
    let (lit, part) = (lit.clone(), part.map(|line| line.paid_for.clone()));
    Callback::from(move |_: E| lit.set(part.clone()))
}

/// Whether the part is the lit one.
pub(super) fn is_lit(lit: &Lit, line: &Line) -> bool {
    lit.as_ref() == Some(&line.paid_for)
}

/// Whether the user has changed the weight that the compared model pays by.
fn is_changed(ctx: &Ctx, id: &Id) -> bool {
    let tariff = ctx.state().tariffs.get(super::compared(ctx));
    let mix = tariff.and_then(|tariff| tariff.model.case_mix());
    mix.is_some_and(|mix| mix.factors().any(|factor| factor.id == id && factor.weight.original.is_some()))
}

/// Takes the condition away; the focus goes to the chip after it first, so that it is never lost.
fn remove(ctx: &Ctx, slot: PersonSlot, id: &Id, from: &Element) {
    let chip = from.closest("li").ok().flatten();
    let next =
        chip.and_then(|chip| chip.next_element_sibling()).and_then(|next| next.query_selector("button").ok().flatten());
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
    ctx.send(Action::Edit(Edit::set(Key::condition(slot, id), Value::Yes(false))));
}
