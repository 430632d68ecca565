//! How much a result depends on each assumption: a bar to where a lower one takes it and a bar to where a higher one
//! does, around a line for the result as it stands. It does not sort.

use crate::axis::{EDGE, LINE, Plot};
use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, INK, Role, Shade};
use crate::rows::{Frame, PlacedRow, RowPlan, frame};
use crate::scale::Scale;
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

/// Draw a tornado chart as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn tornado(chart: &Tornado) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let (width, _) = check::size(chart.size)?;
    let key = [(Sample::Low(chart.role), chart.low_label.as_str()), (Sample::High(chart.role), &chart.high_label)];
    let key = Key::new(key.into_iter(), EDGE, width);
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), "")).collect();
    let mut frame = frame(&RowPlan::new(chart.size, &chart.axis, texts, key.height + LINE + 8))?;
    let rows: Vec<[Arm; 2]> = chart.rows.iter().map(|row| arms(row, chart.base.at, width)).collect();
    frame.inset(&chart.axis, insets(&rows, &chart.axis, frame.plot));
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        key.paint(canvas)?;
        for (arm, place) in
            rows.iter().zip(&frame.rows).flat_map(|(arms, place)| arms.iter().map(move |arm| (arm, place)))
        {
            body(canvas, chart, &frame, (arm, place))?;
            label(canvas, arm, (frame.scale.at(arm.tag), place.middle))?;
        }
        frame.mark(canvas, &chart.base)
    })
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

/// One bar of a row.
struct Arm {
    /// Where it ends, and where its text stands: there, or at the base when the other bar reaches further the same way.
    end: f64,
    tag: f64,
    text: Vec<String>,
    /// On which side of its place the text stands.
    rightwards: bool,
    /// It is for the higher assumption.
    up: bool,
}

/// The bars of a row, the longer first.
fn arms(row: &TornadoRow, base: f64, width: i32) -> [Arm; 2] {
    let arm = |end: f64, text: &str, up: bool| {
        let text = fit(text, SMALL, width * 26 / 100, 1);
        Arm { end, tag: end, text, rightwards: if end == base { up } else { end > base }, up }
    };
    let (low, high) = (arm(row.low, &row.low_label, false), arm(row.high, &row.high_label, true));
    let low_is_longer = (low.end - base).abs() > (high.end - base).abs();
    let (longer, mut shorter) = if low_is_longer { (low, high) } else { (high, low) };
    if shorter.rightwards == longer.rightwards {
        (shorter.tag, shorter.rightwards) = (base, !longer.rightwards);
    }
    [longer, shorter]
}

/// Room needed beyond both ends of the axis, px. A longer axis needs no more of it than a shorter one, so what is found
/// for one that is too short is enough.
fn insets(rows: &[[Arm; 2]], axis: &Axis, plot: Plot) -> (i32, i32) {
    let room = |arm: &Arm| widest(&arm.text, SMALL) + 2 * STEP + EDGE;
    let most = rows.iter().flatten().map(room).max().unwrap_or(0);
    let mut ends = (most, most);
    for _ in 0..3 {
        let scale = Scale::new(axis, 0, (plot.right - plot.left - ends.0 - ends.1).max(0));
        let beyond = |rightwards: bool| {
            let arms = rows.iter().flatten().filter(|arm| arm.rightwards == rightwards);
            let from = |arm: &Arm| if rightwards { scale.at(axis.high) - scale.at(arm.tag) } else { scale.at(arm.tag) };
            arms.map(|arm| room(arm) - from(arm)).max().unwrap_or(0).max(0)
        };
        ends = (beyond(false), beyond(true));
    }
    ends
}

fn body(canvas: &Canvas, chart: &Tornado, frame: &Frame, (arm, place): (&Arm, &PlacedRow)) -> Drawn {
    let (base, end) = (frame.scale.at(chart.base.at), frame.scale.at(arm.end));
    if base == end {
        return Ok(());
    }
    let half = if arm.tag == arm.end { place.half } else { place.half / 2 };
    let extent = Extent { from: base.min(end), to: base.max(end), middle: place.middle, half };
    bar(canvas, extent, chart.role, if arm.up { Shade::Strong } else { Shade::Light })
}

/// Arrow and text beside the end of a bar.
fn label(canvas: &Canvas, arm: &Arm, (x, y): Point) -> Drawn {
    let (step, side) = if arm.rightwards { (STEP, Side::Start) } else { (-STEP, Side::End) };
    arrow(canvas, arm.up, AXIS_TEXT, (x + step, y))?;
    canvas.lines(&arm.text, (x + 2 * step, y), Look::new(SMALL, INK, side))
}
