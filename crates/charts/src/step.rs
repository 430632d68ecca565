//! A step line by age band, one line a payment model. It does not know ages or money: edges, values and texts come in
//! the specification.

use crate::axis::{self, LINE, Plot};
use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::end_labels::{Names, Placed};
use crate::error::ChartError;
use crate::marks::{REACH, mark};
use crate::order::rising;
use crate::palette::{BAND, INK, Role, colour};
use crate::scale::Scale;
use crate::spec::{Axis, Size, Tick};
use crate::text::{BODY, bold_width, line_height, width};

/// Closest that two diamonds of a line stand, px.
const MARK_PITCH: i32 = 14;

/// Step lines over bands. `series` are drawn as given, but dashed lines over solid ones, so that equal lines both show.
#[derive(Debug, Clone, PartialEq)]
pub struct StepChart {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Edges of the bands in the unit of `x`, one more than the bands, rising, within `x`.
    pub edges: Vec<f64>,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// Lines, at least one.
    pub series: Vec<StepSeries>,
    /// Index of a band to stress.
    pub highlight: Option<usize>,
    /// Single values, each named beside its mark.
    pub points: Vec<StepPoint>,
}

/// A single value in the middle of a band.
#[derive(Debug, Clone, PartialEq)]
pub struct StepPoint {
    /// What it stands for.
    pub role: Role,
    /// Index of the band.
    pub band: usize,
    /// The value, within the vertical axis.
    pub value: f64,
    /// Its name; empty for a mark alone.
    pub label: String,
    /// Whether it is the one that is looked at.
    pub strong: bool,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct StepSeries {
    /// What it stands for.
    pub role: Role,
    /// One value a band, within the vertical axis.
    pub values: Vec<f64>,
    /// Name at the right end.
    pub label: String,
}

/// Edges and horizontal axis for bands drawn equally wide, each with its label in the middle.
pub fn equal_bands(labels: &[String], title: &str) -> (Vec<f64>, Axis) {
    let edges: Vec<f64> = (0..=labels.len()).map(|index| index as f64).collect();
    let ticks = labels.iter().zip(&edges).map(|(label, edge)| Tick { at: edge + 0.5, label: label.clone() }).collect();
    let axis = Axis { ticks, title: title.to_owned(), low: 0.0, high: labels.len() as f64 };
    (edges, axis)
}

/// Draw a step chart as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn step_chart(chart: &StepChart) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let layout = StepLayout::new(chart)?;
    draw(chart.size, &chart.alt, |canvas| layout.paint(canvas, chart))
}

fn verify(chart: &StepChart) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.x, "x")?;
    check::axis(&chart.y, "y")?;
    check::not_empty(chart.edges.get(1..).unwrap_or_default(), "edges")?;
    check::rising(&chart.edges, "edges")?;
    for (index, edge) in chart.edges.iter().enumerate() {
        check::within(*edge, &chart.x, || format!("edges[{index}]"))?;
    }
    check::not_empty(&chart.series, "series")?;
    let bands = chart.edges.len() - 1;
    for (at, series) in chart.series.iter().enumerate() {
        if series.values.len() != bands {
            let place = format!("series[{at}].values");
            return Err(ChartError::Mismatch { place, expected: bands, found: series.values.len() });
        }
        for (index, value) in series.values.iter().enumerate() {
            check::within(*value, &chart.y, || format!("series[{at}].values[{index}]"))?;
        }
    }
    for (at, point) in chart.points.iter().enumerate() {
        check::within(point.value, &chart.y, || format!("points[{at}].value"))?;
        if point.band >= bands {
            return Err(ChartError::NoSuchItem { place: format!("points[{at}].band") });
        }
    }
    match chart.highlight {
        Some(index) if index >= bands => Err(ChartError::NoSuchItem { place: "highlight".to_owned() }),
        _ => Ok(()),
    }
}

struct StepLayout {
    plot: Plot,
    x: Scale,
    y: Scale,
    names: Placed,
}

impl StepLayout {
    fn new(chart: &StepChart) -> Result<Self, ChartError> {
        let (width, height) = check::size(chart.size)?;
        let names = Names::new(chart.series.iter().map(|series| series.label.as_str()), chart.size);
        let top = if chart.y.title.is_empty() { 10 } else { LINE + 10 };
        let plot = Plot {
            left: axis::tick_column(&chart.y).max(1),
            right: width - names.room(),
            top,
            bottom: height - axis::height(&chart.x),
        };
        axis::large_enough(plot, chart.size)?;
        let x = Scale::new(&chart.x, plot.left, plot.right);
        let y = Scale::new(&chart.y, plot.bottom, plot.top);
        let ends = chart.series.iter().map(|series| series.values.last().map_or(0, |value| y.at(*value)));
        let names = names.place(ends, plot, chart.size)?;
        Ok(Self { plot, x, y, names })
    }

    fn paint(&self, canvas: &Canvas, chart: &StepChart) -> Drawn {
        let band = chart.highlight.and_then(|index| self.band(chart, index));
        if let Some((from, to)) = band {
            canvas.rect((from, self.plot.top), (to, self.plot.bottom), BAND)?;
        }
        axis::vertical(canvas, &chart.y, &self.y, self.plot)?;
        axis::horizontal(canvas, &chart.x, &self.x, self.plot, strong_tick(chart))?;
        let lines = rising(chart.series.iter().enumerate(), |(_, series)| depth(series.role));
        for (index, series) in &lines {
            self.line(canvas, chart, series)?;
            self.name(canvas, series, *index)?;
        }
        lines.iter().try_for_each(|(_, series)| self.marks(canvas, chart, series))?;
        self.points(canvas, chart)
    }

    /// Left and right of a band, px.
    fn band(&self, chart: &StepChart, index: usize) -> Option<(i32, i32)> {
        Some((self.x.at(*chart.edges.get(index)?), self.x.at(*chart.edges.get(index + 1)?)))
    }

    fn centre(&self, chart: &StepChart, series: &StepSeries, index: usize) -> Option<Point> {
        let (from, to) = self.band(chart, index)?;
        Some((from + (to - from) / 2, self.y.at(*series.values.get(index)?)))
    }

    /// The line, open around a hollow mark.
    fn line(&self, canvas: &Canvas, chart: &StepChart, series: &StepSeries) -> Drawn {
        let gap = chart.highlight.filter(|_| series.role == Role::Current);
        let mut points = Vec::new();
        for (index, value) in series.values.iter().enumerate() {
            let (Some((from, to)), y) = (self.band(chart, index), self.y.at(*value)) else { continue };
            points.push((from, y));
            if gap == Some(index) {
                let middle = from + (to - from) / 2;
                points.push(((middle - REACH).max(from), y));
                stroke(canvas, series.role, std::mem::take(&mut points))?;
                points.push(((middle + REACH).min(to), y));
            }
            points.push((to, y));
        }
        stroke(canvas, series.role, points)
    }

    fn marks(&self, canvas: &Canvas, chart: &StepChart, series: &StepSeries) -> Drawn {
        let mut last = i32::MIN;
        for index in 0..series.values.len() {
            let Some(at) = self.centre(chart, series, index) else { continue };
            let stressed = chart.highlight == Some(index);
            let spaced = series.role == Role::Scenario && at.0 >= last.saturating_add(MARK_PITCH);
            if stressed || spaced {
                mark(canvas, series.role, at)?;
                last = at.0;
            }
        }
        Ok(())
    }

    /// Each mark with its name at the nearest place where no other name stands: left of it, or right.
    fn points(&self, canvas: &Canvas, chart: &StepChart) -> Drawn {
        let mut taken: Vec<NameBox> = Vec::new();
        for point in &chart.points {
            let Some((from, to)) = self.band(chart, point.band) else { continue };
            let at = (from + (to - from) / 2, self.y.at(point.value));
            mark(canvas, point.role, at)?;
            if point.label.is_empty() {
                continue;
            }
            let wide = if point.strong { bold_width(&point.label, BODY) } else { width(&point.label, BODY) };
            let place = places(at, wide, point.strong || point.role == Role::Current)
                .find(|place| self.holds(place) && !taken.iter().any(|one| one.meets(place)));
            let Some(place) = place else { continue };
            let look = Look { bold: point.strong, ..Look::new(BODY, INK, Side::Start) };
            canvas.text(&point.label, (place.left, place.middle), look)?;
            taken.push(place);
        }
        Ok(())
    }

    fn holds(&self, place: &NameBox) -> bool {
        place.left >= self.plot.left && place.right <= self.plot.right && place.middle >= self.plot.top
    }

    /// The name, led to by the line itself.
    fn name(&self, canvas: &Canvas, series: &StepSeries, index: usize) -> Drawn {
        let Some(leader) = self.names.leader(index) else { return Ok(()) };
        stroke(canvas, series.role, leader.to_vec())?;
        self.names.paint(canvas, index, colour(series.role))
    }
}

/// Where a name stands: its left and right, and the middle of its height.
struct NameBox {
    left: i32,
    right: i32,
    middle: i32,
}

impl NameBox {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && (self.middle - other.middle).abs() < line_height(BODY)
    }
}

/// Places for a name so wide, the nearest first. Lines that rise leave room to the left above them and to the right below.
fn places((x, y): Point, wide: i32, left_first: bool) -> impl Iterator<Item = NameBox> {
    let near = REACH + 4;
    let heights = [0, 1, -1, 2, -2].into_iter().map(move |lines| y + lines * line_height(BODY));
    let (left, right, over) = (x - near - wide, x + near, x - wide / 2);
    let sides = if left_first { [left, right] } else { [right, left] };
    // over or under the mark there is room in the middle too
    let at = move |middle: i32| {
        let lefts = sides.into_iter().chain((middle != y).then_some(over));
        lefts.map(move |left| NameBox { left, right: left + wide, middle })
    };
    heights.flat_map(at)
}

fn stroke(canvas: &Canvas, role: Role, points: Vec<Point>) -> Drawn {
    canvas.path(points, colour(role), if role == Role::Current || role == Role::Proposal { 2 } else { 1 })
}

/// Solid first, dashes over it, the thin line with its marks last.
const fn depth(role: Role) -> u8 {
    match role {
        Role::Scenario | Role::Other => 2,
        Role::Current => 1,
        Role::Proposal | Role::More | Role::Less | Role::Neutral => 0,
    }
}

/// The tick whose label names the highlighted band: the first within it.
fn strong_tick(chart: &StepChart) -> Option<usize> {
    let index = chart.highlight?;
    let (from, to) = (*chart.edges.get(index)?, *chart.edges.get(index + 1)?);
    chart.x.ticks.iter().position(|tick| (from..to).contains(&tick.at))
}
