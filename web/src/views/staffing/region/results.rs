//! What the vårdcentraler of a list cover together and among themselves. States numbers; passes no verdict.
use super::{super::fields::labelled_in, Shown, table};
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        key_figure::{KeyFigure, key_figures},
        parts::{
            all, before, cell, column, el, folded, paragraph, row, row_name, say, table as framed, text, two_columns,
        },
        value::value,
    },
    ctx::Ctx,
    present::staff_assumed::beyond,
    present::{
        amount::{Show, amount, plain},
        staff_list_chart::{MOST_BARS, coverage, distribution},
        staff_list_words::{count, heading as heading_of, whole},
        staff_words::group as group_words,
    },
    tools::guard::Leaving,
    tools::staffing::inputs,
};
use exchange::staff_list::Column;
use model::{
    measure::{Fte, Measure},
    staffing::{
        item::{Group, Item},
        practices::{PERCENTILES, PracticeOutcome},
    },
    trace::Node,
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// So many practices are named where one heltid more covers most.
const TOP: usize = 10;

/// The guideline's persons per specialist, as shown.
fn guideline(ctx: &Ctx) -> String {
    amount(ctx.texts(), inputs(ctx).guideline.specialist.value.quantity(), Show::PerFte, false)
}

/// The finding: at how many the doctors cover the list, and what the others come to.
pub fn heading(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let outcome = &shown.outcome;
    let covered = outcome.with_list - outcome.with_gap;
    let mut words =
        vec![t.staffregion_lead(outcome.with_list as u64, &whole(t, covered), &whole(t, outcome.with_list))];
    if let Some(fte) = outcome.gap_fte.as_ref().filter(|_| outcome.with_gap > 0) {
        words.push(t.staffregion_lead_gap(&amount(t, fte.node().value, Show::Fte, false)));
    }
    el("span", &[("role", "status")], vec![say(words.join(" "))])
}

/// What else belongs to it.
fn lead(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let st = (!shown.outcome.st_untold).then(|| t.staffregion_lead_st().to_owned());
    let without = shown.outcome.without;
    let without = (without > 0).then(|| t.staffregion_lead_without(&count(t, without)));
    let words: Vec<String> = st.into_iter().chain(without).collect();
    el("p", &[("class", "about")], vec![say(words.join(" "))])
}

/// What the finding rests on that the list does not say: heads counted by a heltid that can be changed, and no ST doctors.
pub fn assumed(ctx: &Ctx, shown: &Shown) -> Html {
    let words = assumptions(ctx, shown).into_iter().map(|words| el("p", &[("class", "about")], vec![say(words)]));
    let each = shown.outcome.heads_only.iter().map(|group| Item::FteEach(*group));
    let covers = beyond_the_guideline(shown).map(|group| Item::Cover(group.kind()));
    let fields = each.chain(covers).map(|item| labelled_in(ctx, "region", item));
    el("div", &[("class", "assumed card")], words.chain(fields).collect())
}

/// Groups in the list of which the guideline says nothing, so that what they cover is an assumption.
fn beyond_the_guideline(shown: &Shown) -> impl Iterator<Item = Group> + use<'_> {
    let there = |group: &Group| shown.outcome.doctors.of(*group).value() > Fte::ZERO;
    Group::BEYOND_GUIDELINE.into_iter().filter(there)
}

/// The same in sentences.
pub fn assumptions(ctx: &Ctx, shown: &Shown) -> Vec<String> {
    let t = ctx.texts();
    let each = |group| plain(t.lang, inputs(ctx).fte_each(group).value().decimal());
    let of = |group: &Group| t.staffregion_heads_only(group_words(t, *group), &each(*group));
    let heads = shown.outcome.heads_only.iter().map(of);
    let covers = beyond_the_guideline(shown).map(|group| beyond(ctx, group));
    heads.chain(covers).chain(shown.outcome.st_untold.then(|| t.staffregion_st_untold().to_owned())).collect()
}

/// The chart, beside it the key figures and `own`, and folded the rest of the figures and the practices.
pub fn results(ctx: &Ctx, shown: &Shown, own: Vec<Html>) -> Html {
    let t = ctx.texts();
    let bars = el("div", &[("class", "card")], vec![chart(ctx, shown), lead(ctx, shown)]);
    let beside = el("div", &[], before(keys(ctx, shown), own));
    let figures = two_columns(vec![totals(ctx, shown), spread(ctx, shown)]);
    let figures = all(vec![figures, strip(ctx, shown)]);
    let more = [
        folded("all-figures", t.staffing_all_figures().to_owned(), figures),
        top(ctx, shown),
        folded("all-practices", t.staffregion_table().to_owned(), table::panel(ctx, shown)),
    ];
    all(vec![el("div", &[("class", "staff-plan")], vec![bars, beside]), el("div", &[("class", "card")], more.to_vec())])
}

fn keys(ctx: &Ctx, shown: &Shown) -> Html {
    let (t, of) = (ctx.texts(), &shown.outcome);
    let key = |name, node: Option<&Rc<Node>>, show, about: &str| KeyFigure {
        name,
        shown: node.map_or_else(|| text(t.not_available()), |node| value(ctx, node, show)),
        about: about.to_owned(),
    };
    let median = of.spread.as_ref().map(|spread| {
        let [_, _, median, _, _] = &spread.percentiles;
        median.node()
    });
    key_figures(vec![
        key(t.term_coverage(), median, Show::Percent, t.staffregion_key_median()),
        key(t.staff_key_gap(), of.gap_fte.as_ref().map(|gap| gap.node()), Show::Fte, t.staffregion_key_gap()),
        key(t.term_need_fte(), of.need.as_ref().map(|need| need.node()), Show::Fte, t.staffregion_key_need()),
    ])
}

fn line(ctx: &Ctx, name: String, node: Option<&Rc<Node>>, show: Show) -> Html {
    let figure = node.map_or_else(|| text(ctx.texts().not_available()), |node| value(ctx, node, show));
    row(vec![row_name(name), cell(figure)])
}

fn titled(heading: &'static str, rows: Vec<Html>) -> Html {
    let table = el("table", &[("class", "results")], vec![el("tbody", &[], rows)]);
    el("div", &[], vec![el("h3", &[], vec![text(heading)]), table])
}

fn totals(ctx: &Ctx, shown: &Shown) -> Html {
    let (t, of) = (ctx.texts(), &shown.outcome);
    let line = |name: &str, node, show| line(ctx, name.to_owned(), node, show);
    let doctors = Group::ALL
        .into_iter()
        .filter(|group| matches!(group, Group::Specialist | Group::St) || of.doctors.of(*group).value() > Fte::ZERO);
    let doctors = doctors
        .map(|group| line(&heading_of(t, Column::Fte(group)), Some(of.doctors.of(group).node()), Show::Hundredths));
    let mut rows = vec![
        line(t.staffregion_persons(), Some(of.listed.node()), Show::Persons),
        line(t.term_capacity(), Some(of.capacity.node()), Show::Persons),
        line(t.term_need_fte(), of.need.as_ref().map(|need| need.node()), Show::Fte),
        line(t.staffregion_gap(), Some(of.gap.node()), Show::Persons),
        line(t.term_gap_fte(), of.gap_fte.as_ref().map(|gap| gap.node()), Show::Fte),
        line(t.term_listed_per_specialist(), of.per_specialist.as_ref().map(|per| per.node()), Show::PerFte),
    ];
    rows.splice(1..1, doctors);
    let about = paragraph("about", t.staffregion_gap_about());
    el("div", &[], vec![titled(t.staffregion_totals(), rows), about])
}

fn spread(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let Some(spread) = &shown.outcome.spread else { return Html::default() };
    let name = |percent: u8| match percent {
        50 => t.staffregion_median().to_owned(),
        other => t.staffregion_percentile(&other.to_string()),
    };
    let percentiles = PERCENTILES.into_iter().zip(&spread.percentiles);
    let percentiles = percentiles.map(|(percent, one)| line(ctx, name(percent), Some(one.node()), Show::Percent));
    let gap = line(ctx, t.staffregion_share_gap().to_owned(), Some(spread.with_gap.node()), Show::Percent);
    let rows = percentiles.chain([gap]).collect();
    titled(t.staffregion_spread(), rows)
}

/// How the practices lie.
fn strip(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let Some(spread) = &shown.outcome.spread else { return Html::default() };
    let [_, low, _, high, _] =
        spread.percentiles.each_ref().map(|one| amount(t, one.node().value, Show::Percent, false));
    let pinned = ctx.state().tools.staff_list.pinned.as_ref();
    let drawn = distribution(t, width_for(720), (&shown.list, &shown.outcome), pinned);
    let Some(drawn) = drawn else { return Html::default() };
    let drawn = Figure {
        name: "viktat-fast-lakarkontakt-fordelning",
        title: t.staffregion_strip_title(&low, &high),
        alt: t.staffregion_strip_text().to_owned(),
        drawn,
        source: t.source_line_guideline(),
    };
    of_list(ctx, shown, drawn)
}

fn chart(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let Some(spread) = &shown.outcome.spread else { return Html::default() };
    let [_, _, median, _, _] = &spread.percentiles;
    let median = amount(t, median.node().value, Show::Percent, false);
    let pinned = ctx.state().tools.staff_list.pinned.as_ref();
    let drawn = Figure {
        name: "viktat-fast-lakarkontakt-vardcentraler",
        title: t.staffregion_chart_title(&median),
        alt: t.staffregion_chart_text().to_owned(),
        drawn: coverage(t, width_for(900), (&shown.list, &shown.outcome), pinned),
        source: t.source_line_guideline(),
    };
    let first = (shown.list.len() > MOST_BARS).then(|| {
        let words = t.staffregion_chart_first(&MOST_BARS.to_string());
        el("p", &[("class", "about")], vec![say(words)])
    });
    all(vec![of_list(ctx, shown, drawn), first.unwrap_or_default()])
}

/// A figure of the list; it stays on the page while vårdcentraler of the list have few listed.
fn of_list(ctx: &Ctx, shown: &Shown, own: Figure) -> Html {
    figure(ctx, &own, Leaving::of_practices(ctx, &shown.list, (own.clone(), String::new())))
}

/// Where one heltid more covers most.
fn top(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let found = shown.outcome.most_closed(TOP);
    if found.is_empty() {
        return Html::default();
    }
    let about = el("p", &[("class", "about")], vec![say(t.staffregion_top_about(&guideline(ctx)))]);
    let rows = found.into_iter().map(|one| {
        let name = shown.list.get(one.at).map(|practice| practice.name.as_str().to_owned());
        row(before(row_name(name.unwrap_or_default()), numbers(ctx, one)))
    });
    let headings = [t.staffregion_heading_name(), t.term_coverage(), t.staffregion_col_gap(), t.staff_closed()];
    let headings = headings.map(column).to_vec();
    let table = framed(AttrValue::Static(t.staffregion_top()), "staff-practices staff-top", headings, rows.collect());
    folded("", t.staffregion_top().to_owned(), all(vec![about, table]))
}

fn numbers(ctx: &Ctx, one: &PracticeOutcome) -> Vec<Html> {
    let rest = [&one.gap, &one.closed].map(|persons| cell(value(ctx, persons.node(), Show::Whole)));
    before(cell(covered(ctx, one)), rest.to_vec())
}

/// The part of its list that a practice's doctors cover; a dash where nobody is listed.
pub fn covered(ctx: &Ctx, one: &PracticeOutcome) -> Html {
    let coverage = one.coverage.as_ref();
    coverage.map_or_else(|| text(ctx.texts().not_available()), |share| value(ctx, share.node(), Show::Percent))
}
