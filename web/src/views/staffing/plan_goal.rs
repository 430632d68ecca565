//! What it takes for the list to be covered by the year that the reader has written, and the way to put it in the plan.
use crate::{
    components::{
        parts::{all, button, el, paragraph, say, space, text},
        value::value,
    },
    ctx::Ctx,
    present::{amount::Show, plan_words},
    tools::staffing::Planned,
};
use model::{
    edit::Edit,
    staffing::{item::Event, reach::Reach},
    value::Key,
};
use report::staffing_plan::Goal;
use yew::Html;

/// The question and its answers.
pub fn goal(ctx: &Ctx, planned: &Planned) -> Html {
    let t = ctx.texts();
    let Planned { plan, band, .. } = planned;
    let first = plan.setup.first;
    let (heading, content) = match &plan.goal {
        Goal::NoYear => (t.plan_goal_ask().to_owned(), paragraph("about", t.plan_goal_none())),
        Goal::Before(year) => {
            let words = t.plan_goal_before(&first.to_string(), &year.to_string());
            (t.plan_goal_heading(&year.to_string()), el("p", &[("class", "fault")], vec![say(words)]))
        }
        Goal::By { year, recruited: Reach::AsPlanned, .. } => {
            let words = plan_words::enough(t, band, *year);
            (t.plan_goal_heading(&year.to_string()), el("p", &[], vec![say(words)]))
        }
        Goal::By { year, recruited, st_starts } => {
            let answers = [(Event::Recruited, recruited), (Event::StStarts, st_starts)];
            let answers = answers.map(|(event, reach)| answer(ctx, event, reach, (first, *year)));
            (t.plan_goal_heading(&year.to_string()), el("ul", &[], answers.to_vec()))
        }
    };
    let mean = match plan_words::takes_more(&plan.goal, band) {
        true => paragraph("about", t.plan_goal_mean()),
        false => Html::default(),
    };
    el("div", &[("class", "plan-goal")], vec![el("h3", &[], vec![say(heading)]), content, mean])
}

fn answer(ctx: &Ctx, event: Event, reach: &Reach, years: (u16, u16)) -> Html {
    let t = ctx.texts();
    let words = plan_words::reach(t, event, reach, years).unwrap_or_default();
    let Reach::More { numbers, then, .. } = reach else { return el("li", &[], vec![say(words)]) };
    let label = if event == Event::Recruited { t.plan_goal_use_recruited() } else { t.plan_goal_use_st() };
    let then = all(vec![text(t.plan_goal_then()), space(), value(ctx, then.capacity.node(), Show::Persons)]);
    let take = button("", text(label), ctx.on_edit(Edit::each(Key::Staff, numbers.clone())));
    el("li", &[], vec![say(words), space(), then, text("."), space(), take])
}
