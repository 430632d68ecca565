//! Stacked horizontal bars: a person's or model's payment by component. It does not know what the parts are.

use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, Look, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::palette::{INK, Role, Shade, fill};
use crate::rows::{Frame, PlacedRow, RowPlan, frame};
use crate::spec::{Axis, Size};
use crate::text::{SMALL, width};

/// Room between two parts, px: the page shows through.
const SEAM: i32 = 3;

/// Stacked bars with one horizontal axis. Negative parts stand left of zero; a row that has any gets a short upright
/// above and below its sum.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentBar {
    /// Size, px; see [`Size::for_rows`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains zero and each row's sum of positive and of negative parts.
    pub axis: Axis,
    /// Rows from the top, at least one.
    pub rows: Vec<ComponentRow>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentRow {
    /// Name of the row.
    pub label: String,
    /// Parts from zero outwards.
    pub segments: Vec<Segment>,
    /// Text at the right end of the row.
    pub total_label: String,
}

/// One part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Length, in the unit of the axis.
    pub value: f64,
    /// Text inside, written where it fits.
    pub label: String,
    /// What it stands for.
    pub role: Role,
    /// Which part it is.
    pub shade: Shade,
}

/// Draw stacked bars as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn component_bar(chart: &ComponentBar) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), row.total_label.as_str())).collect();
    let frame = frame(&RowPlan::new(chart.size, &chart.axis, texts, 6))?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        for (row, place) in chart.rows.iter().zip(&frame.rows) {
            stack(canvas, &row.segments, &frame, place)?;
        }
        frame.zero(canvas, &chart.axis)
    })
}

fn verify(chart: &ComponentBar) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::has_zero(&chart.axis, "axis")?;
    check::not_empty(&chart.rows, "rows")?;
    for (at, row) in chart.rows.iter().enumerate() {
        check::not_empty(&row.segments, &format!("rows[{at}].segments"))?;
        let (mut below, mut above) = (0.0, 0.0);
        for (index, segment) in row.segments.iter().enumerate() {
            let place = || format!("rows[{at}].segments[{index}]");
            check::finite(segment.value, place)?;
            let side = if segment.value < 0.0 { &mut below } else { &mut above };
            *side += segment.value;
            check::within(*side, &chart.axis, place)?;
        }
    }
    Ok(())
}

fn stack(canvas: &Canvas, segments: &[Segment], frame: &Frame, row: &PlacedRow) -> Drawn {
    let (mut below, mut above) = (0.0, 0.0);
    for segment in segments.iter().filter(|segment| segment.value != 0.0) {
        let side = if segment.value < 0.0 { &mut below } else { &mut above };
        let inner = frame.scale.at(*side);
        *side += segment.value;
        let outer = frame.scale.at(*side);
        part(canvas, segment, (inner, outer), row)?;
    }
    if below < 0.0 {
        let x = frame.scale.at(below + above);
        for edge in [row.middle - row.half, row.middle + row.half] {
            let outwards = (edge - row.middle).signum();
            canvas.path(vec![(x, edge + outwards), (x, edge + outwards * 5)], INK, 2)?;
        }
    }
    Ok(())
}

/// A part keeps a seam to the next one, but never vanishes.
fn part(canvas: &Canvas, segment: &Segment, (inner, outer): (i32, i32), row: &PlacedRow) -> Drawn {
    let (from, to) =
        if outer >= inner { (inner, (outer - SEAM).max(inner + 1)) } else { ((outer + SEAM).min(inner - 1), inner) };
    bar(canvas, Extent { from, to, middle: row.middle, half: row.half }, segment.role, segment.shade)?;
    let fits = width(&segment.label, SMALL).saturating_add(8) <= to - from && row.half >= 8;
    if fits && !segment.label.is_empty() {
        let look = Look::new(SMALL, fill(segment.role, segment.shade).1, Side::Middle);
        canvas.text(&segment.label, (from + (to - from) / 2, row.middle), look)?;
    }
    Ok(())
}
