//! How the practices' nets lie about each other, model by model.
use super::{Seen, Shown};
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{all, before, cell, column, el, row, row_name, say, space, table, text},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::amount::Show,
    state::Look,
    text::Texts,
    views::{place, practice_figures::model_words},
};
use model::{comparison::Comparison, quantity::Unit, rows::PublishedResult};
use register::{bootstrap::FEWEST_PRACTICES, statistics::Spread};
use report::{
    columns::Column,
    finding::{Verdict, spread_finding},
    region::{ExactPractice, RegionColumn, SpreadFigure, exact_above_zero, exact_moved, exact_paid, exact_spread},
};
use yew::{AttrValue, Html, Properties, component, html};

/// The finding as a sentence, and the figures.
pub fn panel(ctx: &Ctx, seen: &Seen) -> Html {
    let (t, shown) = (ctx.texts(), &seen.live);
    let rows = vec![
        spread_row(ctx, shown, t.region_deviation(), (0, SpreadFigure::Deviation)),
        spread_row(ctx, shown, t.region_tenths(), (1, SpreadFigure::Tenths)),
        spread_row(ctx, shown, t.region_quarters(), (2, SpreadFigure::Quarters)),
        spread_row(ctx, shown, t.region_sides_above(), (3, SpreadFigure::Above)),
        spread_row(ctx, shown, t.region_sides_below(), (4, SpreadFigure::Below)),
        spread_row(ctx, shown, t.region_sides_apart(), (5, SpreadFigure::Apart)),
        spread_row(ctx, shown, t.region_median(), (6, SpreadFigure::Median)),
        above_zero(ctx, shown),
        moved(ctx, shown),
        paid(ctx, shown),
    ];
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column))).collect();
    let headings = before(column(t.region_measure()), names);
    // two thousand resamples: it waits until the slider rests
    let look = Look::of(ctx.state());
    let finding = html! { <Finding ctx={ctx.clone()} shown={seen.rest.clone()} {look} /> };
    let table = table(AttrValue::Static(t.region_spread()), "region-measures", headings, rows);
    let not_compared = shown.columns.iter().filter_map(|one| not_compared(ctx, one)).collect();
    all(vec![finding, table, all(not_compared), html! { <Published ctx={ctx.clone()} {look} /> }])
}

#[derive(PartialEq, Properties)]
struct FindingProps {
    ctx: Ctx,
    shown: Shown,
    look: Look,
}

#[component]
fn Finding(props: &FindingProps) -> Html {
    el("p", &[("class", "finding")], vec![say(finding(&props.ctx, &props.shown))])
}

#[derive(PartialEq, Properties)]
struct PublishedProps {
    ctx: Ctx,
    look: Look,
}

/// What the region itself has published of the spread, quoted.
#[component]
fn Published(props: &PublishedProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let quote = |one: PublishedResult| {
        let words = vec![text(t.region_published()), space(), say(t.name(&one.text).to_string())];
        let place = el("div", &[("class", "source")], vec![place::full(ctx, &one.citation)]);
        all(vec![el("p", &[("class", "about")], words), place])
    };
    all(catalog::results().into_iter().map(quote).collect())
}

/// The figures of a model, row by row; none where there is none.
fn quicks(one: &RegionColumn) -> [Option<Quick>; 10] {
    let kronor = |value| Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: false };
    let rate = |value: fn(&Spread) -> f64| Some(kronor(value(one.spread.as_ref()?)));
    let between = |value: fn(&Spread) -> Option<f64>| Some(kronor(value(&one.spread?.of_several()?)?));
    let sides = one.sides;
    let [over, under, apart] = [sides.mean_above, sides.mean_below, sides.distance()].map(|value| value.map(kronor));
    let above = one.above_zero.map(|value| Quick { value, unit: Unit::Share, show: Show::Percent, signed: false });
    let in_a_year = |month: f64| {
        let value = 12.0 * month;
        Quick { value, unit: Unit::KrPerYear, show: Show::of_sum(value), signed: false }
    };
    let (moved, paid) = (one.moved.map(in_a_year), Some(in_a_year(one.paid.iter().sum())));
    [
        between(|s| s.sd),
        between(|s| Some(s.p90 - s.p10)),
        between(|s| s.iqr),
        over,
        under,
        apart,
        rate(|s| s.median),
        above,
        moved,
        paid,
    ]
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
    Some(el("p", &[("class", "about")], vec![say(words)]))
}

/// What the model that leads does to the spread, in a sentence that says no more than the interval and all measures.
fn finding(ctx: &Ctx, shown: &Shown) -> String {
    let t = ctx.texts();
    let lead = super::lead(ctx, shown);
    let columns = shown.column(Column::Current).zip(shown.column(lead));
    let Some((today, then)) = columns else { return String::new() };
    let Some(found) = spread_finding(today, then) else { return untold(t, today) };
    let kronor = |value, signed| Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed }.words(ctx);
    let (from, to) = (kronor(found.change.before, false), kronor(found.change.after, false));
    let ends = found.change.difference_interval;
    let (low, high) = (kronor(ends.low, true), kronor(ends.high, true));
    let model = model_words(ctx, lead);
    match (found.verdict, shown.known.facts.synthetic) {
        (Verdict::Unchanged, true) => t.region_finding_same_made_up(model, &to),
        (Verdict::Unchanged, false) => t.region_finding_same(model, &to),
        (Verdict::Shrinks, true) => t.region_finding_less_made_up(model, &from, &to, &low, &high),
        (Verdict::Shrinks, false) => t.region_finding_less(model, &from, &to, &low, &high),
        (Verdict::Grows, true) => t.region_finding_more_made_up(model, &from, &to, &low, &high),
        (Verdict::Grows, false) => t.region_finding_more(model, &from, &to, &low, &high),
        (Verdict::CannotTell, true) => t.region_finding_unsure_made_up(model, &from, &to, &low, &high),
        (Verdict::CannotTell, false) => t.region_finding_unsure(model, &from, &to, &low, &high),
        (Verdict::Disagree, true) => t.region_finding_disagree_made_up(model, &from, &to, &low, &high),
        (Verdict::Disagree, false) => t.region_finding_disagree(model, &from, &to, &low, &high),
    }
}

/// Why nothing is said of the spread of few practices.
fn untold(t: Texts, today: &RegionColumn) -> String {
    match today.spread.map_or(0, |spread| spread.count) {
        0 => String::new(),
        1 => t.region_finding_one().to_owned(),
        _ => t.region_finding_few(&FEWEST_PRACTICES.to_string()),
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
        let Some(value) = quick(one, 7) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| Some(exact_above_zero(&shown.exact_nets(column))?.node().clone())))
    });
    row(before(row_name(ctx.texts().region_above_zero().to_owned()), cells.collect()))
}

fn moved(ctx: &Ctx, shown: &Shown) -> Html {
    let cells = shown.columns.iter().map(|one: &RegionColumn| {
        let Some(value) = quick(one, 8) else { return cell(text(ctx.texts().not_available())) };
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
        let Some(value) = quick(one, 9) else { return cell(text(ctx.texts().not_available())) };
        let (shown, column) = (shown.clone(), one.column);
        cell(lazy_value(ctx, value, move |_| {
            let practices: Vec<_> = (0..shown.known.len()).filter_map(|at| shown.exact(at, column)).collect();
            Some(exact_paid(practices.iter()).node().clone())
        }))
    });
    row(before(row_name(ctx.texts().region_paid().to_owned()), cells.collect()))
}
