//! How much chance alone moves the drug net of a list of this size, on an assumption that can be changed.
use super::{import_panel::on, place, practice_figures::model_words};
use crate::{
    components::{
        entry_field::EntryField,
        parts::{button, cell, column, el, paragraph, row, row_name, say, section, table, text},
        value::{Look, value_as},
    },
    ctx::Ctx,
    desk::chance::{assume, forget, variation},
    present::amount::{Show, amount, plain},
    rooms,
};
use model::{measure::Measure, trace::Node};
use report::{
    columns::Column,
    practice::PracticeColumn,
    spread::{Interval, Spread, interval, spread},
};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The section, for the leading model or today's; nothing without a drug cost.
pub fn chance(ctx: &Ctx, columns: &[PracticeColumn]) -> Html {
    let t = ctx.texts();
    let of = |wanted| columns.iter().find(|c| c.column == wanted);
    let Some(column) = of(ctx.state().lead).or_else(|| of(Column::Current)) else { return Html::default() };
    let told = told(ctx, column);
    let Some((spread, interval)) = told else { return Html::default() };
    let sentence = el("p", &[("class", "lead")], vec![say(sentence(ctx, column, &interval))]);
    let source = el("div", &[("class", "source")], vec![place::full(ctx, &variation(ctx).citation)]);
    let normal = el("div", &[("class", "source")], vec![place::full(ctx, &ctx.house().interval_reach().citation)]);
    let about = paragraph("about", t.chance_about());
    section(
        "chance",
        vec![text(t.chance_heading())],
        vec![sentence, about, assumption(ctx), figures(ctx, &spread, &interval), source, normal],
    )
}

fn told(ctx: &Ctx, column: &PracticeColumn) -> Option<(Spread, Interval)> {
    let cost = ctx.state().scenario().practice.drug_cost?;
    let tariff = ctx.state().tariffs.get(column.column)?;
    let spread = spread(cost, &column.outcome.listed, &tariff.cost_share, &variation(ctx))?;
    let interval = interval(&column.net.as_ref()?.net, &spread, ctx.house().interval_reach());
    Some((spread, interval))
}

/// Nineteen years of twenty in words.
fn sentence(ctx: &Ctx, column: &PracticeColumn, interval: &Interval) -> String {
    let t = ctx.texts();
    // while others see it, the ends as they may leave the page
    let words = |node: &Node| amount(t, node.value, Show::Thousands, true);
    let told = |node| rooms::told(ctx, node).map_or_else(|why| why, |(node, _)| words(&node));
    let [low, high] = [&interval.low, &interval.high].map(|end| told(end.node()));
    let model = match column.column {
        Column::Earlier | Column::Current => t.chance_today(),
        other => model_words(ctx, other),
    };
    t.chance_sentence(model, &low, &high)
}

fn assumption(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let in_force = variation(ctx);
    let field = EntryField {
        id: "cost-variation",
        label: t.chance_variation(),
        about: t.chance_variation_about(),
        value: plain(t.lang, in_force.value.decimal()),
        draft: ctx.state().desk.chance.variation.draft.as_ref(),
    };
    let back = if in_force.original.is_some() {
        let shipped = plain(t.lang, in_force.published().decimal());
        button("plain", say(t.chance_back(&shipped)), on(ctx, forget))
    } else {
        Html::default()
    };
    el("div", &[("class", "form")], vec![field.html(ctx, assume), back])
}

fn figures(ctx: &Ctx, spread: &Spread, interval: &Interval) -> Html {
    let t = ctx.texts();
    let line = |name: &'static str, node: &Rc<Node>, show, signed| {
        let look = Look { signed, ..Look::default() };
        row(vec![row_name(name.to_owned()), cell(value_as(ctx, node, show, look))])
    };
    let rows = vec![
        line(t.chance_row_share(), spread.relative.node(), Show::PercentTenth, false),
        line(t.chance_row_cost(), spread.cost.node(), Show::Thousands, false),
        line(t.chance_row_net(), spread.net.node(), Show::Thousands, false),
        line(t.chance_row_low(), interval.low.node(), Show::Thousands, true),
        line(t.chance_row_high(), interval.high.node(), Show::Thousands, true),
    ];
    let headings = vec![column(t.chance_row_heading()), column(t.chance_row_year())];
    table(AttrValue::Static(t.chance_heading()), "chance", headings, rows)
}
