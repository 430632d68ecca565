//! Which cells of a sheet are counts that are not told. `1–4` may be one or a band of ages, and `<5` too: headings, what
//! stands to the left and what stands above and below tell which. Knows no table.

use super::ages::{Ages, are_neighbours};
use super::hidden::Hidden;
use super::label::{Label, Measure};
use super::mark::Mark;
use super::sheet::{Sheet, Typed};
use super::words::Meaning;
use model::{age::AgeBand, sex::Sex};
use std::ops::Range;

/// What stands over a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Heading {
    /// Nothing that tells.
    #[default]
    None,
    /// What its numbers count.
    Counts,
    /// Ages, in a row of them.
    Ages,
    /// What its labels are.
    Labels,
}

/// Marks hidden counts as numbers that cannot be read, so that they are told where numbers are.
pub(super) fn mark_hidden(sheet: &Sheet, marks: &mut [Vec<Mark>]) {
    let mut start = 0;
    while start < marks.len() {
        let end = end_of_block(marks, start);
        let found = in_block(sheet, marks, start..end);
        for (row, column) in found {
            if let Some(mark) = marks.get_mut(row).and_then(|row| row.get_mut(column)) {
                *mark = Mark::Number(None);
            }
        }
        start = end;
    }
}

/// The first row of headings after a row that is none.
fn end_of_block(marks: &[Vec<Mark>], start: usize) -> usize {
    let mut in_body = false;
    for (row, cells) in marks.iter().enumerate().skip(start) {
        let is_heading = is_heading(cells);
        if is_heading && in_body {
            return row;
        }
        in_body |= !is_heading && filled(cells).nth(1).is_some();
    }
    marks.len()
}

fn filled(cells: &[Mark]) -> impl Iterator<Item = (usize, &Mark)> + Clone {
    cells.iter().enumerate().filter(|(_, mark)| **mark != Mark::Blank)
}

/// Several texts, different ones, and no number: ages that follow on each other, or no ages at all.
fn is_heading(cells: &[Mark]) -> bool {
    let mut marks = filled(cells).map(|(_, mark)| mark);
    let Some(first) = marks.next() else { return false };
    let differ = marks.clone().any(|mark| mark != first);
    let has_numbers = filled(cells).any(|(_, mark)| mark.is_number());
    differ && !has_numbers && (are_ages_across(cells) || marks.all(says_no_ages))
}

fn says_no_ages(mark: &Mark) -> bool {
    mark.label().is_some_and(|label| label.ages.is_none() && !label.strange)
}

fn band(mark: &Mark) -> Option<(Option<Sex>, AgeBand)> {
    let label = mark.label().filter(|label| !label.strange)?;
    match label.ages {
        Some(Ages::Band(band)) => Some((label.sex, band)),
        _ => None,
    }
}

/// Bands of ages that stand beside each other and follow on each other; how many pairs rise, and how many there are.
fn neighbours<'a>(marks: impl Iterator<Item = &'a Mark> + Clone) -> (usize, usize) {
    let pairs = marks.clone().zip(marks.skip(1)).filter_map(|(one, next)| band(one).zip(band(next)));
    let follow = pairs.filter(|((sex, one), (other, next))| sex == other && are_neighbours(*one, *next));
    (follow.clone().filter(|((_, one), (_, next))| one.low < next.low).count(), follow.count())
}

/// Whether a row is of ages. One pair that falls is none: `5–9`, and beside it `1–4` persons.
fn are_ages_across(cells: &[Mark]) -> bool {
    let (rising, all) = neighbours(filled(cells).map(|(_, mark)| mark));
    rising > 0 || all > 1
}

/// The hidden counts of a block: rows of headings, and the rows below them.
fn in_block(sheet: &Sheet, marks: &[Vec<Mark>], rows: Range<usize>) -> Vec<(usize, usize)> {
    let block = marks.get(rows.clone()).unwrap_or_default();
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    let mut headings = vec![Heading::None; width];
    let head = block.iter().take_while(|cells| is_heading(cells) || filled(cells).nth(1).is_none());
    for cells in head.clone().filter(|cells| is_heading(cells)) {
        let has_ages = are_ages_across(cells);
        for (heading, mark) in headings.iter_mut().zip(cells) {
            *heading = mark.label().map_or(*heading, |label| of_label(label, has_ages).unwrap_or(*heading));
        }
    }
    let body = head.count();
    let below = block.get(body..).unwrap_or_default();
    // ages in every row of a column, following on each other, are its labels whatever stands above
    let labels: Vec<bool> = (0..width).map(|column| holds_ages(below, column)).collect();
    let mut found = Vec::new();
    for (row, cells) in below.iter().enumerate().map(|(place, cells)| (rows.start + body + place, cells)) {
        let text = |column: usize| sheet.cell(row, column).filter(|cell| cell.typed == Typed::Text);
        let may_be = |column: usize, mark: &Mark| match mark {
            Mark::Date(_) => true,
            Mark::Label(_) => text(column).is_some_and(|cell| Hidden::read(&cell.text).is_some()),
            _ => false,
        };
        let last = filled(cells).last().map(|(column, _)| column);
        let has_numbers = filled(cells).any(|(_, mark)| mark.is_number());
        let (mut has_left, mut is_told) = (false, false);
        for (column, mark) in filled(cells) {
            let heading = headings.get(column).copied().unwrap_or_default();
            let under = matches!(heading, Heading::Counts | Heading::Ages);
            let alone = heading == Heading::None && Some(column) == last && !has_numbers;
            let is_label = labels.get(column).copied().unwrap_or_default();
            if !is_label && (under && has_left || alone && is_told) && may_be(column, mark) {
                found.push((row, column));
            } else {
                (has_left, is_told) = (true, is_told || says_whose(mark));
            }
        }
    }
    found
}

/// What a heading says of its column.
fn of_label(label: &Label, has_ages: bool) -> Option<Heading> {
    let counts = label.sex.is_some() || label.measure.is_some() || label.factor.is_some() || label.total;
    let counts = counts || label.other_condition;
    match label {
        // beside ages across, a name that is not known has numbers too
        Label { strange: true, ages: None, holds: None | Some(Meaning::Condition), .. } if has_ages => {
            Some(Heading::Counts)
        }
        Label { holds: Some(_), .. } => Some(Heading::Labels),
        _ if counts => Some(Heading::Counts),
        Label { ages: Some(_), .. } if has_ages => Some(Heading::Ages),
        _ => None,
    }
}

fn holds_ages(rows: &[Vec<Mark>], column: usize) -> bool {
    let marks = rows.iter().filter_map(|cells| cells.get(column)).filter(|mark| **mark != Mark::Blank);
    let is_label = |mark: &Mark| mark.label().is_some_and(|label| label.ages.is_some() || label.total);
    marks.clone().all(is_label) && neighbours(marks).1 > 0
}

/// Whether a row's label says whom a count beside it is of, without a heading.
fn says_whose(mark: &Mark) -> bool {
    let says = |label: &Label| label.ages.is_some() || label.factor.is_some() || label.measure == Some(Measure::Cost);
    mark.label().is_some_and(says)
}
