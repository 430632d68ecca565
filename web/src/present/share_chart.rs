//! Each amount of the later table by the earlier, against what the lower cost share alone would have made of it. Draws
//! nothing.
use super::{
    amount::{cell_name, number},
    charts::{DrawnChart, axis_between, float},
    export::DataTable,
};
use crate::text::Texts;
use charts::{Mark, Role, Size, Spread, StripBox, StripRow, nice_ticks, strip_box};
use exchange::number::Sign;
use model::{
    cell::Cell,
    measure::{Factor, Measure},
    trace::Traced,
};
use report::table::YearChange;
use rust_decimal::Decimal;

/// A mark for every amount, and a line at the share.
pub fn ratios(t: Texts, width: u32, change: &YearChange) -> DrawnChart {
    let values: Vec<f64> = change.ratios.iter().map(|(_, ratio)| float(ratio.value().decimal())).collect();
    let share = change.share_ratio.value().decimal();
    let ends = values.iter().copied().chain([float(share)]);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)));
    let ticks = nice_ticks(low, high, 4);
    let ends = ticks.iter().map(|tick| tick.at()).fold((low, high), |(low, high), at| (low.min(at), high.max(at)));
    let [p10, p25, median, p75, p90] = [10, 25, 50, 75, 90].map(|per_cent| quantile(&values, per_cent));
    let chart = StripBox {
        size: Size::for_strips(width, 1),
        alt: String::new(),
        axis: axis_between(t, ticks, t.share_axis(), ends),
        rows: vec![StripRow {
            role: Role::Proposal,
            label: t.share_ratios(&values.len().to_string()),
            values,
            spread: Spread { p10, p25, median, p75, p90 },
            value_label: String::new(),
        }],
        highlight: None,
        mark: Some(Mark { at: float(share), label: t.share_mark(&number(t.lang, share, 3, Sign::Auto)) }),
    };
    DrawnChart { drawing: strip_box(&chart), table: by_cell(t, change) }
}

/// The value that so many per cent of sorted values lie below.
fn quantile(sorted: &[f64], per_cent: usize) -> f64 {
    let place = sorted.len().saturating_sub(1).saturating_mul(per_cent) / 100;
    sorted.get(place).copied().unwrap_or_default()
}

fn by_cell(t: Texts, change: &YearChange) -> DataTable {
    let row = |(cell, ratio): &(Cell, Traced<Factor>)| (cell_name(t, *cell), vec![Some(ratio.value().decimal())]);
    let rows: Vec<(String, Vec<Option<Decimal>>)> = change.ratios.iter().map(row).collect();
    DataTable { headings: vec![t.share_cell().to_owned(), t.share_axis().to_owned()], rows, decimals: 3, whole: 0 }
}
