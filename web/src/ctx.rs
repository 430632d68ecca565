//! What every part of the page can reach: the state, the words and the way to change the state. It is handed down.
use crate::{
    state::{Action, AppState, PageCatalogue},
    text::Texts,
};
use model::edit::Edit;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::window;
use yew::{Callback, Properties, UseReducerHandle};

/// What waits for the next frame. It is done before anything else is, so that the order stays.
pub type Waiting = Rc<RefCell<Vec<Action>>>;

/// Handle of the page's state, with the number of the state that it was made for.
#[derive(Clone)]
pub struct Ctx {
    handle: UseReducerHandle<AppState>,
    revision: u32,
    waiting: Waiting,
}

/// The handle itself always leads to the newest state, so it is the number that tells two states apart.
impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Ctx {
    /// The handle of one drawing of the page.
    pub fn new(handle: UseReducerHandle<AppState>, waiting: Waiting) -> Self {
        Self { revision: handle.revision, handle, waiting }
    }

    /// The same as a state before: a part that is given it is not drawn anew until it is given another.
    #[must_use]
    pub fn as_of(&self, revision: u32) -> Self {
        Self { revision, ..self.clone() }
    }

    /// The state.
    pub fn state(&self) -> &AppState {
        &self.handle
    }

    /// The words in the page's language.
    pub fn texts(&self) -> Texts {
        Texts { lang: self.handle.lang }
    }

    /// The shipped models.
    pub fn catalogue(&self) -> &PageCatalogue {
        &self.handle.catalogue
    }

    /// Changes the state.
    pub fn send(&self, action: Action) {
        self.catch_up();
        self.handle.dispatch(action);
    }

    /// Changes the state with the next frame, together with all else that waits for it: the page is drawn once for what
    /// comes several times a frame.
    pub fn send_in_frame(&self, action: Action) {
        let is_first = self.waiting.borrow().is_empty();
        self.waiting.borrow_mut().push(action);
        if is_first {
            let ctx = self.clone();
            let draw = Closure::once_into_js(move || ctx.catch_up());
            if window().is_none_or(|window| window.request_animation_frame(draw.unchecked_ref()).is_err()) {
                self.catch_up();
            }
        }
    }

    /// Does what waits for the next frame now.
    pub fn catch_up(&self) {
        for action in self.waiting.take() {
            self.handle.dispatch(action);
        }
    }

    /// A callback that always does the same.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let ctx = self.clone();
        Callback::from(move |_| ctx.send(action.clone()))
    }

    /// A callback that always makes the same edit.
    pub fn on_edit<E: 'static>(&self, edit: Edit) -> Callback<E> {
        self.on(Action::Edit(edit))
    }
}

/// Properties of a component that needs nothing else.
#[derive(Clone, PartialEq, Properties)]
pub struct CtxProps {
    /// The handle.
    pub ctx: Ctx,
}
