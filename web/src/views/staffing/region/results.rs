//! What the vårdcentraler of a list cover together and among themselves. States numbers; passes no verdict.
use super::{Shown, table};
use crate::{
    components::{
        figure::{Figure, figure, width_for},
        parts::{all, before, cell, column, el, paragraph, row, row_name, say, table as framed, text, two_columns},
        value::value,
    },
    ctx::Ctx,
    desk::guard::Leaving,
    present::{
        amount::{Show, amount},
        staff_list_chart::{MOST_BARS, distribution, per_specialist},
        staff_list_words::{count, whole},
    },
};
use model::{
    measure::Measure,
    staffing::practices::{PERCENTILES, PracticeOutcome},
    trace::Node,
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// So many practices are named where one heltid more covers most.
const TOP: usize = 10;

/// The guideline's persons per specialist, as shown.
fn guideline(ctx: &Ctx, shown: &Shown) -> String {
    amount(ctx.texts(), shown.guideline.specialist.value.quantity(), Show::PerFte, false)
}

/// The finding in a few sentences.
pub fn lead(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let outcome = &shown.outcome;
    let above = outcome.spread.as_ref().map_or(0, |spread| spread.above);
    let mut words = vec![t.staffregion_lead(&whole(t, above), &whole(t, shown.list.len()), &guideline(ctx, shown))];
    if outcome.without > 0 {
        words.push(t.staffregion_lead_without(&count(t, outcome.without)));
    }
    if let Some(need) = &outcome.need {
        words.push(t.staffregion_lead_need(&amount(t, need.node().value, Show::Fte, false)));
    }
    match &outcome.gap_fte {
        Some(fte) if outcome.with_gap > 0 => {
            let fte = amount(t, fte.node().value, Show::Fte, false);
            words.push(t.staffregion_lead_gap(&count(t, outcome.with_gap), &fte));
        }
        _ => words.push(t.staffregion_lead_no_gap().to_owned()),
    }
    el("p", &[("class", "lead"), ("role", "status")], vec![say(words.join(" "))])
}

/// The figures, the chart and the practices.
pub fn results(ctx: &Ctx, shown: &Shown) -> Html {
    all(vec![
        two_columns(vec![totals(ctx, shown), spread(ctx, shown)]),
        strip(ctx, shown),
        chart(ctx, shown),
        top(ctx, shown),
        table::panel(ctx, shown),
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
    let rows = vec![
        line(t.staffregion_persons(), Some(of.listed.node()), Show::Persons),
        line(t.staffregion_specialists(), Some(of.specialists.node()), Show::Hundredths),
        line(t.staffregion_st(), Some(of.st.node()), Show::Hundredths),
        line(t.term_capacity(), Some(of.capacity.node()), Show::Persons),
        line(t.term_need_fte(), of.need.as_ref().map(|need| need.node()), Show::Fte),
        line(t.staffregion_gap(), Some(of.gap.node()), Show::Persons),
        line(t.term_gap_fte(), of.gap_fte.as_ref().map(|gap| gap.node()), Show::Fte),
        line(t.term_listed_per_specialist(), of.per_specialist.as_ref().map(|per| per.node()), Show::PerFte),
    ];
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
    let percentiles = percentiles.map(|(percent, one)| line(ctx, name(percent), Some(one.node()), Show::PerFte));
    let above = line(ctx, t.staffregion_share_above().to_owned(), Some(spread.share_above.node()), Show::Percent);
    let rows = percentiles.chain([above]).collect();
    titled(t.staffregion_spread(), rows)
}

/// How the practices lie.
fn strip(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let Some(spread) = &shown.outcome.spread else { return Html::default() };
    let [_, low, _, high, _] =
        spread.percentiles.each_ref().map(|one| amount(t, one.node().value, Show::PerFte, false));
    let per = shown.guideline.specialist.value.decimal();
    let pinned = ctx.state().desk.staff_list.pinned.as_ref();
    let drawn = distribution(t, width_for(720), (&shown.list, &shown.outcome), per, pinned);
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
    let median = amount(t, median.node().value, Show::PerFte, false);
    let per = shown.guideline.specialist.value.decimal();
    let pinned = ctx.state().desk.staff_list.pinned.as_ref();
    let drawn = Figure {
        name: "viktat-fast-lakarkontakt-vardcentraler",
        title: t.staffregion_chart_title(&median, &guideline(ctx, shown)),
        alt: t.staffregion_chart_text().to_owned(),
        drawn: per_specialist(t, width_for(720), (&shown.list, &shown.outcome), per, pinned),
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
    let heading = el("h3", &[], vec![text(t.staffregion_top())]);
    let about = el("p", &[("class", "about")], vec![say(t.staffregion_top_about(&guideline(ctx, shown)))]);
    let rows = found.into_iter().map(|one| {
        let name = shown.list.get(one.at).map(|practice| practice.name.as_str().to_owned());
        row(before(row_name(name.unwrap_or_default()), numbers(ctx, one)))
    });
    let headings = [t.staffregion_heading_name(), t.staffregion_col_per(), t.staffregion_col_gap(), t.staff_closed()];
    let headings = headings.map(column).to_vec();
    let table = framed(AttrValue::Static(t.staffregion_top()), "staff-practices staff-top", headings, rows.collect());
    all(vec![heading, about, table])
}

fn numbers(ctx: &Ctx, one: &PracticeOutcome) -> Vec<Html> {
    let per = one.per_specialist.as_ref();
    let per = per.map_or_else(|| text(ctx.texts().not_available()), |per| value(ctx, per.node(), Show::PerFte));
    let rest = [&one.gap, &one.closed].map(|persons| cell(value(ctx, persons.node(), Show::Whole)));
    before(cell(per), rest.to_vec())
}
