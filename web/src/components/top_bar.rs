//! The frame over every view: views, the compared model, undo and redo, sharing, present mode and what is seldom wanted.
use super::{
    icon::Icon,
    menu::{Entry, Menu},
};
use crate::{
    ctx::{Ctx, CtxProps},
    state::{Action, View},
    text::{Lang, Texts},
    tools::memory::{Trouble, ask, remember},
};
use model::value::Key;
use report::columns::Column;
use web_sys::MouseEvent;
use yew::{Callback, Html, component, html};

/// The heading of a view.
pub fn view_name(texts: Texts, view: View) -> &'static str {
    match view {
        View::Brief => texts.view_brief(),
        View::Model => texts.view_model(),
        View::Practice => texts.view_practice(),
        View::Region => texts.view_region(),
        View::Staffing => texts.view_staffing(),
        View::Method => texts.view_method(),
    }
}

/// The name of a model in tables and charts.
pub fn column_name(texts: Texts, column: Column) -> &'static str {
    match column {
        Column::Earlier => texts.column_earlier(),
        Column::Current => texts.column_current_year(),
        Column::Proposal => texts.column_proposal(),
        Column::Scenario => texts.column_scenario(),
    }
}

/// The bar.
#[component]
pub fn TopBar(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let (texts, state) = (ctx.texts(), ctx.state());
    let present = if state.present { texts.present_stop() } else { texts.present() };
    html! {
        <header class="top">
            <a class="skip" href="#main">{ texts.skip_to_content() }</a>
            <span class="brand">{ texts.app_name() }</span>
            <nav aria-label={texts.nav_label()}>
                <ul>{ for View::ALL.map(|view| link(ctx, view)) }</ul>
            </nav>
            <div class="tools">
                { against(ctx) }
                { step(texts.undo(), Icon::Undo, state.history.can_undo(), ctx.on(Action::Undo)) }
                { step(texts.redo(), Icon::Redo, state.history.can_redo(), ctx.on(Action::Redo)) }
                <button type="button" class="share" aria-haspopup="dialog" onclick={ctx.on(Action::Share(true))}>
                    { texts.share() }
                </button>
                <button type="button" class="primary" aria-pressed={state.present.to_string()}
                    onclick={ctx.on(Action::Present(!state.present))}>{ present }</button>
                { more(ctx) }
            </div>
        </header>
    }
}

fn link(ctx: &Ctx, view: View) -> Html {
    let current = (ctx.state().view == view).then_some("page");
    let t = ctx.texts();
    let name = if view == View::Method { t.nav_method() } else { view_name(t, view) };
    html! { <li><a href={view.hash()} aria-current={current} data-name={name}>{ name }</a></li> }
}

fn step(name: &'static str, icon: Icon, can: bool, press: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon undo" aria-label={name} title={name} onclick={press}
            aria-disabled={(!can).to_string()}>{ icon.html() }</button>
    }
}

/// The model that nuläget is compared with, and the others that it can be compared with. Where nothing is compared the
/// control is not there.
fn against(ctx: &Ctx) -> Html {
    let (t, state) = (ctx.texts(), ctx.state());
    if matches!(state.view, View::Staffing | View::Method) {
        return Html::default();
    }
    let choice = |column: Column, counted: Option<String>| {
        let counted = counted.map(|words| html! { <span class="counted">{ words }</span> });
        let face = html! { <>{ model_mark(column) }<span>{ compared_name(t, column) }</span>{ example(ctx, column) }{ counted }</> };
        Entry::Choice(face, state.compared == column, ctx.on(Action::Compare(column)))
    };
    let mut entries = vec![choice(Column::Proposal, None)];
    if state.has_scenario() {
        let count = state.scenario().differences().iter().filter(|one| !matches!(one.key, Key::Staff(_))).count();
        entries.push(choice(
            Column::Scenario,
            Some(t.compare_changes(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string())),
        ));
    }
    entries.push(choice(Column::Earlier, None));
    let column = state.compared;
    let face = html! {
        <>{ model_mark(column) }<strong>{ compared_name(t, column) }</strong>
        <span class="long">{ example(ctx, column) }</span>{ Icon::Open.html() }</>
    };
    let label = t.compare_label(compared_name(t, column));
    html! {
        <>
            <span class="against" aria-hidden="true"><span>{ t.compare_against() }</span></span>
            <Menu {label} {face} {entries} />
        </>
    }
}

/// The name of a model where it is chosen to compare with.
fn compared_name(t: Texts, column: Column) -> &'static str {
    match column {
        Column::Earlier => t.compare_earlier(),
        other => column_name(t, other),
    }
}

fn example(ctx: &Ctx, column: Column) -> Html {
    let is_example = column == Column::Proposal && ctx.state().tariffs.proposal.model.is_illustrative();
    if !is_example {
        return Html::default();
    }
    html! { <span class="soft">{ ctx.texts().compare_examples() }</span> }
}

/// The sign of a model, wherever it is named by one: its form says as much as its colour.
pub fn model_mark(column: Column) -> Html {
    let (class, sign) = match column {
        Column::Earlier | Column::Current => ("against-mark", "□"),
        Column::Proposal => ("against-mark", "●"),
        Column::Scenario => ("against-mark scenario", "◆"),
    };
    html! { <span {class} aria-hidden="true">{ sign }</span> }
}

fn more(ctx: &Ctx) -> Html {
    let (t, state) = (ctx.texts(), ctx.state());
    let other = Lang::ALL.into_iter().find(|lang| *lang != state.lang).unwrap_or(state.lang);
    let remembers = state.tools.memory.on;
    let switch = {
        let ctx = ctx.clone();
        Callback::from(move |()| remember(&ctx, !remembers))
    };
    let clear = {
        let ctx = ctx.clone();
        Callback::from(move |()| ask(&ctx, true))
    };
    let language = html! { <span lang={other.code()}>{ t.language_other() }</span> };
    // on a phone there is no room for them in the row
    let narrow =
        |name: &'static str, action| Entry::Act(html! { <span class="narrow">{ name }</span> }, ctx.on(action));
    let mut entries = vec![
        narrow(t.undo(), Action::Undo),
        narrow(t.redo(), Action::Redo),
        narrow(t.share(), Action::Share(true)),
        narrow(t.present(), Action::Present(true)),
        Entry::Act(language, ctx.on(Action::Speak(other))),
    ];
    // what cannot be read is not written over
    if state.tools.memory.trouble != Some(Trouble::Unreadable) {
        let face = html! { <span>{ t.memory_label() }<span class="about">{ t.memory_about() }</span></span> };
        entries.push(Entry::Switch(face, remembers, switch));
    }
    entries.extend([Entry::Line, Entry::Act(Html::from(t.clear_all()), clear)]);
    html! { <Menu label={t.more_menu()} class="icon" face={Icon::More.html()} {entries} /> }
}
