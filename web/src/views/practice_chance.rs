//! How much chance alone moves the drug net of a list of this size, on assumptions that can be changed.
use super::{import_panel::on, place, practice_figures::model_words};
use crate::{
    components::{
        entry_field::EntryField,
        parts::{all, button, cell, column, el, paragraph, row, row_name, say, section, table, text},
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    lazy,
    present::amount::{Show, amount, plain},
    tools::chance::{assume, correlate, correlation, forget, model_of, residual},
};
use model::{
    citation::Parameter,
    id::Id,
    measure::{Factor, Measure, YearlyMoney},
    trace::{Node, Traced},
};
use report::{
    columns::Column,
    practice::PracticeColumn,
    spread::{Assumed, ChanceSpread, Interval, interval, reach as reach_of, spread},
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The section, for the leading model or today's; without a drug cost no net is told.
pub fn chance(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let t = ctx.texts();
    let of = |wanted| columns.iter().find(|c| c.column == wanted);
    let Some(column) = of(ctx.state().compared).or_else(|| of(Column::Current)) else { return Html::default() };
    let Some(told) = told(ctx, column) else { return Html::default() };
    let sentence = el("p", &[("class", "lead")], vec![say(sentence(ctx, column, &told))]);
    let source = |citation| el("div", &[("class", "source")], vec![place::full(ctx, citation)]);
    let sources = [&told.residual.citation, &told.correlation.citation, &ctx.catalogue().interval_reach().citation];
    let sources = all(sources.map(|citation| source(citation)).to_vec());
    let about = paragraph("about", t.chance_about());
    section(
        "chance",
        vec![text(t.chance_heading())],
        vec![sentence, about, assumptions(ctx, &told), figures(ctx, &told), sources],
    )
}

/// What is assumed of a model, and what follows.
struct ChanceOfModel {
    model: Id,
    residual: Parameter<YearlyMoney>,
    correlation: Parameter<Factor>,
    spread: ChanceSpread,
    reach: Traced<YearlyMoney>,
    interval: Option<Interval>,
}

fn told(ctx: &Ctx, column: &PracticeColumn) -> Option<ChanceOfModel> {
    let tariff = ctx.state().tariffs.get(column.column)?;
    let model = model_of(ctx, column.column)?;
    let (residual, correlation) = (residual(ctx, &model)?, correlation(ctx));
    let assumed = Assumed { residual: &residual, correlation: &correlation };
    let spread = spread(&column.outcome.listed, &tariff.cost_share, assumed)?;
    let deviations = ctx.catalogue().interval_reach();
    let interval = column.net.as_ref().map(|net| interval(&net.net, &spread, deviations));
    Some(ChanceOfModel { model, residual, correlation, reach: reach_of(&spread, deviations), spread, interval })
}

/// How far chance alone moves the carried cost of a year to either side, in 19 years of 20.
pub fn reach(ctx: &Ctx, column: &PracticeColumn) -> Option<Traced<YearlyMoney>> {
    Some(told(ctx, column)?.reach)
}

/// Nineteen years of twenty in words.
fn sentence(ctx: &Ctx, column: &PracticeColumn, chance: &ChanceOfModel) -> String {
    let t = ctx.texts();
    // while others see it, the ends as they may leave the page
    let words = |node: &Node, signed| amount(t, node.value, Show::Thousands, signed);
    let told = |node, signed| lazy::told(ctx, node).map_or_else(|why| why, |(node, _)| words(&node, signed));
    let Some(interval) = &chance.interval else { return t.chance_sentence_cost(&told(chance.reach.node(), false)) };
    let [low, high] = [&interval.low, &interval.high].map(|end| told(end.node(), true));
    t.chance_sentence(model_words(ctx, column.column), &low, &high)
}

fn assumptions(ctx: &Ctx, told: &ChanceOfModel) -> Html {
    let t = ctx.texts();
    let own = &ctx.state().tools.chance;
    let residual = EntryField {
        id: "chance-residual",
        label: t.chance_residual(),
        about: t.chance_residual_about(),
        value: plain(t.lang, told.residual.value.decimal()),
        draft: own.residual.draft.as_ref(),
    };
    let correlation = EntryField {
        id: "chance-correlation",
        label: t.chance_correlation(),
        about: t.chance_correlation_about(),
        value: plain(t.lang, told.correlation.value.decimal()),
        draft: own.correlation.draft.as_ref(),
    };
    let edited = told.residual.original.is_some() || told.correlation.original.is_some();
    let back = if edited { button("plain", text(t.chance_back()), on(ctx, forget)) } else { Html::default() };
    let model = told.model.clone();
    let fields =
        vec![residual.html(ctx, move |ctx, text| assume(ctx, &model, text)), correlation.html(ctx, correlate), back];
    el("div", &[("class", "form")], fields)
}

fn figures(ctx: &Ctx, told: &ChanceOfModel) -> Html {
    let t = ctx.texts();
    let line = |name: &'static str, node: &Rc<Node>, show, signed| {
        let look = ValueLook { signed, ..ValueLook::default() };
        row(vec![row_name(name.to_owned()), cell(value_as(ctx, node, show, look))])
    };
    let spread = &told.spread;
    let mut rows = vec![
        line(t.chance_row_persons(), spread.persons.node(), Show::Thousands, false),
        line(t.chance_row_years(), spread.years.node(), Show::Thousands, false),
    ];
    match &told.interval {
        Some(interval) => rows.extend([
            line(t.chance_row_low(), interval.low.node(), Show::Thousands, true),
            line(t.chance_row_high(), interval.high.node(), Show::Thousands, true),
        ]),
        None => rows.push(line(t.chance_row_reach(), told.reach.node(), Show::Thousands, false)),
    }
    let headings = vec![column(t.chance_row_heading()), column(t.chance_row_year())];
    table(AttrValue::Static(t.chance_heading()), "chance", headings, rows)
}
