//! A quantity year by year, with the range that it may lie in: a band, lines and something to compare with. It does not
//! know what is foreseen, how the range was found, nor what reaching the comparison means.

use plotters::style::RGBColor;

use crate::axis::{self, EDGE, LINE, Plot};
use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::end_labels::{Names, Placed};
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::order::rising;
use crate::palette::{GREY, INK, Role, Shade, colour, fill};
use crate::pane::flag;
use crate::path::{Ink, Path};
use crate::scale::Scale;
use crate::spec::{Axis, Highlight, Size, Tick};

/// Closest that two points of the middle line stand and are still marked, px.
const MARK_PITCH: i32 = 14;

/// Lines over points in time, equally far apart, and a band.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Names of the points in time from the left, as years, at least one. Those that would collide are left out.
    pub points: Vec<String>,
    /// Name of the horizontal axis. May be empty.
    pub x_title: String,
    /// Vertical axis; it contains every value.
    pub y: Axis,
    /// What the band and the lines stand for, all but references: their colour.
    pub role: Role,
    /// The range.
    pub band: Option<FanBand>,
    /// Lines, at least one. References lie under the others.
    pub series: Vec<FanSeries>,
    /// A point in time to mark by an upright line, and its name.
    pub mark: Option<Highlight>,
}

/// A shaded range.
#[derive(Debug, Clone, PartialEq)]
pub struct FanBand {
    /// Name in the key. May be empty.
    pub label: String,
    /// Lower edge, one value a point.
    pub low: Vec<f64>,
    /// Upper edge, one value a point, none below the lower edge.
    pub high: Vec<f64>,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct FanSeries {
    /// How it is drawn.
    pub line: FanLine,
    /// Name at the right end. May be empty.
    pub label: String,
    /// One value a point, within the vertical axis.
    pub values: Vec<f64>,
}

/// How a line is drawn, which tells it from others without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FanLine {
    /// What is expected: solid, with a disc at each point where there is room.
    Middle,
    /// What may happen instead: dotted.
    Path,
    /// What all is compared with: grey, dashed.
    Reference,
}

/// Draw a fan as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn fan(chart: &Fan) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let layout = FanLayout::new(chart)?;
    draw(chart.size, &chart.alt, |canvas| layout.paint(canvas, chart))
}

fn verify(chart: &Fan) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.y, "y")?;
    check::not_empty(&chart.points, "points")?;
    check::not_empty(&chart.series, "series")?;
    for (at, series) in chart.series.iter().enumerate() {
        values(chart, &series.values, &format!("series[{at}].values"))?;
    }
    if let Some(FanBand { low, high, .. }) = &chart.band {
        values(chart, low, "band.low")?;
        values(chart, high, "band.high")?;
        if let Some(index) = low.iter().zip(high).position(|(low, high)| low > high) {
            return Err(ChartError::NotAscending { place: format!("band.high[{index}]") });
        }
    }
    check::item(chart.mark.as_ref().is_none_or(|mark| mark.index < chart.points.len()), "mark.index")
}

/// One value a point, each within the vertical axis.
fn values(chart: &Fan, values: &[f64], place: &str) -> Result<(), ChartError> {
    let (expected, found) = (chart.points.len(), values.len());
    if expected != found {
        return Err(ChartError::Mismatch { place: place.to_owned(), expected, found });
    }
    let mut values = values.iter().enumerate();
    values.try_for_each(|(index, value)| check::within(*value, &chart.y, || format!("{place}[{index}]")))
}

struct FanLayout {
    key: Key,
    plot: Plot,
    x: Axis,
    /// Scales in tenths of px.
    across: Scale,
    down: Scale,
    names: Placed,
}

impl FanLayout {
    fn new(chart: &Fan) -> Result<Self, ChartError> {
        let (width, height) = check::size(chart.size)?;
        let band = chart.band.as_ref().map(|band| (Sample::Band(chart.role), band.label.as_str()));
        let key = Key::new(band.into_iter(), EDGE, width);
        let names = Names::new(chart.series.iter().map(|series| series.label.as_str()), chart.size);
        let title = if chart.y.title.is_empty() { 0 } else { LINE };
        let flag = if chart.mark.as_ref().is_some_and(|mark| !mark.label.is_empty()) { LINE } else { 0 };
        let x = times(chart);
        let plot = Plot {
            left: axis::tick_column(&chart.y).max(8),
            right: width - names.room(),
            top: key.height + title + flag + 10,
            bottom: height - axis::height(&x),
        };
        axis::large_enough(plot, chart.size)?;
        let across = Scale::new(&x, plot.left * 10, plot.right * 10);
        let down = Scale::new(&chart.y, plot.bottom * 10, plot.top * 10);
        let ends = chart.series.iter().map(|series| series.values.last().map_or(0, |value| down.at(*value) / 10));
        let names = names.place(ends, plot, chart.size)?;
        Ok(Self { key, plot, x, across, down, names })
    }

    fn paint(&self, canvas: &Canvas, chart: &Fan) -> Drawn {
        self.key.paint(canvas)?;
        if let Some(band) = &chart.band {
            self.area(band).paint(canvas, Ink::Fill(fill(chart.role, Shade::Light).0))?;
        }
        axis::title(canvas, &chart.y, self.key.height + 10)?;
        axis::levels(canvas, &chart.y, &Scale::new(&chart.y, self.plot.bottom, self.plot.top), self.plot)?;
        let across = Scale::new(&self.x, self.plot.left, self.plot.right);
        let marked = chart.mark.as_ref().map(|mark| mark.index);
        axis::horizontal(canvas, &self.x, &across, self.plot, marked)?;
        if let Some(band) = &chart.band {
            let mut edges = self.line(&band.low);
            self.follow(&mut edges, &band.high);
            edges.paint(canvas, Ink::Line(colour(chart.role), "0.75"))?;
        }
        if let Some(mark) = &chart.mark {
            let x = across.at(mark.index as f64);
            canvas.path(vec![(x, self.plot.top - 8), (x, self.plot.bottom)], INK, 1)?;
            flag(canvas, mark, x, self.plot.top - 17)?;
        }
        let under =
            |line: FanLine| [FanLine::Reference, FanLine::Path, FanLine::Middle].iter().position(|one| *one == line);
        let lines = rising(chart.series.iter().enumerate(), |(_, series)| under(series.line));
        lines.into_iter().try_for_each(|(index, series)| self.series(canvas, (index, series), chart.role))
    }

    /// A line, its name and what leads there.
    fn series(&self, canvas: &Canvas, (index, series): (usize, &FanSeries), role: Role) -> Drawn {
        let (ink, colour) = ink(series.line, role);
        let mut line = self.line(&series.values);
        for point in self.names.leader(index).iter().flatten().skip(1) {
            line.line((point.0 * 10, point.1 * 10));
        }
        line.paint(canvas, ink)?;
        if series.line == FanLine::Middle {
            self.marks(&series.values).paint(canvas, Ink::Dots(colour, 7))?;
        }
        self.names.paint(canvas, index, colour)
    }

    /// Places of the values, tenths of px. A single one holds from side to side.
    fn places(&self, values: &[f64]) -> Vec<Point> {
        match values {
            [value] => [self.x.low, self.x.high].map(|x| (self.across.at(x), self.down.at(*value))).to_vec(),
            _ => values.iter().enumerate().map(|(x, y)| (self.across.at(x as f64), self.down.at(*y))).collect(),
        }
    }

    fn line(&self, values: &[f64]) -> Path {
        let mut path = Path::in_tenths(values.len());
        self.follow(&mut path, values);
        path
    }

    /// Add a line of its own.
    fn follow(&self, path: &mut Path, values: &[f64]) {
        for (index, place) in self.places(values).into_iter().enumerate() {
            if index == 0 { path.jump(place) } else { path.line(place) }
        }
    }

    /// Between the edges: along the lower one and back along the upper one.
    fn area(&self, band: &FanBand) -> Path {
        let mut path = self.line(&band.low);
        self.places(&band.high).into_iter().rev().for_each(|place| path.line(place));
        path
    }

    /// The points of a line, where they can be told apart.
    fn marks(&self, values: &[f64]) -> Path {
        let mut path = Path::in_tenths(values.len());
        let pitch = self.across.at(1.0) - self.across.at(0.0);
        if pitch >= MARK_PITCH * 10 {
            for (x, y) in values.iter().enumerate() {
                path.jump((self.across.at(x as f64), self.down.at(*y)));
                path.step(b'h', &[0]);
            }
        }
        path
    }
}

/// The horizontal axis: points one unit apart.
fn times(chart: &Fan) -> Axis {
    let ticks = chart.points.iter().enumerate().map(|(at, label)| Tick { at: at as f64, label: label.clone() });
    let last = chart.points.len() as f64 - 1.0;
    let (low, high) = if last > 0.0 { (0.0, last) } else { (-0.5, 0.5) };
    Axis { ticks: ticks.collect(), title: chart.x_title.clone(), low, high }
}

const fn ink(line: FanLine, role: Role) -> (Ink, RGBColor) {
    let colour = colour(role);
    match line {
        FanLine::Middle => (Ink::Round(colour, "2.5"), colour),
        FanLine::Path => (Ink::Dotted(colour, "1.5"), colour),
        FanLine::Reference => (Ink::Dashes(GREY, "2"), GREY),
    }
}
