//! Fast läkarkontakt: doctors and list against the guideline. States what they cover; passes no verdict.
mod assumed;
mod doctors;
mod fields;
mod need;
mod now;
mod plan;
mod plan_goal;
mod plan_tables;
mod region;
mod underlag;
mod work;

use crate::{
    components::{
        fault_list::fault_list,
        figure::{Figure, figure},
        notes::badge,
        parts::{all, el, paragraph, say, text, title},
        tabs::{Tab, chosen, tabbed},
        view_head::view_head,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        plan_words::lead,
        staff_assumed::sentences,
    },
    state::View,
    text::Texts,
    tools::{
        guard::{Leaving, hides_list},
        staffing::{inputs, planned},
    },
};
use model::{measure::Measure, staffing::situation::situation};
use rust_decimal::Decimal;
use yew::Html;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if ctx.state().present && hides_list(ctx) {
        return all(vec![title(vec![text(t.view_staffing())]), paragraph("empty", t.guard_few_listed())]);
    }
    let found = situation(&inputs(ctx));
    let tabs = tabs(t);
    let heading = match chosen(ctx, View::Staffing, &tabs) {
        1 => need::heading(ctx, &found),
        2 => vec![say(work::heading(ctx, &found))],
        3 => vec![say(plan::heading(ctx, &found))],
        4 => vec![region::heading(ctx)],
        5 => vec![text(t.underlag_title())],
        _ => vec![say(now::heading(ctx, &found))],
    };
    all(vec![
        view_head(ctx, heading, underlag::print_button(ctx, &found)),
        fault_list(ctx, View::Staffing),
        tabbed(ctx, View::Staffing, (t.view_staffing(), &tabs), |at| match at {
            1 => need::need_section(ctx, &found),
            2 => work::checks(ctx, &found),
            3 => plan::plan(ctx, &found),
            4 => region::region(ctx),
            5 => underlag::panel(ctx, &found),
            _ => now::now(ctx, &found),
        }),
        underlag::paper(ctx, &found),
    ])
}

/// What of the model is this view's own: the guideline, and how much work a person gives.
pub fn own_values(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let open = |name: &'static str, content| {
        let summary = el("summary", &[], vec![el("strong", &[], vec![text(name)])]);
        el("details", &[("class", "drawer-group"), ("open", "")], vec![summary, content])
    };
    let work = all(vec![el("p", &[("class", "about")], vec![badge(ctx)]), need::weight_tables(ctx)]);
    all(vec![open(t.staffing_guidelines(), now::guideline_fields(ctx, "drawer")), open(t.need_weights(), work)])
}

/// What a change has come to, for those who hear the page: the situation, and the plan when there is a list.
pub fn status(ctx: &Ctx) -> String {
    let t = ctx.texts();
    if ctx.state().present && hides_list(ctx) {
        return String::new();
    }
    let found = situation(&inputs(ctx));
    let is_listed = found.listed.value().decimal() > Decimal::ZERO;
    if found.told.is_empty() {
        return if is_listed { t.staffing_no_doctors().to_owned() } else { String::new() };
    }
    let mut said = vec![t.status_staffing(&amount(t, found.outcome.capacity.node().value, Show::Persons, false))];
    if is_listed && let Ok(planned) = &planned(ctx).planned {
        said.push(lead(t, &planned.plan, &planned.band));
    }
    said.join(" ")
}

fn tabs(t: Texts) -> [Tab; 6] {
    [
        Tab { slug: "laget", name: t.tab_situation() },
        Tab { slug: "behov", name: t.tab_need() },
        Tab { slug: "korskontroll", name: t.tab_cross_check() },
        Tab { slug: "plan", name: t.tab_plan() },
        Tab { slug: "region", name: t.tab_region() },
        Tab { slug: "underlag", name: t.tab_material() },
    ]
}

/// A figure of doctors and the size of the list; what leaves says what it takes for granted.
fn doctors_figure(ctx: &Ctx, own: Figure) -> Html {
    let assumed = sentences(ctx, &situation(&inputs(ctx))).join(" ");
    figure(ctx, &own, Leaving::of_doctors(ctx, (own.clone(), assumed)))
}
