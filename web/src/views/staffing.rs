//! Fast läkarkontakt: doctors and list against the guideline. States what they cover; passes no verdict.
use super::differences::differences;
use crate::{
    components::{
        fault_list::fault_list,
        figure::{Figure, figure},
        number_field::{NumberField, fault_id},
        parts::{
            all, button, cell, el, labelled, paragraph, row, row_name, say, section, space, text, title, two_columns,
        },
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        charts::staffing_bullet,
    },
    state::{Field, View},
};
use exchange::number::{Notation, echo};
use model::{
    citation::Parameter,
    count::Count,
    edit::Edit,
    measure::{Measure, PersonsPerFte},
    staffing::{StaffingOutcome, staffing},
    trace::Node,
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::Html;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let outcome = staffing(&scenario.staffing, &scenario.guideline);
    let shown = if scenario.staffing.listed > Count::ZERO {
        let sentence = el("p", &[("class", "lead")], vec![say(sentence(ctx, &outcome))]);
        vec![sentence, results(ctx, &outcome), chart(ctx, &outcome)]
    } else {
        vec![paragraph("empty", t.staffing_empty())]
    };
    all(vec![
        title(vec![text(t.view_staffing())]),
        el("p", &[("class", "intro")], vec![text(t.staffing_intro()), space(), text(t.staffing_principle())]),
        fault_list(ctx, View::Staffing),
        two_columns(vec![
            section("inputs", vec![text(t.staffing_inputs())], vec![inputs(ctx), changed(ctx)]),
            section("results", vec![text(t.staffing_results())], shown),
        ]),
    ])
}

/// The list of changes, with the way back, when the guideline is among them.
fn changed(ctx: &Ctx) -> Html {
    let guideline = &ctx.state().scenario().guideline;
    let edited = guideline.specialist.original.is_some() || guideline.st.original.is_some();
    if edited { differences(ctx) } else { Html::default() }
}

fn inputs(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let (situation, guideline) = (&scenario.staffing, &scenario.guideline);
    let own = |value: Decimal| if value.is_zero() { String::new() } else { written(ctx, value) };
    let value = |parameter: &Parameter<PersonsPerFte>| written(ctx, parameter.value.decimal());
    let about =
        vec![text(t.staffing_guideline_about()), space(), super::place::full(ctx, &guideline.specialist.citation)];
    let parts = vec![
        field(ctx, Field::StaffingListed, t.staffing_listed(), own(situation.listed.persons().decimal())),
        take_list(ctx),
        field(ctx, Field::Specialists, t.staffing_specialists(), own(situation.specialists.decimal())),
        field(ctx, Field::StDoctors, t.staffing_st(), own(situation.st.decimal())),
        field(ctx, Field::GuidelineSpecialist, t.staffing_guideline_specialist(), value(&guideline.specialist)),
        field(ctx, Field::GuidelineSt, t.staffing_guideline_st(), value(&guideline.st)),
        el("p", &[("class", "about")], about),
    ];
    el("div", &[("class", "form")], parts)
}

fn written(ctx: &Ctx, value: Decimal) -> String {
    let notation: Notation = ctx.state().notation();
    echo(value, notation)
}

fn field(ctx: &Ctx, field: Field, label: &'static str, value: String) -> Html {
    let id = ["field-", &fault_id(&field)].concat();
    labelled(id.clone(), label, vec![NumberField::labelled(field, value, id).html(ctx)])
}

/// Offers the number of listed that has been entered in the other view.
fn take_list(ctx: &Ctx) -> Html {
    let scenario = ctx.state().scenario();
    let entered: Count = scenario.practice.listed.values().copied().sum();
    if entered == Count::ZERO || entered == scenario.staffing.listed {
        return Html::default();
    }
    let words = ctx.texts().staffing_use_list(&plain(ctx.texts().lang, entered.persons().decimal()));
    button("", say(words), ctx.on_edit(Edit::SetStaffingListed(entered)))
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

fn results(ctx: &Ctx, outcome: &StaffingOutcome) -> Html {
    let texts = ctx.texts();
    let line = |name: &'static str, node: Option<&Rc<Node>>, show: Show| {
        let figure = node.map_or_else(|| text(texts.not_available()), |node| value(ctx, node, show));
        row(vec![row_name(name.to_owned()), cell(figure)])
    };
    let rows = vec![
        line(texts.term_capacity_specialists(), Some(outcome.by_specialists.node()), Show::Persons),
        line(texts.term_capacity_st(), Some(outcome.by_st.node()), Show::Persons),
        line(texts.term_capacity(), Some(outcome.capacity.node()), Show::Persons),
        line(texts.term_coverage(), outcome.coverage.as_ref().map(|c| c.node()), Show::Percent),
        line(texts.term_gap(), Some(outcome.gap.node()), Show::Persons),
        line(texts.term_gap_fte(), outcome.gap_fte.as_ref().map(|g| g.node()), Show::Fte),
        line(texts.term_need_fte(), outcome.need.as_ref().map(|n| n.node()), Show::Fte),
        line(texts.term_listed_per_specialist(), outcome.per_specialist.as_ref().map(|p| p.node()), Show::PerFte),
    ];
    el("table", &[("class", "results")], vec![el("tbody", &[], rows)])
}

fn chart(ctx: &Ctx, outcome: &StaffingOutcome) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let coverage = outcome.coverage.as_ref().map(|c| amount(texts, c.node().value, Show::Percent, false));
    let shown = Figure {
        name: "viktat-fast-lakarkontakt",
        title: texts.staffing_chart_title(&coverage.unwrap_or_default()),
        alt: texts.staffing_chart_text().to_owned(),
        drawn: staffing_bullet(texts, 560, &scenario.staffing, outcome),
        source: texts.source_line_guideline(),
    };
    figure(ctx, &shown)
}
