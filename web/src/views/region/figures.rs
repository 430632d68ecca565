//! The charts of the region: who stands where, how far apart, payment against cost, and what chance explains.
use super::{Seen, Shown, figure_of};
use crate::{
    components::{figure::width_for, live_figure::LiveFigure, top_bar::column_name},
    ctx::Ctx,
    present::{
        export::DataTable,
        region_charts::{ChartContext, Named, ORE_PER_YEAR, Pinned, shown as kronor},
    },
    region::Picture,
    state::Look,
    views::practice_figures::model_words,
};
use register::statistics::{Funnel, Spread, funnel};
use report::{columns::Column, region::RegionColumn};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// What one of the first charts is drawn from.
#[derive(PartialEq, Properties)]
struct ChartProps {
    ctx: Ctx,
    shown: Shown,
    look: Look,
    pinned: Option<usize>,
}

#[component]
fn Ranked(props: &ChartProps) -> Html {
    figure_of(&props.ctx, &props.shown, ranked)
}

#[component]
fn Piles(props: &ChartProps) -> Html {
    figure_of(&props.ctx, &props.shown, piles)
}

/// The chosen figure: who stands where follows a slider, the others wait until it rests.
pub fn picture(ctx: &Ctx, seen: &Seen, chosen: Picture) -> Html {
    let (look, pinned) = (Look::of(ctx.state()), ctx.state().tools.region.pinned);
    let live = || ChartProps { ctx: ctx.as_of(0), shown: seen.live.clone(), look, pinned };
    match chosen {
        Picture::Spread => html! { <Piles ..live() /> },
        Picture::Change => html! { <Ranked ..live() /> },
        Picture::Cost => figure_of(ctx, &seen.rest, scatter),
        Picture::Funnel => figure_of(ctx, &seen.rest, funnels),
    }
}

fn context<'a>(ctx: &Ctx, pinned: Option<&'a Pinned>) -> ChartContext<'a> {
    ChartContext { texts: ctx.texts(), width: width_for(940), pinned }
}

/// The practice that is shown everywhere.
fn pinned(ctx: &Ctx, shown: &Shown) -> Option<Pinned> {
    let place = shown.place(ctx.state().tools.region.pinned?);
    Some(Pinned { place, name: shown.known.facts.names.get(place)?.clone() })
}

/// Today, the proposal, and the scenario where it differs from it; none whose amounts are for the costs of another year.
pub fn compared<'a>(ctx: &Ctx, shown: &'a Shown) -> Vec<Named<'a>> {
    let t = ctx.texts();
    let wanted = [Column::Current, Column::Proposal, Column::Scenario];
    let named = wanted.into_iter().filter_map(|one| Some((shown.column(one)?, column_name(t, one))));
    named.filter(|(one, _)| one.comparison.has_net()).collect()
}

pub fn source(ctx: &Ctx, shown: &Shown) -> String {
    super::source::line(ctx, shown)
}

/// Names and one number for each practice, for each model that has one.
fn table(ctx: &Ctx, shown: &Shown, of: fn(&RegionColumn) -> &Vec<f64>) -> Rc<dyn Fn() -> DataTable> {
    let (ctx, shown) = (ctx.clone(), shown.clone());
    Rc::new(move || {
        let t = ctx.texts();
        let columns: Vec<_> = shown.columns.iter().filter(|one| !of(one).is_empty()).collect();
        let names = columns.iter().map(|one| column_name(t, one.column).to_owned());
        let headings = [t.region_list_name().to_owned()].into_iter().chain(names).collect();
        let row = |(at, name): (usize, &String)| {
            let values = columns.iter().map(|one| of(one).get(at).copied().and_then(Decimal::from_f64));
            (name.clone(), values.collect())
        };
        DataTable {
            headings,
            rows: shown.known.facts.names.iter().enumerate().map(row).collect(),
            decimals: 2,
            whole: 0,
        }
    })
}

/// What a chart shows, as a sentence of today's nets and those of the model that leads.
fn finding(ctx: &Ctx, shown: &Shown, words: impl Fn(&Spread, &Spread, &str) -> String) -> String {
    let lead = super::lead(ctx, shown);
    let spread = |column| shown.column(column).and_then(|one| one.spread);
    let spreads = spread(Column::Current).zip(spread(lead));
    spreads.map_or_else(String::new, |(today, then)| words(&today, &then, model_words(ctx, lead)))
}

/// Every practice, from the lowest net under the first model.
fn order(shown: &Shown, models: &[Named<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..shown.known.len()).collect();
    let nets = models.first().map(|(one, _)| &one.nets);
    let net = |at: &usize| nets.and_then(|nets| nets.get(*at)).copied().unwrap_or(0.0);
    order.sort_by(|a, b| net(a).total_cmp(&net(b)));
    order
}

fn ranked(ctx: &Ctx, shown: &Shown) -> Option<LiveFigure> {
    let (t, models, pinned) = (ctx.texts(), compared(ctx, shown), pinned(ctx, shown));
    let order = order(shown, &models);
    Some(LiveFigure {
        name: "viktat-region-netto",
        title: finding(ctx, shown, |today, then, model| {
            t.region_ranked_title(
                &kronor(t, today.min),
                &kronor(t, today.max),
                model,
                &kronor(t, then.min),
                &kronor(t, then.max),
            )
        }),
        alt: t.region_ranked_alt(order.len() as u64, &order.len().to_string()),
        drawing: context(ctx, pinned.as_ref()).ranked(&models, &order),
        source: source(ctx, shown),
        table: table(ctx, shown, |one| &one.nets),
    })
}

/// Today and the compared model, each with the band that holds four practices in five.
fn piles(ctx: &Ctx, shown: &Shown) -> Option<LiveFigure> {
    let (t, models, pinned) = (ctx.texts(), compared(ctx, shown), pinned(ctx, shown));
    let lead = super::lead(ctx, shown);
    let of = |column| models.iter().find(|(one, _)| one.column == column).copied();
    let two = [of(Column::Current)?, of(lead)?];
    let words = two.iter().filter_map(|(one, name)| {
        let spread = one.spread?.of_several()?;
        Some(t.region_strip_words(name, &kronor(t, spread.p10), &kronor(t, spread.median), &kronor(t, spread.p90)))
    });
    Some(LiveFigure {
        name: "viktat-region-spridning",
        title: finding(ctx, shown, |today, then, model| match today.iqr.zip(then.iqr) {
            Some((today, then)) => t.region_strip_title(&kronor(t, today), &kronor(t, then), model),
            None => t.region_finding_one().to_owned(),
        }),
        alt: t.region_strip_alt(&words.collect::<Vec<_>>().join(" ")),
        drawing: context(ctx, pinned.as_ref()).piles(two),
        source: source(ctx, shown),
        table: table(ctx, shown, |one| &one.nets),
    })
}

fn scatter(ctx: &Ctx, shown: &Shown) -> Option<LiveFigure> {
    let (t, models, pinned) = (ctx.texts(), compared(ctx, shown), pinned(ctx, shown));
    let two = models.get(..2).unwrap_or(&models);
    Some(LiveFigure {
        name: "viktat-region-kostnad",
        title: finding(ctx, shown, |today, then, model| {
            if shown.column(super::lead(ctx, shown)).is_none_or(|one| one.above_zero.is_none()) {
                return t.region_scatter_title_other(model);
            }
            let above =
                |spread: &Spread| (spread.above_zero * f64::from(u32::try_from(spread.count).unwrap_or(0))).round();
            t.region_scatter_title(
                today.count as u64,
                &above(today).to_string(),
                &today.count.to_string(),
                &above(then).to_string(),
                model,
            )
        }),
        alt: t.region_scatter_alt().to_owned(),
        drawing: context(ctx, pinned.as_ref()).scatter(two),
        source: source(ctx, shown),
        table: table(ctx, shown, |one| &one.payments),
    })
}

/// The model that leads, against what chance between persons explains; it waits for the worker.
fn funnels(ctx: &Ctx, shown: &Shown) -> Option<LiveFigure> {
    let (t, pinned) = (ctx.texts(), pinned(ctx, shown));
    let has_net = |lead: &Column| shown.column(*lead).is_some_and(|one| one.comparison.has_net());
    let lead = Some(ctx.state().compared).filter(has_net).unwrap_or(Column::Proposal);
    let one = shown.column(lead)?;
    let (found, listed) = found(ctx, shown, lead)?;
    let outside = found.places.iter().flatten().filter(|place| place.z.abs() > 1.96).count();
    let systematic = kronor(t, found.tau_squared.sqrt() / ORE_PER_YEAR);
    let figure = LiveFigure {
        name: "viktat-region-tratt",
        title: t.region_funnel_title(&outside.to_string(), &shown.known.len().to_string(), &systematic),
        alt: t.region_funnel_alt(column_name(t, lead)),
        drawing: context(ctx, pinned.as_ref()).funnel((one, column_name(t, lead)), &listed, &found),
        source: source(ctx, shown),
        table: table(ctx, shown, |one| &one.nets),
    };
    Some(figure)
}

/// The funnel of a model.
pub fn found(ctx: &Ctx, shown: &Shown, column: Column) -> Option<(Funnel, Vec<f64>)> {
    let place = shown.columns.iter().position(|one| one.column == column)?;
    let one = shown.columns.get(place)?;
    let squares = ctx.state().tools.region.paid.as_ref()?.lanes.get(place)?.net_squared;
    let listed: Vec<f64> =
        shown.known.summary.lists().iter().filter_map(|n| u32::try_from(*n).ok()).map(f64::from).collect();
    one.comparison.has_net().then_some(())?;
    let nets: Vec<f64> = one.kept.iter().map(|net| net * ORE_PER_YEAR).collect();
    Some((funnel(&nets, &listed, squares)?, listed))
}
