//! Modellen, the models side by side: what each pays two persons and everyone, and its amounts by age.
use crate::{
    components::{
        figure::{Figure, figure_of_nobody},
        parts::{all, cell, column, el, labelled, paragraph, row, row_name, say, section, table, text, two_columns},
        top_bar::column_name,
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain, sex_name},
        charts::{AgeLine, AgeTop, age_lines},
        difference_words::rule_words,
    },
    views::brief::strip_persons,
};
use charts::Size;
use model::{
    edit::Edit,
    measure::{Measure, Rate},
    sex::Sex,
};
use report::{
    columns::Column,
    table::{TableRow, today_over_reference},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

/// The tab.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let rows = report::table::table(&ctx.state().tariffs);
    let start = labelled("preset".to_owned(), t.model_preset(), vec![presets(ctx)]);
    let parts = vec![start, paragraph("about", t.compare_about()), models(ctx)];
    all(vec![
        section("models", vec![text(t.tab_compare())], parts),
        two_columns(Sex::ALL.map(|sex| chart(ctx, &rows, sex)).to_vec()),
    ])
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

/// The models of the page; mitt scenario where it is another.
fn shown(ctx: &Ctx) -> Vec<Column> {
    Column::ALL.into_iter().filter(|column| ctx.state().shows(*column)).collect()
}

/// A row for each thing that tells the models apart, a column for each model.
fn models(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let columns = shown(ctx);
    let headings = [column(t.compare_row())].into_iter().chain(columns.iter().map(|of| column(column_name(t, *of))));
    let tariff = |of: &Column| ctx.state().tariffs.get(*of);
    let line = |name: String, cells: Vec<Html>| row([row_name(name)].into_iter().chain(cells).collect());
    let said = |make: &dyn Fn(&model::payment_model::PaymentModel) -> String| {
        let one = |of: &Column| {
            let words = tariff(of).map_or_else(|| t.not_available().to_owned(), |tariff| make(&tariff.model));
            cell(say(words))
        };
        columns.iter().map(one).collect::<Vec<_>>()
    };
    let persons = strip_persons(ctx).into_iter().map(|(name, paid)| {
        let one = |of: &Column| paid.iter().find(|(column, _)| column == of);
        let one =
            |of: &Column| one(of).map_or_else(|| text(t.not_available()), |(_, node)| value(ctx, node, Show::Kronor));
        line(t.compare_person(&name), columns.iter().map(|of| cell(one(of))).collect())
    });
    let mut rows: Vec<Html> = persons.collect();
    rows.push(line(t.compare_total().to_owned(), columns.iter().map(|of| cell(total(ctx, *of))).collect()));
    let weights = |model: &model::payment_model::PaymentModel| {
        model.case_mix().map_or(0, |mix| mix.factors().count()).to_string()
    };
    rows.push(line(t.compare_weights().to_owned(), said(&weights)));
    let share = |model: &model::payment_model::PaymentModel| {
        plain(t.lang, model.cost_share.value.decimal() * Decimal::ONE_HUNDRED)
    };
    rows.push(line(t.model_cost_share().to_owned(), said(&share)));
    let rule = |model: &model::payment_model::PaymentModel| {
        model.case_mix().map_or(t.not_available(), |mix| rule_words(ctx, mix.normalisation).0).to_owned()
    };
    rows.push(line(t.model_rule().to_owned(), said(&rule)));
    table(AttrValue::Static(t.tab_compare()), "models", headings.collect(), rows)
}

/// What the model pays the reference population a month; none for the table of another year, whose costs are others.
fn total(ctx: &Ctx, of: Column) -> Html {
    let tariffs = &ctx.state().tariffs;
    let total = match of {
        Column::Earlier => None,
        Column::Current => today_over_reference(tariffs),
        other => tariffs.get(other).and_then(|tariff| tariff.reference_total()?.ok()),
    };
    total.map_or_else(|| text(ctx.texts().not_available()), |total| value(ctx, total.node(), Show::Millions))
}

fn chart(ctx: &Ctx, rows: &[TableRow], sex: Sex) -> Html {
    let texts = ctx.texts();
    let rows: Vec<&TableRow> = rows.iter().filter(|row| row.cell.sex == sex).collect();
    let line = |column: Column| {
        let values =
            rows.iter().map(|row| row.amount(column).map(|amount| amount.value())).collect::<Option<Vec<_>>>()?;
        Some(AgeLine { column, label: column_name(texts, column).to_owned(), values })
    };
    let columns = shown(ctx).into_iter().filter(|column| *column != Column::Earlier);
    let lines: Vec<AgeLine> = columns.filter_map(line).collect();
    let bands: Vec<_> = rows.iter().map(|row| row.cell.band).collect();
    let name = match sex {
        Sex::Woman => "viktat-modellen-kvinnor",
        Sex::Man => "viktat-modellen-man",
    };
    let title = chart_title(ctx, sex, &lines);
    let alt = texts.model_chart_text(sex_name(texts, sex));
    let drawn = age_lines(texts, Size { width: 560, height: 280 }, (&bands, AgeTop::of(&lines)), &lines, (None, &[]));
    let figure = figure_of_nobody(ctx, Figure { name, title, alt, drawn, source: texts.source_line_table() });
    el("div", &[("class", "card")], vec![figure])
}

/// Where the proposal's base, or the scenario's, lies furthest under today's table.
fn chart_title(ctx: &Ctx, sex: Sex, lines: &[AgeLine]) -> String {
    let t = ctx.texts();
    let fall = |line: &AgeLine| {
        let today = lines.first().map(|first| &first.values).into_iter().flatten();
        today.zip(&line.values).map(|(today, then)| *today - *then).max()
    };
    let largest: Rate = lines.last().and_then(fall).unwrap_or_default();
    let name = lines.last().map(|line| line.label.as_str()).unwrap_or_default();
    let kr = amount(t, largest.quantity(), Show::Kronor, false);
    match sex {
        Sex::Woman => t.model_chart_women(name, &kr),
        Sex::Man => t.model_chart_men(name, &kr),
    }
}
