//! The frame of a chart of rows: labels on the left (above the bar when narrow), values on the right, one horizontal
//! axis. It does not know what stands in a row.

use plotters::style::RGBColor;

use crate::axis::{self, EDGE, Plot};
use crate::canvas::{Canvas, Drawn, Look, Side};
use crate::check;
use crate::error::ChartError;
use crate::palette::{GRID, INK};
use crate::scale::Scale;
use crate::spec::{Axis, Mark, Size};
use crate::text::{BODY, SMALL, bold_room, fit, line_height, widest};

/// Narrower charts put the label above its bar, px.
pub(crate) const NARROW: u32 = 480;
const LABEL_LINE: i32 = 22;
/// Between the plot and the texts beside it, px.
pub(crate) const GAP: i32 = 12;
/// Height of a heading between rows, px.
pub(crate) const HEADING: i32 = 28;
/// Narrowest chart, px.
pub(crate) const NARROWEST: u32 = 200;

/// What the frame needs to know of a chart.
pub(crate) struct RowPlan<'a> {
    pub(crate) size: Size,
    pub(crate) axis: &'a Axis,
    /// Label and value of each row.
    pub(crate) texts: Vec<(&'a str, &'a str)>,
    /// Room above the rows, px.
    pub(crate) head: i32,
    /// Room before each value, px, for a mark.
    pub(crate) sign: i32,
    /// Least height of what stands in a row, px; it takes the height of the row. 0: bars of an ordinary height.
    pub(crate) drawing: i32,
    /// A heading above each row, where it is not empty. Empty for none at all.
    pub(crate) headings: Vec<&'a str>,
}

impl<'a> RowPlan<'a> {
    /// Bars of an ordinary height, without marks before the values.
    pub(crate) const fn new(size: Size, axis: &'a Axis, texts: Vec<(&'a str, &'a str)>, head: i32) -> Self {
        Self { size, axis, texts, head, sign: 0, drawing: 0, headings: Vec::new() }
    }

    /// Least height of a row, px.
    fn least(&self, narrow: bool) -> i32 {
        let drawing = self.drawing.saturating_add(6);
        if narrow { LABEL_LINE + drawing.max(16) } else { drawing.max(LABEL_LINE) }
    }

    /// Height of the heading above a row, px; 0 without one.
    fn heading(&self, row: usize) -> i32 {
        let heading = self.headings.get(row).is_some_and(|heading| !heading.is_empty());
        if heading { HEADING } else { 0 }
    }
}

/// Where the rows stand.
pub(crate) struct Frame {
    pub(crate) plot: Plot,
    pub(crate) scale: Scale,
    pub(crate) rows: Vec<PlacedRow>,
    /// Extents of vertical lines, px: the whole plot, or the bars alone where labels stand between them.
    strips: Vec<(i32, i32)>,
    /// Middle of the column of signs, px.
    signs: i32,
    /// Headings and their middle heights.
    headings: Vec<(Vec<String>, i32)>,
}

/// One row: the height of its bar's middle and its texts, px.
pub(crate) struct PlacedRow {
    pub(crate) middle: i32,
    /// Half of the bar's height.
    pub(crate) half: i32,
    /// Top and bottom of the row.
    ends: (i32, i32),
    label: Vec<String>,
    value: Vec<String>,
    /// Middle height of label and value.
    text_y: i32,
}

/// Lay out the rows.
///
/// # Errors
/// `TooSmall` when rows would be lower than their texts, or the chart is narrower than 200 px.
pub(crate) fn frame(plan: &RowPlan) -> Result<Frame, ChartError> {
    let (width, height) = check::size(plan.size)?;
    let narrow = plan.size.width < NARROW;
    let bottom = height - axis::height(plan.axis);
    let headings = (0..plan.texts.len()).fold(0i32, |sum, row| sum.saturating_add(plan.heading(row)));
    let pitch = pitch(plan, (bottom - plan.head).saturating_sub(headings), plan.least(narrow))?;
    let texts = Texts::new(plan, width, pitch, narrow);
    let (left, right) = texts.sides(plan, width, narrow);
    let plot = Plot { left, right, top: plan.head, bottom };
    let signs = width - EDGE - texts.value_column - 12;
    let most = texts.lines.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
    let (mut top, mut rows, mut headings) = (plan.head, Vec::new(), Vec::new());
    for (index, (label, value)) in texts.lines.into_iter().enumerate() {
        if plan.heading(index) > 0 {
            let text = plan.headings.get(index).copied().unwrap_or_default();
            headings.push((fit(text, BODY, bold_room(width - 2 * EDGE), 1), top + HEADING / 2 + 3));
        }
        top += plan.heading(index);
        let row = PlacedRow {
            middle: top + pitch / 2,
            half: 0,
            ends: (top, top + pitch),
            label,
            value,
            text_y: top + pitch / 2,
        };
        let tall = plan.drawing > 0;
        rows.push(if narrow { row.below_label(most, tall) } else { row.beside_label(tall) });
        top += pitch;
    }
    let strips = if narrow { rows.iter().map(PlacedRow::strip).collect() } else { unbroken(&rows, plot.bottom) };
    let scale = Scale::new(plan.axis, left, right);
    Ok(Frame { plot, scale, rows, strips, signs, headings })
}

/// Top and bottom of rows without a heading between them; the last reach down to the axis.
fn unbroken(rows: &[PlacedRow], bottom: i32) -> Vec<(i32, i32)> {
    let mut strips: Vec<(i32, i32)> = Vec::new();
    for row in rows {
        match strips.last_mut() {
            Some(strip) if strip.1 == row.ends.0 => strip.1 = row.ends.1,
            _ => strips.push(row.ends),
        }
    }
    if let Some(strip) = strips.last_mut() {
        strip.1 = bottom;
    }
    strips
}

/// Height of a row, at least `least`.
fn pitch(plan: &RowPlan, room: i32, least: i32) -> Result<i32, ChartError> {
    let count = i32::try_from(plan.texts.len().max(1)).unwrap_or(i32::MAX);
    let width = plan.size.width.max(NARROWEST);
    let short = least.saturating_mul(count).saturating_sub(room);
    if short <= 0 && width == plan.size.width {
        return Ok(room / count);
    }
    let height = plan.size.height.saturating_add(short.max(0).unsigned_abs());
    Err(ChartError::TooSmall { at_least: Size { width, height } })
}

/// Labels and values broken into lines, and the width of the widest value.
struct Texts {
    lines: Vec<(Vec<String>, Vec<String>)>,
    value_column: i32,
}

impl Texts {
    /// Beside the bar a label takes what the row is high; above it, at most two lines and what the value leaves free.
    fn new(plan: &RowPlan, width: i32, pitch: i32, narrow: bool) -> Self {
        let value_share = if narrow { 38 } else { 22 };
        let value = |value: &str| fit(value, BODY, width * value_share / 100 - plan.sign, 1);
        let values: Vec<Vec<String>> = plan.texts.iter().map(|(_, text)| value(text)).collect();
        let value_column = values.iter().map(|lines| widest(lines, BODY)).max().unwrap_or(0);
        let (room, free, most) = if narrow {
            (width - value_column - plan.sign - GAP - 2 * EDGE, pitch - 18, 2)
        } else {
            (width * 30 / 100, pitch - 4, 3)
        };
        let most = usize::try_from(free / line_height(BODY)).unwrap_or(1).clamp(1, most);
        let labels = plan.texts.iter().map(|(label, _)| fit(label, BODY, room, most));
        Self { lines: labels.zip(values).collect(), value_column }
    }

    /// Left and right of the plot.
    fn sides(&self, plan: &RowPlan, width: i32, narrow: bool) -> (i32, i32) {
        if narrow {
            return (8, width - 8);
        }
        let labels = self.lines.iter().map(|(label, _)| widest(label, BODY)).max().unwrap_or(0);
        let beside = |column: i32, sign: i32| if column == 0 { 8 } else { column + sign + EDGE + GAP };
        (beside(labels, 0), width - beside(self.value_column, plan.sign))
    }
}

impl PlacedRow {
    fn beside_label(self, tall: bool) -> Self {
        let pitch = self.ends.1 - self.ends.0;
        Self { half: if tall { pitch / 2 - 3 } else { (pitch / 3).clamp(6, 18) }, ..self }
    }

    /// All rows keep room for the longest label, so that all bars are equally high.
    fn below_label(self, most: usize, tall: bool) -> Self {
        let lines = |count: usize| i32::try_from(count.saturating_sub(1)).unwrap_or(0) * line_height(BODY);
        let (above, own) = (LABEL_LINE + lines(most), LABEL_LINE + lines(self.label.len()));
        let room = self.ends.1 - self.ends.0 - above;
        let half = ((room - 4) / 2).clamp(6, if tall { i32::MAX } else { 14 });
        let bar = self.ends.0 + (room - 2 * half) / 2 + above;
        Self { middle: bar + half, half, text_y: bar - own / 2, ..self }
    }

    /// From the bar's top, to stay clear of the label above it.
    fn strip(&self) -> (i32, i32) {
        (self.middle - self.half, self.middle + self.half + 4)
    }
}

impl Frame {
    /// The axis, hairlines and mark of a chart that lays out its rows itself.
    pub(crate) fn bare(axis: &Axis, plot: Plot) -> Self {
        let scale = Scale::new(axis, plot.left, plot.right);
        Self { plot, scale, rows: Vec::new(), strips: vec![(plot.top, plot.bottom)], signs: 0, headings: Vec::new() }
    }

    /// Leave room at both ends of the axis, px, for texts at the ends of bars.
    pub(crate) fn inset(&mut self, axis: &Axis, (left, right): (i32, i32)) {
        self.scale = Scale::new(axis, self.plot.left + left, self.plot.right - right);
    }

    /// Where the sign before a row's value stands.
    pub(crate) fn sign(&self, row: &PlacedRow) -> (i32, i32) {
        (self.signs, row.text_y)
    }

    /// A vertical line through the rows.
    pub(crate) fn upright(&self, canvas: &Canvas, value: f64, (colour, width): (RGBColor, u32)) -> Drawn {
        let x = self.scale.at(value);
        self.strips.iter().try_for_each(|(top, bottom)| canvas.path(vec![(x, *top), (x, *bottom)], colour, width))
    }

    /// A line through the rows, with its name above them.
    pub(crate) fn mark(&self, canvas: &Canvas, mark: &Mark) -> Drawn {
        let x = self.scale.at(mark.at);
        let edge = canvas.width() - EDGE;
        canvas.path(vec![(x, self.plot.top - 8), (x, self.plot.top)], INK, 2)?;
        self.upright(canvas, mark.at, (INK, 2))?;
        let text = fit(&mark.label, SMALL, edge, 1);
        let half = widest(&text, SMALL) / 2 + 1;
        let middle = x.clamp(half, (edge - half).max(half));
        canvas.lines(&text, (middle, self.plot.top - 16), Look::new(SMALL, INK, Side::Middle))
    }

    /// The zero line, after the bars that start at it.
    pub(crate) fn zero(&self, canvas: &Canvas, axis: &Axis) -> Drawn {
        if (axis.low..=axis.high).contains(&0.0) { self.upright(canvas, 0.0, (INK, 1)) } else { Ok(()) }
    }

    /// Hairlines, axis and the rows' texts: before the bars.
    pub(crate) fn paint(&self, canvas: &Canvas, axis: &Axis) -> Drawn {
        for tick in axis.ticks.iter().filter(|tick| tick.at != 0.0) {
            self.upright(canvas, tick.at, (GRID, 1))?;
        }
        axis::horizontal(canvas, axis, &self.scale, self.plot, None)?;
        let heading = Look { bold: true, ..Look::new(BODY, INK, Side::Start) };
        self.headings.iter().try_for_each(|(text, y)| canvas.lines(text, (EDGE, *y), heading))?;
        for row in &self.rows {
            canvas.lines(&row.label, (EDGE, row.text_y), Look::new(BODY, INK, Side::Start))?;
            canvas.lines(&row.value, (canvas.width() - EDGE, row.text_y), Look::new(BODY, INK, Side::End))?;
        }
        Ok(())
    }
}
