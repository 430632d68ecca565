//! One mark a practice and model, side by side in a given order: who stands where, and how far a model spreads them. It
//! does not sort and does not know what is measured.

use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::Sample;
use crate::palette::{GREY, Role};
use crate::pane::{Pane, PanePlan};
use crate::path::{Ink, Path};
use crate::spec::{Axis, Highlight, Size};
use crate::swarm::{drawing_order, hollow, radius, stressed, swarm};

/// Marks along the horizontal axis in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// What the order is, below the marks. May be empty.
    pub x_title: String,
    /// Vertical axis; it contains every value.
    pub y: Axis,
    /// Models, at least one; each has one value an item, all in the same order.
    pub series: Vec<RankedSeries>,
    /// Two series by index whose marks a thin line joins, item by item.
    pub joined: Option<[usize; 2]>,
    /// An item to stress.
    pub highlight: Option<Highlight>,
}

/// The marks of one model.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedSeries {
    /// What it stands for: colour and shape.
    pub role: Role,
    /// Name in the key. May be empty.
    pub label: String,
    /// One value an item, within the vertical axis.
    pub values: Vec<f64>,
}

/// Draw ranked marks as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn ranked(chart: &Ranked) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let x = places(chart);
    let plan = plan(chart, &x);
    let pane = Pane::new(&plan)?;
    let radius = radius((pane.plot.right - pane.plot.left) / i32::try_from(count(chart)).unwrap_or(i32::MAX).max(1));
    draw(chart.size, &chart.alt, |canvas| {
        pane.paint(canvas, &plan)?;
        join(canvas, chart, &pane, radius)?;
        for series in drawing_order(&chart.series, |series| series.role) {
            swarm(canvas, series.role, radius, &points(series, &pane))?;
        }
        stress(canvas, chart, &pane, radius)
    })
}

impl Ranked {
    /// The item whose marks stand nearest to a place `x` px from the left edge, in px of the drawing. `None` for a
    /// specification that is not drawn.
    pub fn nearest(&self, x: f64) -> Option<usize> {
        verify(self).ok()?;
        let axis = places(self);
        let pane = Pane::new(&plan(self, &axis)).ok()?;
        let share = (x - f64::from(pane.plot.left)) / f64::from(pane.plot.right - pane.plot.left);
        let place = share * count(self) as f64;
        (0..count(self)).rev().find(|index| *index as f64 <= place).or(x.is_finite().then_some(0))
    }
}

fn count(chart: &Ranked) -> usize {
    chart.series.first().map_or(0, |series| series.values.len())
}

/// The horizontal axis: items one unit apart.
fn places(chart: &Ranked) -> Axis {
    Axis { ticks: Vec::new(), title: chart.x_title.clone(), low: -0.5, high: count(chart) as f64 - 0.5 }
}

fn plan<'a>(chart: &'a Ranked, x: &'a Axis) -> PanePlan<'a> {
    let key = chart.series.iter().map(|series| (Sample::Mark(series.role), series.label.as_str())).collect();
    PanePlan { size: chart.size, x, y: &chart.y, key, highlight: chart.highlight.as_ref() }
}

fn verify(chart: &Ranked) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.y, "y")?;
    check::not_empty(&chart.series, "series")?;
    let expected = count(chart);
    for (at, series) in chart.series.iter().enumerate() {
        let place = || format!("series[{at}].values");
        check::not_empty(&series.values, &place())?;
        if series.values.len() != expected {
            return Err(ChartError::Mismatch { place: place(), expected, found: series.values.len() });
        }
        for (index, value) in series.values.iter().enumerate() {
            check::within(*value, &chart.y, || format!("series[{at}].values[{index}]"))?;
        }
    }
    let joined = chart.joined.iter().flatten().all(|index| *index < chart.series.len());
    check::item(joined, "joined")?;
    check::highlight(chart.highlight.as_ref(), expected)
}

fn points(series: &RankedSeries, pane: &Pane) -> Vec<Point> {
    series.values.iter().enumerate().map(|(index, value)| pane.at(index as f64, *value)).collect()
}

/// Lines between the marks of two series, not seen within hollow ones.
fn join(canvas: &Canvas, chart: &Ranked, pane: &Pane, radius: i32) -> Drawn {
    let Some([from, to]) = chart.joined else { return Ok(()) };
    let (Some(from), Some(to)) = (chart.series.get(from), chart.series.get(to)) else { return Ok(()) };
    let [start, end] = [from, to].map(|series| if hollow(series.role) { radius } else { 0 });
    let mut lines = Path::new(from.values.len());
    for ((x, from), (_, to)) in points(from, pane).into_iter().zip(points(to, pane)) {
        if (to - from).abs() > start + end {
            let direction = (to - from).signum();
            lines.jump((x, from + start * direction));
            lines.line((x, to - end * direction));
        }
    }
    lines.paint(canvas, Ink::Line(GREY, "1"))
}

/// The highlighted item: a line through all its marks, which are larger and drawn last.
fn stress(canvas: &Canvas, chart: &Ranked, pane: &Pane, radius: i32) -> Drawn {
    let Some(highlight) = &chart.highlight else { return Ok(()) };
    let place = highlight.index as f64;
    pane.flag(canvas, highlight, (pane.x.at(place), pane.plot.bottom))?;
    let series = drawing_order(&chart.series, |series| series.role).into_iter();
    let marks = series.filter_map(|one| Some((one.role, pane.at(place, *one.values.get(highlight.index)?))));
    stressed(canvas, &marks.collect::<Vec<_>>(), radius + 1, false)
}
