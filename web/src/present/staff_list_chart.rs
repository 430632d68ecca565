//! The vårdcentraler of a list against the guideline: a bar each, and how they lie. Draws nothing.
use super::{
    amount::number,
    charts::{DrawnChart, axis_between, float, last},
    export::DataTable,
};
use crate::text::Texts;
use charts::{
    Axis, BulletList, Highlight, ListRow, Mark, Role, Size, Spread, StripBox, StripRow, bullet_list, nice_ticks,
    strip_box,
};
use exchange::number::Sign;
use model::{
    id::Id,
    measure::Measure,
    staffing::{
        practices::{PERCENTILES, PracticeOutcome, RegionOutcome},
        staff::PracticeStaff,
    },
};
use rust_decimal::Decimal;

/// More bars than this nobody reads.
pub const MOST_BARS: usize = 60;

/// A practice with its coverage in per cent; none when nobody is listed.
type Bar<'a> = (&'a PracticeStaff, Option<Decimal>);

/// The part of each list that all doctors cover, least first and those without a list last; at most [`MOST_BARS`].
pub fn coverage(
    t: Texts,
    width: u32,
    (list, outcome): (&[PracticeStaff], &RegionOutcome),
    pinned: Option<&Id>,
) -> DrawnChart {
    let bars = bars(list, outcome);
    let value_label =
        |value: Option<Decimal>| value.map_or_else(|| t.not_available().to_owned(), |value| per_cent(t, value));
    let row = |(practice, value): &Bar<'_>| ListRow {
        label: practice.name.as_str().to_owned(),
        value: value.map(float),
        value_label: value_label(*value),
    };
    let chart = BulletList {
        size: Size::for_list(width, bars.len()),
        alt: String::new(),
        axis: axis(t, bars.iter().filter_map(|(_, value)| *value)),
        role: Role::Proposal,
        rows: bars.iter().map(row).collect(),
        mark: mark(t),
        highlight: own(&bars, pinned, value_label),
    };
    let rows = bars.iter().map(|(practice, value)| (practice.name.as_str().to_owned(), vec![*value])).collect();
    let headings = vec![t.staffregion_heading_name().to_owned(), t.staffregion_axis().to_owned()];
    DrawnChart { drawing: bullet_list(&chart), table: DataTable { headings, rows, decimals: 1, whole: 0 } }
}

/// Every practice with a list as a mark, and the middle of them as a box; none for fewer than three.
pub fn distribution(
    t: Texts,
    width: u32,
    (list, outcome): (&[PracticeStaff], &RegionOutcome),
    pinned: Option<&Id>,
) -> Option<DrawnChart> {
    const LEAST: usize = 3;
    let spread = outcome.spread.as_ref()?;
    let percentiles = spread.percentiles.each_ref().map(|one| one.value().decimal() * Decimal::ONE_HUNDRED);
    let [p10, p25, median, p75, p90] = percentiles.map(float);
    let known: Vec<(&PracticeStaff, Decimal)> =
        each(list, outcome).filter_map(|(practice, value)| Some((practice, value?))).collect();
    if known.len() < LEAST {
        return None;
    }
    let row = StripRow {
        role: Role::Proposal,
        label: t.staffregion_strip(&known.len().to_string()),
        values: known.iter().map(|(_, value)| float(*value)).collect(),
        spread: Spread { p10, p25, median, p75, p90 },
        value_label: String::new(),
    };
    let chart = StripBox {
        size: Size::for_strips(width, 1),
        alt: String::new(),
        axis: axis(t, known.iter().map(|(_, value)| *value)),
        rows: vec![row],
        highlight: own(&known, pinned, |value| per_cent(t, value)),
        mark: Some(mark(t)),
    };
    let name = |percent: u8| t.staffregion_percentile(&percent.to_string());
    let rows = PERCENTILES.into_iter().zip(percentiles).map(|(percent, value)| (name(percent), vec![Some(value)]));
    let headings = vec![t.staffregion_measure().to_owned(), t.staffregion_axis().to_owned()];
    Some(DrawnChart {
        drawing: strip_box(&chart),
        table: DataTable { headings, rows: rows.collect(), decimals: 1, whole: 0 },
    })
}

/// An axis from nothing to beyond the largest and the whole list.
fn axis(t: Texts, values: impl Iterator<Item = Decimal>) -> Axis {
    let largest = float(values.fold(Decimal::ONE_HUNDRED, Decimal::max));
    let ticks = nice_ticks(0.0, largest, 5);
    let high = last(&ticks, largest).max(largest);
    axis_between(t, ticks, t.staffregion_axis(), (0.0, high))
}

fn per_cent(t: Texts, value: Decimal) -> String {
    t.unit_percent(&number(t.lang, value, 0, Sign::Auto))
}

fn mark(t: Texts) -> Mark {
    Mark { at: float(Decimal::ONE_HUNDRED), label: t.staffregion_mark().to_owned() }
}

/// The reader's own among the practices with their values.
fn own<V: Copy>(of: &[(&PracticeStaff, V)], pinned: Option<&Id>, label: impl Fn(V) -> String) -> Option<Highlight> {
    let (index, (practice, value)) = of.iter().enumerate().find(|(_, (one, _))| Some(&one.name) == pinned)?;
    Some(Highlight { index, label: [practice.name.as_str(), ": ", &label(*value)].concat() })
}

fn each<'a>(list: &'a [PracticeStaff], outcome: &'a RegionOutcome) -> impl Iterator<Item = Bar<'a>> {
    let value = |one: &PracticeOutcome| Some(one.coverage.as_ref()?.value().decimal() * Decimal::ONE_HUNDRED);
    list.iter().zip(&outcome.practices).map(move |(practice, one)| (practice, value(one)))
}

fn bars<'a>(list: &'a [PracticeStaff], outcome: &'a RegionOutcome) -> Vec<Bar<'a>> {
    let mut bars: Vec<_> = each(list, outcome).collect();
    bars.sort_by_key(|(_, value)| (value.is_none(), *value));
    bars.truncate(MOST_BARS);
    bars
}
