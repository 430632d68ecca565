//! Every value of every shipped model beside its source.
use super::place;
use crate::{
    ctx::Ctx,
    present::{
        amount::{cell_name, exact},
        term::{factor, term},
    },
};
use model::{
    case_mix::Reference,
    citation::{Citation, Parameter},
    measure::{Measure, Rate},
    payment_model::PaymentModel,
    quantity::Quantity,
    term::Term,
};
use yew::{Html, html};

/// One value with its source.
struct Row<'a> {
    name: String,
    value: Quantity,
    citation: &'a Citation,
}

fn row<'a, T: Measure>(name: String, parameter: &'a Parameter<T>) -> Row<'a> {
    Row { name, value: parameter.published().quantity(), citation: &parameter.citation }
}

/// Shares and guideline first, then tables, weights and references, each folded.
pub fn parameters(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let guideline = &ctx.state().scenario().guideline;
    let shares = ctx
        .house()
        .models()
        .iter()
        .map(|model| row([&*texts.name(&model.name), ": ", texts.term_cost_share()].concat(), &model.cost_share));
    let guideline = [
        row(texts.term_guideline_specialist().to_owned(), &guideline.specialist),
        row(texts.term_guideline_st().to_owned(), &guideline.st),
    ];
    html! {
        <>
            { folded(ctx, texts.method_shares().to_owned(), shares.chain(guideline).collect()) }
            { for ctx.house().models().iter().map(|model| of_model(ctx, model)) }
        </>
    }
}

fn of_model(ctx: &Ctx, model: &PaymentModel) -> Html {
    let texts = ctx.texts();
    let name = texts.name(&model.name);
    let rates = model.capitation().into_iter().flat_map(|table| table.rates.iter().collect::<Vec<_>>());
    let rates: Vec<Row<'_>> = rates.map(|(cell, p)| row(cell_name(texts, cell), p)).collect();
    let mix = model.case_mix();
    let weights = mix.into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>()).map(|f| Row {
        name: factor(texts, ctx.house(), f.id),
        // the shipped case mixes count in kronor
        value: Rate::of(f.weight.published().decimal()).quantity(),
        citation: &f.weight.citation,
    });
    let weights: Vec<Row<'_>> = weights.collect();
    html! {
        <>
            { folded(ctx, texts.method_table_of(&name), rates) }
            if !weights.is_empty() { { folded(ctx, texts.method_weights_of(&name), weights) } }
            if let Some(mix) = mix { { reference(ctx, &name, &mix.reference) } }
        </>
    }
}

fn reference(ctx: &Ctx, model: &str, reference: &Reference) -> Html {
    let texts = ctx.texts();
    let listed = reference.listed.iter().map(|(cell, count)| Row {
        name: cell_name(texts, cell),
        value: count.persons().quantity(),
        citation: &reference.citation,
    });
    let affected = reference.affected.iter().map(|(id, cells)| Row {
        name: term(texts, ctx.house(), &Term::ReferenceAffectedAll(id.clone())),
        value: cells.iter().map(|(_, count)| *count).sum::<model::count::Count>().persons().quantity(),
        citation: reference.affected_citations.get(id).unwrap_or(&reference.citation),
    });
    let heading = [&texts.method_reference(&texts.name(&reference.name)), " (", model, ")"].concat();
    folded(ctx, heading, listed.chain(affected).collect())
}

fn folded(ctx: &Ctx, heading: String, rows: Vec<Row<'_>>) -> Html {
    let texts = ctx.texts();
    html! {
        <details class="parameters">
            <summary>{ heading.clone() }</summary>
            <div class="scroll" role="region" aria-label={heading} tabindex="0">
                <table>
                    <thead><tr>
                        <th scope="col">{ texts.method_parameter_heading() }</th>
                        <th scope="col">{ texts.method_value_heading() }</th>
                        <th scope="col">{ texts.method_source_heading() }</th>
                    </tr></thead>
                    <tbody>{ for rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">{ &row.name }</th>
                            <td class="number">{ exact(texts, row.value) }</td>
                            <td class="words">{ place::full(ctx, row.citation) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </details>
    }
}
