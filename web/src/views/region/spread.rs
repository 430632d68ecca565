//! How the practices' nets lie about each other, model by model.
use super::Shown;
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{all, before, cell, column, row, row_name, say, table, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::amount::Show,
};
use model::{comparison::Comparison, quantity::Unit};
use register::statistics::Spread;
use report::{
    columns::Column,
    region::{ExactPractice, RegionColumn, SpreadFigure, exact_above_zero, exact_moved, exact_paid, exact_spread},
};
use yew::{AttrValue, Html};

/// The finding as a sentence, and the figures.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let rows = vec![
        spread_row(ctx, shown, t.region_deviation(), (0, SpreadFigure::Deviation)),
        spread_row(ctx, shown, t.region_tenths(), (1, SpreadFigure::Tenths)),
        spread_row(ctx, shown, t.region_quarters(), (2, SpreadFigure::Quarters)),
        spread_row(ctx, shown, t.region_median(), (3, SpreadFigure::Median)),
        above_zero(ctx, shown),
        moved(ctx, shown),
        paid(ctx, shown),
    ];
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column))).collect();
    let headings = before(column(t.region_measure()), names);
    let finding = paragraph_of(finding(ctx, shown));
    let table = table(AttrValue::Static(t.region_spread()), "region-measures", headings, rows);
    all(vec![finding, table, all(shown.columns.iter().filter_map(|one| not_compared(ctx, one)).collect())])
}

/// The figures of a model, row by row; none where there is none.
pub fn quicks(one: &RegionColumn) -> [Option<Quick>; 7] {
    let rate = |value: fn(&Spread) -> f64| {
        let value = value(one.spread.as_ref()?);
        Some(Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: false })
    };
    let above = one.above_zero.map(|value| Quick { value, unit: Unit::Share, show: Show::Percent, signed: false });
    let in_a_year =
        |month: f64| Quick { value: 12.0 * month, unit: Unit::KrPerYear, show: Show::Millions, signed: false };
    let (moved, paid) = (one.moved.map(in_a_year), Some(in_a_year(one.paid.iter().sum())));
    [rate(|s| s.sd), rate(|s| s.p90 - s.p10), rate(|s| s.iqr), rate(|s| s.median), above, moved, paid]
}

/// Why something of a model is not compared.
fn not_compared(ctx: &Ctx, one: &RegionColumn) -> Option<Html> {
    let (t, name) = (ctx.texts(), column_name(ctx.texts(), one.column));
    let words = match one.comparison {
        Comparison::Fits => return None,
        Comparison::OtherTotal => t.region_other_total(name),
        Comparison::OtherYear { meant_for, costs_of } => {
            t.region_other_year(name, &meant_for.to_string(), &costs_of.to_string())
        }
    };
    Some(crate::components::parts::el("p", &[("class", "about")], vec![say(words)]))
}

fn paragraph_of(words: String) -> Html {
    crate::components::parts::el("p", &[("class", "finding")], vec![say(words)])
}

/// What the model that leads does to the spread, in a sentence.
fn finding(ctx: &Ctx, shown: &Shown) -> String {
    let t = ctx.texts();
    let spread = |column| shown.column(column).and_then(|one| one.spread);
    let lead = match ctx.state().lead {
        Column::Scenario if spread(Column::Scenario).is_some() => Column::Scenario,
        _ => Column::Proposal,
    };
    let (Some(today), Some(then)) = (spread(Column::Current), spread(lead)) else { return String::new() };
    let words = |sd| Quick { value: sd, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: false }.words(ctx);
    let (from, to, name) = (words(today.sd), words(then.sd), column_name(t, lead));
    match from == to {
        true => t.region_finding_same(name, &to),
        false if then.sd < today.sd => t.region_finding_less(name, &from, &to),
        false => t.region_finding_more(name, &from, &to),
    }
}

fn spread_row(ctx: &Ctx, shown: &Shown, name: &'static str, (place, figure): (usize, SpreadFigure)) -> Html {
    let cells = shown.columns.iter().map(|one| {
        let Some(value) = quick(one, place) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| Some(exact_spread(&shown.exact_nets(column), figure)?.node().clone())))
    });
    row(before(row_name(name.to_owned()), cells.collect()))
}

fn quick(one: &RegionColumn, place: usize) -> Option<Quick> {
    quicks(one).get(place).copied().flatten()
}

fn above_zero(ctx: &Ctx, shown: &Shown) -> Html {
    let cells = shown.columns.iter().map(|one| {
        let Some(value) = quick(one, 4) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| Some(exact_above_zero(&shown.exact_nets(column))?.node().clone())))
    });
    row(before(row_name(ctx.texts().region_above_zero().to_owned()), cells.collect()))
}

fn moved(ctx: &Ctx, shown: &Shown) -> Html {
    let cells = shown.columns.iter().map(|one: &RegionColumn| {
        let Some(value) = quick(one, 5) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| {
            let practices = 0..shown.known.len();
            let pairs: Vec<(usize, ExactPractice, ExactPractice)> = practices
                .filter_map(|at| Some((at, shown.exact(at, Column::Current)?, shown.exact(at, column)?)))
                .collect();
            let named = pairs
                .iter()
                .filter_map(|(at, today, then)| Some((shown.known.facts.names.get(*at)?.as_str(), today, then)));
            Some(exact_moved(&named.collect::<Vec<_>>())?.node().clone())
        }))
    });
    row(before(row_name(ctx.texts().region_moved().to_owned()), cells.collect()))
}

fn paid(ctx: &Ctx, shown: &Shown) -> Html {
    let cells = shown.columns.iter().map(|one| {
        let Some(value) = quick(one, 6) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| {
            let practices: Vec<_> = (0..shown.known.len()).filter_map(|at| shown.exact(at, column)).collect();
            Some(exact_paid(practices.iter()).node().clone())
        }))
    });
    row(before(row_name(ctx.texts().region_paid().to_owned()), cells.collect()))
}
