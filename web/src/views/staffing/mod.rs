//! Fast läkarkontakt: doctors and list against the guideline. States what they cover; passes no verdict.
mod assumed;
mod doctors;
mod fields;
mod need;
mod plan;
mod plan_goal;
mod plan_tables;
mod region;
mod underlag;
mod work;

use super::differences::differences;
use crate::{
    components::{
        choice::{Alternative, choice},
        fault_list::fault_list,
        figure::{Figure, figure, width_for},
        number_field::{NumberField, fault_id},
        parts::{
            all, button, cell, el, labelled, paragraph, row, row_name, say, section, space, text, title, two_columns,
        },
        tabs::{Tab, tabbed},
        value::value,
        view_head::view_head,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        charts::staffing_bullet,
        plan_words::lead,
        staff_assumed::{not_told, sentences},
        staff_charts, staff_words,
        underlag::hides_named,
    },
    state::View,
    text::Texts,
    tools::{
        guard::{Leaving, hides_list},
        staffing::{inputs, planned},
    },
};
use exchange::number::echo;
use model::{
    count::Count,
    edit::Edit,
    measure::Measure,
    staffing::{
        StaffingOutcome,
        item::Group,
        situation::{Situation, situation},
        staff::{Population, Staff},
    },
    trace::Node,
    value::{Key, Section},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::Html;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if ctx.state().present && hides_list(ctx) {
        return all(vec![title(vec![text(t.view_staffing())]), paragraph("empty", t.guard_few_listed())]);
    }
    let scenario = ctx.state().scenario();
    let found = situation(&inputs(ctx));
    let shown = if let Some(words) = not_told(ctx, &found) {
        let known = scenario.staff().listed > Count::ZERO;
        vec![paragraph("empty", words), if known { results(ctx, &found) } else { Html::default() }]
    } else {
        let sentence = el("p", &[("class", "lead")], vec![say(sentence(ctx, &found.outcome))]);
        vec![
            sentence,
            assumed::assumed(ctx, &found),
            overfull(ctx, &found),
            pictogram(ctx, &found),
            results(ctx, &found),
            chart(ctx, &found),
        ]
    };
    all(vec![
        view_head(ctx, vec![text(t.view_staffing())], Vec::new()),
        el("p", &[("class", "intro")], vec![text(t.staffing_intro()), space(), text(t.staffing_principle())]),
        fault_list(ctx, View::Staffing),
        tabbed(ctx, View::Staffing, (t.view_staffing(), &tabs(t)), |at| match at {
            1 => need::need_section(ctx, &found),
            2 => all(vec![work::visits_section(ctx, &found), work::wisn_section(ctx, &found)]),
            3 => plan::plan(ctx, &found),
            4 => region::region(ctx),
            5 => underlag::panel(ctx, &found),
            _ => two_columns(vec![
                section("inputs", vec![text(t.staffing_inputs())], vec![entries(ctx), changed(ctx), clear(ctx)]),
                section("results", vec![text(t.staffing_results())], shown),
            ]),
        }),
        el("blockquote", &[("class", "quote")], vec![text(t.staff_quote())]),
        underlag::paper(ctx, &found),
    ])
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

/// What those are called whom the doctors are set against.
fn counted(ctx: &Ctx) -> &'static str {
    match ctx.state().scenario().staff().population {
        Population::Listed => ctx.texts().staffing_mark(),
        Population::Inhabitants => ctx.texts().staff_inhabitants(),
    }
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

/// The list of changes, with the way back, when the guideline is among them.
fn changed(ctx: &Ctx) -> Html {
    let guideline = &ctx.state().scenario().guideline();
    let edited = guideline.specialist.original.is_some() || guideline.st.original.is_some();
    if edited { differences(ctx) } else { Html::default() }
}

/// Empties the view; nothing when it is empty.
fn clear(ctx: &Ctx) -> Html {
    let scenario = ctx.state().scenario();
    if *scenario.staff() == Staff::default() {
        return Html::default();
    }
    button("plain", text(ctx.texts().staff_clear()), ctx.on_edit(Edit::Clear(Section::Staffing)))
}

fn entries(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let listed = scenario.staff().listed.persons().decimal();
    let listed = if listed.is_zero() { String::new() } else { echo(listed, ctx.state().notation()) };
    let (name, about) = match scenario.staff().population {
        Population::Listed => (t.staffing_listed(), t.staffing_guideline_about()),
        Population::Inhabitants => (t.staff_inhabitants(), t.staff_guideline_inhabitants()),
    };
    let about = vec![text(about), space(), super::place::full(ctx, &scenario.guideline().specialist.citation)];
    let parts = vec![
        population(ctx),
        field(ctx, Key::STAFFING_LISTED, name, listed),
        take_list(ctx),
        doctors::main_kinds(ctx),
        el("p", &[("class", "about")], about),
        doctors::more(ctx),
    ];
    el("div", &[("class", "form")], parts)
}

fn population(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let chosen = ctx.state().scenario().staff().population;
    let one = |population, name: &'static str, about: &'static str| Alternative {
        name: name.into(),
        about: about.into(),
        chosen: chosen == population,
        choose: ctx.on_edit(Edit::set(Key::POPULATION, population)),
    };
    let alternatives = [
        one(Population::Listed, t.staff_population_listed(), t.staff_population_listed_about()),
        one(Population::Inhabitants, t.staff_population_inhabitants(), t.staff_population_inhabitants_about()),
    ];
    choice("population", t.staff_population(), &alternatives)
}

fn field(ctx: &Ctx, field: Key, label: &'static str, value: String) -> Html {
    let id = ["field-", &fault_id(&field)].concat();
    labelled(id.clone(), label, vec![NumberField::labelled(field, value, id).html(ctx)])
}

/// Offers the number of listed that has been entered in the other view.
fn take_list(ctx: &Ctx) -> Html {
    let scenario = ctx.state().scenario();
    let entered: Count = scenario.practice().listed.values().copied().sum();
    if entered == Count::ZERO || entered == scenario.staff().listed || ctx.state().present {
        return Html::default();
    }
    let words = ctx.texts().staffing_use_list(&plain(ctx.texts().lang, entered.persons().decimal()));
    button("", say(words), ctx.on_edit(Edit::set(Key::STAFFING_LISTED, entered)))
}

fn sentence(ctx: &Ctx, outcome: &StaffingOutcome) -> String {
    let texts = ctx.texts();
    let persons = |value: Decimal| {
        let quantity = model::measure::Persons::of(value).quantity();
        amount(texts, quantity, Show::Persons, false)
    };
    let capacity = persons(outcome.capacity.value().decimal());
    let gap = outcome.gap.value().decimal();
    if gap.is_zero() {
        return texts.staffing_sentence_even(&capacity);
    }
    match &outcome.gap_fte {
        Some(fte) if gap > Decimal::ZERO => {
            texts.staffing_sentence_gap(&capacity, &persons(gap), &amount(texts, fte.node().value, Show::Fte, false))
        }
        _ => texts.staffing_sentence_room(&capacity, &persons(-gap)),
    }
}

/// Groups whose duties take more than all their time.
fn overfull(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let told = found.overfull.iter().map(|group| {
        el("p", &[("class", "fault"), ("role", "alert")], vec![say(t.staff_overfull(staff_words::group(t, *group)))])
    });
    all(told.collect())
}

fn results(ctx: &Ctx, found: &Situation) -> Html {
    let texts = ctx.texts();
    let outcome = &found.outcome;
    let line = |name: &'static str, node: Option<&Rc<Node>>, show: Show| {
        let figure = node.map_or_else(|| text(texts.not_available()), |node| value(ctx, node, show));
        row(vec![row_name(name.to_owned()), cell(figure)])
    };
    // of a group that nothing has been entered of, nothing is said
    let mut rows = Vec::new();
    if found.told.contains(&Group::Specialist) {
        rows.push(line(texts.term_capacity_specialists(), Some(outcome.by_specialists.node()), Show::Persons));
    }
    if found.told.contains(&Group::St) {
        rows.push(line(texts.term_capacity_st(), Some(outcome.by_st.node()), Show::Persons));
    }
    if !found.by_others.value().decimal().is_zero() {
        rows.push(line(texts.staff_row_others(), Some(found.by_others.node()), Show::Persons));
    }
    if !found.told.is_empty() {
        rows.extend([
            line(texts.term_capacity(), Some(outcome.capacity.node()), Show::Persons),
            line(texts.term_coverage(), outcome.coverage.as_ref().map(|c| c.node()), Show::Percent),
            line(texts.term_gap(), Some(outcome.gap.node()), Show::Persons),
            line(texts.term_gap_fte(), outcome.gap_fte.as_ref().map(|g| g.node()), Show::Fte),
        ]);
    }
    rows.extend([
        line(texts.term_need_fte(), outcome.need.as_ref().map(|n| n.node()), Show::Fte),
        line(texts.term_listed_per_specialist(), outcome.per_specialist.as_ref().map(|p| p.node()), Show::PerFte),
    ]);
    if ctx.state().present && hides_named(ctx, found) {
        rows.push(row(vec![row_name(texts.staff_named_share().to_owned()), cell(text(texts.guard_withheld()))]));
    } else if let (Some(share), Some(unnamed)) = (&found.named_share, &found.unnamed) {
        rows.push(line(texts.staff_named_share(), Some(share.node()), Show::Percent));
        rows.push(line(texts.staff_unnamed(), Some(unnamed.node()), Show::Persons));
    }
    el("table", &[("class", "results")], vec![el("tbody", &[], rows)])
}

fn pictogram(ctx: &Ctx, found: &Situation) -> Html {
    let texts = ctx.texts();
    let fte = |fte: Option<&Rc<Node>>| fte.map(|node| amount(texts, node.value, Show::Fte, false)).unwrap_or_default();
    let there = fte(Some(found.time.node()));
    let gap = found.outcome.gap_fte.as_ref().filter(|gap| gap.value().decimal() > Decimal::ZERO);
    let title = match gap {
        Some(gap) => texts.pictogram_title_gap(&there, &fte(Some(gap.node()))),
        None => texts.pictogram_title(&there),
    };
    let shown = Figure {
        name: "viktat-lakare",
        title,
        alt: texts.pictogram_text().to_owned(),
        drawn: staff_charts::doctors(texts, width_for(560), found),
        source: texts.source_line_guideline(),
    };
    doctors_figure(ctx, shown)
}

/// A figure of doctors and the size of the list; what leaves says what it takes for granted.
fn doctors_figure(ctx: &Ctx, own: Figure) -> Html {
    let assumed = sentences(ctx, &situation(&inputs(ctx))).join(" ");
    figure(ctx, &own, Leaving::of_doctors(ctx, (own.clone(), assumed)))
}

fn chart(ctx: &Ctx, found: &Situation) -> Html {
    let texts = ctx.texts();
    let coverage = found.outcome.coverage.as_ref().map(|c| amount(texts, c.node().value, Show::Percent, false));
    let shown = Figure {
        name: "viktat-fast-lakarkontakt",
        title: texts.staffing_chart_title(&coverage.unwrap_or_default()),
        alt: texts.staffing_chart_text().to_owned(),
        drawn: staffing_bullet(texts, 560, found, counted(ctx)),
        source: texts.source_line_guideline(),
    };
    doctors_figure(ctx, shown)
}
