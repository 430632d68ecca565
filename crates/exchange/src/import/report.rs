//! Notes and problems as they come up, with the text of the cells that they are about. Decides nothing.

use super::origin::{Block, Origin, Place};
use super::reading::{Note, Problem, ProblemKind, shown};
use super::sheet::{Sheet, SheetCell};
use super::value::{Value, value};
use crate::number::NumberError;
use rust_decimal::Decimal;

/// What is to be said of one sheet.
pub(super) struct Report<'a> {
    /// The sheet's position.
    pub(super) sheet: usize,
    cells: &'a Sheet,
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<Problem>,
    /// Whether a table with ages names several vårdcentraler.
    pub(super) names_several: bool,
}

impl<'a> Report<'a> {
    /// What was said, alike things together: a table without sexes is one problem and not one for each number.
    pub(super) fn finish(self) -> (Vec<Note>, Vec<Problem>) {
        let sheet = self.sheet;
        let mut notes: Vec<(Note, Vec<Place>)> = Vec::new();
        for mut note in self.notes {
            match notes.iter_mut().find(|(earlier, _)| says_the_same(earlier, &note)) {
                Some((_, places)) => places.extend(origin_of(&mut note).iter().flat_map(|origin| origin.places())),
                None => {
                    let places = origin_of(&mut note).map(|origin| origin.places().collect()).unwrap_or_default();
                    notes.push((note, places));
                }
            }
        }
        let with_places = |(mut note, places): (Note, Vec<Place>)| {
            if let Some(origin) = origin_of(&mut note) {
                *origin = Origin::cells(sheet, places);
            }
            note
        };
        let notes = notes.into_iter().map(with_places).collect();
        let are_many_parts =
            self.problems.iter().filter(|problem| is_no_whole_number(problem)).nth(MOST_PARTS).is_some();
        let is_alike = |one: &Problem, other: &Problem| {
            is_alike(one, other) || is_no_whole_number(one) && is_no_whole_number(other)
        };
        let mut problems: Vec<Problem> = Vec::new();
        let mut blocks: Vec<(Problem, Vec<Block>)> = Vec::new();
        for problem in self.problems {
            match blocks.iter_mut().find(|(first, _)| is_alike(first, &problem)) {
                Some((_, more)) => more.extend(problem.origin.blocks),
                None => {
                    if is_of_many(&problem.kind) || are_many_parts && is_no_whole_number(&problem) {
                        blocks.push((problem.clone(), problem.origin.blocks.clone()));
                    }
                    problems.push(problem);
                }
            }
        }
        for (first, blocks) in blocks {
            if let Some(problem) = problems.iter_mut().find(|problem| **problem == first) {
                problem.origin = Origin::cells(sheet, blocks.iter().map(|block| block.first));
            }
        }
        (notes, problems)
    }

    pub(super) fn new(sheet: usize, cells: &'a Sheet) -> Self {
        Self { sheet, cells, notes: Vec::new(), problems: Vec::new(), names_several: false }
    }

    /// The sheet's name, cut short.
    pub(super) fn name(&self) -> String {
        shown(&self.cells.name)
    }

    /// One cell as an origin.
    pub(super) fn origin(&self, place: Place) -> Origin {
        Origin::cell(self.sheet, place)
    }

    /// Several cells as an origin.
    pub(super) fn origins(&self, places: impl IntoIterator<Item = Place>) -> Origin {
        Origin::cells(self.sheet, places)
    }

    /// What the cell says, cut short.
    pub(super) fn text(&self, place: Place) -> String {
        self.cells.cell(place.row, place.column).map(|cell| shown(&cell.text)).unwrap_or_default()
    }

    /// What the cell says as far as a name goes.
    pub(super) fn whole_text(&self, place: Place) -> String {
        const MAX_NAME: usize = 200;
        let text = |cell: &SheetCell| cell.text.trim().chars().take(MAX_NAME).collect();
        self.cells.cell(place.row, place.column).map(text).unwrap_or_default()
    }

    /// The number of the cell, if it is one and can be read in one way only.
    pub(super) fn number(&self, place: Place) -> Option<Decimal> {
        match value(self.cells.cell(place.row, place.column)?) {
            Ok(Value::One(number)) => Some(number),
            _ => None,
        }
    }

    /// Whether the problem with the cell was told already.
    pub(super) fn has(&self, place: Place, kind: &ProblemKind) -> bool {
        self.problems.iter().any(|problem| problem.kind == *kind && problem.origin.contains(place))
    }

    /// Whether the cell is written with three digits and nothing else.
    pub(super) fn is_three_digits(&self, place: Place) -> bool {
        let cell = self.cells.cell(place.row, place.column);
        cell.is_some_and(|cell| cell.text.len() == 3 && cell.text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Adds a problem with the cell.
    pub(super) fn problem(&mut self, place: Place, kind: ProblemKind) {
        let problem = Problem { origin: self.origin(place), text: self.text(place), kind };
        self.problems.push(problem);
    }
}

/// Problems that come in whole columns, each of a single cell.
fn is_of_many(kind: &ProblemKind) -> bool {
    use ProblemKind::{
        Blank, CodeNotCondition, Dash, KronorNotPersons, NoAges, NoResult, NoSex, Parted, Thousands, Unlabelled,
    };
    let is_told_by_place = matches!(
        kind,
        Blank
            | CodeNotCondition
            | NoResult
            | Parted
            | Dash
            | KronorNotPersons
            | NoAges
            | NoSex
            | Thousands
            | Unlabelled
    );
    is_told_by_place || is_told_by_text(kind)
}

/// Problems whose sentence says what is written, so that only those written alike are one.
fn is_told_by_text(kind: &ProblemKind) -> bool {
    use ProblemKind::{Heading, Hidden, Label, Status, UnknownCondition};
    matches!(kind, Heading | Hidden | Label | Status | UnknownCondition)
}

/// More decimals among counts are one problem, such as shares without a sign.
const MOST_PARTS: usize = 5;

fn is_no_whole_number(problem: &Problem) -> bool {
    matches!(problem.kind, ProblemKind::Number(NumberError::NotWhole { .. }))
}

/// Whether two problems are told as one.
fn is_alike(one: &Problem, other: &Problem) -> bool {
    one.kind == other.kind && (!is_told_by_text(&one.kind) || one.text == other.text)
}

/// Where a note is that several labels alike can have.
fn origin_of(note: &mut Note) -> Option<&mut Origin> {
    match note {
        Note::DateTurnedBack { origin, .. }
        | Note::OpenBand { origin, .. }
        | Note::NotListed { origin, .. }
        | Note::LeftOut { origin, .. }
        | Note::OtherConditions { origin, .. } => Some(origin),
        _ => None,
    }
}

/// Whether two notes say the same of equal labels.
fn says_the_same(one: &Note, other: &Note) -> bool {
    match (one, other) {
        (Note::DateTurnedBack { text, band, .. }, Note::DateTurnedBack { text: other_text, band: other_band, .. })
        | (Note::OpenBand { text, band, .. }, Note::OpenBand { text: other_text, band: other_band, .. }) => {
            text == other_text && band == other_band
        }
        (Note::NotListed { text, .. }, Note::NotListed { text: other_text, .. }) => text == other_text,
        // rows that are called the same, and columns of percentages
        (Note::LeftOut { text, origin }, Note::LeftOut { text: other_text, origin: other }) => {
            text == other_text && (text.ends_with('%') || is_of_a_row(origin) && is_of_a_row(other))
        }
        (Note::OtherConditions { .. }, Note::OtherConditions { .. }) => true,
        _ => false,
    }
}

fn is_of_a_row(origin: &Origin) -> bool {
    let first = origin.blocks.first().map(|block| block.first.row);
    origin.blocks.iter().all(|block| Some(block.first.row) == first && Some(block.last.row) == first)
}
