//! The way from today's payment to a model's, step by step, as a chart and as a table that can be asked why.
use super::practice_figures::{Pair, model_words, pair_figure};
use crate::{
    components::{
        figure::{Figure, width_for},
        notes::badge,
        parts::{all, cell, column, folded, paragraph, row, row_name, say, section, space, table},
        top_bar::column_name,
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        practice_charts::{PaymentStep, steps_chart},
        term::factor,
    },
};
use model::{measure::MonthlyMoney, trace::Traced};
use report::{columns::Column, waterfall::waterfall};
use yew::{AttrValue, Html};

/// Factors that are told apart.
const MOST: usize = 8;

/// One step: its name, its figure, and whose payment it is.
type TracedStep = (String, Traced<MonthlyMoney>, Option<Column>);

/// The section.
pub fn steps(ctx: &Ctx, pair: &Pair<'_>) -> Html {
    let t = ctx.texts();
    let lines = lines(ctx, pair);
    let heading = t.waterfall_heading(model_words(ctx, pair.then.column));
    let content = all(vec![
        pair_figure(ctx, chart(ctx, pair), |ctx, pair| Some(chart(ctx, pair))),
        folded("", t.why_amounts().to_owned(), steps_table(ctx, heading.clone(), &lines)),
    ]);
    let about = paragraph("about", t.waterfall_about());
    section("waterfall", vec![say(heading), space(), badge(ctx)], vec![about, content])
}

fn lines(ctx: &Ctx, pair: &Pair<'_>) -> Vec<TracedStep> {
    let t = ctx.texts();
    let steps = waterfall(pair.today, pair.then, MOST);
    let total = |column, amount| (column_name(t, column).to_owned(), amount, Some(column));
    let factors = steps.factors.into_iter().map(|(id, amount)| (factor(t, ctx.catalogue(), &id), amount, None));
    let others = steps.others.map(|amount| (t.waterfall_others().to_owned(), amount, None));
    let first = [total(Column::Current, steps.from), (t.waterfall_capitation().to_owned(), steps.capitation, None)];
    first.into_iter().chain(factors).chain(others).chain([total(pair.then.column, steps.to)]).collect()
}

fn chart(ctx: &Ctx, pair: &Pair<'_>) -> Figure {
    let t = ctx.texts();
    let lines = lines(ctx, pair);
    let step = |(label, figure, total): &TracedStep| PaymentStep {
        label: label.clone(),
        amount: figure.value(),
        total: *total,
    };
    let kr = |figure: &Traced<MonthlyMoney>| amount(t, figure.node().value, Show::Thousands, true);
    let capitation = lines.get(1).map(|(_, figure, _)| kr(figure)).unwrap_or_default();
    Figure {
        name: "viktat-min-vardcentral-steg",
        title: t.waterfall_chart_title(&capitation, &kr(&pair.then.outcome.case_mix())),
        alt: t.waterfall_chart_text(model_words(ctx, pair.then.column)),
        drawn: steps_chart(t, width_for(720), &lines.iter().map(step).collect::<Vec<_>>()),
        source: t.source_line_table(),
    }
}

fn steps_table(ctx: &Ctx, heading: String, lines: &[TracedStep]) -> Html {
    let t = ctx.texts();
    let rows = lines.iter().map(|(name, figure, total)| {
        let look = ValueLook { signed: total.is_none(), ..ValueLook::default() };
        row(vec![row_name(name.clone()), cell(value_as(ctx, figure.node(), Show::Kronor, look))])
    });
    let headings = vec![column(t.waterfall_step()), column(t.waterfall_amount())];
    table(AttrValue::from(heading), "steps", headings, rows.collect())
}
