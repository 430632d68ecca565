//! Every value of every shipped model beside its source.
use super::place;
use crate::{
    components::parts::{self, column, el, folded, row_name, say, table, words},
    ctx::Ctx,
    present::{
        amount::{cell_name, exact},
        staff_words,
        term::{factor, term},
    },
    text::Texts,
    tools::staffing::shipped,
};
use model::{
    case_mix::Reference,
    citation::{Citation, Parameter},
    count::Count,
    measure::{Measure, Rate},
    payment_model::PaymentModel,
    quantity::Quantity,
    staffing::item::Item,
    term::Term,
};
use yew::Html;

/// One value with its source.
struct ParameterRow<'a> {
    name: String,
    /// As it is written.
    value: String,
    citation: &'a Citation,
}

fn row<'a, T: Measure>(texts: Texts, name: String, parameter: &'a Parameter<T>) -> ParameterRow<'a> {
    ParameterRow { name, value: exact(texts, parameter.published().quantity()), citation: &parameter.citation }
}

/// Shares and guideline first, then tables, weights and references, each folded.
pub fn parameters(ctx: &Ctx) -> Vec<Html> {
    let texts = ctx.texts();
    let guideline = &ctx.state().scenario().guideline();
    let models = ctx.catalogue().models();
    let shares = models.iter().map(|model| row(texts, texts.share_of(&texts.name(&model.name)), &model.cost_share));
    let guideline = [
        row(texts, texts.term_guideline_specialist().to_owned(), &guideline.specialist),
        row(texts, texts.term_guideline_st().to_owned(), &guideline.st),
    ];
    let mut first: Vec<ParameterRow<'_>> = shares.collect();
    first.extend(guideline);
    let first = fold(ctx, texts.method_shares().to_owned(), first);
    let mut parts = vec![first, staffing(ctx)];
    for model in models {
        parts.extend(of_model(ctx, model));
    }
    parts
}

/// What stands for Fast läkarkontakt until something is entered.
fn staffing(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let rows = shipped(ctx).numbers.iter().map(|(item, number)| ParameterRow {
        name: staff_words::item(texts, ctx.catalogue(), item),
        value: match item {
            // a year and a seed are names rather than amounts
            Item::PlanStart | Item::PlanGoal | Item::Seed => number.value.decimal().normalize().to_string(),
            _ => exact(texts, Quantity { value: number.value.decimal(), unit: item.unit() }),
        },
        citation: &number.citation,
    });
    fold(ctx, texts.method_staffing().to_owned(), rows.collect())
}

fn of_model(ctx: &Ctx, model: &PaymentModel) -> Vec<Html> {
    let texts = ctx.texts();
    let name = texts.name(&model.name);
    let rates = model.capitation().into_iter().flat_map(|table| table.rates.iter().collect::<Vec<_>>());
    let rates: Vec<ParameterRow<'_>> = rates.map(|(cell, p)| row(texts, cell_name(texts, cell), p)).collect();
    let table = fold(ctx, texts.method_table_of(&name), rates);
    let Some(mix) = model.case_mix() else { return vec![table] };
    let weights = mix.factors().map(|f| ParameterRow {
        name: factor(texts, ctx.catalogue(), f.id),
        // the shipped case mixes count in kronor
        value: exact(texts, Rate::of(f.weight.published().decimal()).quantity()),
        citation: &f.weight.citation,
    });
    let weights = fold(ctx, texts.method_weights_of(&name), weights.collect());
    vec![table, weights, reference(ctx, &name, &mix.reference)]
}

fn reference(ctx: &Ctx, model: &str, reference: &Reference) -> Html {
    let texts = ctx.texts();
    let listed = reference.listed.iter().map(|(cell, count)| ParameterRow {
        name: cell_name(texts, cell),
        value: exact(texts, count.persons().quantity()),
        citation: &reference.citation,
    });
    let affected = reference.affected.iter().map(|(id, cells)| ParameterRow {
        name: term(texts, ctx.catalogue(), &Term::ReferenceAffectedAll(id.clone())),
        value: exact(texts, cells.iter().map(|(_, count)| *count).sum::<Count>().persons().quantity()),
        citation: reference.affected_citations.get(id).unwrap_or(&reference.citation),
    });
    let heading = texts.method_reference(model, &texts.name(&reference.name));
    let mut rows: Vec<ParameterRow<'_>> = listed.collect();
    rows.extend(affected);
    fold(ctx, heading, rows)
}

fn fold(ctx: &Ctx, heading: String, rows: Vec<ParameterRow<'_>>) -> Html {
    let texts = ctx.texts();
    let headings = vec![
        column(texts.method_parameter_heading()),
        column(texts.method_value_heading()),
        column(texts.method_source_heading()),
    ];
    let rows = rows.into_iter().map(|one| {
        let value = el("td", &[("class", "number")], vec![say(one.value)]);
        parts::row(vec![row_name(one.name), value, words(vec![place::numbered(ctx, one.citation)])])
    });
    folded("parameters", heading.clone(), table(heading.into(), "values", headings, rows.collect()))
}
