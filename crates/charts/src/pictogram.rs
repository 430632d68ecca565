//! Doctors as figures: how many heltid each group has, and what is missing. It does not know what a group is, nor how
//! many are enough.

use crate::axis::EDGE;
use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::figure::{HIGH, WIDE, person};
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, GRID, INK, Role, Shade, colour, fill};
use crate::path::{Ink, Path};
use crate::rows::{GAP, NARROW, NARROWEST};
use crate::scale::whole;
use crate::spec::Size;
use crate::text::{BODY, fit, line_height, widest};

/// Between two figures, px.
const BESIDE: i32 = 4;
/// Between two lines of figures, px.
const BETWEEN: i32 = 6;
/// Between two groups, px; a hairline stands in the middle.
const APART: i32 = 16;

/// Rows of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictogram {
    /// Size, px; see [`Pictogram::height`]. What is higher is left empty below.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// How many heltid one figure stands for, above 0. More than about 120 figures are too many to count.
    pub per_figure: f64,
    /// Key of a figure: what one stands for. May be empty.
    pub key: String,
    /// Key of a dotted figure. May be empty.
    pub gap_key: String,
    /// Groups from the top, at least one.
    pub groups: Vec<FigureGroup>,
}

/// One row of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureGroup {
    /// Name of the group.
    pub label: String,
    /// Text at the right end of the row.
    pub value_label: String,
    /// What it stands for: the colour of its figures.
    pub role: Role,
    /// How dark they are, unless they are hollow.
    pub shade: Shade,
    /// Their form.
    pub figure: Figure,
    /// Heltid, at least 0.
    pub count: f64,
    /// Heltid that are missing, at least 0: dotted figures that go on where the others end.
    pub gap: f64,
}

/// The form of the figures of a group, which tells it from others without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Filled.
    Solid,
    /// Filled, of half the height and width.
    Half,
    /// Outlined.
    Hollow,
}

impl Figure {
    /// Half figures' height in one of these figures.
    const fn unit(self) -> i32 {
        match self {
            Self::Half => 1,
            Self::Solid | Self::Hollow => 2,
        }
    }

    /// From one figure to the next, px: across and down.
    const fn pitch(self) -> Point {
        (self.unit() * (WIDE + BESIDE) / 2, self.unit() * HIGH / 2 + BETWEEN)
    }
}

/// Draw figures as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn pictogram(chart: &Pictogram) -> Result<Drawing, ChartError> {
    let (_, height) = verify(chart)?;
    let layout = PictogramLayout::new(chart);
    if layout.height > height {
        let height = layout.height.unsigned_abs();
        return Err(ChartError::TooSmall { at_least: Size { height, ..chart.size } });
    }
    draw(chart.size, &chart.alt, |canvas| {
        layout.key.paint(canvas)?;
        chart.groups.iter().zip(&layout.rows).try_for_each(|(group, row)| row.paint(canvas, group, chart.per_figure))
    })
}

impl Pictogram {
    /// The height, px, that the figures take at the width of the size. `None` for a specification that is not drawn.
    pub fn height(&self) -> Option<u32> {
        verify(self).ok()?;
        let height = PictogramLayout::new(self).height.unsigned_abs();
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
        check::not_negative(group.gap, || format!("groups[{at}].gap"))?;
    }
    if chart.size.width < NARROWEST {
        return Err(ChartError::TooSmall { at_least: Size { width: NARROWEST, ..chart.size } });
    }
    Ok(size)
}

/// Where everything stands, px.
struct PictogramLayout {
    key: Key,
    rows: Vec<FigureRow>,
    height: i32,
}

struct FigureRow {
    label: Vec<String>,
    value: Vec<String>,
    /// Middle height of label and value.
    text_y: i32,
    /// Upper left corner of the first figure.
    corner: Point,
    /// Figures in a line, at least one.
    across: i32,
    /// Height of the hairline above; none above the first row.
    rule: Option<i32>,
}

impl PictogramLayout {
    fn new(chart: &Pictogram) -> Self {
        let width = i32::try_from(chart.size.width).unwrap_or(i32::MAX);
        let key = [(Sample::Figure, chart.key.as_str()), (Sample::Gap, &chart.gap_key)];
        let key = Key::tall(key.into_iter(), EDGE, width);
        let columns = Columns::new(chart, width);
        let mut top = if key.height == 0 { EDGE } else { key.height + APART / 2 };
        let mut rows = Vec::new();
        for (group, (label, value)) in chart.groups.iter().zip(&columns.texts) {
            let rule = (!rows.is_empty()).then_some(top - APART / 2);
            let (row, height) = columns.row(group, chart.per_figure, (label, value), top);
            rows.push(FigureRow { rule, ..row });
            top = top.saturating_add(height).saturating_add(APART);
        }
        Self { key, rows, height: top.saturating_sub(APART - EDGE) }
    }
}

/// Labels and values broken into lines, and the room that they leave for figures, px.
struct Columns {
    texts: Vec<(Vec<String>, Vec<String>)>,
    left: i32,
    right: i32,
    narrow: bool,
}

impl Columns {
    fn new(chart: &Pictogram, width: i32) -> Self {
        let narrow = chart.size.width < NARROW;
        let share = if narrow { 38 } else { 22 };
        let values = chart.groups.iter().map(|group| fit(&group.value_label, BODY, width * share / 100, 2));
        let values: Vec<Vec<String>> = values.collect();
        let column = values.iter().map(|lines| widest(lines, BODY)).max().unwrap_or(0);
        let room = if narrow { width - column - GAP - 2 * EDGE } else { width * 30 / 100 };
        let labels: Vec<Vec<String>> = chart.groups.iter().map(|group| fit(&group.label, BODY, room, 3)).collect();
        let widest = labels.iter().map(|lines| widest(lines, BODY)).max().unwrap_or(0);
        let beside = |column: i32| if narrow || column == 0 { EDGE } else { column + EDGE + GAP };
        let (left, right) = (beside(widest), width - beside(column));
        Self { texts: labels.into_iter().zip(values).collect(), left, right, narrow }
    }

    /// A row that begins at the height `top`, and its height.
    fn row(&self, group: &FigureGroup, per_figure: f64, texts: (&[String], &[String]), top: i32) -> (FigureRow, i32) {
        let (wide, high) = group.figure.pitch();
        let across = in_fives(((self.right - self.left + BESIDE) / wide).max(1));
        let figures = whole(((group.count + group.gap) / per_figure).ceil());
        let lines = figures / across + i32::from(figures % across > 0);
        let tall = (high.saturating_mul(lines) - BETWEEN).max(0);
        let text = height(texts.0).max(height(texts.1));
        let first = text.max(high - BETWEEN);
        let (text_y, above) =
            if self.narrow { (text / 2, text + BETWEEN) } else { (first / 2, (first - high + BETWEEN) / 2) };
        let row = FigureRow {
            label: texts.0.to_vec(),
            value: texts.1.to_vec(),
            text_y: top.saturating_add(text_y),
            corner: (self.left, top.saturating_add(above)),
            across,
            rule: None,
        };
        (row, above.saturating_add(tall).max(text))
    }
}

/// Long lines hold whole fives, which are easy to count.
const fn in_fives(across: i32) -> i32 {
    if across < 10 { across } else { across - across % 5 }
}

fn height(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(i32::MAX).saturating_mul(line_height(BODY))
}

/// The figures of a group by what they show.
struct Paths {
    present: Path,
    rest: Path,
    missing: Path,
}

impl FigureRow {
    fn paint(&self, canvas: &Canvas, group: &FigureGroup, per_figure: f64) -> Drawn {
        if let Some(y) = self.rule {
            canvas.path(vec![(EDGE, y), (canvas.width() - EDGE, y)], GRID, 1)?;
        }
        canvas.lines(&self.label, (EDGE, self.text_y), Look::new(BODY, INK, Side::Start))?;
        canvas.lines(&self.value, (canvas.width() - EDGE, self.text_y), Look::new(BODY, INK, Side::End))?;
        let Paths { present, rest, missing } = self.figures(group, per_figure);
        rest.paint(canvas, Ink::Line(colour(group.role), "0.75"))?;
        missing.paint(canvas, Ink::Dotted(AXIS_TEXT, "1.25"))?;
        if group.figure == Figure::Hollow {
            return present.paint(canvas, Ink::Round(colour(group.role), "1.75"));
        }
        present.paint(canvas, Ink::Fill(fill(group.role, group.shade).0))?;
        if group.role == Role::Current || group.shade != Shade::Strong {
            present.paint(canvas, Ink::Line(colour(group.role), "1"))?;
        }
        Ok(())
    }

    /// Each figure shows first what there is, then what is missing; what remains is an outline where nothing is missing.
    fn figures(&self, group: &FigureGroup, per_figure: f64) -> Paths {
        let (present, both) = (group.count / per_figure, (group.count + group.gap) / per_figure);
        let mut paths = Paths { present: Path::in_tenths(0), rest: Path::in_tenths(0), missing: Path::in_tenths(0) };
        let (wide, high) = group.figure.pitch();
        for index in 0..whole(both.ceil()) {
            let (column, line) = (index % self.across, index / self.across);
            let corner = ((self.corner.0 + column * wide) * 10, (self.corner.1 + line * high) * 10);
            let share = |heltid: f64| (heltid - f64::from(index)).clamp(0.0, 1.0);
            let unit = group.figure.unit();
            person(&mut paths.present, corner, unit, (0.0, share(present)));
            person(&mut paths.missing, corner, unit, (share(present), share(both)));
            if group.gap == 0.0 {
                person(&mut paths.rest, corner, unit, (share(present), 1.0));
            }
        }
        paths
    }
}
