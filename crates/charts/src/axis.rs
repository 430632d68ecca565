//! Hairlines, tick labels and axis titles. It does not know what is drawn between them.

use crate::canvas::{Canvas, Drawn, Look, Side};
use crate::error::ChartError;
use crate::palette::{AXIS_TEXT, GRID, INK};
use crate::scale::{Scale, without_collisions};
use crate::spec::{Axis, Size, Tick};
use crate::text::{SMALL, bold_width, fit, widest, width};

/// Height taken by tick labels, and by a title, px.
pub(crate) const LINE: i32 = 18;

/// Least distance of a text from the edge of the drawing, px: letters reach a little beyond their width.
pub(crate) const EDGE: i32 = 2;

const TICK: Look = Look::new(SMALL, AXIS_TEXT, Side::End);

/// A rectangle of the drawing, px.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) top: i32,
    pub(crate) bottom: i32,
}

/// Height below a plot for the labels and title of its horizontal axis, px.
pub(crate) fn height(axis: &Axis) -> i32 {
    let ticks = if axis.ticks.is_empty() { 0 } else { LINE };
    let title = if axis.title.is_empty() { 0 } else { LINE };
    ticks + title + 4
}

/// Width of the widest tick label with its distance to the plot, px; 0 without ticks.
pub(crate) fn tick_column(axis: &Axis) -> i32 {
    let widest = axis.ticks.iter().map(|tick| width(&tick.label, SMALL)).max();
    widest.map_or(0, |widest| widest.saturating_add(8 + EDGE))
}

/// Horizontal hairlines with labels on their left, and the title above. Zero is drawn in ink.
pub(crate) fn vertical(canvas: &Canvas, axis: &Axis, scale: &Scale, plot: Plot) -> Drawn {
    levels(canvas, axis, scale, plot)?;
    title(canvas, axis, 10)
}

/// Title of the vertical axis, with its middle at height `y`.
pub(crate) fn title(canvas: &Canvas, axis: &Axis, y: i32) -> Drawn {
    let look = Look { side: Side::Start, ..TICK };
    canvas.lines(&fit(&axis.title, SMALL, canvas.width() - EDGE, 1), (EDGE, y), look)
}

/// Horizontal hairlines with labels on their left. Zero is drawn in ink.
pub(crate) fn levels(canvas: &Canvas, axis: &Axis, scale: &Scale, plot: Plot) -> Drawn {
    let half = 8;
    let spots: Vec<i32> = axis.ticks.iter().map(|tick| scale.at(tick.at)).collect();
    let spans: Vec<(i32, i32)> = spots.iter().map(|y| (-y - half, -y + half)).collect();
    let kept = without_collisions(&spans, 2, None);
    for (index, (tick, y)) in axis.ticks.iter().zip(spots).enumerate() {
        let zero = tick.at == 0.0;
        if kept.contains(&index) || zero {
            canvas.path(vec![(plot.left, y), (plot.right, y)], if zero { INK } else { GRID }, 1)?;
        }
        if kept.contains(&index) {
            canvas.text(&tick.label, (plot.left - 8, y), TICK)?;
        }
    }
    Ok(())
}

/// Tick labels below the plot and the title below them. The label of `strong` is always written, in bold ink.
pub(crate) fn horizontal(canvas: &Canvas, axis: &Axis, scale: &Scale, plot: Plot, strong: Option<usize>) -> Drawn {
    let edge = canvas.width() - EDGE;
    let span = |(index, tick): (usize, &Tick)| {
        let wide = if strong == Some(index) { bold_width(&tick.label, SMALL) } else { width(&tick.label, SMALL) };
        let from = (scale.at(tick.at) - wide / 2).min(edge.saturating_sub(wide)).max(EDGE);
        (from, from.saturating_add(wide))
    };
    let spans: Vec<(i32, i32)> = axis.ticks.iter().enumerate().map(span).collect();
    let y = plot.bottom + 4 + LINE / 2;
    for index in without_collisions(&spans, 8, strong) {
        if let (Some(tick), Some((from, to))) = (axis.ticks.get(index), spans.get(index)) {
            let bold = strong == Some(index);
            let look = Look { side: Side::Middle, bold, colour: if bold { INK } else { AXIS_TEXT }, ..TICK };
            canvas.text(&tick.label, (from + (to - from) / 2, y), look)?;
        }
    }
    let title = fit(&axis.title, SMALL, edge, 1);
    let half = widest(&title, SMALL) / 2;
    let middle = (plot.left + (plot.right - plot.left) / 2).clamp(half, (edge - half).max(half));
    let below = plot.bottom + height(axis) - LINE / 2;
    canvas.lines(&title, (middle, below), Look { side: Side::Middle, ..TICK })
}

/// Whether 100 by 60 px are left for what is drawn.
///
/// # Errors
/// `TooSmall` when they are not.
pub(crate) fn large_enough(plot: Plot, size: Size) -> Result<(), ChartError> {
    let short = |room: i32, least: i32| u32::try_from(least.saturating_sub(room)).unwrap_or(0);
    let (wide, high) = (short(plot.right.saturating_sub(plot.left), 100), short(plot.bottom - plot.top, 60));
    if wide == 0 && high == 0 {
        return Ok(());
    }
    let at_least = Size { width: size.width.saturating_add(wide), height: size.height.saturating_add(high) };
    Err(ChartError::TooSmall { at_least })
}
