//! Two cross-checks of the guideline: by visits, and by what the work takes (WISN).
use super::fields::{alone, labelled};
use crate::{
    components::{
        parts::{all, before, cell, column, el, paragraph, row, row_name, say, section, table, text, two_columns},
        value::{ValueLook, value, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        staff_words,
    },
    tools::staffing::inputs,
};
use model::{
    measure::Measure,
    staffing::{
        demand::{Demand, demand},
        item::Item,
        situation::Situation,
        wisn::{ACTIVITIES, Wisn, wisn},
    },
    trace::Node,
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// What the checks come to, a sentence each: the heading of the view.
pub fn heading(ctx: &Ctx, situation: &Situation) -> String {
    let t = ctx.texts();
    let by_visits = demand(&inputs(ctx), situation).map(|demand| {
        let per = amount(t, demand.per_fte.node().value, Show::PerFte, false);
        let guideline = amount(t, inputs(ctx).guideline.specialist.value.quantity(), Show::PerFte, false);
        t.visits_sentence(&per, &guideline)
    });
    let by_work =
        wisn(&inputs(ctx), situation).map(|wisn| t.wisn_sentence(&amount(t, wisn.need.node().value, Show::Fte, false)));
    let said: Vec<String> = by_visits.into_iter().chain(by_work).collect();
    if said.is_empty() { t.checks_question().to_owned() } else { said.join(" ") }
}

/// Both checks.
pub fn checks(ctx: &Ctx, situation: &Situation) -> Html {
    two_columns(vec![visits_section(ctx, situation), wisn_section(ctx, situation)])
}

/// Demand and capacity by visits.
fn visits_section(ctx: &Ctx, situation: &Situation) -> Html {
    let t = ctx.texts();
    let items = [Item::VisitsPerListed, Item::VisitsPerDay, Item::VisitDays];
    let fields = el("div", &[("class", "form")], items.map(|item| labelled(ctx, item)).to_vec());
    let shown = match demand(&inputs(ctx), situation) {
        Some(demand) => by_visits(ctx, situation, &demand),
        None => paragraph("empty", t.visits_empty()),
    };
    let about = paragraph("about", t.visits_about());
    section("visits", vec![text(t.visits_heading())], vec![about, fields, shown])
}

fn line(ctx: &Ctx, name: String, node: &Rc<Node>, show: Show, signed: bool) -> Html {
    row(vec![row_name(name), cell(value_as(ctx, node, show, ValueLook { signed, ..ValueLook::default() }))])
}

fn results(rows: Vec<Html>) -> Html {
    el("table", &[("class", "results")], vec![el("tbody", &[], rows)])
}

fn by_visits(ctx: &Ctx, situation: &Situation, demand: &Demand) -> Html {
    let t = ctx.texts();
    let plain = |name: &'static str, node, show, signed| line(ctx, name.to_owned(), node, show, signed);
    let mut rows = vec![
        plain(t.staff_visits_of_fte(), demand.visits.node(), Show::Whole, false),
        plain(t.staff_persons_by_visits(), demand.per_fte.node(), Show::PerFte, false),
        plain(t.staff_visits_of_list(), demand.demanded.node(), Show::Whole, false),
        plain(t.staff_need_by_visits(), demand.need.node(), Show::Fte, false),
    ];
    if !situation.told.is_empty() {
        rows.push(plain(t.staff_gap_by_visits(), demand.gap.node(), Show::Fte, true));
    }
    results(rows)
}

/// Workload indicators of staffing need.
fn wisn_section(ctx: &Ctx, situation: &Situation) -> Html {
    let t = ctx.texts();
    let rows = ACTIVITIES.map(|activity| {
        let cells = [Item::Volume(activity), Item::HoursEach(activity)].map(|item| cell(alone(ctx, item))).to_vec();
        row(before(row_name(staff_words::activity(t, activity).to_owned()), cells))
    });
    let headings = [t.wisn_activity(), t.wisn_volume(), t.wisn_hours()].map(column).to_vec();
    let activities = table(AttrValue::Static(t.wisn_activities()), "doctors wisn", headings, rows.to_vec());
    let [days, hours, shared, own] =
        [Item::WorkDays, Item::WorkHours, Item::SharedWork, Item::OwnWork].map(|item| labelled(ctx, item));
    let fields = el("div", &[("class", "form")], vec![days, hours, activities, shared, own]);
    let shown = match wisn(&inputs(ctx), situation) {
        Some(wisn) => by_work(ctx, situation, &wisn),
        None => paragraph("empty", t.wisn_empty()),
    };
    let about = paragraph("about", t.wisn_about());
    section("wisn", vec![text(t.wisn_heading())], vec![about, fields, shown])
}

fn by_work(ctx: &Ctx, situation: &Situation, wisn: &Wisn) -> Html {
    let t = ctx.texts();
    let plain = |name: &'static str, node, show, signed| line(ctx, name.to_owned(), node, show, signed);
    let untimed = wisn.untimed.iter().map(|activity| {
        let words = t.wisn_untimed(&staff_words::capital(staff_words::activity(t, *activity)));
        el("p", &[("class", "about")], vec![say(words)])
    });
    let untimed = all(untimed.collect());
    let mut rows = vec![plain(t.staff_working_time(), wisn.working_time.node(), Show::Whole, false)];
    rows.extend(wisn.activities.iter().map(|(activity, hours)| {
        let name = t.staff_hours_of(staff_words::activity(t, *activity));
        line(ctx, name, hours.node(), Show::Whole, false)
    }));
    rows.push(plain(t.staff_basic_need(), wisn.basic.node(), Show::Fte, false));
    if wisn.with_shared != wisn.basic {
        rows.push(plain(t.staff_need_with_shared(), wisn.with_shared.node(), Show::Fte, false));
    }
    rows.push(plain(t.staff_wisn_need(), wisn.need.node(), Show::Fte, false));
    if situation.told.is_empty() {
        return all(vec![untimed, results(rows)]);
    }
    rows.push(plain(t.staff_wisn_gap(), wisn.gap.node(), Show::Fte, true));
    if let Some(ratio) = &wisn.ratio {
        rows.push(row(vec![
            row_name(t.staff_wisn_ratio().to_owned()),
            cell(value(ctx, ratio.node(), Show::Hundredths)),
        ]));
    }
    all(vec![untimed, results(rows)])
}
