//! What is worked out of a state only when it is asked for, and then once. Knows nothing of how.
use super::AppState;
use crate::tools::staffing::Worked;
use report::guard::Protection;
use std::{cell::OnceCell, rc::Rc};

/// Belongs to one scenario and one threshold of small numbers.
#[derive(Default)]
pub struct Derived {
    protection: OnceCell<Rc<Protection>>,
    plan: OnceCell<Rc<Worked>>,
    plan_before: Option<Rc<Worked>>,
}

impl Derived {
    /// Of the state after a change: the same where what it is worked out of is the same.
    pub fn after(before: &AppState, after: &AppState) -> Rc<Self> {
        let fewest = |state: &AppState| state.tools.guard.fewest();
        let is_same = Rc::ptr_eq(before.history.present(), after.history.present()) && fewest(before) == fewest(after);
        if is_same {
            return Rc::clone(&before.derived);
        }
        let plan_before = before.derived.plan.get().or(before.derived.plan_before.as_ref()).cloned();
        Rc::new(Self { plan_before, ..Self::default() })
    }

    /// What is hidden of the practice.
    pub fn protection(&self, make: impl FnOnce() -> Protection) -> Rc<Protection> {
        Rc::clone(self.protection.get_or_init(|| Rc::new(make())))
    }

    /// The plan for doctors; it may take over what the one before is worked out of too.
    pub fn plan(&self, make: impl FnOnce(Option<&Rc<Worked>>) -> Rc<Worked>) -> Rc<Worked> {
        Rc::clone(self.plan.get_or_init(|| make(self.plan_before.as_ref())))
    }
}
