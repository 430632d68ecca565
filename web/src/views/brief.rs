//! I korthet: two persons of the same age and sex, today and under the proposal. The answer before the explanation.
use super::brief_chart::brief_chart;
use crate::{
    components::{
        notes::badge,
        top_bar::column_name,
        value::{Look, difference, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        term::factor,
    },
    state::Action,
};
use catalog::Persona;
use model::{atc::AtcCode, case_mix::Flags, compare::change, measure::Measure, outcome::Outcome, proxy::Dispensing};
use report::{
    brief::{PersonColumn, person_columns},
    columns::Column,
};
use std::rc::Rc;
use yew::{Html, html};

/// One person with what each model pays.
pub(super) struct Card<'a> {
    persona: &'a Persona,
    columns: Vec<PersonColumn>,
}

impl Card<'_> {
    fn outcome(&self, column: Column) -> Option<&Outcome> {
        self.columns.iter().find(|c| c.column == column).map(|c| &c.outcome)
    }

    fn flags(&self, column: Column) -> Option<&Flags> {
        self.columns.iter().find(|c| c.column == column).map(|c| &c.flags)
    }
}

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let cards = ctx.house().personas().each_ref().map(|persona| card(ctx, persona));
    let [_, second] = &cards;
    let compared = compared(ctx);
    let how = second.outcome(compared).map(|outcome| Rc::clone(outcome.payment.node()));
    html! {
        <>
            <h1 class="lead">{ lead(ctx, &cards) }</h1>
            <div class="brief-grid">
                <section class="persons" aria-label={texts.brief_persons()}>
                    { for cards.iter().map(|card| person(ctx, card)) }
                    { antibiotics(ctx) }
                </section>
                { brief_chart(ctx, compared) }
            </div>
            <section class="how">
                <h2>{ texts.brief_how() }</h2>
                <p>{ texts.brief_how_text() }</p>
                if let Some(node) = how {
                    <button type="button" class="plain" onclick={ctx.on(Action::Why(Some(node)))}>
                        { texts.brief_how_button(&texts.name(&second.persona.name)) }
                    </button>
                }
            </section>
            <p class="source">{ texts.source_line(texts.source_line_table()) }{ " " }{ badge(ctx) }</p>
        </>
    }
}

/// The model that today is compared with: the leading one, or the proposal when today leads.
fn compared(ctx: &Ctx) -> Column {
    match ctx.state().lead {
        Column::Scenario if ctx.state().tariffs.scenario.is_ok() => Column::Scenario,
        _ => Column::Proposal,
    }
}

fn card<'a>(ctx: &Ctx, persona: &'a Persona) -> Card<'a> {
    let switched_off = persona.id.as_str() == catalog::JOHAN && !ctx.state().antibiotics;
    let dispensed: Vec<Dispensing> =
        persona.dispensed.iter().filter(|drug| !(switched_off && is_antibiotic(drug))).cloned().collect();
    Card { columns: person_columns(&ctx.state().tariffs, persona.sex, persona.age, &dispensed), persona }
}

/// Class J01 of the ATC system: antibacterials for systemic use.
fn is_antibiotic(drug: &Dispensing) -> bool {
    drug.atc.as_str().starts_with("J01")
}

fn lead(ctx: &Ctx, [first, second]: &[Card<'_>; 2]) -> String {
    let texts = ctx.texts();
    let kr = |card: &Card<'_>, column| {
        card.outcome(column).map(|outcome| amount(texts, outcome.payment.node().value, Show::Kronor, false))
    };
    let names = [first, second].map(|card| texts.name(&card.persona.name));
    let today = kr(first, Column::Current).unwrap_or_default();
    let model = match ctx.state().lead {
        Column::Earlier | Column::Current => return texts.brief_lead_current(&names[0], &names[1], &today),
        Column::Proposal => texts.brief_lead_model_proposal(),
        Column::Scenario => texts.brief_lead_model_scenario(),
    };
    match (kr(first, ctx.state().lead), kr(second, ctx.state().lead)) {
        (Some(one), Some(other)) => texts.brief_lead_other(model, &one, &names[0], &other, &names[1], &today),
        _ => texts.brief_lead_broken().to_owned(),
    }
}

fn person(ctx: &Ctx, card: &Card<'_>) -> Html {
    let texts = ctx.texts();
    let age = texts.brief_age(&card.persona.age.to_string(), &texts.name(&card.persona.about));
    let shown: &[Column] = if ctx.state().tariffs.scenario_is_proposal() {
        &[Column::Current, Column::Proposal]
    } else {
        &[Column::Current, Column::Proposal, Column::Scenario]
    };
    html! {
        <article class="person">
            <h2>{ texts.name(&card.persona.name) }</h2>
            <p class="age">{ age }</p>
            <dl>{ for shown.iter().filter_map(|column| row(ctx, card, *column)) }</dl>
            <p class="conditions">{ conditions(ctx, card) }</p>
        </article>
    }
}

fn row(ctx: &Ctx, card: &Card<'_>, column: Column) -> Option<Html> {
    let texts = ctx.texts();
    let outcome = card.outcome(column)?;
    let today = card.outcome(Column::Current)?;
    let change = change(&today.payment, &outcome.payment);
    let leads = ctx.state().lead == column;
    let superseded = column == Column::Current && !leads;
    let direction = match change.value().decimal().cmp(&rust_decimal::Decimal::ZERO) {
        std::cmp::Ordering::Greater => ("▲ ", texts.more()),
        std::cmp::Ordering::Less => ("▼ ", texts.less()),
        std::cmp::Ordering::Equal => ("", texts.no_difference()),
    };
    Some(html! {
        <div class={if leads { "row leads" } else { "row" }}>
            <dt>{ column_name(texts, column) }</dt>
            <dd>
                { value_as(ctx, outcome.payment.node(), Show::Kronor, Look { superseded, big: true, signed: false }) }
                if column != Column::Current {
                    <span class="direction">
                        <span aria-hidden="true">{ direction.0 }</span>{ direction.1 }{ " " }
                        { difference(ctx, change.node(), Show::Kronor) }
                    </span>
                }
            </dd>
        </div>
    })
}

fn conditions(ctx: &Ctx, card: &Card<'_>) -> String {
    let texts = ctx.texts();
    let Some(flags) = card.flags(compared(ctx)) else { return String::new() };
    let names = |ids: Vec<&model::id::Id>| {
        ids.into_iter().map(|id| factor(texts, ctx.house(), id)).collect::<Vec<_>>().join(", ")
    };
    if flags.factors.is_empty() {
        return texts.brief_counted_none().to_owned();
    }
    let counted = texts.brief_counted(&names(flags.factors.iter().collect()));
    let dropped = names(flags.dropped.iter().map(|dropped| &dropped.condition).collect());
    if dropped.is_empty() { counted } else { format!("{counted}. {}", texts.brief_dropped(&dropped)) }
}

fn antibiotics(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let on = ctx.state().antibiotics;
    let [first, _] = ctx.house().personas();
    let words = if on { texts.brief_antibiotics_on() } else { texts.brief_antibiotics_off() };
    html! {
        <div class="switch-row">
            <button type="button" role="switch" class="switch" aria-checked={on.to_string()} aria-describedby="antibiotics-words"
                onclick={ctx.on(Action::Antibiotics(!on))}>
                <span class="knob" aria-hidden="true"></span>
                { texts.brief_antibiotics(&texts.name(&first.name)) }
            </button>
            <p id="antibiotics-words" aria-live="polite">{ words }</p>
        </div>
    }
}
