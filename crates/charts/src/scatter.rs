//! Points over two axes with equal units, and the line where both are the same. It does not know what is measured.

use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::Sample;
use crate::palette::{AXIS_TEXT, Role};
use crate::pane::{Pane, PanePlan};
use crate::path::{Ink, Path};
use crate::spec::{Axis, Highlight, Size};
use crate::swarm::{drawing_order, stressed, swarm};

/// Radius of a mark, px.
const RADIUS: i32 = 3;

/// Points of two numbers in the same unit. A unit is equally long on both axes, so the plot takes what it needs of the
/// size; see [`Scatter::height`].
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis, in the unit of the horizontal one.
    pub y: Axis,
    /// Name of the line where both numbers are the same. May be empty.
    pub line_label: String,
    /// Groups of points, at least one; two can still be told apart.
    pub series: Vec<ScatterSeries>,
    /// A point to stress, in every series.
    pub highlight: Option<Highlight>,
}

/// The points of one model.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterSeries {
    /// What it stands for: colour and shape.
    pub role: Role,
    /// Name in the key. May be empty.
    pub label: String,
    /// x and y of each point, within the axes; equally many in every series.
    pub points: Vec<(f64, f64)>,
}

/// Draw a scatter chart as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn scatter(chart: &Scatter) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let plan = plan(chart);
    let pane = Pane::new(&plan)?.equal(&plan)?;
    draw(chart.size, &chart.alt, |canvas| {
        pane.paint(canvas, &plan)?;
        equality(canvas, chart, &pane)?;
        for series in drawing_order(&chart.series, |series| series.role) {
            let points: Vec<Point> = series.points.iter().map(|(x, y)| pane.at(*x, *y)).collect();
            swarm(canvas, series.role, RADIUS, &points)?;
        }
        stress(canvas, chart, &pane)
    })
}

impl Scatter {
    /// The height, px, at which the plot is as wide as the size allows and nothing is left empty. `None` for a
    /// specification that is not drawn.
    pub fn height(&self) -> Option<u32> {
        let high = Self { size: Size { height: 10_000, ..self.size }, ..self.clone() };
        verify(&high).ok()?;
        let plan = plan(&high);
        let pane = Pane::new(&plan).ok()?;
        let below = 10_000 - pane.plot.bottom;
        u32::try_from(pane.equal(&plan).ok()?.plot.bottom + below).ok()
    }

    /// The item with a point nearest to a place in px of the drawing. `None` for a specification that is not drawn.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        verify(self).ok()?;
        let plan = plan(self);
        let pane = Pane::new(&plan).and_then(|pane| pane.equal(&plan)).ok()?;
        let count = self.series.first().map_or(1, |series| series.points.len());
        let points = self.series.iter().flat_map(|series| series.points.iter().copied());
        pane.nearest(points, (x, y)).map(|index| index % count)
    }
}

fn plan(chart: &Scatter) -> PanePlan<'_> {
    let series = chart.series.iter().map(|series| (Sample::Mark(series.role), series.label.as_str()));
    let key = series.chain([(Sample::Solid, chart.line_label.as_str())]).collect();
    PanePlan { size: chart.size, x: &chart.x, y: &chart.y, key, highlight: chart.highlight.as_ref() }
}

fn verify(chart: &Scatter) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.x, "x")?;
    check::axis(&chart.y, "y")?;
    check::not_empty(&chart.series, "series")?;
    let expected = chart.series.first().map_or(0, |series| series.points.len());
    for (at, series) in chart.series.iter().enumerate() {
        let place = format!("series[{at}].points");
        check::not_empty(&series.points, &place)?;
        if series.points.len() != expected {
            return Err(ChartError::Mismatch { place, expected, found: series.points.len() });
        }
        check::points(&series.points, (&chart.x, &chart.y), &place)?;
    }
    check::highlight(chart.highlight.as_ref(), expected)
}

/// Where x and y are the same, as far as both axes reach.
fn equality(canvas: &Canvas, chart: &Scatter, pane: &Pane) -> Drawn {
    let (low, high) = (chart.x.low.max(chart.y.low), chart.x.high.min(chart.y.high));
    if low >= high {
        return Ok(());
    }
    let mut line = Path::new(1);
    line.jump(pane.at(low, low));
    line.line(pane.at(high, high));
    line.paint(canvas, Ink::Line(AXIS_TEXT, "1.5"))
}

/// The highlighted item: its name above, a line down to its marks, which stand in rings.
fn stress(canvas: &Canvas, chart: &Scatter, pane: &Pane) -> Drawn {
    let Some(highlight) = &chart.highlight else { return Ok(()) };
    let series = drawing_order(&chart.series, |series| series.role).into_iter();
    let marks = series.filter_map(|one| {
        let (x, y) = one.points.get(highlight.index)?;
        Some((one.role, pane.at(*x, *y)))
    });
    let marks: Vec<(Role, Point)> = marks.collect();
    if let Some((_, foot)) = marks.iter().min_by_key(|(_, at)| at.1) {
        pane.flag(canvas, highlight, *foot)?;
    }
    stressed(canvas, &marks, RADIUS + 1, true)
}
