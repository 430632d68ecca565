//! How much a result depends on each assumption: a bar to where a lower one takes it and a bar to where a higher one
//! does, around a line for the result as it stands. It does not sort.

use crate::axis::{EDGE, LINE};
use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, INK, Role, Shade};
use crate::rows::{Frame, Row, RowPlan, frame};
use crate::spec::{Axis, Mark, Size};
use crate::swarm::arrow;
use crate::text::{SMALL, fit, widest};

/// From the end of a bar to its arrow, and from there to its text, px.
const STEP: i32 = 9;

/// Bars around a base line.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// Size, px; see [`Size::for_tornado`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains the base and every value.
    pub axis: Axis,
    /// The result as it stands.
    pub base: Mark,
    /// What the bars belong to: their colour.
    pub role: Role,
    /// Key of the paler bars, with the arrow down. May be empty.
    pub low_label: String,
    /// Key of the darker bars, with the arrow up. May be empty.
    pub high_label: String,
    /// Rows from the top, at least one.
    pub rows: Vec<TornadoRow>,
}

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoRow {
    /// Name of the assumption.
    pub label: String,
    /// Result when the assumption is lower. It may lie on either side of the base.
    pub low: f64,
    /// Result when the assumption is higher.
    pub high: f64,
    /// Text at the end of the bar for `low`.
    pub low_label: String,
    /// Text at the end of the bar for `high`.
    pub high_label: String,
}

/// Draw a tornado chart as a complete SVG.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn tornado(chart: &Tornado) -> Result<String, ChartError> {
    verify(chart)?;
    let (width, _) = check::size(chart.size)?;
    let key = [(Sample::Low(chart.role), chart.low_label.as_str()), (Sample::High(chart.role), &chart.high_label)];
    let key = Key::new(key.into_iter(), EDGE, width);
    let ends: Vec<[Vec<String>; 2]> = chart.rows.iter().map(|row| end_texts(row, width)).collect();
    let inset = ends.iter().flatten().map(|text| widest(text, SMALL)).max().unwrap_or(0) + 2 * STEP + EDGE;
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), "")).collect();
    let head = key.height + LINE + 8;
    let frame = frame(&RowPlan { inset, ..RowPlan::new(chart.size, &chart.axis, texts, head) })?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        key.paint(canvas)?;
        for ((row, place), texts) in chart.rows.iter().zip(&frame.rows).zip(&ends) {
            pair(canvas, chart, &frame, (row, place), texts)?;
        }
        frame.mark(canvas, &chart.base)
    })
}

fn end_texts(row: &TornadoRow, width: i32) -> [Vec<String>; 2] {
    [&row.low_label, &row.high_label].map(|text| fit(text, SMALL, width * 26 / 100, 1))
}

fn verify(chart: &Tornado) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::within(chart.base.at, &chart.axis, || "base.at".to_owned())?;
    check::not_empty(&chart.rows, "rows")?;
    for (at, row) in chart.rows.iter().enumerate() {
        check::within(row.low, &chart.axis, || format!("rows[{at}].low"))?;
        check::within(row.high, &chart.axis, || format!("rows[{at}].high"))?;
    }
    Ok(())
}

/// One bar of a row: its end, px, and whether it is for the higher assumption.
#[derive(Clone, Copy)]
struct Arm {
    end: i32,
    up: bool,
}

fn pair(
    canvas: &Canvas,
    chart: &Tornado,
    frame: &Frame,
    (row, place): (&TornadoRow, &Row),
    texts: &[Vec<String>; 2],
) -> Drawn {
    let base = frame.scale.at(chart.base.at);
    let arms = [Arm { end: frame.scale.at(row.low), up: false }, Arm { end: frame.scale.at(row.high), up: true }];
    let [low, high] = arms;
    let longer_is_low = (low.end - base).abs() > (high.end - base).abs();
    let (longer, shorter) = if longer_is_low { (low, high) } else { (high, low) };
    let same_side = (longer.end - base).signum() == (shorter.end - base).signum();
    body(canvas, chart.role, (base, place), longer, place.half)?;
    body(canvas, chart.role, (base, place), shorter, if same_side { place.half / 2 } else { place.half })?;
    let rightwards = if longer.end == base { longer.up } else { longer.end > base };
    let [low_text, high_text] = texts;
    let text = |arm: Arm| if arm.up { high_text } else { low_text };
    label(canvas, longer, text(longer), (longer.end, place.middle), rightwards)?;
    let end = if same_side { base } else { shorter.end };
    label(canvas, shorter, text(shorter), (end, place.middle), !rightwards)
}

fn body(canvas: &Canvas, role: Role, (base, place): (i32, &Row), arm: Arm, half: i32) -> Drawn {
    let extent = Extent { from: base.min(arm.end), to: base.max(arm.end), middle: place.middle, half };
    if extent.from == extent.to {
        return Ok(());
    }
    bar(canvas, extent, role, if arm.up { Shade::Strong } else { Shade::Light })
}

/// Arrow and text beside the end of a bar.
fn label(canvas: &Canvas, arm: Arm, text: &[String], (x, y): Point, rightwards: bool) -> Drawn {
    let (step, side) = if rightwards { (STEP, Side::Start) } else { (-STEP, Side::End) };
    arrow(canvas, arm.up, AXIS_TEXT, (x + step, y))?;
    canvas.lines(text, (x + 2 * step, y), Look::new(SMALL, INK, side))
}
