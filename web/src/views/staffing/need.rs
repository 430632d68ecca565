//! The list counted by the work that its persons give, on weights of our own that can be changed.
use super::fields::{all_back, alone, in_table, sources};
use crate::{
    components::{
        notes::badge,
        parts::{
            all, before, button, cell, column, el, folded, paragraph, row, row_name, say, section, space, table, text,
        },
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, cell_name},
        term::factor,
    },
    state::{Action, Grid, View, WORKLOAD_AGES},
    tools::staffing::inputs,
    tools::{guard::told, staffing::adjusted},
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

/// The section.
pub fn need_section(ctx: &Ctx, situation: &Situation) -> Html {
    let t = ctx.texts();
    let shown = match adjusted(ctx, situation) {
        Ok(need) => results(ctx, situation, &need),
        Err(fault) => missing(ctx, fault),
    };
    let about = el("p", &[("class", "about")], vec![text(t.need_about()), space(), badge(ctx)]);
    section("need", vec![text(t.need_heading())], vec![about, shown, weights(ctx)])
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
    // where others see it, worked out from what is published of the list
    let told = |node: &Rc<Node>, show| match told(ctx, node) {
        Ok((node, "")) => amount(t, node.value, show, false),
        Ok((node, mark)) => [&*amount(t, node.value, show, false), " ", mark].concat(),
        Err(words) => words,
    };
    let index = told(need.index.node(), Show::Hundredths);
    let list = told(need.list.node(), Show::Persons);
    let listed = amount(t, situation.listed.node().value, Show::Persons, false);
    let sentence = el("p", &[("class", "lead")], vec![say(t.need_sentence(&index, &listed, &list))]);
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
    let table = el("table", &[("class", "results")], vec![el("tbody", &[], rows)]);
    all(vec![sentence, table, el("p", &[("class", "about")], vec![say(note)])])
}

fn weights(ctx: &Ctx) -> Html {
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
    let content = all(vec![ages, by_condition, all_back(ctx, &items), sources(ctx, &items)]);
    folded("", t.need_weights().to_owned(), content)
}

/// The conditions of the scenario's model that have a weight.
fn conditions(ctx: &Ctx) -> Vec<Id> {
    let of = inputs(ctx);
    let weighted = |id: &Id| of.number(&Item::WorkloadOf(id.clone())).is_some();
    ctx.state().factors().into_iter().filter(weighted).collect()
}
