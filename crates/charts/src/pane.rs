//! The frame of a chart of points: key, name of the vertical axis, a line for the name of the highlighted point, and two
//! axes. It does not know the points.

use crate::axis::{self, EDGE, LINE, Plot};
use crate::canvas::{Canvas, Drawn, Look, Point, Side};
use crate::check;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::palette::INK;
use crate::scale::{Scale, whole};
use crate::spec::{Axis, Highlight, Size};
use crate::text::{SMALL, bold_room, bold_width, fit};

/// What the frame needs to know of a chart.
pub(crate) struct PanePlan<'a> {
    pub(crate) size: Size,
    pub(crate) x: &'a Axis,
    pub(crate) y: &'a Axis,
    pub(crate) key: Vec<(Sample, &'a str)>,
    pub(crate) highlight: Option<&'a Highlight>,
}

/// Where everything stands.
pub(crate) struct Pane {
    pub(crate) plot: Plot,
    pub(crate) x: Scale,
    pub(crate) y: Scale,
    key: Key,
}

impl Pane {
    /// Lay out the frame; it fills the size.
    ///
    /// # Errors
    /// `TooSmall` when less than 100 by 60 px are left for the points.
    pub(crate) fn new(plan: &PanePlan) -> Result<Self, ChartError> {
        let (width, height) = check::size(plan.size)?;
        let key = Key::new(plan.key.iter().copied(), EDGE, width);
        let title = if plan.y.title.is_empty() { 0 } else { LINE };
        let flag = if plan.highlight.is_some_and(|highlight| !highlight.label.is_empty()) { LINE } else { 0 };
        let plot = Plot {
            left: axis::tick_column(plan.y).max(8),
            right: width - 10,
            top: key.height + title + flag + 10,
            bottom: height - axis::height(plan.x),
        };
        axis::large_enough(plot, plan.size)?;
        Ok(Self::within(plot, plan, key))
    }

    /// Shrunk so that a unit is equally long on both axes.
    pub(crate) fn equal(self, plan: &PanePlan) -> Result<Self, ChartError> {
        let (wide, high) = (plan.x.high - plan.x.low, plan.y.high - plan.y.low);
        let unit = |room: i32, span: f64| f64::from(room) / span;
        let unit = unit(self.plot.right - self.plot.left, wide).min(unit(self.plot.bottom - self.plot.top, high));
        let right = self.plot.left.saturating_add(whole(unit * wide));
        let plot = Plot { right, bottom: self.plot.top.saturating_add(whole(unit * high)), ..self.plot };
        axis::large_enough(plot, plan.size)?;
        Ok(Self::within(plot, plan, self.key))
    }

    fn within(plot: Plot, plan: &PanePlan, key: Key) -> Self {
        Self { plot, x: Scale::new(plan.x, plot.left, plot.right), y: Scale::new(plan.y, plot.bottom, plot.top), key }
    }

    pub(crate) fn at(&self, x: f64, y: f64) -> Point {
        (self.x.at(x), self.y.at(y))
    }

    /// The scales in tenths of px.
    pub(crate) fn tenths(&self, (x, y): (&Axis, &Axis)) -> (Scale, Scale) {
        let Plot { left, right, top, bottom } = self.plot;
        (Scale::new(x, left * 10, right * 10), Scale::new(y, bottom * 10, top * 10))
    }

    /// Key, hairlines, labels and titles: before the points.
    pub(crate) fn paint(&self, canvas: &Canvas, plan: &PanePlan) -> Drawn {
        self.key.paint(canvas)?;
        axis::title(canvas, plan.y, self.key.height + 10)?;
        axis::levels(canvas, plan.y, &self.y, self.plot)?;
        if (plan.y.low..=plan.y.high).contains(&0.0) {
            let zero = self.y.at(0.0);
            canvas.path(vec![(self.plot.left, zero), (self.plot.right, zero)], INK, 1)?;
        }
        axis::horizontal(canvas, plan.x, &self.x, self.plot, None)
    }

    /// The name of the highlighted point above the plot, and a line from it down to `foot`.
    pub(crate) fn flag(&self, canvas: &Canvas, highlight: &Highlight, foot: Point) -> Drawn {
        canvas.path(vec![(foot.0, self.plot.top - 8), foot], INK, 1)?;
        flag(canvas, highlight, foot.0, self.plot.top - 17)
    }

    /// Of the points, the nearest to a place in px of the drawing.
    pub(crate) fn nearest(&self, points: impl Iterator<Item = (f64, f64)>, (x, y): (f64, f64)) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (index, point) in points.enumerate() {
            let at = self.at(point.0, point.1);
            let (across, down) = (f64::from(at.0) - x, f64::from(at.1) - y);
            let distance: f64 = across * across + down * down;
            if distance.is_finite() && best.is_none_or(|(_, least)| distance < least) {
                best = Some((index, distance));
            }
        }
        best.map(|(index, _)| index)
    }
}

/// The name of the highlighted item, in bold, as near `x` as the edges allow.
pub(crate) fn flag(canvas: &Canvas, highlight: &Highlight, x: i32, y: i32) -> Drawn {
    let edge = canvas.width() - EDGE;
    let text = fit(&highlight.label, SMALL, bold_room(edge - EDGE), 1);
    let half = text.first().map_or(0, |line| bold_width(line, SMALL)) / 2 + 1;
    let middle = x.clamp(half, (edge - half).max(half));
    canvas.lines(&text, (middle, y), Look { bold: true, ..Look::new(SMALL, INK, Side::Middle) })
}
