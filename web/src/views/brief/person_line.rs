//! A person typed in one line: what it would bring is shown while it is typed, and what was not understood is told.
use super::compared;
use crate::{
    components::{
        icon::Icon,
        parts::{el, element, say, text},
    },
    ctx::Ctx,
    dom,
    present::card_words::{change_words, kronor, lacking, remarks, short_name},
    state::Action,
};
use exchange::person_line::{Lexicon, PersonLine, Remark, read};
use model::{
    case_mix::ConditionSet,
    id::Id,
    person_cards::{NewPerson, PersonSlot},
    practice::Person,
};
use report::{brief::person_paid, columns::Column};
use std::rc::Rc;
use web_sys::{HtmlInputElement, InputEvent, MouseEvent, SubmitEvent};
use yew::{Callback, Html, Properties, TargetCast, UseStateHandle, component, html, use_memo, use_state};

/// The id of the field.
pub(super) const FIELD: &str = "person-line";

/// The field's properties.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PersonLineProps {
    /// The handle.
    pub ctx: Ctx,
    /// What today is compared with.
    pub against: Column,
}

/// The field, what its text would bring, and the button that adds the person.
#[component]
pub(super) fn PersonLineField(props: &PersonLineProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let typed = use_state(String::new);
    // the words hang on which conditions there are, not on their weights
    let model = words_of(ctx).model.id.clone();
    let lexicon = {
        let ctx = ctx.clone();
        use_memo(model, move |_| lexicon(&ctx))
    };
    let line = read(&typed, &lexicon);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onsubmit = {
        let (ctx, typed, line) = (ctx.clone(), typed.clone(), line.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if add(&ctx, &line) {
                typed.set(String::new());
            }
            dom::focus(FIELD);
        })
    };
    let is_empty = typed.trim().is_empty();
    let preview = (!is_empty).then(|| preview(ctx, &line, props.against)).flatten();
    let help = (!is_empty).then(|| help(ctx, &line, &typed)).flatten();
    html! {
        <form class="person-line" {onsubmit}>
            <div class="line-field">
                { Icon::Add.html() }
                <label for={FIELD}>{ t.brief_line_label() }</label>
                <input type="text" id={FIELD} autocomplete="off" spellcheck="false" autocapitalize="none"
                    placeholder={t.brief_line_example()} value={(*typed).clone()} {oninput} aria-describedby="person-line-help" />
                <span class="line-preview">{ preview }</span>
            </div>
            <button type="submit">{ t.brief_line_add() }</button>
            <div class="line-help" id="person-line-help" role="status">{ help }</div>
        </form>
    }
}

/// The tariff whose conditions are understood: the compared one's, or the proposal's where it has none.
fn words_of(ctx: &Ctx) -> &Rc<model::tariff::Tariff> {
    let tariffs = &ctx.state().tariffs;
    tariffs.get(compared(ctx)).filter(|tariff| tariff.model.case_mix().is_some()).unwrap_or(&tariffs.proposal)
}

/// The words that a line is read by.
pub(super) fn lexicon(ctx: &Ctx) -> Lexicon {
    let model = &words_of(ctx).model;
    Lexicon::new(model.case_mix(), &model.id, ctx.catalogue().left_out(), ctx.catalogue().words())
}

/// Adds the person of the line; whether it was one.
fn add(ctx: &Ctx, line: &PersonLine) -> bool {
    let (Some(sex), Some(age)) = (line.sex, line.age) else { return false };
    if is_open(line) {
        return false;
    }
    let person = NewPerson { sex, age, conditions: line.conditions.clone() };
    let Some((slot, edit)) = ctx.state().scenario().add_person(&person) else { return false };
    ctx.send(Action::Edit(edit));
    ctx.send(Action::SelectPerson(slot));
    true
}

/// Whether something of the line waits for an answer: "ej KOL" is no KOL, and of two kinds of diabetes one is meant.
fn is_open(line: &PersonLine) -> bool {
    line.remarks
        .iter()
        .any(|remark| matches!(remark, Remark::Ambiguous { .. } | Remark::Unknown { .. } | Remark::NoAge { .. }))
}

/// What the person would bring today and then.
fn preview(ctx: &Ctx, line: &PersonLine, against: Column) -> Option<Html> {
    let (t, tariffs) = (ctx.texts(), &ctx.state().tariffs);
    let (sex, age) = (line.sex?, line.age?);
    let whole = |column| {
        let tariff = tariffs.get(column)?;
        let position = |id: &Id| tariff.model.case_mix()?.position(id);
        let conditions = ConditionSet::of(line.conditions.iter().filter_map(position));
        Some(person_paid(tariff, &Person { sex, age, conditions }).whole())
    };
    let (today, then) = (whole(Column::Current)?, whole(against)?);
    let (sign, words, class) = change_words(t, today, then);
    let sign = element("span", &[("aria-hidden", "true")], Vec::new(), vec![text(sign), text(" ")]);
    let from_to = t.brief_line_preview(&kronor_number(ctx, today), &kronor(t, then));
    Some(html! { <>{ from_to }{ " " }<span {class}>{ sign }{ words }</span></> })
}

fn kronor_number(ctx: &Ctx, whole: rust_decimal::Decimal) -> String {
    crate::present::amount::number(ctx.texts().lang, whole, 0, exchange::number::Sign::Auto)
}

/// What was not understood, what is asked back, and what is missing; none where there is nothing to say.
fn help(ctx: &Ctx, line: &PersonLine, typed: &UseStateHandle<String>) -> Option<Html> {
    let t = ctx.texts();
    let mut parts: Vec<Html> = remarks(ctx, line).into_iter().map(|words| el("p", &[], vec![say(words)])).collect();
    parts.extend(line.remarks.iter().filter_map(|remark| question(ctx, remark, typed)));
    let is_full = ctx.state().scenario().persons().count() >= usize::from(PersonSlot::MOST);
    if is_full {
        parts.push(el("p", &[], vec![say(t.brief_line_full(&PersonSlot::MOST.to_string()))]));
    }
    parts.extend(is_open(line).then(|| el("p", &[], vec![text(t.brief_line_open())])));
    parts.extend(lacking(t, line).map(|words| el("p", &[], vec![text(words)])));
    (!parts.is_empty()).then(|| parts.into_iter().collect())
}

/// A word of several conditions with a button for each; a slip with the word that was likely meant.
fn question(ctx: &Ctx, remark: &Remark, typed: &UseStateHandle<String>) -> Option<Html> {
    let t = ctx.texts();
    let (word, words, choices) = match remark {
        Remark::Ambiguous { word, conditions } => {
            let names =
                conditions.iter().map(|id| crate::present::term::factor(t, ctx.catalogue(), id)).collect::<Vec<_>>();
            let shown = conditions.iter().map(|id| short_name(t, ctx.catalogue(), id));
            (word, t.brief_line_ambiguous(word), shown.zip(names).collect::<Vec<_>>())
        }
        Remark::Unknown { word, near: Some(near) } => {
            (word, t.brief_line_near().to_owned(), vec![(near.clone(), near.clone())])
        }
        _ => return None,
    };
    let buttons = choices.into_iter().map(|(shown, name)| {
        let (typed, word) = (typed.clone(), word.clone());
        let press = Callback::from(move |_: MouseEvent| {
            typed.set(typed.replacen(&word, &name, 1));
            dom::focus(FIELD);
        });
        html! { <button type="button" onclick={press}>{ shown }</button> }
    });
    Some(html! { <p class="ask"><span>{ words }</span>{ for buttons }</p> })
}
