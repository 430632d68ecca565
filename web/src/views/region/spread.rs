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
use model::{comparison::Comparison, quantity::Unit, rows::PublishedResult, trace::Node};
use register::bootstrap::FEWEST_PRACTICES;
use report::{
    columns::Column,
    finding::{Verdict, spread_finding},
    region::{ExactPractice, RegionColumn, SpreadFigure, exact_above_zero, exact_moved, exact_paid, exact_spread},
};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, component, html};

/// What the figures are made of.
#[derive(PartialEq, Properties)]
pub struct SpreadProps {
    /// The page.
    pub ctx: Ctx,
    /// The region as it is shown.
    pub seen: Seen,
    /// How it is shown.
    pub look: Look,
}

/// A measure of how the practices' nets lie about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Standard deviation.
    Deviation,
    /// From percentile 10 to 90.
    Tenths,
    /// From percentile 25 to 75.
    Quarters,
    /// The mean of those above zero.
    Above,
    /// The mean of those below.
    Below,
    /// What lies between the two.
    Apart,
    /// The median.
    Median,
    /// The share above zero.
    AboveZero,
    /// What moves between practices.
    Moved,
    /// What all are paid.
    Paid,
}

impl Measure {
    const ALL: [Self; 10] = [
        Self::Deviation,
        Self::Tenths,
        Self::Quarters,
        Self::Above,
        Self::Below,
        Self::Apart,
        Self::Median,
        Self::AboveZero,
        Self::Moved,
        Self::Paid,
    ];

    fn name(self, t: Texts) -> &'static str {
        match self {
            Self::Deviation => t.region_deviation(),
            Self::Tenths => t.region_tenths(),
            Self::Quarters => t.region_quarters(),
            Self::Above => t.region_sides_above(),
            Self::Below => t.region_sides_below(),
            Self::Apart => t.region_sides_apart(),
            Self::Median => t.region_median(),
            Self::AboveZero => t.region_above_zero(),
            Self::Moved => t.region_moved(),
            Self::Paid => t.region_paid(),
        }
    }

    /// The figure of a model; none where there is none.
    pub fn quick(self, one: &RegionColumn) -> Option<Quick> {
        let kronor = |value| Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: false };
        let several = || one.spread?.of_several();
        let in_a_year = |month: f64| {
            let value = 12.0 * month;
            Quick { value, unit: Unit::KrPerYear, show: Show::of_sum(value), signed: false }
        };
        match self {
            Self::Deviation => Some(kronor(several()?.sd?)),
            Self::Tenths => several().map(|spread| kronor(spread.p90 - spread.p10)),
            Self::Quarters => Some(kronor(several()?.iqr?)),
            Self::Above => one.sides.mean_above.map(kronor),
            Self::Below => one.sides.mean_below.map(kronor),
            Self::Apart => one.sides.distance().map(kronor),
            Self::Median => one.spread.map(|spread| kronor(spread.median)),
            Self::AboveZero => {
                one.above_zero.map(|value| Quick { value, unit: Unit::Share, show: Show::Percent, signed: false })
            }
            Self::Moved => one.moved.map(in_a_year),
            Self::Paid => Some(in_a_year(one.paid.iter().sum())),
        }
    }

    /// The same figure with how it was made.
    fn exactly(self, shown: &Shown, column: Column) -> Option<Rc<Node>> {
        let spread = |figure| Some(exact_spread(&shown.exact_nets(column), figure)?.node().clone());
        let practices = 0..shown.known.len();
        match self {
            Self::Deviation => spread(SpreadFigure::Deviation),
            Self::Tenths => spread(SpreadFigure::Tenths),
            Self::Quarters => spread(SpreadFigure::Quarters),
            Self::Above => spread(SpreadFigure::Above),
            Self::Below => spread(SpreadFigure::Below),
            Self::Apart => spread(SpreadFigure::Apart),
            Self::Median => spread(SpreadFigure::Median),
            Self::AboveZero => Some(exact_above_zero(&shown.exact_nets(column))?.node().clone()),
            Self::Moved => {
                let pair = |at| Some((at, shown.exact(at, Column::Current)?, shown.exact(at, column)?));
                let pairs: Vec<(usize, ExactPractice, ExactPractice)> = practices.filter_map(pair).collect();
                let name = |at: &usize| shown.known.facts.names.get(*at).map(String::as_str);
                let named = pairs.iter().filter_map(|(at, today, then)| Some((name(at)?, today, then)));
                Some(exact_moved(&named.collect::<Vec<_>>())?.node().clone())
            }
            Self::Paid => {
                let practices: Vec<_> = practices.filter_map(|at| shown.exact(at, column)).collect();
                Some(exact_paid(practices.iter()).node().clone())
            }
        }
    }
}

/// The figure, worked out exactly when it is asked why; none where there is none.
pub fn measure(ctx: &Ctx, shown: &Shown, one: &RegionColumn, wanted: Measure) -> Option<Html> {
    let (shown, column) = (shown.clone(), one.column);
    Some(lazy_value(ctx, wanted.quick(one)?, move |_| wanted.exactly(&shown, column)))
}

/// The finding as a sentence.
#[component]
pub fn FindingSentence(props: &SpreadProps) -> Html {
    let SpreadProps { ctx, seen, look } = props;
    // two thousand resamples: it waits until the slider rests
    html! { <Finding ctx={ctx.clone()} shown={seen.rest.clone()} look={*look} /> }
}

/// Every measure under every model.
#[component]
pub fn SpreadPanel(props: &SpreadProps) -> Html {
    let SpreadProps { ctx, seen, look } = props;
    let (t, shown, look) = (ctx.texts(), &seen.live, *look);
    // of lists without costs there are no nets
    let is_told = |wanted: &Measure| {
        shown.known.summary.known.costs || shown.columns.iter().any(|one| wanted.quick(one).is_some())
    };
    let rows = Measure::ALL.into_iter().filter(is_told).map(|wanted| {
        let still = html! { <StillCells ctx={ctx.clone()} shown={seen.rest.clone()} {look} {wanted} /> };
        let scenario = shown.column(Column::Scenario).map(|one| figure(ctx, shown, one, wanted));
        row([row_name(wanted.name(t).to_owned()), still].into_iter().chain(scenario).collect())
    });
    let rows = rows.collect();
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column))).collect();
    let headings = before(column(t.region_measure()), names);
    let table = table(AttrValue::Static(t.region_spread()), "region-measures", headings, rows);
    let with_costs = shown.columns.iter().filter(|_| shown.known.summary.known.costs);
    let not_compared = with_costs.filter_map(|one| not_compared(ctx, one)).collect();
    all(vec![table, all(not_compared), html! { <Published ctx={ctx.clone()} {look} /> }])
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

/// Why something of a model is not compared.
fn not_compared(ctx: &Ctx, one: &RegionColumn) -> Option<Html> {
    let (t, name) = (ctx.texts(), column_name(ctx.texts(), one.column));
    let words = match one.comparison {
        Comparison::Fits => return None,
        Comparison::NoCosts { same_total: true } => return None,
        Comparison::OtherTotal | Comparison::NoCosts { .. } => t.region_other_total(name),
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

/// How sure the change of the spread is, in a few words; nothing where no interval is known.
pub(super) fn spread_interval(ctx: &Ctx, shown: &Shown) -> Option<String> {
    let (today, then) = (shown.column(Column::Current)?, shown.column(super::lead(ctx, shown))?);
    let ends = spread_finding(today, then)?.change.difference_interval;
    let kronor = |value| Quick { value, unit: Unit::KrPerPersonMonth, show: Show::Ore, signed: true }.words(ctx);
    Some(ctx.texts().key_spread_interval(&kronor(ends.low), &kronor(ends.high)))
}

/// Why nothing is said of the spread of few practices.
fn untold(t: Texts, today: &RegionColumn) -> String {
    match today.spread.map_or(0, |spread| spread.count) {
        0 => String::new(),
        1 => t.region_finding_one().to_owned(),
        _ => t.region_finding_few(&FEWEST_PRACTICES.to_string()),
    }
}

/// A measure of models.
#[derive(PartialEq, Properties)]
struct StillProps {
    ctx: Ctx,
    shown: Shown,
    look: Look,
    wanted: Measure,
}

/// A figure under the models that no slider moves.
#[component]
fn StillCells(props: &StillProps) -> Html {
    let still = props.shown.columns.iter().filter(|one| one.column != Column::Scenario);
    all(still.map(|one| figure(&props.ctx, &props.shown, one, props.wanted)).collect())
}

fn figure(ctx: &Ctx, shown: &Shown, one: &RegionColumn, wanted: Measure) -> Html {
    cell(measure(ctx, shown, one, wanted).unwrap_or_else(|| text(ctx.texts().not_available())))
}
