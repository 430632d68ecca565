//! Modellen: today's table, the proposal and the user's own scenario, every value editable.
use super::{differences::differences, model_tables};
use crate::{
    components::{
        choice::{Alternative, choice},
        fault_list::fault_list,
        figure::{Figure, figure},
        notes::{badge, scenario_faults},
        number_field::NumberField,
        top_bar::column_name,
        value::{difference, value},
    },
    ctx::Ctx,
    present::{
        amount::{Show, sex_name},
        charts::{AgeLine, age_lines},
    },
    state::{Field, View},
};
use charts::Size;
use exchange::number::echo;
use model::{case_mix::Normalisation, edit::Edit, measure::Measure, sex::Sex};
use report::{columns::Column, table::TableRow};
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let rows = report::table::table(&ctx.state().tariffs);
    html! {
        <>
            <h1>{ texts.view_model() }{ " " }{ badge(ctx) }</h1>
            <p class="intro">{ texts.model_intro() }</p>
            { fault_list(ctx, View::Model) }
            { scenario_faults(ctx) }
            <div class="two-columns">
                <section aria-labelledby="settings">
                    <h2 id="settings">{ texts.model_settings() }</h2>
                    { settings(ctx) }
                </section>
                { differences(ctx) }
            </div>
            <section aria-labelledby="weights">
                <h2 id="weights">{ texts.model_weights() }{ " " }{ badge(ctx) }</h2>
                <p class="about">{ texts.model_weights_about() }</p>
                { model_tables::weights(ctx) }
            </section>
            <section aria-labelledby="table">
                <h2 id="table">{ texts.model_table() }</h2>
                <p class="about">{ texts.model_table_about() }</p>
                <a class="skip" href="#split">{ texts.skip_table() }</a>
                { model_tables::rates(ctx, &rows) }
            </section>
            <section aria-labelledby="formula" class="formula">
                <h2 id="formula">{ texts.model_formula() }</h2>
                <p>{ texts.model_formula_text() }</p>
            </section>
            <div class="two-columns">{ for Sex::ALL.map(|sex| chart(ctx, &rows, sex)) }</div>
            <section aria-labelledby="split">
                <h2 id="split" tabindex="-1">{ texts.model_split() }</h2>
                <p class="about">{ texts.model_split_about() }</p>
                <details><summary>{ texts.figure_table() }</summary>{ model_tables::split(ctx, &rows) }</details>
            </section>
        </>
    }
}

fn settings(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let share = ctx.state().scenario().model().cost_share.value.decimal() * Decimal::ONE_HUNDRED;
    let share = echo(share, ctx.state().notation());
    let cost_share = NumberField::labelled(Field::CostShare, share, "cost-share".to_owned());
    html! {
        <div class="form">
            <div class="labelled">
                <label for="preset">{ texts.model_preset() }</label>
                <select id="preset" onchange={choose_preset(ctx)}>
                    { for ctx.house().presets().map(|model| html! {
                        <option value={model.id.to_string()} selected={model.id == ctx.state().scenario().start.id}>
                            { texts.name(&model.name) }
                        </option>
                    }) }
                </select>
            </div>
            { choice("rule", texts.model_rule(), &rules(ctx)) }
            <div class="labelled">
                <label for="cost-share">{ texts.model_cost_share() }</label>
                { cost_share.html(ctx) }
            </div>
            { budget(ctx) }
        </div>
    }
}

fn choose_preset(ctx: &Ctx) -> Callback<Event> {
    let ctx = ctx.clone();
    Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let chosen = ctx.house().presets().find(|model| model.id.as_str() == select.value());
        if let Some(model) = chosen {
            ctx.send(crate::state::Action::Edit(Edit::StartFrom(Rc::clone(model))));
        }
    })
}

/// The three budget rules, with the one in force chosen.
fn rules(ctx: &Ctx) -> Vec<Alternative> {
    let in_force = ctx.state().scenario().model().case_mix().map(|mix| mix.normalisation);
    let rule = |rule: Normalisation| {
        let (name, about) = rule_words(ctx, rule);
        Alternative { name, about, chosen: in_force == Some(rule), choose: ctx.on_edit(Edit::SetNormalisation(rule)) }
    };
    [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None].map(rule).to_vec()
}

/// Name and meaning of a budget rule.
pub(super) fn rule_words(ctx: &Ctx, rule: Normalisation) -> (&'static str, &'static str) {
    let texts = ctx.texts();
    match rule {
        Normalisation::PerCellNeutral => (texts.rule_per_cell(), texts.rule_per_cell_about()),
        Normalisation::ScalarToBudget => (texts.rule_scalar(), texts.rule_scalar_about()),
        Normalisation::None => (texts.rule_none(), texts.rule_none_about()),
    }
}

/// What the scenario pays the reference population beside what today's table pays it.
fn budget(ctx: &Ctx) -> Html {
    let texts = ctx.texts();
    let total = |column| ctx.state().tariffs.get(column)?.reference_total()?.ok();
    let today = report::table::today_over_reference(&ctx.state().tariffs);
    let (Some(today), Some(scenario)) = (today, total(Column::Scenario)) else { return Html::default() };
    let change = model::compare::change(&today, &scenario);
    html! {
        <p class="budget">
            { texts.model_budget_today() }{ " " }{ value(ctx, today.node(), Show::Thousands) }{ ". " }
            { texts.model_budget_scenario() }{ " " }{ value(ctx, scenario.node(), Show::Thousands) }{ ". " }
            { texts.model_budget_difference() }{ " " }
            { difference(ctx, change.node(), Show::Thousands) }
            { "." }
        </p>
    }
}

fn chart(ctx: &Ctx, rows: &[TableRow], sex: Sex) -> Html {
    let texts = ctx.texts();
    let rows: Vec<&TableRow> = rows.iter().filter(|row| row.cell.sex == sex).collect();
    let line = |column: Column| {
        let values =
            rows.iter().map(|row| row.amount(column).map(|amount| amount.value())).collect::<Option<Vec<_>>>()?;
        Some(AgeLine { column, label: column_name(texts, column).to_owned(), values })
    };
    let mut columns = vec![Column::Current, Column::Proposal];
    if !ctx.state().tariffs.scenario_is_proposal() {
        columns.push(Column::Scenario);
    }
    let lines: Vec<AgeLine> = columns.into_iter().filter_map(line).collect();
    let bands: Vec<_> = rows.iter().map(|row| row.cell.band).collect();
    let name = match sex {
        Sex::Woman => "viktat-modellen-kvinnor",
        Sex::Man => "viktat-modellen-man",
    };
    let title = [sex_name(texts, sex), ": ", texts.model_chart_title()].concat();
    let alt = texts.model_chart_text(sex_name(texts, sex));
    let drawn = age_lines(texts, Size { width: 560, height: 280 }, &bands, &lines, None);
    figure(ctx, &Figure { name, title, alt, drawn, source: texts.source_line_table().to_owned() })
}
