//! Undo and redo over whole states. Knows nothing of what a state is.
use std::rc::Rc;

/// A present state with those before it and those undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<T> {
    past: Vec<Rc<T>>,
    present: Rc<T>,
    future: Vec<Rc<T>>,
}

impl<T: PartialEq> History<T> {
    /// Steps that are kept; the oldest go first.
    pub const DEPTH: usize = 500;

    /// A history of one state.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present: Rc::new(present), future: Vec::new() }
    }

    /// The state in force.
    pub fn present(&self) -> &Rc<T> {
        &self.present
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// With a new present; an equal state is no step.
    #[must_use]
    pub fn step(&self, next: T) -> Self
    where
        T: Clone,
    {
        if next == *self.present {
            return self.clone();
        }
        let keep = self.past.len().saturating_sub(Self::DEPTH - 1);
        let past = self.past.iter().skip(keep).chain([&self.present]).cloned().collect();
        Self { past, present: Rc::new(next), future: Vec::new() }
    }

    /// One step back, if there is one.
    #[must_use]
    pub fn undo(&self) -> Self
    where
        T: Clone,
    {
        let mut history = self.clone();
        if let Some(before) = history.past.pop() {
            history.future.push(std::mem::replace(&mut history.present, before));
        }
        history
    }

    /// One step forward again, if there is one.
    #[must_use]
    pub fn redo(&self) -> Self
    where
        T: Clone,
    {
        let mut history = self.clone();
        if let Some(after) = history.future.pop() {
            history.past.push(std::mem::replace(&mut history.present, after));
        }
        history
    }
}
