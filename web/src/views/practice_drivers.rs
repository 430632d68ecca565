//! Which persons make the difference from today: those counted against those expected, condition by condition.
use super::practice_figures::{Pair, model_words, pair_figure};
use crate::{
    components::{
        figure::{Figure, width_for},
        notes::badge,
        parts::{all, cell, column, el, folded, paragraph, row, row_name, say, scroll, section, space, text},
        value::{ValueLook, value, value_as},
    },
    ctx::Ctx,
    lazy,
    present::{
        amount::{Show, amount, cell_name},
        practice_charts::drivers_chart,
        term::factor,
    },
};
use model::{
    measure::{Measure, MonthlyMoney},
    term::Term,
    trace::{How, Node, Traced},
};
use report::drivers::{Driver, Drivers, drivers};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Factors in the chart.
const MOST: usize = 8;

/// The section; nothing where the reference population cannot tell what to expect.
pub fn persons(ctx: &Ctx, pair: &Pair<'_>) -> Html {
    let t = ctx.texts();
    let Some(found) = found(pair) else { return Html::default() };
    let about = paragraph("about", t.drivers_about());
    let amounts = folded("", t.why_amounts().to_owned(), drivers_table(ctx, &found));
    let content = all(vec![pair_figure(ctx, chart(ctx, pair, &found), leaving), amounts]);
    let heading = vec![text(t.drivers_heading()), space(), badge(ctx)];
    section("drivers", heading, vec![about, example(ctx, &found), content])
}

pub(super) fn found(pair: &Pair<'_>) -> Option<Drivers> {
    drivers(pair.tariff, pair.practice, &pair.then.outcome, pair.then.change.as_ref()?)
}

fn leaving(ctx: &Ctx, pair: &Pair<'_>) -> Option<Figure> {
    Some(chart(ctx, pair, &found(pair)?))
}

/// What "expected" means, with the largest group of the first factor.
fn example(ctx: &Ctx, found: &Drivers) -> Html {
    let t = ctx.texts();
    let told = found.factors.first().and_then(|driver| {
        let part = largest_part(driver.expected.node())?;
        // while others see it, a hidden group is no example
        lazy::told(ctx, part).ok()?;
        let (Term::ExpectedAffectedIn(cell, id), How::Product(persons, share)) = (&part.term, &part.how) else {
            return None;
        };
        let persons = amount(t, persons.value, Show::Whole, false);
        let share = amount(t, share.value, Show::PercentTenth, false);
        let words = t.drivers_example(&persons, &cell_name(t, *cell), &share, &factor(t, ctx.catalogue(), id));
        Some(el("p", &[("class", "about")], vec![say(words), space(), value(ctx, part, Show::Persons)]))
    });
    told.unwrap_or_default()
}

fn largest_part(node: &Node) -> Option<&Rc<Node>> {
    let How::Sum(parts) = &node.how else { return None };
    parts.iter().max_by_key(|part| part.value.value)
}

fn chart(ctx: &Ctx, pair: &Pair<'_>, found: &Drivers) -> Figure {
    let t = ctx.texts();
    let named = found.factors.iter().take(MOST).map(|driver| (factor(t, ctx.catalogue(), &driver.factor), driver));
    let named: Vec<_> = named.collect();
    Figure {
        name: "viktat-min-vardcentral-personer",
        title: named.first().map(|(name, driver)| finding(ctx, name, driver)).unwrap_or_default(),
        alt: t.drivers_chart_text(model_words(ctx, pair.then.column)),
        drawn: drivers_chart(t, width_for(720), &named),
        source: t.source_line_table(),
    }
}

fn finding(ctx: &Ctx, name: &str, driver: &Driver) -> String {
    let t = ctx.texts();
    let kronor = amount(t, driver.amount.node().value, Show::Kronor, true);
    match driver.excess.value().decimal() {
        none if none.is_zero() => t.drivers_chart_same().to_owned(),
        more if more.is_sign_positive() => t.drivers_chart_more(name, &kronor),
        _ => t.drivers_chart_fewer(name, &kronor),
    }
}

fn drivers_table(ctx: &Ctx, found: &Drivers) -> Html {
    let t = ctx.texts();
    let headings =
        [t.model_weight_heading(), t.drivers_affected(), t.drivers_expected(), t.drivers_excess(), t.drivers_amount()];
    let head = el("thead", &[], vec![row(headings.map(column).to_vec())]);
    let rows = found.factors.iter().map(|driver| driver_row(ctx, driver)).collect();
    let foot = [
        (t.drivers_by_conditions(), &found.by_conditions),
        (t.drivers_by_table(), &found.by_table),
        (t.practice_row_change(), &found.change),
    ];
    let foot = foot.map(|(name, figure)| foot_row(ctx, name, figure)).to_vec();
    let parts = vec![head, el("tbody", &[], rows), el("tfoot", &[], foot)];
    let table = el("table", &[("class", "drivers")], parts);
    scroll(AttrValue::Static(t.drivers_heading()), table)
}

fn driver_row(ctx: &Ctx, driver: &Driver) -> Html {
    let signed = ValueLook { signed: true, ..ValueLook::default() };
    let name = factor(ctx.texts(), ctx.catalogue(), &driver.factor);
    row(vec![
        row_name(name),
        cell(value(ctx, driver.affected.node(), Show::Whole)),
        cell(value(ctx, driver.expected.node(), Show::Whole)),
        cell(value_as(ctx, driver.excess.node(), Show::Whole, signed)),
        cell(value_as(ctx, driver.amount.node(), Show::Kronor, signed)),
    ])
}

fn foot_row(ctx: &Ctx, name: &'static str, figure: &Traced<MonthlyMoney>) -> Html {
    let signed = ValueLook { signed: true, ..ValueLook::default() };
    let name = el("th", &[("scope", "row"), ("colspan", "4")], vec![text(name)]);
    row(vec![name, cell(value_as(ctx, figure.node(), Show::Kronor, signed))])
}
