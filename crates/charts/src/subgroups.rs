//! What several models mean for groups of people: a mark and its interval a model, row by row, under headings. It does
//! not know who is in a group.

use crate::axis::EDGE;
use crate::canvas::{Canvas, Drawn, Point, draw};
use crate::check;
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::key::{Key, Sample};
use crate::marks::mark;
use crate::palette::{Role, colour};
use crate::path::{Ink, Path};
use crate::rows::{Frame, RowPlan, frame};
use crate::spec::{Axis, Size};
use crate::swarm::{hollow, swarm};

/// Radius of a mark, px.
const RADIUS: i32 = 4;
/// Height of one model's mark and interval, px.
const LANE: i32 = 12;
/// Room for the sign before a value, px.
const SIGN: i32 = 18;

/// Rows under headings, each with a mark and an interval for every model.
#[derive(Debug, Clone, PartialEq)]
pub struct Subgroups {
    /// Size, px; see [`Size::for_subgroups`].
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// Horizontal axis; it contains every value and interval.
    pub axis: Axis,
    /// Models in the order in which they stand in a row, at least one; up to three are easily read.
    pub models: Vec<SubgroupModel>,
    /// Rows with their headings, from the top.
    pub sections: Vec<Section>,
}

/// A model.
#[derive(Debug, Clone, PartialEq)]
pub struct SubgroupModel {
    /// What it stands for: colour and shape.
    pub role: Role,
    /// Name in the key. May be empty.
    pub label: String,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Heading above the rows. May be empty.
    pub heading: String,
    /// Rows from the top, at least one.
    pub rows: Vec<SubgroupRow>,
}

/// One group of people.
#[derive(Debug, Clone, PartialEq)]
pub struct SubgroupRow {
    /// Name of the group.
    pub label: String,
    /// One a model, in the order of the models. What is withheld or not known is `None` and has no mark.
    pub estimates: Vec<Option<Estimate>>,
    /// The direction of the difference told at the right end: [`Role::More`], [`Role::Less`] or none.
    pub sign: Option<Role>,
    /// Text at the right end, after the sign. May be empty.
    pub difference_label: String,
}

/// A value and its interval, `low` at most `value` at most `high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Lower end of the interval.
    pub low: f64,
    /// The value.
    pub value: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// Draw subgroups as elements.
///
/// # Errors
/// What is wrong with the specification, and where; see [`ChartError`].
pub fn subgroups(chart: &Subgroups) -> Result<Drawing, ChartError> {
    verify(chart)?;
    let (width, _) = check::size(chart.size)?;
    let key = chart.models.iter().map(|model| (Sample::Mark(model.role), model.label.as_str()));
    let key = Key::new(key, EDGE, width);
    let rows: Vec<&SubgroupRow> = chart.sections.iter().flat_map(|section| &section.rows).collect();
    let frame = frame(&plan(chart, &rows, key.height + 6))?;
    draw(chart.size, &chart.alt, |canvas| {
        frame.paint(canvas, &chart.axis)?;
        frame.zero(canvas, &chart.axis)?;
        key.paint(canvas)?;
        for (lane, model) in chart.models.iter().enumerate() {
            estimates(canvas, model.role, &lane_of(chart, &rows, &frame, lane))?;
        }
        let mut signs = rows.iter().zip(&frame.rows);
        signs.try_for_each(|(row, place)| match row.sign {
            Some(role) if !row.difference_label.is_empty() => mark(canvas, role, frame.sign(place)),
            _ => Ok(()),
        })
    })
}

fn plan<'a>(chart: &'a Subgroups, rows: &[&'a SubgroupRow], head: i32) -> RowPlan<'a> {
    let texts = rows.iter().map(|row| (row.label.as_str(), row.difference_label.as_str())).collect();
    let first = |section: &'a Section| {
        let heading = |(index, _)| if index == 0 { section.heading.as_str() } else { "" };
        section.rows.iter().enumerate().map(heading)
    };
    let headings = chart.sections.iter().flat_map(first).collect();
    let drawing = LANE.saturating_mul(i32::try_from(chart.models.len()).unwrap_or(i32::MAX));
    RowPlan { sign: SIGN, headings, drawing, ..RowPlan::new(chart.size, &chart.axis, texts, head) }
}

fn verify(chart: &Subgroups) -> Result<(), ChartError> {
    check::size(chart.size)?;
    check::axis(&chart.axis, "axis")?;
    check::not_empty(&chart.models, "models")?;
    check::not_empty(&chart.sections, "sections")?;
    for (at, section) in chart.sections.iter().enumerate() {
        check::not_empty(&section.rows, &format!("sections[{at}].rows"))?;
        for (index, row) in section.rows.iter().enumerate() {
            verify_row(chart, row, &format!("sections[{at}].rows[{index}].estimates"))?;
        }
    }
    Ok(())
}

fn verify_row(chart: &Subgroups, row: &SubgroupRow, place: &str) -> Result<(), ChartError> {
    let (expected, found) = (chart.models.len(), row.estimates.len());
    if found != expected {
        return Err(ChartError::Mismatch { place: place.to_owned(), expected, found });
    }
    for (index, estimate) in row.estimates.iter().enumerate() {
        let Some(Estimate { low, value, high }) = *estimate else { continue };
        let place = || format!("{place}[{index}]");
        [low, value, high].iter().try_for_each(|value| check::within(*value, &chart.axis, place))?;
        if low > value || value > high {
            return Err(ChartError::NotAscending { place: place() });
        }
    }
    Ok(())
}

/// Value and ends of the interval of one model in every row, px.
fn lane_of(chart: &Subgroups, rows: &[&SubgroupRow], frame: &Frame, lane: usize) -> Vec<(Point, i32, i32)> {
    let whole = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let (count, lane_number) = (whole(chart.models.len()), whole(lane));
    let place = |(row, place): (&&SubgroupRow, &crate::rows::PlacedRow)| {
        let Estimate { low, value, high } = (*row.estimates.get(lane)?)?;
        let pitch = (2 * place.half / count.max(1)).min(LANE + 2);
        let y = place.middle + (2 * lane_number - count + 1) * pitch / 2;
        Some(((frame.scale.at(value), y), frame.scale.at(low), frame.scale.at(high)))
    };
    rows.iter().zip(&frame.rows).filter_map(place).collect()
}

/// Intervals, not seen within hollow marks, and the marks.
fn estimates(canvas: &Canvas, role: Role, places: &[(Point, i32, i32)]) -> Drawn {
    let gap = if hollow(role) { RADIUS } else { 0 };
    let mut lines = Path::new(places.len() * 2);
    for ((x, y), low, high) in places {
        for (from, to) in [(*low, x - gap), (x + gap, *high)] {
            if from < to {
                lines.jump((from, *y));
                lines.line((to, *y));
            }
        }
    }
    lines.paint(canvas, Ink::Line(colour(role), "1.5"))?;
    let marks: Vec<Point> = places.iter().map(|(at, _, _)| *at).collect();
    swarm(canvas, role, RADIUS, &marks)
}
