//! The plan for doctors year by year: what is entered, what it comes to, and what chance does to it.
use super::{
    fields::{all_back, in_table, labelled, sources},
    plan_goal::goal,
    plan_tables::{flows, years},
};
use crate::{
    components::{
        figure::{Figure, width_for},
        parts::{
            all, before, cell, column, el, folded, list, paragraph, row, row_name, say, section, table, text,
            two_columns,
        },
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
use report::staffing_plan::Goal;
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

/// The section.
pub fn plan(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let entries = el("div", &[("class", "form")], entries(ctx));
    let about = paragraph("about", t.plan_about());
    let content = if ctx.state().scenario().staff().listed == Count::ZERO {
        vec![about, two_columns(vec![entries, paragraph("empty", t.plan_empty())])]
    } else if let Some(words) = not_told(ctx, found) {
        vec![about, two_columns(vec![entries, paragraph("empty", words)])]
    } else {
        match &planned(ctx).planned {
            Ok(planned) => vec![about, two_columns(vec![entries, results(ctx, planned)]), tables(ctx, planned)],
            Err(faults) => vec![about, two_columns(vec![entries, not_worked(ctx, faults)])],
        }
    };
    section("plan", vec![text(t.plan_heading())], content)
}

fn entries(ctx: &Ctx) -> Vec<Html> {
    let years =
        el("div", &[("class", "plan-years")], [Item::PlanStart, Item::PlanGoal].map(|i| labelled(ctx, i)).to_vec());
    vec![years, events(ctx), labelled(ctx, Item::CostPerFte), assumptions(ctx)]
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
    table(AttrValue::Static(t.plan_table()), "doctors plan-events", headings, rows.collect())
}

fn assumptions(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let fields = el("div", &[("class", "plan-assumed")], ASSUMED.map(|item| labelled(ctx, item)).to_vec());
    let sourced = [ASSUMED.as_slice(), &[Item::PlanStart]].concat();
    let parts = vec![paragraph("about", t.plan_how_about()), fields, all_back(ctx, &ASSUMED), sources(ctx, &sourced)];
    folded("plan-how", t.plan_how().to_owned(), all(parts))
}

fn results(ctx: &Ctx, planned: &Planned) -> Html {
    let t = ctx.texts();
    let Planned { plan, band, .. } = planned;
    let by = match plan.goal {
        Goal::By { year, .. } => year,
        _ => LAST_YEAR,
    };
    let shown = Figure {
        name: "viktat-lakarplan",
        title: plan_words::title(t, plan, band),
        alt: t.plan_chart_text().to_owned(),
        drawn: plan_fan(t, width_for(560), plan, band),
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
    let parts = vec![
        el("p", &[("class", "lead")], vec![say(lead(t, plan, band))]),
        super::doctors_figure(ctx, shown),
        all(missing.collect()),
        untold_year,
        el("p", &[], vec![say(chance(t, band, by))]),
        el("p", &[("class", "about")], vec![say(t.plan_chance_about(&band.seed.to_string()))]),
        goal(ctx, planned),
    ];
    el("div", &[("class", "plan-found")], parts)
}

fn tables(ctx: &Ctx, planned: &Planned) -> Html {
    all(vec![years(ctx, &planned.plan.years), flows(ctx)])
}

fn not_worked(ctx: &Ctx, faults: &[PlanFault]) -> Html {
    let t = ctx.texts();
    let heading = paragraph("faults-heading", t.plan_faults());
    let faults = faults.iter().map(|of| say(fault(t, of))).collect();
    el("div", &[("class", "faults"), ("role", "alert")], vec![heading, list("", faults)])
}
