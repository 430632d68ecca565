//! Notes and problems as they come up, with the text of the cells that they are about. Decides nothing.

use super::origin::{Block, Origin, Place};
use super::reading::{Note, Problem, ProblemKind, shown};
use super::sheet::Sheet;

/// What is to be said of one sheet.
pub(super) struct Report<'a> {
    /// The sheet's position.
    pub(super) sheet: usize,
    cells: &'a Sheet,
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Report<'a> {
    /// What was said, alike things together: a table without sexes is one problem and not one for each number.
    pub(super) fn finish(self) -> (Vec<Note>, Vec<Problem>) {
        let sheet = self.sheet;
        let mut notes: Vec<Note> = Vec::new();
        for note in self.notes {
            match notes.iter_mut().find_map(|earlier| same_label(earlier, &note)) {
                Some((origin, more)) => *origin = joined(sheet, origin, more),
                None => notes.push(note),
            }
        }
        let mut problems: Vec<Problem> = Vec::new();
        let mut blocks: Vec<(Problem, Vec<Block>)> = Vec::new();
        for problem in self.problems {
            match blocks.iter_mut().find(|(first, _)| is_alike(first, &problem)) {
                Some((_, more)) => more.extend(problem.origin.blocks),
                None => {
                    if is_of_many(&problem.kind) {
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
        Self { sheet, cells, notes: Vec::new(), problems: Vec::new() }
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

/// Whether two problems are told as one.
fn is_alike(one: &Problem, other: &Problem) -> bool {
    one.kind == other.kind && (!is_told_by_text(&one.kind) || one.text == other.text)
}

/// The origins of two notes that say the same of equal labels.
fn same_label<'a>(one: &'a mut Note, other: &'a Note) -> Option<(&'a mut Origin, &'a Origin)> {
    match (one, other) {
        (
            Note::DateTurnedBack { origin, text, band },
            Note::DateTurnedBack { origin: more, text: other_text, band: other_band },
        )
        | (
            Note::OpenBand { origin, text, band },
            Note::OpenBand { origin: more, text: other_text, band: other_band },
        ) => (text == other_text && band == other_band).then_some((origin, more)),
        (Note::NotListed { origin, text }, Note::NotListed { origin: more, text: other_text }) => {
            (text == other_text).then_some((origin, more))
        }
        (Note::LeftOut { origin, text }, Note::LeftOut { origin: more, text: other_text }) => {
            (text == other_text && text.ends_with('%')).then_some((origin, more))
        }
        _ => None,
    }
}

fn joined(sheet: usize, one: &Origin, other: &Origin) -> Origin {
    let places = one
        .blocks
        .iter()
        .chain(&other.blocks)
        .flat_map(|block| (block.first.row..=block.last.row).map(|row| Place::new(row, block.first.column)));
    Origin::cells(sheet, places)
}
