//! One thin bar a practice, in a given order, against one mark. It does not sort and gives no verdict: passing the mark
//! looks like not reaching it.

use crate::axis::{self, EDGE, Plot};
use crate::bullet::around_mark;
use crate::canvas::{Canvas, Drawn, Look, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::palette::{INK, Role, Shade, WHITE, colour, fill};
use crate::path::{Ink, Path};
use crate::rows::{Frame, GAP, NARROW, NARROWEST};
use crate::spec::{Axis, Highlight, Mark, Size};
use crate::text::{SMALL, bold_room, bold_width, fit, line_height, width};

/// Height of a row, px: the least, the least of one that is named, and the most.
const LEAST: i32 = 3;
const NAMED: i32 = 14;
const MOST: i32 = 22;
/// Room above the rows for the name of the mark, px.
const HEAD: i32 = 26;

/// Bars from zero, and one mark through all.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletList {
    /// Size, px; see [`Size::for_list`]. What is higher than the rows need is left empty below.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains zero, the mark and every value.
    pub axis: Axis,
    /// What the bars stand for: their colour.
    pub role: Role,
    /// Rows from the top, at least one. Their names are shown where a row is at least 14 px high.
    pub rows: Vec<ListRow>,
    /// The mark.
    pub mark: Mark,
    /// A row to stress. Its label here is shown where the rows are too low for names.
    pub highlight: Option<Highlight>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRow {
    /// Name of the row.
    pub label: String,
    /// Length, in the unit of the axis. `None` draws no bar.
    pub value: Option<f64>,
    /// Text at the right end of a row that is named. May be empty.
    pub value_label: String,
}

impl Size {
    /// A comfortable size for a list of bars, `width` px wide: up to 70 rows are named, more are as thin as needed to be
    /// seen together.
    pub fn for_list(width: u32, rows: usize) -> Self {
        let rows = u32::try_from(rows.max(1)).unwrap_or(u32::MAX);
        let pitch = if rows > 70 { (720 / rows).clamp(3, 10) } else { (720 / rows).clamp(14, 22) };
        Self { width, height: rows.saturating_mul(pitch).saturating_add(HEAD.unsigned_abs() + 40) }
    }
}

/// Draw a list of bars as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn bullet_list(chart: &BulletList) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let layout = BulletListLayout::new(chart)?;
    draw(chart.size, &chart.alt, |canvas| layout.paint(canvas, chart))
}

impl BulletList {
    /// The row at a height of `y` px in the drawing, or the nearest. `None` for a specification that is not drawn.
    pub fn nearest(&self, y: f64) -> Option<usize> {
        verify(self).ok()?;
        let layout = BulletListLayout::new(self).ok()?;
        let place = (y - f64::from(layout.frame.plot.top)) / f64::from(layout.pitch);
        (0..self.rows.len()).rev().find(|index| *index as f64 <= place).or(y.is_finite().then_some(0))
    }
}

fn verify(chart: &BulletList) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::has_zero(&chart.axis, "axis")?;
    check::within(chart.mark.at, &chart.axis, || "mark.at".to_owned())?;
    check::not_empty(&chart.rows, "rows")?;
    for (at, row) in chart.rows.iter().enumerate() {
        check::within(row.value.unwrap_or(0.0), &chart.axis, || format!("rows[{at}].value"))?;
    }
    check::highlight(chart.highlight.as_ref(), chart.rows.len())
}

/// Where everything stands, px.
struct BulletListLayout {
    frame: Frame,
    /// Height of a row.
    pitch: i32,
    labels: Vec<Label>,
}

/// The texts beside a row.
struct Label {
    row: usize,
    name: Vec<String>,
    value: Vec<String>,
    bold: bool,
}

impl BulletListLayout {
    fn new(chart: &BulletList) -> Result<Self, ChartError> {
        let (width, height) = check::size(chart.size)?;
        let pitch = pitch(chart, height - axis::height(&chart.axis) - HEAD)?;
        let rows = i32::try_from(chart.rows.len()).unwrap_or(i32::MAX);
        let labels = if pitch < NAMED { own(chart, width, rows * pitch) } else { all(chart, width) };
        let column = |text: fn(&Label) -> &[String]| labels.iter().map(|label| wide(text(label), label.bold)).max();
        let beside = |column: i32| if column == 0 { 8 } else { column + EDGE + GAP };
        let (names, values) = (column(|label| &label.name), column(|label| &label.value));
        let plot = Plot {
            left: beside(names.unwrap_or(0)),
            right: width - beside(values.unwrap_or(0)),
            top: HEAD,
            bottom: HEAD + rows * pitch,
        };
        Ok(Self { frame: Frame::bare(&chart.axis, plot), pitch, labels })
    }

    fn paint(&self, canvas: &Canvas, chart: &BulletList) -> Drawn {
        self.frame.paint(canvas, &chart.axis)?;
        self.bars(chart).paint(canvas, Ink::Fill(colour(chart.role)))?;
        self.labels.iter().try_for_each(|label| self.label(canvas, label))?;
        self.stress(canvas, chart)?;
        self.frame.zero(canvas, &chart.axis)?;
        self.frame.mark(canvas, &chart.mark)
    }

    /// Top of a row.
    fn top(&self, row: usize) -> i32 {
        let row = i32::try_from(row).unwrap_or(i32::MAX);
        self.frame.plot.top.saturating_add(row.saturating_mul(self.pitch))
    }

    /// Height of a bar: at least one px of the row is left free, and more of a high one.
    fn thick(&self) -> i32 {
        (self.pitch - 1 - self.pitch / 4).clamp(2, 10)
    }

    fn bars(&self, chart: &BulletList) -> Path {
        let mut path = Path::new(chart.rows.len());
        let above = (self.pitch - self.thick()) / 2;
        for (index, row) in chart.rows.iter().enumerate() {
            for (from, to) in self.parts(chart, row) {
                path.jump((from, self.top(index) + above));
                path.step(b'h', &[to - from]);
                path.step(b'v', &[self.thick()]);
                path.step(b'h', &[from - to]);
                path.step(b'z', &[]);
            }
        }
        path
    }

    /// A bar, open around the mark.
    fn parts(&self, chart: &BulletList, row: &ListRow) -> Vec<(i32, i32)> {
        row.value.map_or_else(Vec::new, |value| around_mark(&self.frame.scale, value, chart.mark.at))
    }

    /// Texts of several lines stay beside the rows.
    fn label(&self, canvas: &Canvas, label: &Label) -> Drawn {
        let half = i32::try_from(label.name.len()).unwrap_or(i32::MAX).saturating_mul(line_height(SMALL)) / 2;
        let Plot { top, bottom, .. } = self.frame.plot;
        let middle = self.top(label.row) + self.pitch / 2;
        let y = middle.min(bottom - half).max(top + half.min(self.pitch / 2 + line_height(SMALL)));
        let look = |side| Look { bold: label.bold, ..Look::new(SMALL, INK, side) };
        canvas.lines(&label.name, (EDGE, y), look(Side::Start))?;
        canvas.lines(&label.value, (canvas.width() - EDGE, y), look(Side::End))
    }

    /// The highlighted bar: pale among the dark ones and thicker, in an outline of ink, with a pointer before it.
    fn stress(&self, canvas: &Canvas, chart: &BulletList) -> Drawn {
        let Some(index) = chart.highlight.as_ref().map(|highlight| highlight.index) else { return Ok(()) };
        let Some(row) = chart.rows.get(index) else { return Ok(()) };
        let (middle, half) = (self.top(index) + self.pitch / 2, (self.thick() / 2 + 1).max(4));
        for (from, to) in self.parts(chart, row) {
            canvas.rect((from, middle - half - 1), (to, middle + half + 1), WHITE)?;
            canvas.rect((from, middle - half), (to, middle + half), fill(chart.role, Shade::Light).0)?;
            canvas.frame((from, middle - half), (to, middle + half), INK)?;
        }
        let tip = self.frame.plot.left - 1;
        canvas.polygon(vec![(tip, middle), (tip - 7, middle - 5), (tip - 7, middle + 5)], INK)
    }
}

/// Height of a row.
///
/// # Errors
/// `TooSmall` when it is less than a bar needs, or the chart is too narrow.
fn pitch(chart: &BulletList, room: i32) -> Result<i32, ChartError> {
    let count = i32::try_from(chart.rows.len()).unwrap_or(i32::MAX);
    let (width, short) = (chart.size.width.max(NARROWEST), count.saturating_mul(LEAST).saturating_sub(room));
    if short <= 0 && width == chart.size.width {
        return Ok((room / count.max(1)).min(MOST));
    }
    let height = chart.size.height.saturating_add(short.max(0).unsigned_abs());
    Err(ChartError::TooSmall { at_least: Size { width, height } })
}

/// Every row is named.
fn all(chart: &BulletList, width: i32) -> Vec<Label> {
    let rows = chart.rows.iter().enumerate().map(|(row, one)| {
        let bold = chart.highlight.as_ref().is_some_and(|highlight| highlight.index == row);
        let fit = |text: &str, room: i32| fit(text, SMALL, if bold { bold_room(room) } else { room }, 1);
        let (name, value) = (fit(&one.label, width * name_share(width) / 100), fit(&one.value_label, width * 22 / 100));
        Label { row, name, value, bold }
    });
    rows.collect()
}

/// Only the highlighted row is named, in as many lines as the rows are high.
fn own(chart: &BulletList, width: i32, high: i32) -> Vec<Label> {
    let most = usize::try_from(high / line_height(SMALL)).unwrap_or(1).clamp(1, 3);
    let own = chart.highlight.iter().map(|highlight| {
        let name = fit(&highlight.label, SMALL, bold_room(width * name_share(width) / 100), most);
        Label { row: highlight.index, name, value: Vec::new(), bold: true }
    });
    own.collect()
}

/// Most of the width that names take, per cent.
fn name_share(width: i32) -> i32 {
    if width.unsigned_abs() < NARROW { 36 } else { 28 }
}

fn wide(lines: &[String], bold: bool) -> i32 {
    let width = |line: &String| if bold { bold_width(line, SMALL) } else { width(line, SMALL) };
    lines.iter().map(width).max().unwrap_or(0)
}
