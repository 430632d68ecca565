//! Bars against a mark. There are no good or bad zones: passing the mark looks like not reaching it, since the chart
//! gives no verdict.

use crate::bars::{Extent, bar};
use crate::canvas::draw;
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::palette::{Role, Shade};
use crate::rows::{RowPlan, frame};
use crate::scale::Scale;
use crate::spec::{Axis, Mark, Size};

/// Half of a bar's height, px: thin, so that the mark stands out.
const HALF: i32 = 7;
/// Half of the opening around the mark, px.
const OPEN: i32 = 3;

/// Bars from zero, and one mark through all rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// Size, px; see [`Size::for_rows`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains zero, the mark and every value.
    pub axis: Axis,
    /// Rows from the top, at least one.
    pub rows: Vec<BulletRow>,
    /// The mark.
    pub mark: Mark,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletRow {
    /// Name of the row.
    pub label: String,
    /// Length, in the unit of the axis.
    pub value: f64,
    /// Text at the right end of the row.
    pub value_label: String,
    /// What it stands for.
    pub role: Role,
}

/// Draw bars against a mark as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn bullet(chart: &Bullet) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), row.value_label.as_str())).collect();
    let frame = frame(&RowPlan::new(chart.size, &chart.axis, texts, 26))?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        for (row, place) in chart.rows.iter().zip(&frame.rows) {
            for (from, to) in around_mark(&frame.scale, row.value, chart.mark.at) {
                let half = place.half.min(HALF);
                bar(canvas, Extent { from, to, middle: place.middle, half }, row.role, Shade::Strong)?;
            }
        }
        frame.zero(canvas, &chart.axis)?;
        frame.mark(canvas, &chart.mark)
    })
}

fn verify(chart: &Bullet) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::has_zero(&chart.axis, "axis")?;
    check::within(chart.mark.at, &chart.axis, || "mark.at".to_owned())?;
    check::not_empty(&chart.rows, "rows")?;
    let mut rows = chart.rows.iter().enumerate();
    rows.try_for_each(|(at, row)| check::within(row.value, &chart.axis, || format!("rows[{at}].value")))
}

/// A bar from zero to `value`, open where it passes the mark, so that the mark shows on any colour.
pub(crate) fn around_mark(scale: &Scale, value: f64, mark: f64) -> Vec<(i32, i32)> {
    let (zero, end, mark) = (scale.at(0.0), scale.at(value), scale.at(mark));
    let (from, to) = (zero.min(end), zero.max(end));
    let parts = [(from, to.min(mark - OPEN)), (from.max(mark + OPEN), to)];
    parts.into_iter().filter(|(from, to)| from < to).collect()
}
