//! "+ Tillstånd": a field that is searched by name, abbreviation or ATC code, with what it finds in a list under it.
use super::person_line::lexicon;
use crate::{
    components::icon::Icon,
    ctx::Ctx,
    dom,
    present::{
        card_words::{left_out, short_name},
        term::factor,
    },
    state::Action,
};
use exchange::person_line::Match;
use model::{
    edit::Edit,
    id::Id,
    person_cards::PersonSlot,
    value::{Key, Value},
};
use web_sys::{
    Element, FocusEvent, HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent, Node, wasm_bindgen::JsCast,
};
use yew::{
    Callback, Html, NodeRef, Properties, TargetCast, UseStateHandle, component, html, use_effect_with, use_node_ref,
    use_state,
};

/// The control's properties.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AddConditionProps {
    /// The handle.
    pub ctx: Ctx,
    /// The person's place.
    pub slot: PersonSlot,
    /// What the person is called.
    pub name: String,
    /// The conditions that the person has.
    pub has: Vec<Id>,
}

/// What is searched for, and which row of the list is the current one.
#[derive(Clone, Default, PartialEq)]
struct Search {
    open: bool,
    text: String,
    at: usize,
}

/// The button with its field and list.
#[component]
pub(super) fn AddCondition(props: &AddConditionProps) -> Html {
    let AddConditionProps { ctx, slot, name, .. } = props;
    let t = ctx.texts();
    let (search, whole) = (use_state(Search::default), use_node_ref());
    {
        let (id, open) = (field_id(*slot), search.open);
        use_effect_with(open, move |open| {
            if *open {
                dom::focus(&id);
            }
        });
    }
    let press = {
        let search = search.clone();
        Callback::from(move |_: MouseEvent| search.set(Search { open: !search.open, ..Search::default() }))
    };
    let onfocusout = {
        let (search, whole) = (search.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            if !whole.cast::<Node>().is_some_and(|whole| whole.contains(to.as_ref())) {
                search.set(Search::default());
            }
        })
    };
    // an empty part holds its place, so that the button beside it stays the same node and keeps the focus
    let list = if search.open { list(props, &search, &whole) } else { Html::default() };
    html! {
        <div class="menu" ref={whole.clone()} {onfocusout}>
            <button type="button" class="chip add" aria-expanded={search.open.to_string()} aria-label={t.brief_add_condition_for(name)}
                onclick={press}>{ Icon::Add.html() }{ t.brief_add_condition() }</button>
            { list }
        </div>
    }
}

fn field_id(slot: PersonSlot) -> String {
    format!("condition-search-{slot}")
}

fn list(props: &AddConditionProps, search: &UseStateHandle<Search>, whole: &NodeRef) -> Html {
    let AddConditionProps { ctx, slot, .. } = props;
    let t = ctx.texts();
    let found = lexicon(ctx).find(&search.text);
    let conditions = found.iter().filter_map(|found| match found {
        Match::Condition(id) => Some(id).filter(|id| !props.has.contains(id)),
        Match::LeftOut(_) => None,
    });
    let conditions: Vec<Id> = conditions.cloned().collect();
    let drugs = found.iter().filter_map(|found| match found {
        Match::LeftOut(id) => ctx.catalogue().left_out().iter().find(|drugs| drugs.id == *id),
        Match::Condition(_) => None,
    });
    let notes: Vec<String> = drugs.map(|drugs| left_out(t, drugs)).take(2).collect();
    let at = search.at.min(conditions.len().saturating_sub(1));
    let list_id = format!("condition-list-{slot}");
    let option_id = |at: usize| format!("{list_id}-{at}");
    let take = {
        let (ctx, slot, search, whole) = (ctx.clone(), *slot, search.clone(), whole.clone());
        move |id: &Id| {
            search.set(Search::default());
            focus_button(&whole);
            ctx.send(Action::Edit(Edit::set(Key::condition(slot, id), Value::Yes(true))));
        }
    };
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            search.set(Search { open: true, text, at: 0 });
        })
    };
    let onkeydown = on_key(search, whole, (at, conditions.clone()), take.clone());
    let options = conditions.iter().enumerate().map(|(place, id)| {
        let (take, own) = (take.clone(), id.clone());
        // the field keeps the focus while the list is pressed
        let hold = Callback::from(|event: MouseEvent| event.prevent_default());
        let press = Callback::from(move |_: MouseEvent| take(&own));
        let title = factor(t, ctx.catalogue(), id);
        html! {
            <div role="option" id={option_id(place)} aria-selected={(place == at).to_string()} {title}
                onmousedown={hold} onclick={press}>{ short_name(t, ctx.catalogue(), id) }</div>
        }
    });
    let options: Html = options.collect();
    let nothing = (conditions.is_empty() && notes.is_empty()).then(|| t.brief_search_none());
    html! {
        <div class="menu-list condition-search">
            <input type="text" id={field_id(*slot)} role="combobox" autocomplete="off" spellcheck="false" aria-expanded="true"
                aria-autocomplete="list" aria-controls={list_id.clone()} aria-label={t.brief_search()} placeholder={t.brief_search()}
                aria-activedescendant={(!conditions.is_empty()).then(|| option_id(at))} value={search.text.clone()} {oninput} {onkeydown} />
            <div role="listbox" id={list_id} aria-label={t.brief_add_condition_for(&props.name)}>{ options }</div>
            <div role="status">{ for notes.into_iter().map(|words| html! { <p class="about">{ words }</p> }) }{ nothing }</div>
        </div>
    }
}

fn on_key(
    search: &UseStateHandle<Search>,
    whole: &NodeRef,
    (at, conditions): (usize, Vec<Id>),
    take: impl Fn(&Id) + 'static,
) -> Callback<KeyboardEvent> {
    let (search, whole) = (search.clone(), whole.clone());
    Callback::from(move |event: KeyboardEvent| {
        let last = conditions.len().saturating_sub(1);
        let step = |at: usize| search.set(Search { at, ..(*search).clone() });
        match event.key().as_str() {
            "ArrowDown" => step(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => step(at.checked_sub(1).unwrap_or(last)),
            "Enter" => conditions.get(at).into_iter().for_each(&take),
            "Escape" => {
                focus_button(&whole);
                search.set(Search::default());
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

fn focus_button(whole: &NodeRef) {
    let button = whole.cast::<Element>().and_then(|whole| whole.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
