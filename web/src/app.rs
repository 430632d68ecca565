//! The page as a whole: state, bar, view, explanation. Knows nothing of what a view shows.
use crate::{
    components::{
        clear_dialog::ClearDialog,
        status::use_status,
        toast::Toast,
        top_bar::{TopBar, view_name},
        why::WhyDialog,
    },
    ctx::{Ctx, CtxProps},
    dialogs, dom, lazy,
    state::{Action, AppState, PageCatalogue, View},
    text::{Lang, Texts},
};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, KeyboardEvent, window};
use yew::{Html, Properties, component, hook, html, use_effect_with, use_memo, use_reducer};

/// The root's properties.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    catalogue: PageCatalogue,
}

/// Starts the page in an element, or says there that its models cannot be read.
pub fn start(root: Element) {
    match PageCatalogue::shipped() {
        #[cfg(feature = "gallery")]
        Some(catalogue) => {
            let props = crate::gallery::GalleryProps { catalogue };
            drop(yew::Renderer::<crate::gallery::Gallery>::with_root_and_props(root, props).render());
        }
        #[cfg(not(feature = "gallery"))]
        Some(catalogue) => drop(yew::Renderer::<Page>::with_root_and_props(root, PageProps { catalogue }).render()),
        None => root.set_text_content(Some(Texts { lang: Lang::Sv }.house_broken())),
    }
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| first_state(props.catalogue.clone()));
    let waiting = use_memo((), |()| RefCell::default());
    let ctx = Ctx::new(state, waiting);
    use_address(&ctx);
    use_keys(&ctx);
    use_dialogs();
    use_document(&ctx);
    use_views(&ctx);
    use_memory(&ctx);
    let status = use_status(&ctx);
    let (state, texts) = (ctx.state(), ctx.texts());
    let busy = lazy::waits(&ctx).then_some("true");
    html! {
        <div class={classes(&ctx)}>
            <TopBar ctx={ctx.as_of(state.rested())} />
            <p class="guard-print">{ texts.guard_print() }</p>
            <main id="main" tabindex="-1" class={state.view.hash().strip_prefix("#/")} aria-busy={busy}>
                <Shown ctx={ctx.as_of(state.view_revision)} />
            </main>
            { lazy::drawer(&ctx) }
            <footer class="foot"><p>{ texts.privacy_line() }</p></footer>
            { status }
            <Toast ctx={ctx.as_of(state.rested())} />
            { lazy::overlays(&ctx) }
            <ClearDialog ctx={ctx.clone()} />
            <WhyDialog {ctx} />
        </div>
    }
}

/// The view, which stands as it is while an explanation is opened over it.
#[component]
fn Shown(props: &CtxProps) -> Html {
    lazy::show(&props.ctx)
}

/// `guarded`: what stands on the screen must not be printed as it stands.
fn classes(ctx: &Ctx) -> &'static str {
    match (ctx.state().present, lazy::hides(ctx), ctx.state().shows_drawer()) {
        (true, _, _) => "page present",
        (false, true, false) => "page guarded",
        (false, true, true) => "page guarded with-drawer",
        (false, false, false) => "page",
        (false, false, true) => "page with-drawer",
    }
}

/// The page as it is at the address that it was opened with.
fn first_state(catalogue: PageCatalogue) -> AppState {
    let hash = address();
    let (view, tab) = View::from_hash(&hash);
    AppState::new(catalogue, view, document_language()).at_tab(tab)
}

/// The language that the document says it is in.
fn document_language() -> Lang {
    let root = dom::document().and_then(|document| document.document_element());
    root.and_then(|root| Lang::from_code(&root.get_attribute("lang")?)).unwrap_or(Lang::Sv)
}

fn address() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

#[hook]
fn use_address(ctx: &Ctx) {
    let ctx = ctx.clone();
    use_effect_with((), move |()| {
        #[cfg(feature = "saved-models")]
        spawn_local(crate::saved_models::follow(ctx.clone()));
        let go = move || {
            let hash = address();
            // the skip link points into the page, not to a view
            if hash.starts_with("#/") || hash.is_empty() {
                commit_typing();
                let (view, tab) = View::from_hash(&hash);
                ctx.send(Action::Go(view, tab.map(str::to_owned)));
                lazy::follow(&ctx, &hash);
            }
        };
        let listener = window().map(|window| EventListener::new(&window, "hashchange", move |_| go()));
        move || drop(listener)
    });
}

/// Back closes the innermost dialog.
#[hook]
fn use_dialogs() {
    use_effect_with((), |()| {
        let listener = dialogs::follow_history();
        move || drop(listener)
    });
}

/// The other views are fetched once the first view is drawn, and again when one is wanted that did not come.
#[hook]
fn use_views(ctx: &Ctx) {
    let ctx = ctx.clone();
    let wanted = (ctx.state().view, ctx.state().views_failed);
    use_effect_with(wanted, move |(_, failed)| {
        if !failed {
            spawn_local(lazy::load(ctx, address));
        }
    });
}

/// What is to be remembered on this computer is written after each change, and what another tab does is heard.
#[hook]
fn use_memory(ctx: &Ctx) {
    let ctx = ctx.clone();
    let heard = ctx.clone();
    use_effect_with((), move |()| {
        let listener =
            window().map(|window| EventListener::new(&window, "storage", move |_| lazy::changed_elsewhere(&heard)));
        move || drop(listener)
    });
    use_effect_with(ctx.state().revision, move |_| lazy::keep(&ctx));
}

/// A field that is being typed in says its text before its view goes.
fn commit_typing() {
    let active = dom::document().and_then(|document| document.active_element());
    if let Some(field) = active.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.blur();
    }
}

/// Ctrl+Z and Ctrl+Y outside text fields (there they belong to the text), M for the drawer, Escape out of present mode. While a dialog is
/// open keys are its own.
#[hook]
fn use_keys(ctx: &Ctx) {
    let ctx = ctx.clone();
    use_effect_with(ctx.state().present, move |present| {
        let present = *present;
        let listener = window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let open = ctx.state().drawer.open;
                if let Some(action) =
                    event.dyn_ref::<KeyboardEvent>().and_then(|event| key_action(event, present, open))
                {
                    event.prevent_default();
                    ctx.send(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn key_action(event: &KeyboardEvent, present: bool, drawer: bool) -> Option<Action> {
    if dialogs::is_any_open() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_text = target.as_ref().is_some_and(|element| element.matches("input[type=text]").unwrap_or(false));
    let in_field =
        in_text || target.as_ref().is_some_and(|element| element.matches("textarea, select").unwrap_or(false));
    let command = (event.ctrl_key() || event.meta_key()) && !in_text;
    match event.key().as_str() {
        "z" if command && !event.shift_key() => Some(Action::Undo),
        "y" | "Z" if command => Some(Action::Redo),
        "m" | "M" if !in_field && !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !present => {
            Some(Action::OpenDrawer(!drawer))
        }
        "Escape" if present && !event.default_prevented() => Some(Action::Present(false)),
        _ => None,
    }
}

/// Language and title of the document follow the page.
#[hook]
fn use_document(ctx: &Ctx) {
    let texts = ctx.texts();
    let title = texts.page_title(view_name(texts, ctx.state().view));
    let is_here = lazy::has(ctx.state().view);
    use_effect_with((texts.lang, title, is_here), move |(lang, title, is_here)| {
        if let Some(document) = dom::document() {
            document.set_title(title);
            if let Some(root) = document.document_element() {
                let _ = root.set_attribute("lang", lang.code());
            }
            // the shell waits for this, and so do the page tests
            if let Some(app) = document.get_element_by_id("app").filter(|_| *is_here) {
                let _ = app.set_attribute("data-ready", "true");
            }
        }
    });
}
