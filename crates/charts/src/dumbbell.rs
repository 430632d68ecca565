//! From a hollow to a filled mark, row by row: what a change means for each. It does not sort and does not judge.

use std::cmp::Ordering;

use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::marks::mark;
use crate::palette::{AXIS_TEXT, BLUE, GREY, Role, colour};
use crate::rows::{Frame, RowPlan, frame};
use crate::spec::{Axis, Size};
use crate::text::{SMALL, fit, widest};

const RING: i32 = 5;
/// Room for the sign before a value, px.
const SIGN: i32 = 18;

/// Rows with two values each.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// Size, px; see [`Size::for_rows`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains every value.
    pub axis: Axis,
    /// Key of the hollow mark, above the rows. May be empty.
    pub from_label: String,
    /// Key of the filled mark, above the rows. May be empty.
    pub to_label: String,
    /// Rows from the top, at least one.
    pub rows: Vec<DumbbellRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct DumbbellRow {
    /// Name of the row.
    pub label: String,
    /// Value of the hollow mark.
    pub from: f64,
    /// Value of the filled mark.
    pub to: f64,
    /// Text at the right end, after the sign of the direction.
    pub difference_label: String,
}

/// Draw a dumbbell chart as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn dumbbell(chart: &Dumbbell) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), row.difference_label.as_str())).collect();
    let key = !(chart.from_label.is_empty() && chart.to_label.is_empty());
    let head = if key { 28 } else { 6 };
    let frame = frame(&RowPlan { sign: SIGN, ..RowPlan::new(chart.size, &chart.axis, texts, head) })?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        frame.zero(canvas, &chart.axis)?;
        legend(canvas, chart, &frame)?;
        for (row, place) in chart.rows.iter().zip(&frame.rows) {
            let (from, to) = (frame.scale.at(row.from), frame.scale.at(row.to));
            pair(canvas, row, (from, place.middle), (to, place.middle))?;
            sign(canvas, row, frame.sign(place))?;
        }
        Ok(())
    })
}

fn verify(chart: &Dumbbell) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::not_empty(&chart.rows, "rows")?;
    check::rows(chart.rows.iter().map(|row| (row.from, row.to)), &chart.axis)
}

fn direction(row: &DumbbellRow) -> Option<Role> {
    match row.to.partial_cmp(&row.from)? {
        Ordering::Greater => Some(Role::More),
        Ordering::Less => Some(Role::Less),
        Ordering::Equal => None,
    }
}

fn pair(canvas: &Canvas, row: &DumbbellRow, from: Point, to: Point) -> Drawn {
    let reach = (to.0 - from.0).abs();
    if let Some(role) = direction(row).filter(|_| reach > RING + 1) {
        let start = from.0 + (RING + 1) * (to.0 - from.0).signum();
        canvas.path(vec![(start, from.1), to], colour(role), 3)?;
    }
    canvas.disc(to, 5, BLUE)?;
    canvas.ring(from, RING.unsigned_abs(), GREY)
}

fn sign(canvas: &Canvas, row: &DumbbellRow, at: Point) -> Drawn {
    match direction(row) {
        Some(role) if !row.difference_label.is_empty() => mark(canvas, role, at),
        _ => Ok(()),
    }
}

fn legend(canvas: &Canvas, chart: &Dumbbell, frame: &Frame) -> Drawn {
    let room = (canvas.width() - frame.plot.left) / 2 - 36;
    let look = Look::new(SMALL, AXIS_TEXT, Side::Start);
    let (mut x, y) = (frame.plot.left, 10);
    for (label, hollow) in [(&chart.from_label, true), (&chart.to_label, false)] {
        let text = fit(label, SMALL, room, 1);
        if text.is_empty() {
            continue;
        }
        let at = (x + RING + 1, y);
        if hollow {
            canvas.ring(at, RING.unsigned_abs(), GREY)?
        } else {
            canvas.disc(at, 5, BLUE)?
        }
        canvas.lines(&text, (x + 18, y), look)?;
        x += 18 + widest(&text, SMALL) + 18;
    }
    Ok(())
}
