//! Turns cells into numbers, by what the other numbers of the column show of its marks. What neither they nor an answer
//! decides is kept for the question.

use super::fact::Counted;
use super::facts::Source;
use super::hidden::{Bounds, Hidden};
use super::origin::{Origin, Place};
use super::question::{Answers, Question};
use super::reading::{Note, ProblemKind, shown};
use super::report::Report;
use super::sheet::{Sheet, SheetCell, Typed};
use super::value::{Ambiguous, DecimalMark, Value, evidence, is_money, value};
use crate::number::{Notation, NumberError};
use model::{bounds::LARGEST_DRUG_COST, count::Count, measure::Measure};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What a cell is read for.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// What is counted.
    pub(super) counted: Counted,
    /// How many of the last digits of kronor are not written.
    pub(super) thousands: u32,
}

/// The numbers of one sheet.
pub(super) struct Numbers<'a> {
    cells: &'a Sheet,
    answers: Answers,
    notation: Notation,
    /// What the column shows.
    column: Option<DecimalMark>,
    /// What each row shows, in a table with ages across.
    rows: BTreeMap<usize, DecimalMark>,
    /// Numbers that were decided by what others show.
    decided: Vec<(DecimalMark, Place)>,
    /// Numbers that nothing decides.
    open: Vec<(Ambiguous, Place)>,
}

impl<'a> Numbers<'a> {
    pub(super) fn new(cells: &'a Sheet, answers: Answers, notation: Notation) -> Self {
        Self { cells, answers, notation, column: None, rows: BTreeMap::new(), decided: Vec::new(), open: Vec::new() }
    }

    /// Looks at the rows of the table that is to be read next, if its ages stand across.
    pub(super) fn table(&mut self, source: &Source, ages_across: bool) {
        let row = |row: &usize| {
            let places = (0..source.marks.width(*row)).map(|column| Place::new(*row, column));
            let numbers = places.filter(|at| source.marks.at(at.row, at.column).is_number());
            Some((*row, self.shown_by(numbers)?))
        };
        self.rows = source.table.body.iter().filter(|_| ages_across).filter_map(row).collect();
    }

    /// Looks at the column that is to be read next.
    pub(super) fn column(&mut self, source: &Source, column: usize) {
        self.column = self.shown_by(source.table.body.iter().map(|row| Place::new(*row, column)));
    }

    /// The mark that every number which shows one agrees on.
    fn shown_by(&self, places: impl Iterator<Item = Place>) -> Option<DecimalMark> {
        let cells = places.filter_map(|at| self.cells.cell(at.row, at.column));
        let texts = cells.filter(|cell| cell.typed == Typed::Text && value(cell).is_ok());
        let mut shown = texts.filter_map(|cell| evidence(&cell.text));
        let first = shown.next()?;
        shown.all(|mark| mark == first).then_some(first)
    }

    /// Whether anything stands in the cell.
    pub(super) fn says_something(&self, at: Place) -> bool {
        self.cells.cell(at.row, at.column).is_some_and(|cell| !cell.is_blank())
    }

    /// Within what the cell's count is, if it is one that is not told.
    pub(super) fn masked(&self, at: Place) -> Option<Bounds> {
        let cell = self.cells.cell(at.row, at.column)?;
        (hidden(cell)? == ProblemKind::Hidden).then(|| Bounds::read(&cell.text))
    }

    /// Whether a unit of money stands after the number.
    pub(super) fn is_money(&self, at: Place) -> bool {
        self.cells.cell(at.row, at.column).is_some_and(|cell| cell.typed == Typed::Text && is_money(&cell.text))
    }

    /// The number of the cell, whole and in bounds where persons are counted; else the problem is reported.
    pub(super) fn value(&mut self, at: Place, asked: Asked, report: &mut Report) -> Option<Decimal> {
        let Asked { counted, thousands } = asked;
        if !self.says_something(at) {
            report.problem(at, ProblemKind::Blank);
            return None;
        }
        let cell = self.cells.cell(at.row, at.column)?;
        if cell.typed == Typed::NoResult {
            report.problem(at, ProblemKind::NoResult);
            return None;
        }
        if let Some(kind) = hidden(cell) {
            report.problem(at, kind);
            return None;
        }
        let number = match value(cell) {
            Ok(Value::One(number)) => Ok(number),
            Ok(Value::Two(number)) => self.decided(number, at).ok_or(None),
            Err(fault) => Err(Some(fault)),
        };
        let checked = number.and_then(|number| {
            let scaled = if counted.is_cost() { scaled(number, thousands) } else { Some(number) };
            scaled.ok_or(None).and_then(|number| checked(number, &cell.text, counted).map_err(Some))
        });
        match checked {
            Ok(number) => Some(number),
            Err(fault) => {
                if let Some(fault) = fault {
                    report.problem(at, ProblemKind::Number(fault));
                }
                None
            }
        }
    }

    fn decided(&mut self, number: Ambiguous, at: Place) -> Option<Decimal> {
        if let Some(mark) = self.column.or(self.rows.get(&at.row).copied()) {
            self.decided.push((mark, at));
            return Some(number.decided(mark));
        }
        let own =
            (self.notation == Notation::English && number.mark == DecimalMark::Comma).then_some(DecimalMark::Point);
        match self.answers.decimal_mark.or(own) {
            Some(mark) => Some(number.decided(mark)),
            None => {
                self.open.push((number, at));
                None
            }
        }
    }

    /// Says what was decided by other numbers, and asks for what was not.
    pub(super) fn finish(self, report: &mut Report) -> Option<Question> {
        for mark in [DecimalMark::Comma, DecimalMark::Point] {
            let places: Vec<Place> = self.decided.iter().filter(|(m, _)| *m == mark).map(|(_, at)| *at).collect();
            if !places.is_empty() {
                report.notes.push(Note::MarkDecided { origin: report.origins(places), mark });
            }
        }
        let (number, at) = self.open.first()?;
        let text = self.cells.cell(at.row, at.column).map(|cell| shown(&cell.text)).unwrap_or_default();
        Some(Question::DecimalMark {
            text,
            with_comma: number.decided(DecimalMark::Comma),
            with_point: number.decided(DecimalMark::Point),
            origin: Origin::cells(report.sheet, self.open.iter().map(|(_, at)| *at)),
        })
    }
}

/// A count that is not told.
fn hidden(cell: &SheetCell) -> Option<ProblemKind> {
    match Hidden::read(&cell.text).filter(|_| cell.typed == Typed::Text)? {
        Hidden::Count => Some(ProblemKind::Hidden),
        Hidden::Dash => Some(ProblemKind::Dash),
        Hidden::Mark => Some(ProblemKind::Hidden),
    }
}

fn scaled(number: Decimal, thousands: u32) -> Option<Decimal> {
    number.checked_mul(Decimal::from(10u64.pow(thousands.min(6))))
}

fn checked(number: Decimal, text: &str, counted: Counted) -> Result<Decimal, NumberError> {
    let text = || shown(text);
    let max = match counted {
        Counted::Cost | Counted::CostOfMonth(_) | Counted::CostOfQuarter(_) => LARGEST_DRUG_COST.decimal(),
        Counted::Listed | Counted::Affected(_) => Decimal::from(Count::MAX),
    };
    if !counted.is_cost() && !number.is_integer() {
        return Err(NumberError::NotWhole { text: text() });
    }
    if number.is_sign_negative() && !number.is_zero() {
        return Err(NumberError::Negative { text: text() });
    }
    if number > max {
        return Err(NumberError::TooLarge { text: text(), max });
    }
    Ok(number.normalize())
}
