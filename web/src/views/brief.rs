//! I korthet: two persons of the same age and sex, today and under the proposal. The answer before the explanation.
use super::brief_chart::brief_chart;
use crate::{
    components::{
        notes::badge,
        parts::{all, button, el, paragraph, say, space, text},
        top_bar::column_name,
        value::{ValueLook, difference, value_as},
        view_head::view_head,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        term::factor,
    },
    state::Action,
};
use catalog::Persona;
use model::{case_mix::Flags, compare::change, measure::Measure, outcome::Outcome, proxy::Dispensing, trace::Node};
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
    let cards = ctx.catalogue().personas().each_ref().map(|persona| card(ctx, persona));
    let [_, second] = &cards;
    let compared = compared(ctx);
    let how = second.outcome(compared).map(|outcome| {
        let words = say(texts.brief_how_button(&texts.name(&second.persona.name)));
        button("plain", words, ctx.on(Action::Why(Some(Rc::clone(outcome.payment.node())))))
    });
    let persons = vec![person(ctx, &cards[0]), person(ctx, &cards[1]), antibiotics(ctx)];
    let persons = el("section", &[("class", "persons"), ("aria-label", texts.brief_persons())], persons);
    let mut how_text =
        vec![el("h2", &[], vec![text(texts.brief_how())]), paragraph("", texts.brief_how_text()), space()];
    how_text.extend(how);
    all(vec![
        view_head(ctx, vec![say(lead(ctx, &cards))], Vec::new()),
        el("div", &[("class", "brief-grid")], vec![persons, brief_chart(ctx, compared)]),
        el("section", &[("class", "how")], how_text),
        el("p", &[("class", "source")], vec![say(texts.source_line(texts.source_line_table())), space(), badge(ctx)]),
    ])
}

/// The model that today is compared with: the leading one, or the proposal when today leads.
fn compared(ctx: &Ctx) -> Column {
    match ctx.state().compared {
        Column::Scenario if ctx.state().tariffs.scenario.is_ok() => Column::Scenario,
        _ => Column::Proposal,
    }
}

/// What each model pays.
type Paid = Vec<(Column, Rc<Node>)>;

/// The persons of the strip with what each model pays for them.
pub fn strip_persons(ctx: &Ctx) -> Vec<(String, Paid)> {
    let cards = ctx.catalogue().personas().iter().map(|persona| card(ctx, persona));
    let of = |card: Card<'_>| {
        let paid = card.columns.iter().map(|one| (one.column, Rc::clone(one.outcome.payment.node()))).collect();
        (ctx.texts().name(&card.persona.name).to_string(), paid)
    };
    cards.map(of).collect()
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
    let column = ctx.state().compared;
    let model = match column {
        Column::Earlier | Column::Current => return texts.brief_lead_current(&names[0], &names[1], &today),
        Column::Proposal => texts.brief_lead_model_proposal(),
        Column::Scenario => texts.brief_lead_model_scenario(),
    };
    let (Some(one), Some(other)) = (kr(first, column), kr(second, column)) else {
        return texts.brief_lead_broken().to_owned();
    };
    // whose weights they are stands in the sentence itself: it is photographed and quoted without its badge
    let examples = ctx.state().tariffs.get(column).is_some_and(|tariff| tariff.model.is_illustrative());
    match (examples, column) {
        (true, Column::Scenario) => texts.brief_lead_example_scenario(&one, &names[0], &other, &names[1], &today),
        (true, _) => texts.brief_lead_example(&one, &names[0], &other, &names[1], &today),
        (false, _) => texts.brief_lead_other(model, &one, &names[0], &other, &names[1], &today),
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
    let rows = shown.iter().filter_map(|column| row(ctx, card, *column)).collect();
    let parts = vec![
        el("h2", &[], vec![say(texts.name(&card.persona.name).to_string())]),
        el("p", &[("class", "age")], vec![say(age)]),
        el("dl", &[], rows),
        el("p", &[("class", "conditions")], vec![say(conditions(ctx, card))]),
    ];
    el("article", &[("class", "person")], parts)
}

fn row(ctx: &Ctx, card: &Card<'_>, column: Column) -> Option<Html> {
    let texts = ctx.texts();
    let outcome = card.outcome(column)?;
    let today = card.outcome(Column::Current)?;
    let change = change(&today.payment, &outcome.payment);
    let leads = ctx.state().compared == column;
    let superseded = column == Column::Current && !leads;
    let direction = match change.value().decimal().cmp(&rust_decimal::Decimal::ZERO) {
        std::cmp::Ordering::Greater => ("▲ ", texts.more()),
        std::cmp::Ordering::Less => ("▼ ", texts.less()),
        std::cmp::Ordering::Equal => ("", texts.no_difference()),
    };
    let look = ValueLook { superseded, big: true, signed: false };
    let mut figures = vec![value_as(ctx, outcome.payment.node(), Show::Kronor, look)];
    if column != Column::Current {
        let sign = el("span", &[("aria-hidden", "true")], vec![text(direction.0)]);
        let kr = difference(ctx, change.node(), Show::Kronor);
        figures.push(el("span", &[("class", "direction")], vec![sign, text(direction.1), space(), kr]));
    }
    let name = el("dt", &[], vec![text(column_name(texts, column))]);
    let class = if leads { "row leads" } else { "row" };
    Some(el("div", &[("class", class)], vec![name, el("dd", &[], figures)]))
}

fn conditions(ctx: &Ctx, card: &Card<'_>) -> String {
    let texts = ctx.texts();
    let Some(flags) = card.flags(compared(ctx)) else { return String::new() };
    let names = |ids: Vec<&model::id::Id>| {
        ids.into_iter().map(|id| factor(texts, ctx.catalogue(), id)).collect::<Vec<_>>().join("; ")
    };
    if flags.factors.is_empty() {
        return texts.brief_counted_none().to_owned();
    }
    let counted = texts.brief_counted(&names(flags.factors.iter().collect()));
    let dropped = names(flags.dropped.iter().map(|dropped| &dropped.condition).collect());
    let dropped = (!dropped.is_empty()).then(|| texts.brief_dropped(&dropped));
    let remark = card.persona.remark.as_ref().map(|remark| texts.name(remark).to_string());
    [Some(counted), dropped, remark].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn antibiotics(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let on = ctx.state().antibiotics;
    let [first, _] = ctx.catalogue().personas();
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
