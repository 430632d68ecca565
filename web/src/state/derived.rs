//! What is worked out of a state only when it is asked for, and then once. Knows nothing of how.
use super::AppState;
use crate::tools::staffing::Worked;
use report::{columns::Tariffs, estimate::Completed, guard::Protection, practice::PracticeColumn};
use std::{cell::OnceCell, rc::Rc};

/// Belongs to one scenario and one threshold of small numbers, and what is paid to one set of tariffs.
#[derive(Default)]
pub struct Derived {
    protection: OnceCell<Rc<Protection>>,
    completed: OnceCell<Option<Rc<Completed>>>,
    paid: OnceCell<Rc<[PracticeColumn]>>,
    plan: OnceCell<Rc<Worked>>,
    plan_before: Option<Rc<Worked>>,
}

impl Derived {
    /// Of the state after a change: the same where what it is worked out of is the same.
    pub fn after(before: &AppState, after: &AppState) -> Rc<Self> {
        let fewest = |state: &AppState| state.tools.guard.fewest();
        let is_same = Rc::ptr_eq(before.history.present(), after.history.present()) && fewest(before) == fewest(after);
        if is_same && is_same_pay(&before.tariffs, &after.tariffs) {
            return Rc::clone(&before.derived);
        }
        if is_same {
            // a weight is only tried: who is listed is as it was
            let Self { protection, completed, plan, plan_before, .. } = &*before.derived;
            let (protection, completed, plan, plan_before) =
                (protection.clone(), completed.clone(), plan.clone(), plan_before.clone());
            return Rc::new(Self { protection, completed, plan, plan_before, ..Self::default() });
        }
        let plan_before = before.derived.plan.get().or(before.derived.plan_before.as_ref()).cloned();
        Rc::new(Self { plan_before, ..Self::default() })
    }

    /// What is hidden of the practice.
    pub fn protection(&self, make: impl FnOnce() -> Protection) -> Rc<Protection> {
        Rc::clone(self.protection.get_or_init(|| Rc::new(make())))
    }

    /// The practice with estimates of what has not been entered.
    pub fn completed(&self, make: impl FnOnce() -> Option<Completed>) -> Option<Rc<Completed>> {
        self.completed.get_or_init(|| make().map(Rc::new)).clone()
    }

    /// What each model pays the practice.
    pub fn paid(&self, make: impl FnOnce() -> Vec<PracticeColumn>) -> Rc<[PracticeColumn]> {
        Rc::clone(self.paid.get_or_init(|| make().into()))
    }

    /// The plan for doctors; it may take over what the one before is worked out of too.
    pub fn plan(&self, make: impl FnOnce(Option<&Rc<Worked>>) -> Rc<Worked>) -> Rc<Worked> {
        Rc::clone(self.plan.get_or_init(|| make(self.plan_before.as_ref())))
    }
}

/// Whether two sets are the same tariffs; a scenario that cannot be worked out is none.
fn is_same_pay(before: &Tariffs, after: &Tariffs) -> bool {
    let scenario = before.scenario.as_ref().ok().zip(after.scenario.as_ref().ok());
    scenario.is_some_and(|(before, after)| Rc::ptr_eq(before, after)) && Rc::ptr_eq(&before.proposal, &after.proposal)
}
