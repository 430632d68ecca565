//! What every part of the page can reach: the state, the words and the way to change the state. It is handed down.
use crate::{
    state::{Action, AppState, House},
    text::Texts,
};
use model::edit::Edit;
use yew::{Callback, Properties, UseReducerHandle};

/// Handle of the page's state.
#[derive(Clone)]
pub struct Ctx(pub UseReducerHandle<AppState>);

/// Each action makes a state of its own, so two handles are equal when they hold the same one.
impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&raw const *self.0, &raw const *other.0)
    }
}

impl Ctx {
    /// The state.
    pub fn state(&self) -> &AppState {
        &self.0
    }

    /// The words in the page's language.
    pub fn texts(&self) -> Texts {
        Texts { lang: self.0.lang }
    }

    /// The shipped models.
    pub fn house(&self) -> &House {
        &self.0.house
    }

    /// Changes the state.
    pub fn send(&self, action: Action) {
        self.0.dispatch(action);
    }

    /// A callback that always does the same.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatcher = self.0.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(action.clone()))
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
