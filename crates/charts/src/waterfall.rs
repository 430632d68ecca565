//! From one total to another, step by step: floating bars, joined by hairlines where there is room. It does not add up:
//! each row says where its bar begins and ends.

use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::marks::mark;
use crate::palette::{AXIS_TEXT, Role, Shade};
use crate::rows::{Frame, NARROW, PlacedRow, RowPlan, frame};
use crate::spec::{Axis, Size};

/// Room for the sign before a value, px.
const SIGN: i32 = 18;

/// Totals and the steps between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// Size, px; see [`Size::for_rows`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains every end of a bar.
    pub axis: Axis,
    /// Rows from the top, at least one.
    pub rows: Vec<WaterfallRow>,
}

/// One total or one step.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallRow {
    /// Name of the row.
    pub label: String,
    /// Where the bar begins: zero or the axis' lower end for a total, the end of the row above for a step.
    pub from: f64,
    /// Where the bar ends.
    pub to: f64,
    /// What the bar stands for. A step that receives more or less has its sign before the value.
    pub role: Role,
    /// Text at the right end.
    pub value_label: String,
}

/// Draw a waterfall as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn waterfall(chart: &Waterfall) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), row.value_label.as_str())).collect();
    let frame = frame(&RowPlan { sign: SIGN, ..RowPlan::new(chart.size, &chart.axis, texts, 6) })?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        for (row, place) in chart.rows.iter().zip(&frame.rows) {
            floating(canvas, row, &frame, place)?;
        }
        if chart.size.width < NARROW {
            // a hairline would cross the labels that stand between the bars
            return Ok(());
        }
        for ((row, place), next) in chart.rows.iter().zip(&frame.rows).zip(frame.rows.iter().skip(1)) {
            let x = frame.scale.at(row.to);
            canvas.path(vec![(x, place.middle + place.half), (x, next.middle - next.half)], AXIS_TEXT, 1)?;
        }
        Ok(())
    })
}

fn verify(chart: &Waterfall) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::not_empty(&chart.rows, "rows")?;
    check::rows(chart.rows.iter().map(|row| (row.from, row.to)), &chart.axis)
}

/// A bar that is at least two px wide, so that a small step is seen.
fn floating(canvas: &Canvas, row: &WaterfallRow, frame: &Frame, place: &PlacedRow) -> Drawn {
    let (from, to) = (frame.scale.at(row.from), frame.scale.at(row.to));
    let (from, to) = (from.min(to), from.max(to).max(from.min(to) + 2));
    bar(canvas, Extent { from, to, middle: place.middle, half: place.half }, row.role, Shade::Strong)?;
    match row.role {
        Role::More | Role::Less if !row.value_label.is_empty() => mark(canvas, row.role, frame.sign(place)),
        _ => Ok(()),
    }
}
