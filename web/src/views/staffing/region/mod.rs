//! Many vårdcentraler at once: a list that comes in, and what its doctors cover by the guideline. Passes no verdict.
mod preview;
mod results;
mod table;
mod upload;

use super::fields::inputs;
use crate::{
    components::parts::{all, button, el, folded, paragraph, section, text},
    ctx::Ctx,
    tools::{guard::published_practices, staff_list::Stage},
};
use model::{
    edit::Edit,
    entries::Entries,
    staffing::{
        Guideline,
        item::Item,
        practices::{RegionOutcome, practices},
        staff::{Inputs, PracticeStaff},
    },
};
use rust_decimal::Decimal;
use std::{cell::RefCell, rc::Rc};
use yew::Html;

/// The heading's id, where the focus goes when what it stood on is gone.
const HEADING: &str = "staff-region";

/// The list that has been taken in, and what it comes to.
#[derive(Clone)]
struct Shown {
    list: Rc<[PracticeStaff]>,
    outcome: Rc<RegionOutcome>,
    /// What it was worked out with beside the list.
    numbers: Entries<Item, Decimal>,
    guideline: Guideline,
}

thread_local! {
    /// The last one: most drawings of the page change nothing of it.
    static LAST: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

impl Shown {
    fn of(inputs: &Inputs<'_>) -> Self {
        let (staff, guideline) = (inputs.staff, inputs.guideline);
        let make = || Self {
            list: Rc::clone(&staff.practices),
            outcome: Rc::new(practices(inputs)),
            numbers: staff.numbers.clone(),
            guideline: guideline.clone(),
        };
        let kept = LAST.with(|last| {
            let mut last = last.try_borrow_mut().ok()?;
            let is_same = |last: &Self| {
                Rc::ptr_eq(&last.list, &staff.practices)
                    && last.guideline == *guideline
                    && last.numbers == staff.numbers
            };
            if !last.as_ref().is_some_and(is_same) {
                *last = Some(make());
            }
            last.clone()
        });
        kept.unwrap_or_else(make)
    }
}

impl Shown {
    /// The list as it may leave the page.
    fn published(ctx: &Ctx) -> Self {
        let scenario = published_practices(ctx);
        Self::of(&Inputs { staff: scenario.staff(), ..inputs(ctx) })
    }
}

/// The section.
pub fn region(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let list = &ctx.state().scenario().staff().practices;
    let about = paragraph("about", t.staffregion_about());
    let content = if ctx.state().present {
        // what comes in is nobody else's business, and what is there is shown as it may leave the page
        let shown = (!list.is_empty()).then(|| Shown::published(ctx));
        let shown = shown.map(|shown| vec![results::lead(ctx, &shown), results::results(ctx, &shown)]);
        shown.unwrap_or_else(|| vec![about])
    } else if list.is_empty() {
        vec![about, upload::ways(ctx), upload::stage(ctx)]
    } else {
        let shown = Shown::of(&inputs(ctx));
        vec![
            results::lead(ctx, &shown),
            results::assumed(ctx, &shown),
            replace(ctx),
            upload::stage(ctx),
            results::results(ctx, &shown),
        ]
    };
    let content = el("div", &[("class", "staff-region")], content);
    section(HEADING, vec![text(t.staffregion_heading())], vec![content])
}

/// Another list in the place of this one, or none.
fn replace(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let is_idle = matches!(ctx.state().tools.staff_list.stage, Stage::Idle);
    let remove = button("plain", text(t.staffregion_remove()), ctx.on_edit(Edit::SetPractices(Rc::default())));
    let remove = if is_idle { remove } else { Html::default() };
    let ways = folded("", t.staffregion_replace().to_owned(), upload::ways(ctx));
    el("div", &[("class", "staff-replace")], vec![ways, all(vec![remove])])
}
