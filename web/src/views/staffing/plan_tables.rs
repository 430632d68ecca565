//! The plan's figures: a row a year, what there is at its end and who came and went.
use crate::{
    components::{
        lazy_details::lazy_details,
        parts::{before, cell, column, el, element, paragraph, row, row_name, scroll, text},
        value::value,
    },
    ctx::Ctx,
    present::amount::Show,
    tools::staffing::planned,
};
use model::{
    staffing::plan::{Flows, PlanYear, Stock},
    trace::Node,
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The end of every year; made when it is unfolded.
pub fn years(ctx: &Ctx) -> Html {
    lazy_details(ctx, "plan-ends", ctx.texts().plan_results().to_owned(), |ctx| match &planned(ctx).planned {
        Ok(planned) => year_table(ctx, &planned.plan.years),
        Err(_) => paragraph("empty", ctx.texts().plan_faults()),
    })
}

fn year_table(ctx: &Ctx, years: &[PlanYear]) -> Html {
    let t = ctx.texts();
    let priced = years.iter().any(|year| year.cost.is_some());
    let mut single = vec![
        t.plan_listed(),
        t.plan_capacity(),
        t.plan_gap(),
        t.plan_gap_fte(),
        t.plan_coverage(),
        t.plan_per_specialist(),
    ];
    single.extend(priced.then(|| t.plan_cost()));
    let rows = years.iter().map(|year| {
        let mut cells: Vec<Html> = stock(ctx, &year.specialists).into_iter().chain(stock(ctx, &year.st)).collect();
        let node = |node: Option<&Rc<Node>>, show| {
            cell(node.map_or_else(|| text(t.not_available()), |node| value(ctx, node, show)))
        };
        cells.extend([
            node(Some(year.listed.node()), Show::Whole),
            node(Some(year.capacity.node()), Show::Whole),
            node(Some(year.gap.node()), Show::Whole),
            node(year.gap_fte.as_ref().map(|of| of.node()), Show::Hundredths),
            node(year.coverage.as_ref().map(|of| of.node()), Show::Percent),
            node(year.per_specialist.as_ref().map(|of| of.node()), Show::Whole),
        ]);
        if priced {
            let cost = year.cost.as_ref().map(|of| value(ctx, of.node(), Show::Thousands));
            cells.push(cell(cost.unwrap_or_default()));
        }
        row(before(row_name(year.year.to_string()), cells))
    });
    let head = head(ctx, &[t.plan_specialists(), t.plan_st()], &single);
    let table = el("table", &[("class", "plan-results")], vec![head, el("tbody", &[], rows.collect())]);
    scroll(AttrValue::Static(t.plan_results()), table)
}

/// Who came and went; made when it is unfolded.
pub fn flows(ctx: &Ctx) -> Html {
    lazy_details(ctx, "plan-flows", ctx.texts().plan_flows().to_owned(), |ctx| match &planned(ctx).planned {
        Ok(planned) => flow_table(ctx, &planned.plan.years),
        Err(_) => paragraph("empty", ctx.texts().plan_faults()),
    })
}

fn flow_table(ctx: &Ctx, years: &[PlanYear]) -> Html {
    let t = ctx.texts();
    let names = [
        t.plan_recruited(),
        t.plan_finished(),
        t.plan_stayed(),
        t.plan_left(),
        t.plan_retired(),
        t.plan_started(),
        t.plan_st_left(),
    ];
    let rows = years.iter().map(|year| {
        let Flows { left, retired, recruited, finished, stayed, started, st_left } = &year.flows;
        let stocks = [recruited, finished, stayed, left, retired, started, st_left];
        row(before(row_name(year.year.to_string()), stocks.into_iter().flat_map(|of| stock(ctx, of)).collect()))
    });
    let table =
        el("table", &[("class", "plan-results")], vec![head(ctx, &names, &[]), el("tbody", &[], rows.collect())]);
    scroll(AttrValue::Static(t.plan_flows()), table)
}

/// Heads and heltid.
fn stock(ctx: &Ctx, of: &Stock) -> [Html; 2] {
    [of.heads.node(), of.fte.node()].map(|node| cell(value(ctx, node, Show::Hundredths)))
}

/// The year, groups with heads and heltid under each, then single headings.
fn head(ctx: &Ctx, groups: &[&'static str], single: &[&'static str]) -> Html {
    let t = ctx.texts();
    let tall = |words: &'static str| el("th", &[("scope", "col"), ("rowspan", "2")], vec![text(words)]);
    let group =
        |words: &&'static str| element("th", &[("scope", "colgroup"), ("colspan", "2")], vec![], vec![text(words)]);
    let first =
        before(tall(t.plan_year()), groups.iter().map(group).chain(single.iter().map(|words| tall(words))).collect());
    let second = groups.iter().flat_map(|_| [t.plan_heads(), t.plan_fte()].map(column)).collect();
    el("thead", &[], vec![row(first), row(second)])
}
