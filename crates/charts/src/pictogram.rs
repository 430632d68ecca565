//! People as figures in one field: whom each group covers, one group after another, and who are beyond. It does not know
//! what a group is, nor how many are enough.

use crate::axis::EDGE;
use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::figure::{HIGH, WIDE, person};
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, Role, Shade, colour, fill};
use crate::path::{Ink, Path};
use crate::rows::{NARROW, NARROWEST};
use crate::scale::whole;
use crate::spec::Size;

/// Least room between two figures, px: across and down.
const BETWEEN: Point = (4, 8);
/// So many lines of figures where there is room for them.
const LINES: i32 = 5;
/// Between the figures and the key, px.
const APART: i32 = 12;

/// A field of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictogram {
    /// Size, px; see [`Pictogram::height`]. What is higher is left empty below.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// How many one figure stands for, above 0. More than about 120 figures are too many to count.
    pub per_figure: f64,
    /// Groups in their order, at least one; a figure that two share is divided.
    pub groups: Vec<FigureGroup>,
}

/// Figures that go on where the group before ends.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureGroup {
    /// Name in the key; a group without one is not in it.
    pub label: String,
    /// The form of the figures.
    pub figure: Figure,
    /// How many it stands for, at least 0.
    pub count: f64,
}

/// The form of the figures of a group, which tells it from others without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Filled.
    Solid,
    /// Filled pale, with an outline.
    Pale,
    /// Outlined.
    Hollow,
    /// A dotted outline.
    Dotted,
}

impl Figure {
    /// Paint figures of this form.
    pub(crate) fn paint(self, canvas: &Canvas, path: &Path) -> Drawn {
        let line = colour(Role::Proposal);
        match self {
            Self::Solid => path.paint(canvas, Ink::Fill(fill(Role::Proposal, Shade::Strong).0)),
            Self::Pale => {
                path.paint(canvas, Ink::Fill(fill(Role::Proposal, Shade::Light).0))?;
                path.paint(canvas, Ink::Line(line, "1.25"))
            }
            Self::Hollow => path.paint(canvas, Ink::Round(line, "1.75")),
            Self::Dotted => path.paint(canvas, Ink::Dotted(AXIS_TEXT, "1.25")),
        }
    }
}

/// Draw figures as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn pictogram(chart: &Pictogram) -> Result<Drawing, ChartError> {
    let (_, height) = verify(chart)?;
    let field = Field::new(chart);
    if field.height > height {
        let height = field.height.unsigned_abs();
        return Err(ChartError::TooSmall { at_least: Size { height, ..chart.size } });
    }
    draw(chart.size, &chart.alt, |canvas| {
        let mut from = 0.0;
        for group in &chart.groups {
            let to = from + group.count / chart.per_figure;
            group.figure.paint(canvas, &field.figures(from, to))?;
            from = to;
        }
        field.key.paint(canvas)
    })
}

impl Pictogram {
    /// The height, px, that the figures take at the width of the size. `None` for a specification that is not drawn.
    pub fn height(&self) -> Option<u32> {
        verify(self).ok()?;
        let height = Field::new(self).height.unsigned_abs();
        check::size(Size { height, ..self.size }).ok().map(|_| height)
    }
}

fn verify(chart: &Pictogram) -> Result<(i32, i32), ChartError> {
    let size = check::size(chart.size)?;
    check::finite(chart.per_figure, || "per_figure".to_owned())?;
    if chart.per_figure <= 0.0 {
        return Err(ChartError::Negative { place: "per_figure".to_owned() });
    }
    check::not_empty(&chart.groups, "groups")?;
    for (at, group) in chart.groups.iter().enumerate() {
        check::not_negative(group.count, || format!("groups[{at}].count"))?;
    }
    if chart.size.width < NARROWEST {
        return Err(ChartError::TooSmall { at_least: Size { width: NARROWEST, ..chart.size } });
    }
    Ok(size)
}

/// Where everything stands, px.
struct Field {
    /// Half figures' height in a figure.
    unit: i32,
    /// Figures in a line, at least one.
    across: i32,
    /// Room of the figures across.
    wide: i32,
    key: Key,
    height: i32,
}

impl Field {
    fn new(chart: &Pictogram) -> Self {
        let width = i32::try_from(chart.size.width).unwrap_or(i32::MAX);
        let unit = if chart.size.width < NARROW { 2 } else { 3 };
        let wide = width - 2 * EDGE;
        let figures = whole((chart.groups.iter().map(|group| group.count).sum::<f64>() / chart.per_figure).ceil());
        let most = ((wide + BETWEEN.0) / (unit * WIDE / 2 + BETWEEN.0)).max(1);
        let across = (figures / LINES + i32::from(figures % LINES > 0)).clamp(1, most);
        let lines = figures / across + i32::from(figures % across > 0);
        let names = chart.groups.iter().map(|group| (Sample::Figure(group.figure), group.label.as_str()));
        let mut field = Self { unit, across, wide, key: Key::tall(names, EDGE, width), height: 0 };
        let below = field.down(lines).saturating_add(2 * EDGE - BETWEEN.1).max(2 * EDGE);
        if field.key.height > 0 {
            field.key.lower(below.saturating_add(APART));
        }
        field.height = below.max(field.key.height);
        field
    }

    /// From the first line to another, px.
    const fn down(&self, lines: i32) -> i32 {
        (self.unit * HIGH / 2 + BETWEEN.1).saturating_mul(lines)
    }

    /// The figures between two places in the field, in whole figures from the first; a place within a figure divides it.
    fn figures(&self, from: f64, to: f64) -> Path {
        let mut path = Path::in_tenths(0);
        let room = 10 * self.wide / self.across;
        for index in whole(from)..whole(to.ceil()) {
            let (column, line) = (index % self.across, index / self.across);
            let corner = (10 * EDGE + column * room, 10 * (EDGE + self.down(line)));
            let share = |place: f64| (place - f64::from(index)).clamp(0.0, 1.0);
            person(&mut path, corner, self.unit, (share(from), share(to)));
        }
        path
    }
}
