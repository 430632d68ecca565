//! Points by size, with the limits within which units of each size are expected: small ones vary more by chance. It does
//! not work out the limits and does not judge.

use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::Sample;
use crate::palette::{AXIS_TEXT, INK, Role};
use crate::pane::{Pane, PanePlan};
use crate::path::{Ink, Path};
use crate::spec::{Axis, Highlight, Mark, Size};
use crate::swarm::{stressed, swarm};

/// Radius of a mark, px.
const RADIUS: i32 = 3;

/// Points by size, a mean and limits around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis: how large a unit is.
    pub x: Axis,
    /// Vertical axis; it contains every point and the mean. Limits are cut where they leave it.
    pub y: Axis,
    /// What the points stand for: colour and shape.
    pub role: Role,
    /// Name of the points in the key. May be empty.
    pub label: String,
    /// x and y of each point, at least one.
    pub points: Vec<(f64, f64)>,
    /// The level of all together, and its name in the key.
    pub mean: Mark,
    /// Limits, in any number.
    pub limits: Vec<Limit>,
    /// A point to stress.
    pub highlight: Option<Highlight>,
}

/// A pair of curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Name in the key. May be empty.
    pub label: String,
    /// Dashed, as for what chance alone gives; otherwise solid.
    pub dashed: bool,
    /// x of the points of both curves, rising, within the horizontal axis.
    pub x: Vec<f64>,
    /// y of the lower curve, one for each x.
    pub low: Vec<f64>,
    /// y of the upper curve, one for each x.
    pub high: Vec<f64>,
}

/// Draw a funnel chart as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn funnel(chart: &Funnel) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let plan = plan(chart);
    let pane = Pane::new(&plan)?;
    draw(chart.size, &chart.alt, |canvas| {
        pane.paint(canvas, &plan)?;
        level(canvas, chart.mean.at, &pane)?;
        for limit in &chart.limits {
            curves(canvas, limit, (&chart.x, &chart.y), &pane)?;
        }
        let points: Vec<Point> = chart.points.iter().map(|(x, y)| pane.at(*x, *y)).collect();
        swarm(canvas, chart.role, RADIUS, &points)?;
        match chart.highlight.as_ref().and_then(|own| Some((own, *points.get(own.index)?))) {
            Some((own, at)) => {
                pane.flag(canvas, own, at)?;
                stressed(canvas, &[(chart.role, at)], RADIUS + 1, true)
            }
            None => Ok(()),
        }
    })
}

impl Funnel {
    /// The point nearest to a place in px of the drawing. `None` for a specification that is not drawn.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        verify(self).ok()?;
        let pane = Pane::new(&plan(self)).ok()?;
        pane.nearest(self.points.iter().copied(), (x, y))
    }
}

fn plan(chart: &Funnel) -> PanePlan<'_> {
    let mut key = vec![(Sample::Mark(chart.role), chart.label.as_str()), (Sample::Level, chart.mean.label.as_str())];
    let sample = |limit: &Limit| if limit.dashed { Sample::Dashed } else { Sample::Solid };
    key.extend(chart.limits.iter().map(|limit| (sample(limit), limit.label.as_str())));
    PanePlan { size: chart.size, x: &chart.x, y: &chart.y, key, highlight: chart.highlight.as_ref() }
}

fn verify(chart: &Funnel) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.x, "x")?;
    check::axis(&chart.y, "y")?;
    check::not_empty(&chart.points, "points")?;
    check::points(&chart.points, (&chart.x, &chart.y), "points")?;
    check::within(chart.mean.at, &chart.y, || "mean.at".to_owned())?;
    chart.limits.iter().enumerate().try_for_each(|(at, one)| limit(one, &chart.x, &format!("limits[{at}]")))?;
    check::highlight(chart.highlight.as_ref(), chart.points.len())
}

fn limit(limit: &Limit, axis: &Axis, place: &str) -> Result<(), ChartError> {
    check::not_empty(&limit.x, &format!("{place}.x"))?;
    check::rising(&limit.x, &format!("{place}.x"))?;
    for (index, x) in limit.x.iter().enumerate() {
        check::within(*x, axis, || format!("{place}.x[{index}]"))?;
    }
    for (values, name) in [(&limit.low, "low"), (&limit.high, "high")] {
        if values.len() != limit.x.len() {
            let place = format!("{place}.{name}");
            return Err(ChartError::Mismatch { place, expected: limit.x.len(), found: values.len() });
        }
        let mut values = values.iter().enumerate();
        values.try_for_each(|(index, value)| check::finite(*value, || format!("{place}.{name}[{index}]")))?;
    }
    Ok(())
}

/// The mean, across the plot.
fn level(canvas: &Canvas, at: f64, pane: &Pane) -> Drawn {
    let (y, mut line) = (pane.y.at(at), Path::new(1));
    line.jump((pane.plot.left, y));
    line.line((pane.plot.right, y));
    line.paint(canvas, Ink::Line(INK, "2"))
}

fn curves(canvas: &Canvas, limit: &Limit, axes: (&Axis, &Axis), pane: &Pane) -> Drawn {
    let mut path = Path::in_tenths(limit.x.len());
    let (x, y) = pane.tenths(axes);
    for values in [&limit.low, &limit.high] {
        let points = limit.x.iter().copied().zip(values.iter().copied());
        let mut pen = None;
        for (from, to) in points.clone().zip(points.skip(1)) {
            let Some(ends) = cut(from, to, axes.1) else { continue };
            let [from, to] = ends.map(|end| (x.at(end.0), y.at(end.1)));
            if pen != Some(from) {
                path.jump(from);
            }
            path.line(to);
            pen = Some(to);
        }
    }
    path.paint(canvas, if limit.dashed { Ink::Dashes(AXIS_TEXT, "1.5") } else { Ink::Line(AXIS_TEXT, "1.5") })
}

/// What of a line, drawn from left to right, lies within the vertical axis.
fn cut(from: (f64, f64), to: (f64, f64), axis: &Axis) -> Option<[(f64, f64); 2]> {
    if from.1.max(to.1) < axis.low || from.1.min(to.1) > axis.high {
        return None;
    }
    let inside = |one: (f64, f64), other: (f64, f64)| {
        let edge = one.1.clamp(axis.low, axis.high);
        let share = if one.1 == edge { 0.0 } else { (edge - one.1) / (other.1 - one.1) };
        (one.0 + share * (other.0 - one.0), edge)
    };
    Some([inside(from, to), inside(to, from)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_cut_where_it_leaves_the_axis() {
        let axis = Axis { ticks: vec![], title: String::new(), low: -10.0, high: 10.0 };
        assert_eq!(cut((0.0, 0.0), (4.0, 8.0), &axis), Some([(0.0, 0.0), (4.0, 8.0)]));
        assert_eq!(cut((0.0, 30.0), (4.0, -10.0), &axis), Some([(2.0, 10.0), (4.0, -10.0)]));
        assert_eq!(cut((0.0, -30.0), (4.0, 10.0), &axis), Some([(2.0, -10.0), (4.0, 10.0)]));
        assert_eq!(cut((0.0, 30.0), (4.0, 11.0), &axis), None);
    }
}
