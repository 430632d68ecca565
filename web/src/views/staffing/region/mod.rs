//! Many vårdcentraler at once: a list that comes in, and what its doctors cover by the guideline. Passes no verdict.
mod preview;
mod results;
mod table;
mod upload;

use crate::{
    components::parts::{all, button, el, folded, paragraph, section, text},
    ctx::{Ctx, CtxProps},
    same::Same,
    state::Look,
    tools::{guard::published_practices, staff_list::StaffListStage, staffing::inputs},
};
use model::{
    edit::Edit,
    staffing::{
        practices::{RegionOutcome, practices},
        staff::{Inputs, PracticeStaff},
    },
};
use std::rc::Rc;
use yew::{Html, component, hook, html, use_memo};

/// The heading's id, where the focus goes when what it stood on is gone.
const HEADING: &str = "staff-region";

/// The list that has been taken in, and what it comes to.
#[derive(Clone)]
struct Shown {
    list: Rc<[PracticeStaff]>,
    outcome: Rc<RegionOutcome>,
}

impl Shown {
    fn of(inputs: &Inputs<'_>) -> Self {
        Self { list: Rc::clone(&inputs.staff.practices), outcome: Rc::new(practices(inputs)) }
    }

    /// The list as it may leave the page.
    fn published(ctx: &Ctx) -> Self {
        let scenario = published_practices(ctx);
        Self::of(&Inputs { staff: scenario.staff(), ..inputs(ctx) })
    }
}

/// What the list comes to; none without one. In a presentation it is as it may leave the page.
#[hook]
fn use_shown(ctx: &Ctx) -> Rc<Option<Shown>> {
    let (state, scenario) = (ctx.state(), ctx.state().scenario());
    let list = &scenario.staff().practices;
    let of = (Same(Rc::clone(list)), scenario.staff().numbers.clone(), scenario.guideline().clone(), Look::of(state));
    let ctx = ctx.clone();
    use_memo(of, move |(list, .., look)| {
        (!list.0.is_empty()).then(|| if look.present { Shown::published(&ctx) } else { Shown::of(&inputs(&ctx)) })
    })
}

/// What all doctors cover: the heading of the view.
pub fn heading(ctx: &Ctx) -> Html {
    html! { <Heading ctx={ctx.clone()} /> }
}

#[component]
fn Heading(props: &CtxProps) -> Html {
    let shown = use_shown(&props.ctx);
    match &*shown {
        Some(shown) => results::heading(&props.ctx, shown),
        None => text(props.ctx.texts().staffregion_question()),
    }
}

/// The section.
pub fn region(ctx: &Ctx) -> Html {
    html! { <Region ctx={ctx.clone()} /> }
}

#[component]
fn Region(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let shown = use_shown(ctx);
    let about = || el("div", &[("class", "card")], vec![paragraph("about", t.staffregion_about())]);
    let content = match (&*shown, ctx.state().present) {
        (Some(shown), true) => results::results(ctx, shown, Vec::new()),
        (Some(shown), false) => {
            let own = vec![
                results::assumed(ctx, shown),
                el("div", &[("class", "card")], vec![replace(ctx), upload::stage(ctx)]),
            ];
            results::results(ctx, shown, own)
        }
        // what comes in is nobody else's business
        (None, true) => about(),
        (None, false) => {
            let ways = el("div", &[("class", "card")], vec![upload::ways(ctx), upload::stage(ctx)]);
            all(vec![about(), ways])
        }
    };
    let content = el("div", &[("class", "staff-region")], vec![content]);
    section(HEADING, vec![text(t.staffregion_heading())], vec![content])
}

/// Another list in the place of this one, or none.
fn replace(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let is_idle = matches!(ctx.state().tools.staff_list.stage, StaffListStage::Idle);
    let remove = button("plain", text(t.staffregion_remove()), ctx.on_edit(Edit::SetPractices(Rc::default())));
    let remove = if is_idle { remove } else { Html::default() };
    let ways = folded("", t.staffregion_replace().to_owned(), upload::ways(ctx));
    el("div", &[("class", "staff-replace")], vec![ways, all(vec![remove])])
}
