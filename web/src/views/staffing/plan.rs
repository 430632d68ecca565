//! The plan for doctors year by year: what is entered, what it comes to, and what chance does to it.
use super::{
    fields::{all_back, in_table, labelled, sources},
    plan_goal::goal,
    plan_tables::{flows, years},
};
use crate::{
    components::{
        figure::{Figure, width_for},
        key_figure::{KeyFigure, key_figures},
        parts::{all, before, cell, column, el, folded, list, paragraph, row, row_name, say, section, table, text},
    },
    ctx::Ctx,
    present::staff_assumed::not_told,
    present::{
        plan_chart::plan_fan,
        plan_words::{self, chance, fault, lead},
        staff_words::event,
    },
    state::{EVENTS, Grid},
    tools::staffing::{Planned, inputs, planned},
};
use model::{
    count::Count,
    staffing::{
        item::{DoctorKind, FIRST_YEAR, Group, Item, LAST_YEAR},
        plan::PlanFault,
        situation::Situation,
    },
};
use report::staffing_plan::{Covered, Goal};
use rust_decimal::prelude::ToPrimitive;
use yew::{AttrValue, Html};

/// Numbers that stand until the reader writes others.
const ASSUMED: [Item; 13] = [
    Item::RecruitFte,
    Item::StFte,
    Item::FteEach(Group::Specialist),
    Item::FteEach(Group::St),
    Item::StLength,
    Item::Leaving,
    Item::StLeaving,
    Item::Staying,
    Item::Growth,
    Item::GrowthSpread,
    Item::LowShare,
    Item::HighShare,
    Item::Seed,
];

/// When the list is covered: the heading of the view.
pub fn heading(ctx: &Ctx, found: &Situation) -> String {
    let t = ctx.texts();
    let is_whole = ctx.state().scenario().staff().listed > Count::ZERO && not_told(ctx, found).is_none();
    match &planned(ctx).planned {
        Ok(planned) if is_whole => lead(t, &planned.plan, &planned.band),
        Err(_) if is_whole => t.plan_faults().to_owned(),
        _ => t.plan_question().to_owned(),
    }
}

/// The section.
pub fn plan(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let (main, beside) = if ctx.state().scenario().staff().listed == Count::ZERO {
        (paragraph("empty", t.plan_empty()), Vec::new())
    } else if let Some(words) = not_told(ctx, found) {
        (paragraph("empty", words), Vec::new())
    } else {
        match &planned(ctx).planned {
            Ok(planned) => (results(ctx, planned), beside(ctx, planned)),
            Err(faults) => (not_worked(ctx, faults), Vec::new()),
        }
    };
    let main = el("div", &[("class", "card")], vec![main, events(ctx), tables(ctx, found)]);
    let start = el(
        "div",
        &[("class", "card plan-years")],
        vec![labelled(ctx, Item::PlanStart), labelled(ctx, Item::CostPerFte)],
    );
    let last = el("div", &[("class", "card")], vec![assumptions(ctx)]);
    let beside = all(vec![all(beside), goal_card(ctx), start, last]);
    let grid = el("div", &[("class", "staff-plan")], vec![main, el("div", &[], vec![beside])]);
    section("plan", vec![text(t.plan_heading())], vec![grid])
}

/// The year that is reached, and how often.
fn beside(ctx: &Ctx, planned: &Planned) -> Vec<Html> {
    let t = ctx.texts();
    let Planned { plan, band, .. } = planned;
    let by = match plan.goal {
        Goal::By { year, .. } => year,
        _ => LAST_YEAR,
    };
    let first = match plan.covered {
        Covered::From(year) | Covered::Once(year) => year.to_string(),
        Covered::Never => t.not_available().to_owned(),
    };
    let key = KeyFigure { name: t.plan_key_first(), shown: say(first), about: chance(t, band, by) };
    vec![key_figures(vec![key])]
}

/// The year wished for, and what it takes.
fn goal_card(ctx: &Ctx) -> Html {
    let worked = planned(ctx);
    let answer = worked.planned.as_ref().map(|planned| goal(ctx, planned)).unwrap_or_default();
    el("div", &[("class", "card")], vec![labelled(ctx, Item::PlanGoal), answer])
}

/// A row a year from the plan's first; its place in the table is that of the year, so that a paste finds it.
fn events(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let first = inputs(ctx).number(&Item::PlanStart).and_then(|year| year.to_u16()).unwrap_or(FIRST_YEAR);
    let rows = (FIRST_YEAR..=LAST_YEAR).enumerate().filter(|(_, year)| *year >= first).map(|(at, year)| {
        let field = |(across, event)| cell(in_table(ctx, Item::Planned(event, year), Grid::Plan, (at, across)));
        row(before(row_name(year.to_string()), EVENTS.into_iter().enumerate().map(field).collect()))
    });
    let headings = before(column(t.plan_year()), EVENTS.map(|of| column(event(t, of))).to_vec());
    let table = table(AttrValue::Static(t.plan_table()), "doctors plan-events", headings, rows.collect());
    folded("plan-entered", t.plan_table().to_owned(), all(vec![paragraph("about", t.plan_about()), table]))
}

fn assumptions(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let fields = el("div", &[("class", "plan-assumed")], ASSUMED.map(|item| labelled(ctx, item)).to_vec());
    let sourced = [ASSUMED.as_slice(), &[Item::PlanStart]].concat();
    let seed = inputs(ctx).number(&Item::Seed).map_or_else(String::new, |seed| seed.normalize().to_string());
    let chance = el("p", &[("class", "about")], vec![say(t.plan_chance_about(&seed))]);
    let parts =
        vec![paragraph("about", t.plan_how_about()), chance, fields, all_back(ctx, &ASSUMED), sources(ctx, &sourced)];
    folded("plan-how", t.plan_how().to_owned(), all(parts))
}

fn results(ctx: &Ctx, planned: &Planned) -> Html {
    let t = ctx.texts();
    let Planned { plan, band, .. } = planned;
    let shown = Figure {
        name: "viktat-lakarplan",
        title: plan_words::title(t, plan, band),
        alt: t.plan_chart_text().to_owned(),
        drawn: plan_fan(t, width_for(900), plan, band),
        source: t.plan_chart_source(),
    };
    let missing = [
        plan.low.as_ref().err().map(|of| t.plan_low_fault(&fault(t, of))),
        plan.high.as_ref().err().map(|of| t.plan_high_fault(&fault(t, of))),
    ];
    let missing = missing.into_iter().flatten().map(|words| el("p", &[("class", "about")], vec![say(words)]));
    let untold_year = match inputs(ctx).fte(DoctorKind::StAny) {
        Some(_) => paragraph("about", t.plan_st_any()),
        None => Html::default(),
    };
    let parts = vec![super::doctors_figure(ctx, shown), all(missing.collect()), untold_year];
    el("div", &[("class", "plan-found")], parts)
}

/// The figures year by year, made when they are unfolded.
fn tables(ctx: &Ctx, found: &Situation) -> Html {
    if not_told(ctx, found).is_some() || planned(ctx).planned.is_err() {
        return Html::default();
    }
    all(vec![years(ctx), flows(ctx)])
}

fn not_worked(ctx: &Ctx, faults: &[PlanFault]) -> Html {
    let t = ctx.texts();
    let heading = paragraph("faults-heading", t.plan_faults());
    let faults = faults.iter().map(|of| say(fault(t, of))).collect();
    el("div", &[("class", "faults"), ("role", "alert")], vec![heading, list("", faults)])
}
