//! The rows below the headings: vårdcentraler, sums, remarks. Does not know how columns were found.

use super::full_time::FteCells;
use super::heads::filled;
use super::layout::StaffLayout;
use super::numbers::{Deciders, Shown, is_number, number};
use super::totals::may_be_sum;
use super::words::{Heading, Words};
use super::{
    Column, MAX_NAME_BYTES, MAX_PRACTICES, MAX_SKIPPED, Skipped, SkippedKind, StaffAnswers, StaffList, StaffProblemKind,
};
use crate::import::{DecimalMark, Origin, Place, Problem, Sheet, SheetCell, shown};
use crate::number::Notation;
use model::{
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Doctors, Fte, Measure},
    staffing::{
        item::Group,
        staff::{DoctorCount, PracticeStaff},
    },
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is read of a list.
pub(super) struct Body<'a> {
    sheet: &'a Sheet,
    layout: &'a StaffLayout,
    words: &'a Words,
    list: StaffList,
    problems: Vec<Problem<StaffProblemKind>>,
    /// Where each name stands, in small letters.
    names: BTreeMap<String, Place>,
    /// What doctors are told in.
    fte: FteCells,
    blank: Vec<(Column, Place)>,
    decided: Vec<(DecimalMark, Place)>,
    /// The first cell of each column without a heading.
    unheaded: BTreeMap<usize, Place>,
    /// How many vårdcentraler there are, read or not.
    practices: usize,
    /// The first row beyond the most that are read.
    beyond: Option<Place>,
}

impl<'a> Body<'a> {
    pub(super) fn new(sheet: &'a Sheet, layout: &'a StaffLayout, words: &'a Words) -> Self {
        Self {
            sheet,
            layout,
            words,
            list: StaffList::default(),
            problems: Vec::new(),
            names: BTreeMap::new(),
            fte: FteCells::default(),
            blank: Vec::new(),
            decided: Vec::new(),
            unheaded: BTreeMap::new(),
            practices: 0,
            beyond: None,
        }
    }

    /// Reads every row.
    pub(super) fn read(&mut self, (notation, answers): (Notation, StaffAnswers)) {
        self.fte.unit = answers.unit;
        let deciders = self.deciders(notation, answers.mark);
        let last = (self.layout.end..self.sheet.rows.len()).rev().find(|row| self.has_number(*row));
        for row in self.layout.end..self.sheet.rows.len() {
            let Some((first, _)) = filled(self.sheet, row).next() else { continue };
            match self.kind(row, last) {
                RowKind::Skipped(kind) => self.skip(Place::new(row, first), kind),
                RowKind::WithoutNumbers(place) => self.problem(place, StaffProblemKind::NoNumbers),
                RowKind::Practice => self.practice(row, &deciders),
            }
        }
    }

    /// The list, and what is wrong.
    pub(super) fn finish(mut self) -> (StaffList, Vec<Problem<StaffProblemKind>>) {
        self.tell_columns();
        // a row that is parted at a comma has other numbers than it seems
        let is_parted = self.problems.iter().any(|problem| problem.kind == StaffProblemKind::BeyondHeadings);
        if let Some((places, largest)) = self.fte.asked().filter(|_| !is_parted) {
            let origin = Origin::cells(self.layout.sheet, places);
            let kind = StaffProblemKind::FullTimeOrPercent { largest };
            self.problems.push(Problem { origin, text: String::new(), kind });
        }
        self.join_names_told_twice();
        for column in Column::ALL {
            let places: Vec<Place> = self.blank.iter().filter(|(c, _)| *c == column).map(|(_, at)| *at).collect();
            if !places.is_empty() {
                let origin = Origin::cells(self.layout.sheet, places);
                self.problems.push(Problem { origin, text: String::new(), kind: StaffProblemKind::Blank(column) });
            }
        }
        if let Some(place) = self.beyond {
            self.problem(place, StaffProblemKind::TooManyRows { rows: self.practices });
        }
        for mark in [DecimalMark::Comma, DecimalMark::Point] {
            let places: Vec<Place> = self.decided.iter().filter(|(m, _)| *m == mark).map(|(_, at)| *at).collect();
            if !places.is_empty() {
                self.list.decided.push((mark, Origin::cells(self.layout.sheet, places)));
            }
        }
        let tells_st = [Column::Fte(Group::St), Column::Heads(Group::St)].map(|column| self.layout.at(column));
        self.list.st_missing = tells_st == [None, None];
        self.list.without_headings = self.layout.is_bare();
        self.list.taken_for_listed = self.layout.taken_for_listed.map(|at| {
            let place = self.layout.heading(self.sheet, at);
            (Origin::cell(self.layout.sheet, place), self.text(place))
        });
        self.list.more_skipped = self.list.skipped.len().saturating_sub(MAX_SKIPPED);
        self.list.skipped.truncate(MAX_SKIPPED);
        (self.list, self.problems)
    }

    /// The columns that are read as numbers.
    fn number_columns(&self) -> impl Iterator<Item = (Column, usize)> + 'a {
        self.layout.columns.iter().copied().filter(|(column, _)| *column != Column::Name)
    }

    fn deciders(&self, notation: Notation, answer: Option<DecimalMark>) -> Vec<(Column, usize, Deciders)> {
        let shown_in = |at: usize| {
            let cells = (self.layout.end..self.sheet.rows.len()).filter_map(|row| self.sheet.cell(row, at));
            Shown::of(cells, self.words)
        };
        let columns: Vec<_> = self.number_columns().map(|(column, at)| (column, at, shown_in(at))).collect();
        let list = columns.iter().fold(Shown::Nothing, |all, (.., shown)| all.with(*shown));
        let with_list = |(column, at, shown)| (column, at, Deciders { column: shown, list, answer, notation });
        columns.into_iter().map(with_list).collect()
    }

    fn has_number(&self, row: usize) -> bool {
        self.number_columns().any(|(_, at)| self.sheet.cell(row, at).is_some_and(|cell| is_number(cell, self.words)))
    }

    /// The cell with the vårdcentral's name, if anything is in it.
    fn name(&self, row: usize) -> Option<(Place, &'a SheetCell)> {
        let at = self.layout.at(Column::Name)?;
        let cell = self.sheet.cell(row, at).filter(|cell| !cell.is_blank())?;
        Some((Place::new(row, at), cell))
    }

    fn kind(&self, row: usize, last: Option<usize>) -> RowKind {
        let name = self.name(row);
        // a text that is merged over the row says nothing in the columns of numbers
        let says = |cell: &SheetCell| !cell.is_blank() && name.is_none_or(|(_, name)| name.text != cell.text);
        let numbers = self.number_columns().any(|(_, at)| self.sheet.cell(row, at).is_some_and(says));
        let first_text = || filled(self.sheet, row).map(|(_, cell)| cell).find(|cell| !is_number(cell, self.words));
        let label = name.map(|(_, cell)| cell).or_else(first_text);
        let is_sum = |text: &str| {
            let may_be = || may_be_sum(self.sheet, self.layout, self.words, row);
            self.words.is_total(text) && (self.words.knows_all(text) || may_be())
        };
        if label.is_some_and(|cell| is_sum(&cell.text)) {
            return RowKind::Skipped(SkippedKind::Total);
        }
        match name {
            _ if self.repeats_headings(row) => RowKind::Skipped(SkippedKind::Headings),
            _ if numbers => RowKind::Practice,
            Some((_, name)) if self.is_summed_below(row, &name.text) => RowKind::Skipped(SkippedKind::Group),
            Some((place, _)) if last.is_some_and(|last| row < last) => RowKind::WithoutNumbers(place),
            _ => RowKind::Skipped(SkippedKind::Remark),
        }
    }

    /// Whether a row of sums further down has the name, as where vårdcentraler are grouped by municipality.
    fn is_summed_below(&self, row: usize, name: &str) -> bool {
        let name = name.trim();
        let is_its_sum = |(_, cell): (Place, &SheetCell)| {
            let text = cell.text.trim();
            text.len() > name.len() && (text.starts_with(name) || text.ends_with(name)) && self.words.is_total(text)
        };
        !name.is_empty()
            && (row + 1..self.sheet.rows.len().min(row + MAX_PRACTICES))
                .filter_map(|row| self.name(row))
                .any(is_its_sum)
    }

    fn repeats_headings(&self, row: usize) -> bool {
        let named = |(column, at): &&(Column, usize)| {
            let cell = self.sheet.cell(row, *at);
            cell.is_some_and(|cell| self.words.heading(&cell.text) == Heading::Is(*column))
        };
        self.layout.columns.iter().filter(named).count() > 1
    }

    fn practice(&mut self, row: usize, deciders: &[(Column, usize, Deciders)]) {
        self.practices += 1;
        if self.practices > MAX_PRACTICES {
            self.beyond = self.beyond.or(Some(Place::new(row, self.layout.at(Column::Name).unwrap_or(0))));
            return;
        }
        self.look_beyond(row);
        let name = self.practice_name(row);
        let cells: Vec<(Column, Place, Cell)> = deciders
            .iter()
            .map(|(column, at, deciders)| {
                let place = Place::new(row, *at);
                (*column, place, self.number(place, *column, deciders))
            })
            .collect();
        let listed = self.listed(&cells);
        let doctors = self.doctors(&cells);
        if let (Some(name), Some(listed), Some(doctors)) = (name, listed, doctors) {
            self.list.rows.push(PracticeStaff { name: Id::new(&name), listed, doctors });
        }
    }

    fn listed(&mut self, cells: &[(Column, Place, Cell)]) -> Option<Count> {
        match cells.iter().find(|(column, ..)| *column == Column::Listed)? {
            (.., Cell::Number(number)) => Count::new(u64::try_from(*number).ok()?),
            (column, place, Cell::Blank) => {
                self.blank.push((*column, *place));
                None
            }
            (.., Cell::Faulty) => None,
        }
    }

    /// The doctors of every group that has a column; nothing when something is wrong with any. Heltid goes before heads,
    /// and a group of which a row tells neither is blank.
    fn doctors(&mut self, cells: &[(Column, Place, Cell)]) -> Option<Entries<Group, DoctorCount>> {
        let mut doctors = Entries::new();
        let mut whole = true;
        for group in Group::ALL {
            let of = |wanted: Column| cells.iter().find(|(column, ..)| *column == wanted);
            let told = [of(Column::Fte(group)), of(Column::Heads(group))];
            let count = |cell: &(Column, Place, Cell)| match cell {
                (Column::Heads(_), _, Cell::Number(heads)) => Some(DoctorCount::Heads(Doctors::of(*heads))),
                (_, _, Cell::Number(fte)) => Some(DoctorCount::Fte(Fte::of(*fte))),
                _ => None,
            };
            let mut told = told.into_iter().flatten();
            whole &= !told.clone().any(|(.., cell)| *cell == Cell::Faulty);
            match (told.clone().find_map(count), told.next()) {
                (Some(count), _) => drop(doctors.insert(group, count)),
                (None, Some((column, place, Cell::Blank))) => {
                    self.blank.push((*column, *place));
                    whole = false;
                }
                _ => {}
            }
        }
        whole.then_some(doctors)
    }

    /// A name that no other row has.
    fn practice_name(&mut self, row: usize) -> Option<String> {
        let Some((place, cell)) = self.name(row) else {
            let at = self.layout.at(Column::Name)?;
            self.problem(Place::new(row, at), StaffProblemKind::NameMissing);
            return None;
        };
        // an apostrophe makes a text of what a spreadsheet takes for a formula
        let text = cell.text.trim();
        let name = text.strip_prefix('\'').unwrap_or(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            self.problem(place, StaffProblemKind::NameMissing);
            return None;
        }
        if name.len() > MAX_NAME_BYTES {
            self.problem(place, StaffProblemKind::NameTooLong);
            return None;
        }
        let other = *self.names.entry(name.to_lowercase()).or_insert(place);
        if other != place {
            let other = Origin::cell(self.layout.sheet, other);
            self.problem(place, StaffProblemKind::NameTwice { other });
            return None;
        }
        Some(name)
    }

    fn number(&mut self, at: Place, column: Column, deciders: &Deciders) -> Cell {
        let Some(cell) = self.sheet.cell(at.row, at.column).filter(|cell| !cell.is_blank()) else {
            return Cell::Blank;
        };
        match number(cell, column, deciders, self.words) {
            Ok(read) => {
                self.decided.extend(read.decided.map(|mark| (mark, at)));
                match column {
                    Column::Fte(_) => Cell::Number(self.fte.enter(at, read.number, self.layout)),
                    _ => Cell::Number(read.number),
                }
            }
            Err(fault) => {
                self.problem(at, StaffProblemKind::Number { column, fault });
                Cell::Faulty
            }
        }
    }

    /// Names that stand many times are those of a list with one row a doctor or a month, which is one problem.
    fn join_names_told_twice(&mut self) {
        const MANY: usize = 3;
        let is_twice = |problem: &Problem<StaffProblemKind>| matches!(problem.kind, StaffProblemKind::NameTwice { .. });
        let (twice, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.problems).into_iter().partition(is_twice);
        self.problems = others;
        if twice.len() < MANY || 2 * twice.len() < self.practices {
            return self.problems.extend(twice);
        }
        let places = twice.iter().flat_map(|problem| problem.origin.places());
        let origin = Origin::cells(self.layout.sheet, places);
        let text = twice.first().map(|problem| problem.text.clone()).unwrap_or_default();
        self.problems.push(Problem { origin, text, kind: StaffProblemKind::NamesTwice });
    }

    /// A number beyond the headings is a problem, and another text of a column without a heading is told once.
    fn look_beyond(&mut self, row: usize) {
        for (column, cell) in filled(self.sheet, row) {
            let place = Place::new(row, column);
            if column >= self.layout.width && is_number(cell, self.words) {
                self.problem(place, StaffProblemKind::BeyondHeadings);
            } else {
                self.unheaded.entry(column).or_insert(place);
            }
        }
    }

    /// Tells of the columns that are not read.
    fn tell_columns(&mut self) {
        let heads = self.layout.first..self.layout.end;
        let headed = |column: &usize| {
            heads.clone().any(|row| self.sheet.cell(row, *column).is_some_and(|cell| !cell.is_blank()))
        };
        let mut places: BTreeMap<usize, Place> = self.unheaded.clone();
        for column in (0..self.layout.width).filter(headed) {
            places.insert(column, self.layout.heading(self.sheet, column));
        }
        places.retain(|column, _| !self.layout.columns.iter().any(|(_, at)| at == column));
        let rows = std::mem::take(&mut self.list.skipped);
        for block in self.sheet.hidden.blocks() {
            let origin = Origin { sheet: self.layout.sheet, blocks: vec![*block] };
            self.list.skipped.push(Skipped { origin, text: String::new(), kind: SkippedKind::Hidden });
        }
        for place in places.into_values() {
            self.skip(place, SkippedKind::Column);
        }
        self.list.skipped.extend(rows);
    }

    fn skip(&mut self, place: Place, kind: SkippedKind) {
        let origin = Origin::cell(self.layout.sheet, place);
        self.list.skipped.push(Skipped { origin, text: self.text(place), kind });
    }

    fn problem(&mut self, place: Place, kind: StaffProblemKind) {
        let origin = Origin::cell(self.layout.sheet, place);
        self.problems.push(Problem { origin, text: self.text(place), kind });
    }

    fn text(&self, place: Place) -> String {
        self.sheet.cell(place.row, place.column).map(|cell| shown(&cell.text)).unwrap_or_default()
    }
}

/// What a cell of numbers holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Blank,
    Number(Decimal),
    /// What is wrong has been told.
    Faulty,
}

/// What a row is.
enum RowKind {
    Skipped(SkippedKind),
    WithoutNumbers(Place),
    Practice,
}
