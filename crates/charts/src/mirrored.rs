//! Units under two models as piles of marks about one axis: the first model above it, the second below, each with the
//! band that holds most of its units. It does not work out the bands.

use crate::axis::{EDGE, LINE};
use crate::canvas::{Canvas, Drawn, Look, Point, Side, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::palette::{AXIS_TEXT, BAND, INK, Role, colour};
use crate::path::{Ink, Path};
use crate::scale::{Scale, without_collisions};
use crate::spec::{Axis, Highlight, Size};
use crate::swarm::{stressed, swarm};
use crate::text::{BODY, SMALL, bold_width, fit, width};

/// Between the axis and the first mark, px.
const GAP: i32 = 15;
/// Least room for the title of the axis, px.
const TITLE: i32 = 84;
/// At the sides of a narrow drawing, px.
const NARROW: i32 = 24;
/// Room for the words of a band, px.
const WORDS: i32 = 22;

/// Two models about one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Mirrored {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains every value. Its title stands at its left.
    pub axis: Axis,
    /// What stands above the axis.
    pub above: Pile,
    /// What stands below it.
    pub below: Pile,
    /// A unit to stress in both.
    pub highlight: Option<Highlight>,
}

/// One model.
#[derive(Debug, Clone, PartialEq)]
pub struct Pile {
    /// What it stands for: colour and shape.
    pub role: Role,
    /// Its name.
    pub label: String,
    /// One value a unit; equally many in both, at least one.
    pub values: Vec<f64>,
    /// The ends of the band that holds most of them, not falling, if one is told.
    pub band: Option<(f64, f64)>,
    /// What the band says.
    pub band_label: String,
}

struct Placed {
    scale: Scale,
    left: i32,
    right: i32,
    /// Room taken by the key, px.
    top: i32,
    /// Height of the axis.
    middle: i32,
    radius: i32,
    height: i32,
}

/// Draw two models about one axis as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn mirrored(chart: &Mirrored) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let (wide, height) = check::size(chart.size)?;
    let names = [&chart.above.label, &chart.below.label].map(|label| bold_width(label, BODY));
    let column = names.into_iter().max().unwrap_or(0).max(TITLE) + 12;
    // on a narrow drawing the names stand over the piles
    let left = if wide < 520 { NARROW } else { column };
    let key = Key::new(chart.highlight.iter().map(|own| (Sample::Own, own.label.as_str())), EDGE, wide);
    let (right, top) = (wide - NARROW, key.height);
    let middle = top + (height - top) / 2;
    let radius = if chart.above.values.len() > 60 { 4 } else { 5 };
    let placed = Placed { scale: Scale::new(&chart.axis, left, right), left, right, top, middle, radius, height };
    draw(chart.size, &chart.alt, |canvas| {
        key.paint(canvas)?;
        band(canvas, &chart.above, &placed, -1)?;
        band(canvas, &chart.below, &placed, 1)?;
        axis(canvas, &chart.axis, &placed)?;
        let own = chart.highlight.as_ref().map(|own| own.index);
        let [above, below] =
            [(&chart.above, -1), (&chart.below, 1)].map(|(pile, side)| spots(pile, own, &placed, side));
        swarm(canvas, chart.above.role, radius, &above)?;
        swarm(canvas, chart.below.role, radius, &below)?;
        stress(canvas, chart, (&above, &below), radius)?;
        name(canvas, &chart.above, &placed, -1)?;
        name(canvas, &chart.below, &placed, 1)
    })
}

fn verify(chart: &Mirrored) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    if chart.size.width < 240 || chart.size.height < 200 {
        let at_least = Size { width: chart.size.width.max(240), height: chart.size.height.max(200) };
        return Err(ChartError::TooSmall { at_least });
    }
    let expected = chart.above.values.len();
    for (pile, place) in [(&chart.above, "above"), (&chart.below, "below")] {
        check::not_empty(&pile.values, &format!("{place}.values"))?;
        if pile.values.len() != expected {
            let place = format!("{place}.values");
            return Err(ChartError::Mismatch { place, expected, found: pile.values.len() });
        }
        for (index, value) in pile.values.iter().enumerate() {
            check::within(*value, &chart.axis, || format!("{place}.values[{index}]"))?;
        }
        let Some((low, high)) = pile.band else { continue };
        [low, high].iter().try_for_each(|end| check::within(*end, &chart.axis, || format!("{place}.band")))?;
        if low > high {
            return Err(ChartError::NotAscending { place: format!("{place}.band") });
        }
    }
    check::highlight(chart.highlight.as_ref(), expected)
}

/// The edge of a side that lies farthest from the axis.
fn edge(placed: &Placed, side: i32) -> i32 {
    if side < 0 { placed.top + WORDS } else { placed.height - WORDS }
}

fn band(canvas: &Canvas, pile: &Pile, placed: &Placed, side: i32) -> Drawn {
    let Some((low, high)) = pile.band else { return Ok(()) };
    let (from, to) = (placed.scale.at(low), placed.scale.at(high));
    let (edge, inner) = (edge(placed, side), placed.middle + side * (GAP - placed.radius - 2));
    canvas.rect((from, edge.min(inner)), (to.max(from + 1), edge.max(inner)), BAND)?;
    let half = width(&pile.band_label, SMALL) / 2;
    let middle = (from + (to - from) / 2).clamp((EDGE + half).min(placed.right - half), placed.right - half);
    canvas.text(&pile.band_label, (middle, edge + side * WORDS / 2), Look::new(SMALL, INK, Side::Middle))
}

/// The axis between the piles: its numbers, and a line through zero.
fn axis(canvas: &Canvas, axis: &Axis, placed: &Placed) -> Drawn {
    if (axis.low..=axis.high).contains(&0.0) {
        let x = placed.scale.at(0.0);
        canvas.path(vec![(x, placed.top + WORDS), (x, placed.middle - LINE / 2)], AXIS_TEXT, 1)?;
        canvas.path(vec![(x, placed.middle + LINE / 2), (x, placed.height - WORDS)], AXIS_TEXT, 1)?;
    }
    let spans: Vec<(i32, i32)> = axis
        .ticks
        .iter()
        .map(|tick| {
            let (at, half) = (placed.scale.at(tick.at), width(&tick.label, SMALL) / 2);
            (at - half, at + half)
        })
        .collect();
    let zero = axis.ticks.iter().position(|tick| tick.at == 0.0);
    for index in without_collisions(&spans, 12, zero) {
        if let (Some(tick), Some((from, to))) = (axis.ticks.get(index), spans.get(index)) {
            let at = (from + (to - from) / 2, placed.middle);
            canvas.text(&tick.label, at, Look::new(SMALL, AXIS_TEXT, Side::Middle))?;
        }
    }
    if placed.left > NARROW {
        let lines = fit(&axis.title, SMALL, placed.left - 24, 3);
        canvas.lines(&lines, (EDGE, placed.middle), Look::new(SMALL, AXIS_TEXT, Side::Start))?;
    }
    Ok(())
}

/// Where the marks stand: in columns, each piled away from the axis, closer where there is no room.
fn spots(pile: &Pile, own: Option<usize>, placed: &Placed, side: i32) -> Vec<Point> {
    let wide = 2 * placed.radius + 2;
    let columns: Vec<i32> =
        pile.values.iter().map(|value| (placed.scale.at(*value) - placed.left).div_euclid(wide)).collect();
    let ranks = ranks(&columns, own);
    let most = ranks.iter().copied().max().unwrap_or(0).max(1);
    let room = (edge(placed, side) - (placed.middle + side * GAP)).abs() - wide;
    let step = |rank: i32| if most * wide <= room { rank * wide } else { rank * room / most };
    let place = |(column, rank): (&i32, i32)| {
        (placed.left + column * wide + wide / 2, placed.middle + side * (GAP + placed.radius + step(rank)))
    };
    columns.iter().zip(ranks).map(place).collect()
}

/// How many stand between each and the axis. The highlighted one stands at the axis.
fn ranks(columns: &[i32], own: Option<usize>) -> Vec<i32> {
    let mut counts = std::collections::BTreeMap::<i32, i32>::new();
    let mut next = |column: i32| {
        let count = counts.entry(column).or_default();
        *count += 1;
        *count - 1
    };
    own.and_then(|own| columns.get(own)).map(|column| next(*column));
    columns.iter().enumerate().map(|(index, column)| if own == Some(index) { 0 } else { next(*column) }).collect()
}

fn name(canvas: &Canvas, pile: &Pile, placed: &Placed, side: i32) -> Drawn {
    let look = Look { bold: true, ..Look::new(BODY, colour(pile.role), Side::Start) };
    let y = if placed.left > NARROW { placed.middle + side * (GAP + 30) } else { edge(placed, side) - side * 12 };
    canvas.text(&pile.label, (EDGE, y), look)
}

/// The highlighted unit, joined across the axis.
fn stress(canvas: &Canvas, chart: &Mirrored, (above, below): (&[Point], &[Point]), radius: i32) -> Drawn {
    let Some(own) = &chart.highlight else { return Ok(()) };
    let (Some(from), Some(to)) = (above.get(own.index), below.get(own.index)) else { return Ok(()) };
    let mut line = Path::new(1);
    line.jump(*from);
    line.line(*to);
    line.paint(canvas, Ink::Line(INK, "1.5"))?;
    stressed(canvas, &[(chart.above.role, *from), (chart.below.role, *to)], radius, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_one_column_pile_up_from_the_axis_and_the_own_one_stands_first() {
        assert_eq!(ranks(&[3, 3, 5, 3], None), [0, 1, 0, 2]);
        assert_eq!(ranks(&[3, 3, 5, 3], Some(3)), [1, 2, 0, 0]);
    }
}
