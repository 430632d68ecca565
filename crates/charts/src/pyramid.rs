//! Two groups back to back, band by band, with the outline of a population to compare with. It does not know ages.

use crate::axis::{self, EDGE, Plot};
use crate::canvas::{Canvas, Drawn, Look, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::palette::{AXIS_TEXT, GRID, INK, Role, Shade, fill};
use crate::scale::{Scale, without_collisions};
use crate::spec::{Axis, Size};
use crate::text::{SMALL, fit, width};

/// Height for the names of the two sides, px.
const HEAD: i32 = 24;
/// Lowest row, px.
const LEAST: i32 = 10;

/// Bands from the top, each with a length to the left and to the right.
#[derive(Debug, Clone, PartialEq)]
pub struct Pyramid {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// The axis of one side, from zero; the left side is its mirror.
    pub axis: Axis,
    /// Names of the left and the right side.
    pub sides: [String; 2],
    /// Name of the bars and of the outline, for the key. May be empty.
    pub keys: [String; 2],
    /// Rows from the top, at least one.
    pub rows: Vec<PyramidRow>,
}

/// One band.
#[derive(Debug, Clone, PartialEq)]
pub struct PyramidRow {
    /// Name of the band.
    pub label: String,
    /// Lengths to the left and right; none where the value is withheld.
    pub bars: [Option<f64>; 2],
    /// The outline's lengths.
    pub outline: [f64; 2],
}

/// Draw a pyramid as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn pyramid(chart: &Pyramid) -> Result<Drawing, ChartError> {
    let (wide, height) = check::size(chart.size)?;
    verify(chart)?;
    let count = i32::try_from(chart.rows.len()).unwrap_or(i32::MAX);
    let bottom = height - axis::height(&chart.axis) - HEAD;
    let pitch = (bottom - HEAD) / count;
    if pitch < LEAST {
        let height = u32::try_from(LEAST * count + axis::height(&chart.axis) + 2 * HEAD).unwrap_or(u32::MAX);
        return Err(ChartError::TooSmall { at_least: Size { width: chart.size.width, height } });
    }
    let column = chart.rows.iter().map(|row| width(&row.label, SMALL)).max().unwrap_or(0) + 16;
    let middle = wide / 2;
    let plots = [(24, middle - column / 2), (middle + column / 2, wide - 24)];
    let plots = plots.map(|(left, right)| Plot { left, right, top: HEAD, bottom: HEAD + pitch * count });
    draw(chart.size, &chart.alt, |canvas| {
        for (side, plot) in plots.into_iter().enumerate() {
            paint_side(canvas, chart, Half { side, plot, pitch })?;
        }
        labels(canvas, chart, (middle, pitch))?;
        key(canvas, chart, height - HEAD / 2)
    })
}

fn verify(chart: &Pyramid) -> Result<(), ChartError> {
    check::axis(&chart.axis, "axis")?;
    check::has_zero(&chart.axis, "axis")?;
    check::not_empty(&chart.rows, "rows")?;
    for (at, row) in chart.rows.iter().enumerate() {
        for value in row.bars.iter().flatten().chain(&row.outline) {
            check::within(*value, &chart.axis, || format!("rows[{at}]"))?;
        }
    }
    Ok(())
}

/// One side of the pyramid.
#[derive(Clone, Copy)]
struct Half {
    side: usize,
    plot: Plot,
    pitch: i32,
}

impl Half {
    /// The left side counts from right to left.
    fn scale(self, axis: &Axis) -> Scale {
        let Plot { left, right, .. } = self.plot;
        if self.side == 0 { Scale::new(axis, right, left) } else { Scale::new(axis, left, right) }
    }

    fn top(self, row: usize) -> i32 {
        self.plot.top + self.pitch * i32::try_from(row).unwrap_or(i32::MAX)
    }
}

fn paint_side(canvas: &Canvas, chart: &Pyramid, half: Half) -> Drawn {
    let scale = half.scale(&chart.axis);
    ticks(canvas, chart, half, &scale)?;
    let zero = scale.at(0.0);
    for (index, row) in chart.rows.iter().enumerate() {
        let Some(value) = row.bars.get(half.side).copied().flatten() else { continue };
        let (end, top) = (scale.at(value), half.top(index));
        canvas.rect(
            (zero.min(end), top + 1),
            (zero.max(end), top + half.pitch - 1),
            fill(Role::Proposal, Shade::Medium).0,
        )?;
    }
    let outline = chart.rows.iter().enumerate().flat_map(|(index, row)| {
        let x = scale.at(row.outline.get(half.side).copied().unwrap_or_default());
        [(x, half.top(index)), (x, half.top(index + 1))]
    });
    canvas.path(outline.collect(), INK, 2)?;
    canvas.path(vec![(zero, half.plot.top), (zero, half.plot.bottom)], INK, 1)?;
    let name = chart.sides.get(half.side).map_or("", String::as_str);
    let at = (half.plot.left + (half.plot.right - half.plot.left) / 2, HEAD / 2);
    canvas.lines(&fit(name, SMALL, half.plot.right - half.plot.left, 1), at, Look::new(SMALL, INK, Side::Middle))
}

fn ticks(canvas: &Canvas, chart: &Pyramid, half: Half, scale: &Scale) -> Drawn {
    let spot = |at: f64| scale.at(at);
    let spans: Vec<(i32, i32)> = chart
        .axis
        .ticks
        .iter()
        .map(|tick| {
            let wide = width(&tick.label, SMALL);
            (spot(tick.at) - wide / 2, spot(tick.at) + wide / 2)
        })
        .collect();
    let mirrored: Vec<(i32, i32)> =
        spans.iter().map(|(from, to)| if half.side == 0 { (-to, -from) } else { (*from, *to) }).collect();
    let kept = without_collisions(&mirrored, 8, None);
    for (index, tick) in chart.axis.ticks.iter().enumerate() {
        let x = spot(tick.at);
        canvas.path(vec![(x, half.plot.top), (x, half.plot.bottom)], GRID, 1)?;
        if kept.contains(&index) {
            canvas.text(
                &tick.label,
                (x, half.plot.bottom + 4 + axis::LINE / 2),
                Look::new(SMALL, AXIS_TEXT, Side::Middle),
            )?;
        }
    }
    Ok(())
}

fn labels(canvas: &Canvas, chart: &Pyramid, (middle, pitch): (i32, i32)) -> Drawn {
    let spots: Vec<(i32, i32)> = (0..chart.rows.len())
        .map(|index| {
            let y = HEAD + pitch * i32::try_from(index).unwrap_or(i32::MAX) + pitch / 2;
            (y - 7, y + 7)
        })
        .collect();
    let look = Look::new(SMALL, INK, Side::Middle);
    for index in without_collisions(&spots, 0, None) {
        if let (Some(row), Some((from, to))) = (chart.rows.get(index), spots.get(index)) {
            canvas.text(&row.label, (middle, from + (to - from) / 2), look)?;
        }
    }
    let title = fit(&chart.axis.title, SMALL, canvas.width() - EDGE, 1);
    let below =
        HEAD + pitch * i32::try_from(chart.rows.len()).unwrap_or(i32::MAX) + axis::height(&chart.axis) - axis::LINE / 2;
    canvas.lines(&title, (middle, below), Look::new(SMALL, AXIS_TEXT, Side::Middle))
}

/// A swatch for the bars and a line for the outline.
fn key(canvas: &Canvas, chart: &Pyramid, y: i32) -> Drawn {
    let look = Look::new(SMALL, AXIS_TEXT, Side::Start);
    let room = canvas.width() / 2 - 36;
    let [bars, outline] = &chart.keys;
    if !bars.is_empty() {
        canvas.rect((EDGE, y - 5), (EDGE + 12, y + 5), fill(Role::Proposal, Shade::Medium).0)?;
        canvas.lines(&fit(bars, SMALL, room, 1), (EDGE + 18, y), look)?;
    }
    if !outline.is_empty() {
        let x = canvas.width() / 2;
        canvas.path(vec![(x, y), (x + 14, y)], INK, 2)?;
        canvas.lines(&fit(outline, SMALL, room, 1), (x + 20, y), look)?;
    }
    Ok(())
}
