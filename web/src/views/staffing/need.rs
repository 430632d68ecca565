//! The list counted by the work that its persons give, on weights of our own that can be changed.
use super::fields::{all_back, alone, in_table, inputs, sources};
use crate::{
    components::{
        notes::badge,
        parts::{
            all, before, button, cell, column, el, folded, paragraph, row, row_name, say, section, space, table, text,
        },
        value::value,
    },
    ctx::Ctx,
    desk::guard::protection,
    present::{
        amount::{Show, amount, cell_name},
        term::factor,
    },
    state::{Action, Grid, View, WORKLOAD_AGES},
};
use model::{
    case_mix::CaseMix,
    id::Id,
    practice::Practice,
    sex::Sex,
    staffing::{
        item::Item,
        need::{Need, NoNeed, need},
        situation::Situation,
    },
    trace::Node,
};
use report::stand_in::stand_in;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The section.
pub fn need_section(ctx: &Ctx, situation: &Situation) -> Html {
    let t = ctx.texts();
    let shown = if ctx.state().present {
        published(ctx, situation)
    } else {
        worked(ctx, situation).map(|need| (need, Certain::Exact))
    };
    let shown = match shown {
        Ok((need, certain)) => results(ctx, situation, &need, certain),
        Err(fault) => missing(ctx, fault),
    };
    let about = el("p", &[("class", "about")], vec![text(t.need_about()), space(), badge(ctx)]);
    section("need", vec![text(t.need_heading())], vec![about, shown, weights(ctx)])
}

/// The adjusted list; why not, until it can be worked out.
pub fn worked(ctx: &Ctx, situation: &Situation) -> Result<Need, NoNeed> {
    let practice = ctx.state().scenario().entered_practice().ok_or(NoNeed::NobodyByAge)?;
    of_practice(ctx, situation, &practice)
}

/// The same as others may see it: worked out from what is published of the list, and then only about what it is.
pub fn published(ctx: &Ctx, situation: &Situation) -> Result<(Need, Certain), NoNeed> {
    let Some(protection) = protection(ctx).filter(|protection| protection.hides_any()) else {
        return worked(ctx, situation).map(|need| (need, Certain::Exact));
    };
    let scenario = ctx.state().scenario();
    let practice = scenario.entered_practice().ok_or(NoNeed::NobodyByAge)?;
    let threshold = ctx.state().desk.guard.threshold;
    let practice = stand_in(&practice, &protection, threshold, mix(ctx));
    of_practice(ctx, situation, &practice).map(|need| (need, Certain::About))
}

/// Whether a figure is what it says or about that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certain {
    /// It is what it says, and explains itself.
    Exact,
    /// Estimated counts are in it: it is told without an explanation.
    About,
}

fn mix(ctx: &Ctx) -> Option<&CaseMix> {
    let models = [&ctx.state().scenario().start, &ctx.state().tariffs.proposal.model];
    models.into_iter().find_map(|model| model.case_mix())
}

fn of_practice(ctx: &Ctx, situation: &Situation, practice: &Practice) -> Result<Need, NoNeed> {
    let mix = mix(ctx).ok_or(NoNeed::OtherReference)?;
    need(&inputs(ctx), situation, (&practice.listed, &practice.affected), &mix.reference)
}

fn missing(ctx: &Ctx, fault: NoNeed) -> Html {
    let t = ctx.texts();
    match fault {
        NoNeed::NobodyByAge => {
            let go = button("", text(t.need_go()), ctx.on(Action::Go(View::Practice)));
            all(vec![paragraph("empty", t.need_nobody()), go])
        }
        NoNeed::NoWeight(of) => el("p", &[("class", "empty")], vec![say(t.need_no_weight(&cell_name(t, of)))]),
        NoNeed::OtherReference => paragraph("empty", t.need_other_reference()),
        NoNeed::NoWork => paragraph("empty", t.need_no_work()),
    }
}

fn results(ctx: &Ctx, situation: &Situation, need: &Need, certain: Certain) -> Html {
    let t = ctx.texts();
    let about = |words: String| if certain == Certain::About { t.guard_about(&words) } else { words };
    let index = about(amount(t, need.index.node().value, Show::Hundredths, false));
    let list = about(amount(t, need.list.node().value, Show::Persons, false));
    let listed = amount(t, situation.listed.node().value, Show::Persons, false);
    let sentence = el("p", &[("class", "lead")], vec![say(t.need_sentence(&index, &listed, &list))]);
    let line = |name: &'static str, node: Option<&Rc<Node>>, show| {
        let figure = match (node, certain) {
            (None, _) => text(t.not_available()),
            (Some(node), Certain::Exact) => value(ctx, node, show),
            (Some(node), Certain::About) => say(about(amount(t, node.value, show, false))),
        };
        row(vec![row_name(name.to_owned()), cell(figure)])
    };
    let rows = vec![
        line(t.staff_work_index(), Some(need.index.node()), Show::Hundredths),
        line(t.staff_adjusted_list(), Some(need.list.node()), Show::Persons),
        line(t.staff_adjusted_need(), need.need.as_ref().map(|of| of.node()), Show::Fte),
        line(t.staff_adjusted_gap(), Some(need.gap.node()), Show::Persons),
        line(t.staff_adjusted_gap_fte(), need.gap_fte.as_ref().map(|of| of.node()), Show::Fte),
    ];
    let note = match need.conditions {
        0 => t.need_only_ages().to_owned(),
        count => t.need_conditions(&count.to_string()),
    };
    let table = el("table", &[("class", "results")], vec![el("tbody", &[], rows)]);
    let note = if certain == Certain::About { [&note, " ", t.guard_says_work()].concat() } else { note };
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
        let name = row_name(factor(t, ctx.house(), id));
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
