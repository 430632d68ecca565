//! The list counted by the work that its persons give, on weights of our own that can be changed.
use super::fields::{all_back, alone, in_table, sources};
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        key_figure::{KeyFigure, key_figures},
        notes::badge,
        parts::{
            all, before, button, cell, column, el, folded, paragraph, row, row_name, say, section, space, table, text,
        },
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, cell_name},
        need_chart::by_age,
        term::factor,
    },
    state::{Action, Grid, View, WORKLOAD_AGES},
    tools::{
        guard::{Leaving, told},
        staffing::{adjusted, inputs},
    },
};
use model::{
    id::Id,
    sex::Sex,
    staffing::{
        item::Item,
        need::{Need, NoNeed},
        situation::Situation,
    },
    trace::Node,
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// What the list counts as by its work: the heading of the view.
pub fn heading(ctx: &Ctx, situation: &Situation) -> Vec<Html> {
    let t = ctx.texts();
    let Ok(need) = adjusted(ctx, situation) else { return vec![text(t.need_question())] };
    let listed = amount(t, situation.listed.node().value, Show::Persons, false);
    let answer = match (&need.need, &situation.outcome.need) {
        (Some(by_work), Some(by_list)) => {
            let by_list = amount(t, by_list.node().value, Show::Hundredths, false);
            t.need_answer(
                &listed,
                &shown(ctx, need.list.node(), Show::Whole),
                &shown(ctx, by_work.node(), Show::Fte),
                &by_list,
            )
        }
        _ => t.need_question().to_owned(),
    };
    vec![say(answer), space(), badge(ctx)]
}

/// A figure as others may see it, worked out from what is published of the list.
fn shown(ctx: &Ctx, node: &Rc<Node>, show: Show) -> String {
    match told(ctx, node) {
        Ok((node, "")) => amount(ctx.texts(), node.value, show, false),
        Ok((node, mark)) => [&*amount(ctx.texts(), node.value, show, false), " ", mark].concat(),
        Err(words) => words,
    }
}

/// The section.
pub fn need_section(ctx: &Ctx, situation: &Situation) -> Html {
    let t = ctx.texts();
    let found = match adjusted(ctx, situation) {
        Ok(need) => results(ctx, situation, &need),
        Err(fault) => missing(ctx, fault),
    };
    let about = paragraph("about", t.need_about());
    section("need", vec![text(t.need_heading())], vec![about, found, weights(ctx)])
}

fn missing(ctx: &Ctx, fault: NoNeed) -> Html {
    let t = ctx.texts();
    match fault {
        NoNeed::NobodyByAge => {
            let go = button("", text(t.need_go()), ctx.on(Action::Go(View::Practice, None)));
            all(vec![paragraph("empty", t.need_nobody()), go])
        }
        NoNeed::NoWeight(of) => el("p", &[("class", "empty")], vec![say(t.need_no_weight(&cell_name(t, of)))]),
        NoNeed::OtherReference => paragraph("empty", t.need_other_reference()),
        NoNeed::NoWork => paragraph("empty", t.need_no_work()),
    }
}

fn results(ctx: &Ctx, situation: &Situation, need: &Need) -> Html {
    let t = ctx.texts();
    let line = |name: &'static str, node: Option<&Rc<Node>>, show| {
        let figure = node.map_or_else(|| text(t.not_available()), |node| value(ctx, node, show));
        row(vec![row_name(name.to_owned()), cell(figure)])
    };
    let mut rows = vec![
        line(t.staff_work_index(), Some(need.index.node()), Show::Hundredths),
        line(t.staff_adjusted_list(), Some(need.list.node()), Show::Persons),
        line(t.staff_adjusted_need(), need.need.as_ref().map(|of| of.node()), Show::Fte),
    ];
    if !situation.told.is_empty() {
        rows.push(line(t.staff_adjusted_gap(), Some(need.gap.node()), Show::Persons));
        rows.push(line(t.staff_adjusted_gap_fte(), need.gap_fte.as_ref().map(|of| of.node()), Show::Fte));
    }
    let note = match need.conditions {
        0 => t.need_only_ages().to_owned(),
        count => t.need_conditions(&count.to_string()),
    };
    let index = shown(ctx, need.index.node(), Show::Hundredths);
    let sentence = el("p", &[("class", "lead")], vec![say(t.need_sentence(&index))]);
    let table = el("table", &[("class", "results")], vec![el("tbody", &[], rows)]);
    let words = vec![sentence, el("p", &[("class", "about")], vec![say(note)]), table];
    let columns = el("div", &[("class", "staff-now")], vec![el("div", &[], words), ages(ctx)]);
    all(vec![keys(ctx, situation, need), columns])
}

/// The list and its work by age; in a presentation only while no count is hidden.
fn ages(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let practice = ctx.state().scenario().entered_practice();
    let drawn = practice.and_then(|practice| by_age(t, width_for(720), &inputs(ctx), &practice.listed));
    let Some((title, drawn)) = drawn else { return Html::default() };
    let alt = t.need_chart_text().to_owned();
    let own = Figure { name: "viktat-vardtyngd", title, alt, drawn, source: t.need_chart_source() };
    figure(ctx, &own, Leaving::of_whole_practice(ctx, (own.clone(), String::new())))
}

/// The three that change with the work, each beside what it is for the list as it stands.
fn keys(ctx: &Ctx, situation: &Situation, need: &Need) -> Html {
    let t = ctx.texts();
    let from = |node: Option<&Rc<Node>>, show| {
        t.strip_from(&node.map_or_else(|| t.not_available().to_owned(), |node| amount(t, node.value, show, false)))
    };
    let one = |name, by_work: Option<&Rc<Node>>, by_list: Option<&Rc<Node>>, show| KeyFigure {
        name,
        shown: by_work.map_or_else(|| text(t.not_available()), |node| value(ctx, node, show)),
        about: from(by_list, show),
    };
    let outcome = &situation.outcome;
    let mut keys = vec![
        one(t.need_key_list(), Some(need.list.node()), Some(situation.listed.node()), Show::Persons),
        one(
            t.need_key_need(),
            need.need.as_ref().map(|of| of.node()),
            outcome.need.as_ref().map(|of| of.node()),
            Show::Fte,
        ),
    ];
    if !situation.told.is_empty() {
        keys.push(one(
            t.staff_key_gap(),
            need.gap_fte.as_ref().map(|of| of.node()),
            outcome.gap_fte.as_ref().map(|of| of.node()),
            Show::Fte,
        ));
    }
    key_figures(keys)
}

fn weights(ctx: &Ctx) -> Html {
    folded("", ctx.texts().need_weights().to_owned(), weight_tables(ctx))
}

/// The weights of the work, by age and by condition.
pub fn weight_tables(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let ages = WORKLOAD_AGES.iter().enumerate().map(|(at, age)| {
        let cells = Sex::ALL
            .iter()
            .enumerate()
            .map(|(across, sex)| cell(in_table(ctx, Item::Workload(*sex, *age), Grid::Workload, (at, across))));
        row(before(row_name(t.need_from_age(&age.to_string())), cells.collect()))
    });
    let headings = [t.age_heading(), t.women(), t.men()].map(column).to_vec();
    let ages = table(AttrValue::Static(t.need_by_age()), "doctors workload", headings, ages.collect());
    let ids = conditions(ctx);
    let rows = ids.iter().map(|id| {
        let name = row_name(factor(t, ctx.catalogue(), id));
        row(vec![name, cell(alone(ctx, Item::WorkloadOf(id.clone())))])
    });
    let headings = [t.need_condition(), t.need_weight()].map(column).to_vec();
    let by_condition = table(AttrValue::Static(t.need_by_condition()), "doctors workload", headings, rows.collect());
    let of_ages = WORKLOAD_AGES.iter().flat_map(|age| Sex::ALL.map(|sex| Item::Workload(sex, *age)));
    let items: Vec<Item> = of_ages.chain(ids.into_iter().map(Item::WorkloadOf)).collect();
    all(vec![ages, by_condition, all_back(ctx, &items), sources(ctx, &items)])
}

/// The conditions of the scenario's model that have a weight.
fn conditions(ctx: &Ctx) -> Vec<Id> {
    let of = inputs(ctx);
    let weighted = |id: &Id| of.number(&Item::WorkloadOf(id.clone())).is_some();
    ctx.state().factors().into_iter().filter(weighted).collect()
}
