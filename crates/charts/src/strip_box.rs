//! How a model spreads units: each unit as a mark, and under the marks a box with the middle half and whiskers over the
//! middle eighty per cent. It does not work out the quantiles.

use crate::axis::EDGE;
use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, INK, Role, Shade, colour};
use crate::path::{Ink, Path};
use crate::rows::{Frame, NARROW, PlacedRow, RowPlan, frame};
use crate::spec::{Axis, Highlight, Mark, Size};
use crate::swarm::{stressed, swarm};

/// Half of a box's height, px.
const BOX: i32 = 7;
/// Room above the rows for the name of the mark, px.
const MARK: i32 = 24;

/// Models as rows, all on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct StripBox {
    /// Size, px; see [`Size::for_strips`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains every value.
    pub axis: Axis,
    /// Rows from the top, at least one.
    pub rows: Vec<StripRow>,
    /// A unit to stress in every row.
    pub highlight: Option<Highlight>,
    /// A line through the rows.
    pub mark: Option<Mark>,
}

/// One model.
#[derive(Debug, Clone, PartialEq)]
pub struct StripRow {
    /// What it stands for: colour and shape.
    pub role: Role,
    /// Name of the row.
    pub label: String,
    /// One value a unit; equally many in every row, at least one.
    pub values: Vec<f64>,
    /// Quantiles of the values, as the caller reckons them.
    pub spread: Spread,
    /// Text at the right end.
    pub value_label: String,
}

/// Quantiles, not falling.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// A tenth lies below; the left whisker's end.
    pub p10: f64,
    /// A quarter lies below; the box's left end.
    pub p25: f64,
    /// Half lies below.
    pub median: f64,
    /// Three quarters lie below; the box's right end.
    pub p75: f64,
    /// Nine tenths lie below; the right whisker's end.
    pub p90: f64,
}

/// Draw strips and boxes as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn strip_box(chart: &StripBox) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let (width, _) = check::size(chart.size)?;
    let key = Key::new(chart.highlight.iter().map(|own| (Sample::Own, own.label.as_str())), EDGE, width);
    let texts = chart.rows.iter().map(|row| (row.label.as_str(), row.value_label.as_str())).collect();
    let above = key.height + if chart.mark.is_some() { MARK } else { 6 };
    let plan = RowPlan { drawing: 40, ..RowPlan::new(chart.size, &chart.axis, texts, above) };
    let frame = frame(&plan)?;
    let own = chart.highlight.as_ref().map(|own| own.index);
    let strips = chart.rows.iter().zip(&frame.rows).map(|(row, place)| strip(row, own, &frame, place));
    let strips: Vec<Vec<Point>> = strips.collect();
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        frame.zero(canvas, &chart.axis)?;
        key.paint(canvas)?;
        for ((row, place), points) in chart.rows.iter().zip(&frame.rows).zip(&strips) {
            swarm(canvas, row.role, radius(row.values.len()), points)?;
            spread(canvas, row, &frame, place.middle + place.half - BOX)?;
        }
        if let Some(mark) = &chart.mark {
            frame.mark(canvas, mark)?;
        }
        stress(canvas, chart, &strips)
    })
}

fn verify(chart: &StripBox) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    if let Some(mark) = &chart.mark {
        check::within(mark.at, &chart.axis, || "mark.at".to_owned())?;
    }
    check::not_empty(&chart.rows, "rows")?;
    let expected = chart.rows.first().map_or(0, |row| row.values.len());
    for (at, row) in chart.rows.iter().enumerate() {
        let place = format!("rows[{at}].values");
        check::not_empty(&row.values, &place)?;
        if row.values.len() != expected {
            return Err(ChartError::Mismatch { place, expected, found: row.values.len() });
        }
        for (index, value) in row.values.iter().enumerate() {
            check::within(*value, &chart.axis, || format!("{place}[{index}]"))?;
        }
        let Spread { p10, p25, median, p75, p90 } = row.spread;
        let quantiles = [p10, p25, median, p75, p90];
        let place = || format!("rows[{at}].spread");
        quantiles.iter().try_for_each(|value| check::within(*value, &chart.axis, place))?;
        if !quantiles.is_sorted() {
            return Err(ChartError::NotAscending { place: place() });
        }
    }
    check::highlight(chart.highlight.as_ref(), expected)
}

const fn radius(count: usize) -> i32 {
    if count > 60 { 2 } else { 3 }
}

/// The marks, those that would cover each other piled up from the middle of the strip outwards.
fn strip(row: &StripRow, own: Option<usize>, frame: &Frame, place: &PlacedRow) -> Vec<Point> {
    let wide = 2 * radius(row.values.len()) + 1;
    let (top, bottom) = (place.middle - place.half + 3, place.middle + place.half - 2 * BOX - 4);
    let (middle, room) = (top + (bottom - top) / 2, ((bottom - top) / 2).max(0));
    let spots: Vec<i32> = row.values.iter().map(|value| frame.scale.at(*value)).collect();
    let ranks = ranks(&spots, own, frame.plot.left, wide);
    let most = ranks.iter().map(|rank| rank.abs()).max().unwrap_or(0).max(1);
    let step = |rank: i32| if most * wide <= room { rank * wide } else { rank * room / most };
    spots.into_iter().zip(ranks).map(|(x, rank)| (x, middle + step(rank))).collect()
}

/// How far from the middle each of some places stands when those in the same column alternate: 0, 1, -1, 2, -2. The
/// highlighted one is in the middle.
fn ranks(spots: &[i32], own: Option<usize>, left: i32, wide: i32) -> Vec<i32> {
    let column = |x: i32| usize::try_from((x - left) / wide).unwrap_or(0);
    let columns = spots.iter().map(|x| column(*x)).max().unwrap_or(0) + 1;
    let mut counts = vec![0i32; columns];
    let mut rank = |x: i32| {
        let Some(count) = counts.get_mut(column(x)) else { return 0 };
        *count += 1;
        if *count % 2 == 0 { *count / 2 } else { -(*count / 2) }
    };
    own.and_then(|own| spots.get(own)).map(|x| rank(*x));
    let place = |(index, x): (usize, &i32)| if own == Some(index) { 0 } else { rank(*x) };
    spots.iter().enumerate().map(place).collect()
}

/// The box with its whiskers and median.
fn spread(canvas: &Canvas, row: &StripRow, frame: &Frame, middle: i32) -> Drawn {
    let at = |value: f64| frame.scale.at(value);
    let (low, high) = (at(row.spread.p10), at(row.spread.p90));
    let mut whiskers = Path::new(3);
    for (from, to) in [
        ((low, middle), (high, middle)),
        ((low, middle - 4), (low, middle + 4)),
        ((high, middle - 4), (high, middle + 4)),
    ] {
        whiskers.jump(from);
        whiskers.line(to);
    }
    whiskers.paint(canvas, Ink::Line(colour(row.role), "1.5"))?;
    let (from, to) = (at(row.spread.p25), at(row.spread.p75));
    bar(canvas, Extent { from, to: to.max(from + 1), middle, half: BOX }, row.role, Shade::Medium)?;
    let median = at(row.spread.median);
    canvas.path(vec![(median, middle - BOX), (median, middle + BOX)], INK, 3)
}

/// The highlighted unit's marks, joined from row to row where no label stands between.
fn stress(canvas: &Canvas, chart: &StripBox, strips: &[Vec<Point>]) -> Drawn {
    let Some(own) = &chart.highlight else { return Ok(()) };
    let marks = chart.rows.iter().zip(strips);
    let marks: Vec<(Role, Point)> =
        marks.filter_map(|(row, points)| Some((row.role, *points.get(own.index)?))).collect();
    if chart.size.width >= NARROW {
        let mut line = Path::new(marks.len());
        for pair in marks.windows(2) {
            if let [(_, from), (_, to)] = pair {
                line.jump(*from);
                line.line(*to);
            }
        }
        line.paint(canvas, Ink::Line(AXIS_TEXT, "1"))?;
    }
    let count = chart.rows.first().map_or(0, |row| row.values.len());
    stressed(canvas, &marks, radius(count) + 1, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_one_column_pile_up_from_the_middle() {
        assert_eq!(ranks(&[10, 11, 30, 12, 13, 14], None, 10, 5), [0, 1, 0, -1, 2, -2]);
        assert_eq!(ranks(&[10, 11, 30, 12, 13, 14], Some(3), 10, 5), [1, -1, 0, 0, 2, -2]);
    }
}
