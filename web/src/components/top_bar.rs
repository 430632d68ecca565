//! The bar over every view: views, leading model, undo and redo, present mode, language.
use crate::{
    ctx::{Ctx, CtxProps},
    state::{Action, View},
    text::{Lang, Texts},
};
use report::columns::Column;
use yew::{Html, component, html};

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
    let other = Lang::ALL.into_iter().find(|lang| *lang != state.lang).unwrap_or(state.lang);
    let (undo, redo) = (state.history.can_undo(), state.history.can_redo());
    html! {
        <header class="top">
            <a class="skip" href="#main">{ texts.skip_to_content() }</a>
            <span class="brand">{ texts.app_name() }</span>
            <nav aria-label={texts.nav_label()}>
                <ul>{ for View::ALL.map(|view| link(ctx, view)) }</ul>
            </nav>
            <div class="tools">
                { leads(ctx) }
                <button type="button" onclick={ctx.on(Action::Undo)} aria-disabled={(!undo).to_string()}>{ texts.undo() }</button>
                <button type="button" onclick={ctx.on(Action::Redo)} aria-disabled={(!redo).to_string()}>{ texts.redo() }</button>
                <button type="button" aria-pressed={state.present.to_string()}
                    onclick={ctx.on(Action::Present(!state.present))}>
                    { if state.present { texts.present_stop() } else { texts.present() } }
                </button>
                <button type="button" lang={other.code()} onclick={ctx.on(Action::Speak(other))}>
                    { texts.language_other() }
                </button>
            </div>
        </header>
    }
}

fn link(ctx: &Ctx, view: View) -> Html {
    let current = (ctx.state().view == view).then_some("page");
    html! { <li><a href={view.hash()} aria-current={current}>{ view_name(ctx.texts(), view) }</a></li> }
}

fn leads(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let columns = [
        (Column::Current, texts.column_current()),
        (Column::Proposal, texts.column_proposal()),
        (Column::Scenario, texts.column_scenario()),
    ];
    html! {
        <div class="segments" role="group" aria-label={texts.lead_label()}>
            { for columns.map(|(column, name)| html! {
                <button type="button" aria-pressed={(ctx.state().lead == column).to_string()}
                    onclick={ctx.on(Action::Lead(column))}>{ name }</button>
            }) }
        </div>
    }
}
