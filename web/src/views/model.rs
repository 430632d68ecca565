//! Modellen: today's table, the proposal and the user's own scenario, every value editable.
use super::{differences::differences, model_tables};
use crate::{
    components::{
        choice::{Alternative, choice},
        fault_list::fault_list,
        figure::{Figure, figure_of_nobody},
        notes::{badge, scenario_faults},
        number_field::NumberField,
        parts::{all, button, el, folded, labelled, paragraph, say, section, space, text, title, two_columns},
        top_bar::column_name,
        value::{difference, value},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain, sex_name},
        charts::{AgeLine, AgeTop, age_lines},
        difference_words::rule_words,
    },
    state::View,
};
use charts::Size;
use exchange::number::echo;
use model::{
    case_mix::Normalisation,
    edit::Edit,
    measure::{Measure, Share},
    scale::with_amounts_of_share,
    sex::Sex,
    value::Key,
};
use report::{columns::Column, table::TableRow};
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let rows = report::table::table(&ctx.state().tariffs);
    let about = |words| paragraph("about", words);
    all(vec![
        title(vec![text(t.view_model()), space(), badge(ctx)]),
        paragraph("intro", t.model_intro()),
        fault_list(ctx, View::Model),
        scenario_faults(ctx),
        two_columns(vec![section("settings", vec![text(t.model_settings())], settings(ctx)), differences(ctx)]),
        section(
            "weights",
            vec![text(t.model_weights()), space(), badge(ctx)],
            vec![about(t.model_weights_about()), model_tables::weights(ctx)],
        ),
        section(
            "table",
            vec![text(t.model_table())],
            vec![
                about(t.model_table_about()),
                el("a", &[("class", "skip"), ("href", "#formula")], vec![text(t.skip_table())]),
                model_tables::rates(ctx, &rows),
            ],
        ),
        section("formula", vec![text(t.model_formula())], vec![paragraph("formula", t.model_formula_text())]),
        two_columns(Sex::ALL.map(|sex| chart(ctx, &rows, sex)).to_vec()),
        section(
            "split",
            vec![text(t.model_split())],
            vec![
                about(t.model_split_about()),
                folded("", t.figure_table().to_owned(), model_tables::split(ctx, &rows)),
            ],
        ),
    ])
}

fn settings(ctx: &Ctx) -> Vec<Html> {
    let t = ctx.texts();
    let parts = vec![
        labelled("preset".to_owned(), t.model_preset(), vec![presets(ctx)]),
        choice("rule", t.model_rule(), &rules(ctx)),
        cost_share(ctx),
        budget(ctx),
    ];
    vec![el("div", &[("class", "form")], parts)]
}

/// The share of the cost that the practice carries.
pub fn cost_share(ctx: &Ctx) -> Html {
    let share = ctx.state().scenario().model().cost_share.value.decimal() * Decimal::ONE_HUNDRED;
    let share = echo(share, ctx.state().notation());
    let field = NumberField::labelled(Key::CostShare, share, "cost-share".to_owned());
    labelled("cost-share".to_owned(), ctx.texts().model_cost_share(), vec![field.html(ctx), other_share(ctx)])
}

/// What another cost share changes and what it leaves, and the offer to let the amounts follow.
fn other_share(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let share = &scenario.model().cost_share;
    let Some(published) = share.original else { return Html::default() };
    let per_cent = |share: Share| plain(t.lang, share.decimal() * Decimal::ONE_HUNDRED);
    let (now, then) = (per_cent(share.value), per_cent(published));
    let about = el("p", &[("class", "about")], vec![say(t.model_share_follows(&now, &then))]);
    let edit = with_amounts_of_share(scenario).filter(|edit| scenario.apply(edit) != *scenario);
    let offer = match edit {
        None => paragraph("about", t.model_share_scaled()),
        Some(edit) => button("", say(t.model_share_scale(&now, &then)), ctx.on_edit(edit)),
    };
    el("div", &[("class", "other-share")], vec![about, offer])
}

fn presets(ctx: &Ctx) -> Html {
    let start = &ctx.state().scenario().start.id;
    html! {
        <select id="preset" onchange={choose_preset(ctx)}>
            { for ctx.catalogue().presets().map(|model| html! {
                <option value={model.id.to_string()} selected={model.id == *start}>{ ctx.texts().name(&model.name) }</option>
            }) }
        </select>
    }
}

fn choose_preset(ctx: &Ctx) -> Callback<Event> {
    let ctx = ctx.clone();
    Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let chosen = ctx.catalogue().presets().find(|model| model.id.as_str() == select.value());
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
        Alternative {
            name: name.into(),
            about: about.into(),
            chosen: in_force == Some(rule),
            choose: ctx.on_edit(Edit::set(Key::Normalisation, rule)),
        }
    };
    [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None].map(rule).to_vec()
}

/// What the scenario pays the reference population beside what today's table pays it.
fn budget(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let total = |column| ctx.state().tariffs.get(column)?.reference_total()?.ok();
    let today = report::table::today_over_reference(&ctx.state().tariffs);
    let (Some(today), Some(scenario)) = (today, total(Column::Scenario)) else { return Html::default() };
    let change = model::compare::change(&today, &scenario);
    let line = |words, figure| el("div", &[], vec![text(words), space(), figure]);
    let parts = vec![
        line(t.model_budget_today(), value(ctx, today.node(), Show::Thousands)),
        line(t.model_budget_scenario(), value(ctx, scenario.node(), Show::Thousands)),
        line(t.model_budget_difference(), difference(ctx, change.node(), Show::Thousands)),
    ];
    el("div", &[("class", "budget")], parts)
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
    let title = chart_title(ctx, sex, &lines);
    let alt = texts.model_chart_text(sex_name(texts, sex));
    let drawn = age_lines(texts, Size { width: 560, height: 280 }, (&bands, AgeTop::of(&lines)), &lines, (None, &[]));
    figure_of_nobody(ctx, Figure { name, title, alt, drawn, source: texts.source_line_table() })
}

/// Where the proposal's base, or the scenario's, lies furthest under today's table.
fn chart_title(ctx: &Ctx, sex: Sex, lines: &[AgeLine]) -> String {
    let t = ctx.texts();
    let fall = |line: &AgeLine| {
        let today = lines.first().map(|first| &first.values).into_iter().flatten();
        today.zip(&line.values).map(|(today, then)| *today - *then).max()
    };
    let largest = lines.last().and_then(fall).unwrap_or_default();
    let name = lines.last().map(|line| line.label.as_str()).unwrap_or_default();
    let kr = amount(t, largest.quantity(), Show::Kronor, false);
    match sex {
        Sex::Woman => t.model_chart_women(name, &kr),
        Sex::Man => t.model_chart_men(name, &kr),
    }
}
