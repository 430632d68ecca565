//! Which sheet has the list, and where its columns stand. Does not read the numbers.

use super::heads::{filled, headed};
use super::numbers::is_number;
use super::words::Words;
use super::{Column, StaffProblemKind};
use crate::import::{Origin, Place, Problem, Sheet, shown};
use model::staffing::item::Group;

/// Where a sheet's list stands.
#[derive(Clone, Debug, Default)]
pub(super) struct StaffLayout {
    /// The sheet's position.
    pub(super) sheet: usize,
    /// The first row of headings.
    pub(super) first: usize,
    /// The first row below the headings.
    pub(super) end: usize,
    /// The first column to the right of all headings.
    pub(super) width: usize,
    /// The columns that are named.
    pub(super) columns: Vec<(Column, usize)>,
    /// Columns whose headings say more than is understood.
    pub(super) unclear: Vec<(Column, usize)>,
    /// Columns that are named again, and where they are named first.
    pub(super) twice: Vec<(Column, usize, usize)>,
    /// Columns whose headings say that full-time equivalents are in per cent.
    pub(super) degrees: Vec<usize>,
    /// A column of a list with one row a doctor.
    pub(super) of_one_doctor: Option<usize>,
    /// The column of the listed, where its heading does not say that they are.
    pub(super) taken_for_listed: Option<usize>,
}

/// The layout of the sheet with the list, and the problems of its headings.
pub(super) fn layout(
    sheets: &[Sheet],
    words: &Words,
) -> Result<(StaffLayout, Vec<Problem<StaffProblemKind>>), Problem<StaffProblemKind>> {
    let headed: Vec<StaffLayout> = all(sheets, |number, sheet| headed(number, sheet, words));
    let complete: Vec<&StaffLayout> = headed.iter().filter(|layout| layout.is_complete()).collect();
    let bare: Vec<StaffLayout> = all(sheets, |number, sheet| without_headings(number, sheet, words));
    let lists = if complete.is_empty() { bare.iter().collect() } else { complete };
    if let [one, others @ ..] = lists.as_slice() {
        let other = one.origin(sheets);
        let second =
            |layout: &&StaffLayout| layout.problem(sheets, StaffProblemKind::SeveralLists { other: other.clone() });
        let mut problems = one.problems(sheets);
        problems.extend(others.iter().map(second));
        return Ok(((*one).clone(), problems));
    }
    let named = headed.into_iter().rev().max_by_key(|layout| layout.columns.len());
    let nothing_named = || all(sheets, first_row).into_iter().next();
    let Some(layout) = named.or_else(nothing_named) else {
        let origin = Origin::cell(0, Place::new(0, 0));
        return Err(Problem { origin, text: String::new(), kind: StaffProblemKind::Empty });
    };
    let problems = layout.problems(sheets);
    Ok((layout, problems))
}

fn all(sheets: &[Sheet], layout: impl Fn(usize, &Sheet) -> Option<StaffLayout>) -> Vec<StaffLayout> {
    sheets.iter().enumerate().filter_map(|(number, sheet)| layout(number, sheet)).collect()
}

/// The first row with anything in it, as the place where headings are missed.
fn first_row(number: usize, sheet: &Sheet) -> Option<StaffLayout> {
    let first = (0..sheet.rows.len()).find(|row| filled(sheet, *row).next().is_some())?;
    Some(StaffLayout { sheet: number, first, end: first, ..StaffLayout::default() })
}

/// A list that begins with a name and two or three numbers.
fn without_headings(number: usize, sheet: &Sheet, words: &Words) -> Option<StaffLayout> {
    let layout = first_row(number, sheet)?;
    let mut cells = filled(sheet, layout.first);
    let (from, name) = cells.next()?;
    let rest: Vec<_> = cells.collect();
    let follow = rest.iter().zip(from + 1..).all(|((at, cell), place)| *at == place && is_number(cell, words));
    let is_list = !is_number(name, words) && follow && (2..=3).contains(&rest.len());
    let columns: Vec<_> = Column::BARE.into_iter().zip(from..=from + rest.len()).collect();
    is_list.then(|| StaffLayout { width: from + columns.len(), columns, ..layout })
}

impl StaffLayout {
    /// Where the column stands.
    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }

    /// Whether a heading names the column, clearly or not.
    pub(super) fn names(&self, column: Column) -> bool {
        self.columns.iter().chain(&self.unclear).any(|(known, _)| *known == column)
    }

    /// Whether a column counts doctors of the group.
    fn tells(&self, group: Group) -> bool {
        self.at(Column::Fte(group)).or(self.at(Column::Heads(group))).is_some()
    }

    /// Whether the list can do without the column.
    fn is_optional(&self, column: Column) -> bool {
        match column {
            Column::Name | Column::Listed => false,
            Column::Fte(Group::Specialist) => self.tells(Group::Specialist),
            Column::Fte(_) | Column::Heads(_) => true,
        }
    }

    /// Whether the list has no headings.
    pub(super) fn is_bare(&self) -> bool {
        self.first == self.end
    }

    /// Whether it has every column but the one that may be missing.
    fn is_complete(&self) -> bool {
        self.at(Column::Name).is_some() && self.at(Column::Listed).is_some() && self.tells(Group::Specialist)
    }

    /// The lowest heading of a column, as a place.
    pub(super) fn heading(&self, sheet: &Sheet, column: usize) -> Place {
        let is_filled = |row: &usize| sheet.cell(*row, column).is_some_and(|cell| !cell.is_blank());
        let row = (self.first..self.end).rev().find(is_filled).unwrap_or(self.first);
        Place::new(row, column)
    }

    /// The row of the headings, by its first cell.
    fn origin(&self, sheets: &[Sheet]) -> Origin {
        let column = sheets.get(self.sheet).and_then(|sheet| filled(sheet, self.first).next());
        Origin::cell(self.sheet, Place::new(self.first, column.map_or(0, |(column, _)| column)))
    }

    fn problem(&self, sheets: &[Sheet], kind: StaffProblemKind) -> Problem<StaffProblemKind> {
        Problem { origin: self.origin(sheets), text: String::new(), kind }
    }

    fn problems(&self, sheets: &[Sheet]) -> Vec<Problem<StaffProblemKind>> {
        let Some(sheet) = sheets.get(self.sheet) else { return Vec::new() };
        let at = |column: usize, kind: StaffProblemKind| {
            let place = self.heading(sheet, column);
            let text = sheet.cell(place.row, place.column).map(|cell| shown(&cell.text)).unwrap_or_default();
            Problem { origin: Origin::cell(self.sheet, place), text, kind }
        };
        if let Some(place) = self.of_one_doctor.filter(|_| !self.is_complete()) {
            return vec![at(place, StaffProblemKind::RowADoctor)];
        }
        let mut problems = Vec::new();
        for column in Column::ALL.into_iter().filter(|column| self.at(*column).is_none()) {
            match self.unclear.iter().find(|(unclear, _)| *unclear == column) {
                Some((_, place)) => problems.push(at(*place, StaffProblemKind::HeadingUnclear(column))),
                None if self.is_optional(column) => {}
                None => problems.push(self.problem(sheets, StaffProblemKind::HeadingMissing(column))),
            }
        }
        for (column, place, earlier) in &self.twice {
            let other = Origin::cell(self.sheet, self.heading(sheet, *earlier));
            problems.push(at(*place, StaffProblemKind::HeadingTwice { column: *column, other }));
        }
        problems
    }
}
