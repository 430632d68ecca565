//! Fast läkarkontakt: doctors and list against the guideline. States what they cover; passes no verdict.
use crate::{
    components::{
        fault_list::fault_list,
        figure::{Figure, figure},
        number_field::{NumberField, fault_id},
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
    count::Count,
    edit::Edit,
    measure::Measure,
    staffing::{StaffingOutcome, staffing},
    trace::Node,
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{Html, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let outcome = staffing(&scenario.staffing, &scenario.guideline);
    let has_list = scenario.staffing.listed > Count::ZERO;
    html! {
        <>
            <h1>{ texts.view_staffing() }</h1>
            <p class="intro">{ texts.staffing_intro() }{ " " }{ texts.staffing_principle() }</p>
            { fault_list(ctx, View::Staffing) }
            <div class="two-columns">
                <section>
                    <h2>{ texts.staffing_inputs() }</h2>
                    { inputs(ctx) }
                </section>
                <section>
                    <h2>{ texts.staffing_results() }</h2>
                    if has_list {
                        <p class="lead">{ sentence(ctx, &outcome) }</p>
                        { results(ctx, &outcome) }
                        { chart(ctx, &outcome) }
                    } else {
                        <p class="empty">{ texts.staffing_empty() }</p>
                    }
                </section>
            </div>
        </>
    }
}

fn inputs(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let (situation, guideline) = (&scenario.staffing, &scenario.guideline);
    let own = |value: Decimal| if value.is_zero() { String::new() } else { written(ctx, value) };
    let rows = [
        (Field::StaffingListed, texts.staffing_listed(), own(situation.listed.persons().decimal())),
        (Field::Specialists, texts.staffing_specialists(), own(situation.specialists.decimal())),
        (Field::StDoctors, texts.staffing_st(), own(situation.st.decimal())),
    ];
    let values = [
        (Field::GuidelineSpecialist, texts.staffing_guideline_specialist(), &guideline.specialist),
        (Field::GuidelineSt, texts.staffing_guideline_st(), &guideline.st),
    ];
    html! {
        <div class="form">
            { for rows.into_iter().map(|(field, label, value)| labelled(ctx, field, label, value)) }
            { take_list(ctx) }
            { for values.into_iter().map(|(field, label, parameter)| {
                labelled(ctx, field, label, written(ctx, parameter.value.decimal()))
            }) }
            <p class="about">{ texts.staffing_guideline_about() }{ " " }{ super::place::full(ctx, &guideline.specialist.citation) }</p>
        </div>
    }
}

fn written(ctx: &Ctx, value: Decimal) -> String {
    let notation: Notation = ctx.state().notation();
    echo(value, notation)
}

fn labelled(ctx: &Ctx, field: Field, label: &'static str, value: String) -> Html {
    let id = fault_id(&field).replacen("fault", "field", 1);
    let shown = NumberField::labelled(field, value, id.clone());
    html! {
        <div class="labelled">
            <label for={id}>{ label }</label>
            { shown.html(ctx) }
        </div>
    }
}

/// Offers the number of listed that has been entered in the other view.
fn take_list(ctx: &Ctx) -> Html {
    let scenario = ctx.state().scenario();
    let entered: Count = scenario.practice.listed.values().copied().sum();
    if entered == Count::ZERO || entered == scenario.staffing.listed {
        return Html::default();
    }
    let words = ctx.texts().staffing_use_list(&plain(ctx.texts().lang, entered.persons().decimal()));
    html! { <button type="button" onclick={ctx.on_edit(Edit::SetStaffingListed(entered))}>{ words }</button> }
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
    let row = |name: &'static str, node: Option<&Rc<Node>>, show: Show| {
        let cell = match node {
            Some(node) => value(ctx, node, show),
            None => Html::from(texts.not_available()),
        };
        html! { <tr><th scope="row">{ name }</th><td>{ cell }</td></tr> }
    };
    html! {
        <table class="results"><tbody>
            { row(texts.term_capacity_specialists(), Some(outcome.by_specialists.node()), Show::Persons) }
            { row(texts.term_capacity_st(), Some(outcome.by_st.node()), Show::Persons) }
            { row(texts.term_capacity(), Some(outcome.capacity.node()), Show::Persons) }
            { row(texts.term_coverage(), outcome.coverage.as_ref().map(|c| c.node()), Show::Percent) }
            { row(texts.term_gap(), Some(outcome.gap.node()), Show::Persons) }
            { row(texts.term_gap_fte(), outcome.gap_fte.as_ref().map(|g| g.node()), Show::Fte) }
            { row(texts.term_need_fte(), outcome.need.as_ref().map(|n| n.node()), Show::Fte) }
            { row(texts.term_listed_per_specialist(), outcome.per_specialist.as_ref().map(|p| p.node()), Show::PerFte) }
        </tbody></table>
    }
}

fn chart(ctx: &Ctx, outcome: &StaffingOutcome) -> Html {
    let texts = ctx.texts();
    let scenario = ctx.state().scenario();
    let coverage = outcome.coverage.as_ref().map(|c| amount(texts, c.node().value, Show::Percent, false));
    let source = ctx.house().source(&scenario.guideline.specialist.citation.source);
    let shown = Figure {
        name: "viktat-fast-lakarkontakt",
        title: texts.staffing_chart_title(&coverage.unwrap_or_default()),
        alt: texts.staffing_chart_text().to_owned(),
        drawn: staffing_bullet(texts, 560, &scenario.staffing, outcome),
        source: source.map(|s| s.title.to_string()).unwrap_or_default(),
    };
    figure(ctx, &shown)
}
