//! One person: who it is, which conditions, and what today's table and the compared model pay. Pointing at a chip lights
//! its part of the bar, and the other way round.
use super::{bars::bars, chips::chips, paid};
use crate::{
    components::{
        icon::Icon,
        menu::{Entry, Menu},
        number_field::{NumberField, fault_id},
        parts::{element, say, text},
        typed_input::TypedInput,
    },
    ctx::Ctx,
    dom,
    present::{
        card_words::{card_name, sex_word},
        fault::number_fault,
    },
    state::Action,
};
use model::{
    edit::Edit,
    outcome::PaidFor,
    person_cards::{NewPerson, PersonCard, PersonItem, PersonName, PersonSlot},
    sex::Sex,
    value::{Key, Value},
};
use report::columns::Column;
use rust_decimal::Decimal;
use web_sys::{Element, FocusEvent, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{
    Callback, Html, Properties, TargetCast, UseStateHandle, classes, component, html, use_effect_with, use_state,
};

/// The card's properties.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardProps {
    /// The handle.
    pub ctx: Ctx,
    /// The person's place.
    pub slot: PersonSlot,
    /// What today is compared with.
    pub against: Column,
    /// The largest payment of any person.
    pub largest: Decimal,
    /// Whether headline and chart follow it.
    pub selected: bool,
    /// Whether its conditions are only counted.
    pub folded: bool,
}

/// The card.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let CardProps { ctx, slot, against, largest, selected, folded } = props.clone();
    let t = ctx.texts();
    let lit = use_state(|| None::<PaidFor>);
    let asked = use_state(|| None::<String>);
    let naming = use_state(|| false);
    let open = use_state(|| false);
    use_effect_with(*naming, move |naming| {
        if *naming {
            dom::focus(&name_id(slot));
            if let Some(field) = dom::element::<HtmlInputElement>(&name_id(slot)) {
                field.select();
            }
        }
    });
    let found = ctx.state().scenario().person(slot);
    let both = [Column::Current, against].map(|column| paid(&ctx, column, slot));
    let (Some(card), [Some(today), Some(then)]) = (found, both) else { return Html::default() };
    let name = card_name(t, &card);
    let select = {
        let ctx = ctx.clone();
        move || {
            if !selected {
                ctx.send(Action::SelectPerson(slot));
            }
        }
    };
    let onclick = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| select())
    };
    // a mouse chooses when it is let go: what it was pressed on must not move away under it
    let onfocusin = Callback::from(move |event: FocusEvent| {
        let target: Option<Element> = event.target_dyn_into();
        if target.is_some_and(|target| target.matches(":focus-visible:not(input)").unwrap_or(false)) {
            select();
        }
    });
    let class = classes!("card", "person", selected.then_some("selected"), open.then_some("open"));
    let opens = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // an empty part holds its place, so that those beside it stay the same nodes and keep the focus
    let conditions = if folded { Html::default() } else { chips(&ctx, (&card, &name), &then, &lit, (&asked, &opens)) };
    let remark = card.source.filter(|_| card.is_as_source && selected).and_then(|source| source.remark.as_ref());
    let reason = (*asked).clone().or_else(|| Some(t.name(remark?).to_string())).filter(|_| !folded);
    html! {
        <article {class} aria-label={name.clone()} aria-current={selected.then_some("true")} {onclick} {onfocusin}>
            <div class="person-head">
                { heading(&ctx, &card, &name, &naming) }
                <button type="button" class="plain who phone" aria-expanded={open.to_string()} onclick={opens}>
                    { who(&ctx, &card) }
                </button>
                { sexes(&ctx, &card, &name) }
                { age(&ctx, &card, &name) }
                <span class="about">{ about(&ctx, &card, folded.then_some(then.flags.factors.len())) }</span>
                { menu(&ctx, slot, &name, &naming) }
            </div>
            { fault(&ctx, slot) }
            { conditions }
            <p class="reason" role="status">{ reason }</p>
            { bars(&ctx, (&today, &then), (against, largest), &lit) }
        </article>
    }
}

fn name_id(slot: PersonSlot) -> String {
    format!("person-name-{slot}")
}

/// The name, or the field that it is changed in.
fn heading(ctx: &Ctx, card: &PersonCard<'_>, name: &str, naming: &UseStateHandle<bool>) -> Html {
    if !**naming {
        return html! { <h2>{ name.to_owned() }</h2> };
    }
    let slot = card.slot;
    let take = {
        let ctx = ctx.clone();
        Callback::from(move |text: String| {
            let key = Key::Person(slot, PersonItem::Name);
            let own = PersonName::read(&text).map(Value::Name);
            if own.is_some() || text.trim().is_empty() {
                ctx.send(Action::Edit(Edit::Set(vec![(key, own)])));
            }
        })
    };
    let onblur = {
        let naming = naming.clone();
        Callback::from(move |_: FocusEvent| naming.set(false))
    };
    let naming = naming.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
        }
        "Escape" => {
            event.prevent_default();
            naming.set(false);
        }
        _ => {}
    });
    html! {
        <TypedInput number=false class="person-name" id={name_id(slot)} maxlength="32" value={name.to_owned()} {take}
            {onblur} {onkeydown} label={ctx.texts().brief_name_label().to_owned()} />
    }
}

/// Who it is, where a phone has no room for the fields until they are asked for.
fn who(ctx: &Ctx, card: &PersonCard<'_>) -> String {
    let t = ctx.texts();
    let sex = if card.sex == Sex::Woman {
        t.brief_who_woman(&card.age.to_string())
    } else {
        t.brief_who_man(&card.age.to_string())
    };
    let about = about(ctx, card, None);
    if about.is_empty() { sex } else { [sex, about].join(", ") }
}

fn sexes(ctx: &Ctx, card: &PersonCard<'_>, name: &str) -> Html {
    let t = ctx.texts();
    let choice = |sex: Sex| {
        let press = ctx.on_edit(Edit::set(Key::sex(card.slot), sex));
        let words = sex_word(t, sex);
        html! {
            <button type="button" aria-pressed={(card.sex == sex).to_string()} data-name={words} onclick={press}>{ words }</button>
        }
    };
    html! { <div class="segments" role="group" aria-label={t.brief_sex(name)}>{ for Sex::ALL.map(choice) }</div> }
}

fn age(ctx: &Ctx, card: &PersonCard<'_>, name: &str) -> Html {
    let t = ctx.texts();
    let id = format!("person-age-{}", card.slot);
    let label =
        element("label", &[("class", "unseen")], vec![("for", id.clone().into())], vec![say(t.brief_age(name))]);
    let field = NumberField::labelled(Key::age(card.slot), card.age.to_string(), id);
    html! { <span class="person-age">{ label }{ field.html(ctx) }{ text(t.brief_years()) }</span> }
}

/// What is wrong with the age as typed.
fn fault(ctx: &Ctx, slot: PersonSlot) -> Html {
    let key = Key::age(slot);
    let Some(draft) = ctx.state().drafts.get(&key) else { return Html::default() };
    let words = say(number_fault(ctx.texts(), &draft.error));
    element("p", &[("class", "fault"), ("role", "alert")], vec![("id", fault_id(&key).into())], vec![words])
}

/// The source's own words for its person as it stands; where conditions are folded, how many there are.
fn about(ctx: &Ctx, card: &PersonCard<'_>, folded: Option<usize>) -> String {
    let t = ctx.texts();
    if let Some(source) = card.source.filter(|_| card.is_as_source && folded.is_none()) {
        return t.name(&source.about).to_string();
    }
    match folded {
        None => String::new(),
        Some(0) => t.brief_conditions_none().to_owned(),
        Some(count) => t.brief_conditions(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string()),
    }
}

fn menu(ctx: &Ctx, slot: PersonSlot, name: &str, naming: &UseStateHandle<bool>) -> Html {
    let t = ctx.texts();
    let rename = {
        let naming = naming.clone();
        Callback::from(move |()| naming.set(true))
    };
    let copy = {
        let ctx = ctx.clone();
        Callback::from(move |()| copy_person(&ctx, slot))
    };
    let remove = {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            dom::focus(super::person_line::FIELD);
            ctx.send(Action::Edit(ctx.state().scenario().remove_person(slot)));
        })
    };
    let entries = vec![
        Entry::Act(text(t.brief_card_copy()), copy),
        Entry::Act(text(t.brief_card_rename()), rename),
        Entry::Line,
        Entry::Act(text(t.brief_card_remove()), remove),
    ];
    html! { <Menu label={t.brief_card_menu(name)} class="icon" face={Icon::More.html()} {entries} /> }
}

/// Another person who is the same in all but the name.
fn copy_person(ctx: &Ctx, slot: PersonSlot) {
    let scenario = ctx.state().scenario();
    let Some(card) = scenario.person(slot) else { return };
    let person = NewPerson { sex: card.sex, age: card.age, conditions: super::conditions(ctx, slot) };
    if let Some((slot, edit)) = scenario.add_person(&person) {
        ctx.send(Action::Edit(edit));
        ctx.send(Action::SelectPerson(slot));
    }
}
