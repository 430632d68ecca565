//! Many vårdcentraler at once: a list that comes in, and what its doctors cover by the guideline. Passes no verdict.
mod results;
mod table;
mod take_in;
mod was_read;

use crate::{
    components::parts::{all, button, el, folded, paragraph, section, text},
    ctx::Ctx,
    desk::{guard::published_list, staff_list::Stage},
};
use model::{
    edit::Edit,
    staffing::{
        Guideline,
        practices::{RegionOutcome, practices},
        staff::PracticeStaff,
    },
};
use std::{cell::RefCell, rc::Rc};
use yew::Html;

/// The heading's id, where the focus goes when what it stood on is gone.
const HEADING: &str = "staff-region";

/// The list that has been taken in, and what it comes to.
#[derive(Clone)]
struct Shown {
    list: Rc<[PracticeStaff]>,
    outcome: Rc<RegionOutcome>,
    guideline: Guideline,
}

thread_local! {
    /// The last one: most drawings of the page change nothing of it.
    static LAST: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

impl Shown {
    fn of(list: &Rc<[PracticeStaff]>, guideline: &Guideline) -> Self {
        let make = || Self {
            list: Rc::clone(list),
            outcome: Rc::new(practices(list, guideline)),
            guideline: guideline.clone(),
        };
        let kept = LAST.with(|last| {
            let mut last = last.try_borrow_mut().ok()?;
            let same = last.as_ref().is_some_and(|last| Rc::ptr_eq(&last.list, list) && last.guideline == *guideline);
            if !same {
                *last = Some(make());
            }
            last.clone()
        });
        kept.unwrap_or_else(make)
    }
}

/// The section.
pub fn region(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let list = &scenario.staff.practices;
    let about = paragraph("about", t.staffregion_about());
    let content = if ctx.state().present {
        // what comes in is nobody else's business, and what is there is shown as it may leave the page
        let list = published_list(ctx, list);
        let shown = (!list.is_empty()).then(|| Shown::of(&list, &scenario.guideline));
        let shown = shown.map(|shown| vec![results::lead(ctx, &shown), results::results(ctx, &shown)]);
        shown.unwrap_or_else(|| vec![about])
    } else if list.is_empty() {
        vec![about, take_in::ways(ctx), take_in::stage(ctx)]
    } else {
        let shown = Shown::of(list, &scenario.guideline);
        vec![results::lead(ctx, &shown), replace(ctx), take_in::stage(ctx), results::results(ctx, &shown)]
    };
    let content = el("div", &[("class", "staff-region")], content);
    section(HEADING, vec![text(t.staffregion_heading())], vec![content])
}

/// Another list in the place of this one, or none.
fn replace(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let is_idle = matches!(ctx.state().desk.staff_list.stage, Stage::Idle);
    let remove = button("plain", text(t.staffregion_remove()), ctx.on_edit(Edit::SetPractices(Rc::default())));
    let remove = if is_idle { remove } else { Html::default() };
    let ways = folded("", t.staffregion_replace().to_owned(), take_in::ways(ctx));
    el("div", &[("class", "staff-replace")], vec![ways, all(vec![remove])])
}
