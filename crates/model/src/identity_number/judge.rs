//! Judges columns by all of their cells as they stream by: a few counts to a column. Knows no file format.
use super::{
    look::{Fit, Look, Writing, has_check_digit, print},
    pieces::Pieces,
};

/// What is thought of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No identity numbers, as far as can be told.
    Clean,
    /// Some values look like identity numbers: somebody has to say what they are.
    Asked(Suspicion),
    /// A column is of identity numbers.
    Refused(Suspicion),
}

/// A column and what is thought to be in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// Its position, from 0.
    pub column: usize,
    /// The row of the first such value, as the caller counts rows.
    pub row: u64,
    /// Values that look like identity numbers.
    pub alike: u64,
    /// Cells with anything in them.
    pub cells: u64,
}

/// The cells seen so far, by column.
#[derive(Clone, Debug, Default)]
pub struct Judge {
    columns: Vec<Tally>,
    /// A column of dates, one of last digits, and what they are together.
    pairs: Vec<(usize, usize, Tally)>,
    /// The first and the last column of numbers that are split in more, or within their digits, and what they are.
    groups: Vec<(usize, usize, Tally)>,
    /// The dates and last digits of the row that is read.
    row: u64,
    dates: Vec<(usize, [u8; 6])>,
    lasts: Vec<(usize, [u8; 4])>,
    pieces: Pieces,
    /// The column that settled it.
    settled: Option<usize>,
}

/// Dates and last digits of a row that are set against each other.
const MOST_IN_ROW: usize = 8;
/// Columns that are judged; the readers take fewer.
const MOST_COLUMNS: usize = 20_000;
/// So many cells are enough to stop at a column of identity numbers.
const ENOUGH: u64 = 1024;

impl Judge {
    /// Takes a cell; cells of a row come together. Says whether the value by itself looks like an identity number.
    pub fn note(&mut self, row: u64, column: usize, text: &[u8]) -> bool {
        if text.is_empty() || column >= MOST_COLUMNS {
            return false;
        }
        let look = Look::of(text);
        if self.columns.len() <= column {
            self.columns.resize(column + 1, Tally::default());
        }
        let Some(tally) = self.columns.get_mut(column) else { return false };
        tally.note(row, look);
        let is_habit = tally.is_dated_habit();
        if tally.cells == ENOUGH && tally.is_of_identity_numbers() {
            self.settled = self.settled.or(Some(column));
        }
        self.parts(row, column, look);
        if let Some((from, ten)) = self.pieces.with(column, text, look) {
            put_together(&mut self.groups, row, (from, column), &ten);
        }
        match look {
            Look::Number(Writing::Loose, ..) => false,
            Look::Number(Writing::Marked, Fit::Dated, _) => is_habit,
            Look::Number(_, fit, _) => fit == Fit::Checked,
            Look::Lettered => true,
            Look::Other | Look::Date(_) | Look::LastFour(_) => false,
        }
    }

    /// Whether a column is of identity numbers beyond doubt, so that nothing more need be read.
    pub fn is_settled(&self) -> bool {
        self.settled.is_some()
    }

    /// What is thought of everything that was noted: the first column of identity numbers, or else the first of which
    /// has to be asked.
    pub fn verdict(&self) -> Verdict {
        let columns = || self.columns.iter().enumerate();
        let refused = columns().find(|(_, tally)| tally.is_of_identity_numbers());
        let settled = || self.settled.and_then(|column| self.columns.get(column).map(|tally| (column, tally)));
        let all = |last: usize, tally: &Tally| self.columns.get(last).is_some_and(|c| tally.is_every_row(c.cells));
        let paired = || self.pairs.iter().find(|(_, last, tally)| tally.is_pair() || all(*last, tally));
        let grouped = || self.groups.iter().find(|(_, last, tally)| tally.is_group() || all(*last, tally));
        let split = || paired().or_else(grouped).map(|(_, last, tally)| (*last, tally));
        if let Some((column, tally)) = settled().or(refused).or_else(split) {
            return Verdict::Refused(tally.suspicion(column));
        }
        let asked = columns().find(|(_, tally)| tally.is_asked_about());
        asked.map_or(Verdict::Clean, |(column, tally)| Verdict::Asked(tally.suspicion(column)))
    }

    /// A date in one column and four digits in another.
    fn parts(&mut self, row: u64, column: usize, look: Look) {
        if row != self.row {
            self.row = row;
            self.dates.clear();
            self.lasts.clear();
            self.pieces.clear();
        }
        match look {
            Look::Date(date) if self.dates.len() < MOST_IN_ROW => {
                self.dates.push((column, date));
                for place in 0..self.lasts.len() {
                    let Some((other, last)) = self.lasts.get(place).copied() else { continue };
                    self.pair(row, (column, date), (other, last));
                }
            }
            Look::LastFour(last) if self.lasts.len() < MOST_IN_ROW => {
                self.lasts.push((column, last));
                for place in 0..self.dates.len() {
                    let Some((other, date)) = self.dates.get(place).copied() else { continue };
                    self.pair(row, (other, date), (column, last));
                }
            }
            _ => {}
        }
    }

    fn pair(&mut self, row: u64, (of_date, date): (usize, [u8; 6]), (of_last, last): (usize, [u8; 4])) {
        let mut ten = [0; 10];
        ten.iter_mut().zip(date.into_iter().chain(last)).for_each(|(to, digit)| *to = digit);
        put_together(&mut self.pairs, row, (of_date, of_last), &ten);
    }
}

/// Notes ten digits with a date that come of two columns or more, of which the first and the last are given.
fn put_together(all: &mut Vec<(usize, usize, Tally)>, row: u64, columns: (usize, usize), ten: &[u8; 10]) {
    let place = match all.iter().position(|(first, last, _)| (*first, *last) == columns) {
        Some(place) => place,
        None if all.len() >= MOST_IN_ROW * MOST_IN_ROW => return,
        None => {
            all.push((columns.0, columns.1, Tally::default()));
            all.len() - 1
        }
    };
    let fit = if has_check_digit(ten) { Fit::Checked } else { Fit::Dated };
    if let Some((.., tally)) = all.get_mut(place) {
        tally.note(row, Look::Number(Writing::Plain, fit, print(ten)));
    }
}

/// Numbers of one writing in a column.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers {
    all: u64,
    dated: u64,
    checked: u64,
}

impl Numbers {
    /// Whether so many checked are what chance gives in a column of serial numbers: nearly all cells are such numbers,
    /// there are enough of them to tell, and of those with a date one in ten is checked, or at most three standard
    /// deviations more: n/10 + 3·√(n·0.1·0.9).
    fn is_chance(&self, cells: u64) -> bool {
        const LEAST: u64 = 50;
        let (dated, ten) = (u128::from(self.dated), 10 * u128::from(self.checked));
        let more = ten.saturating_sub(dated);
        self.all >= LEAST && 10 * u128::from(self.all) >= 9 * u128::from(cells) && more * more <= 81 * dated
    }
}

/// What a column has.
#[derive(Clone, Debug, Default)]
struct Tally {
    cells: u64,
    lettered: u64,
    plain: Numbers,
    marked: Numbers,
    in_text: Numbers,
    loose: Numbers,
    /// Prints of the first different checked numbers, so that one number that stands again and again counts once.
    different: Vec<u64>,
    /// The row of the first that looks like one.
    row: Option<u64>,
    /// The row of the first with a date, whatever its check digit.
    dated_row: Option<u64>,
}

/// Different numbers that are told apart.
const DIFFERENT: usize = 5;
/// As many of them are wanted where any columns of small numbers may happen to have a date.
const MOST_DIFFERENT: usize = 10;
/// Dates with a mark and four digits that make a habit.
const DATED: u64 = 5;

impl Tally {
    fn note(&mut self, row: u64, look: Look) {
        self.cells += 1;
        let (numbers, fit, print) = match look {
            Look::Number(Writing::Plain, fit, print) => (&mut self.plain, fit, print),
            Look::Number(Writing::Marked, fit, print) => (&mut self.marked, fit, print),
            Look::Number(Writing::InText, fit, print) => (&mut self.in_text, fit, print),
            Look::Number(Writing::Loose, fit, print) => (&mut self.loose, fit, print),
            Look::Lettered => {
                self.lettered += 1;
                self.row = self.row.or(Some(row));
                return;
            }
            Look::Other | Look::Date(_) | Look::LastFour(_) => return,
        };
        numbers.all += 1;
        numbers.dated += u64::from(fit >= Fit::Dated);
        self.dated_row = self.dated_row.or((fit >= Fit::Dated).then_some(row));
        if fit == Fit::Checked {
            numbers.checked += 1;
            self.row = self.row.or(Some(row));
            if self.different.len() < MOST_DIFFERENT && !self.different.contains(&print) {
                self.different.push(print);
            }
        }
    }

    /// Numbers that look like identity numbers, those without lost zeros.
    fn checked(&self) -> u64 {
        self.plain.checked + self.marked.checked + self.in_text.checked
    }

    /// At least half of the cells look so, reserve numbers with letters apart, which nothing can check.
    fn is_half(&self) -> bool {
        2 * (self.checked() + self.loose.checked) >= self.cells - self.lettered
    }

    /// Two different ones are enough where half of the cells look so; where zeros must first be put back, five.
    fn is_of_identity_numbers(&self) -> bool {
        let different = if self.checked() >= 2 { 2 } else { DIFFERENT };
        self.is_half() && self.different.len() >= different
    }

    /// A date and four digits that are checked by chance in one row of ten.
    fn is_pair(&self) -> bool {
        self.is_half() && self.different.len() >= DIFFERENT
    }

    /// Many columns of small numbers are tried, so that more is asked of them: of 15 rows 10 by chance are 2 in ten million.
    fn is_group(&self) -> bool {
        3 * self.checked() >= 2 * self.cells && self.different.len() >= MOST_DIFFERENT
    }

    /// Too few rows to tell, but every one has a date and the check digit, by chance once in a hundred thousand.
    fn is_every_row(&self, rows: u64) -> bool {
        const LEAST: usize = DIFFERENT;
        self.checked() == self.cells && self.cells + 1 >= rows && self.different.len() >= LEAST
    }

    /// Nearly every cell is a date, a mark and four digits, whatever the check digits: they may have been changed.
    fn is_dated_habit(&self) -> bool {
        10 * self.marked.dated >= 9 * self.cells
    }

    fn is_asked_about(&self) -> bool {
        let unexplained = |numbers: &Numbers| numbers.checked > 0 && !numbers.is_chance(self.cells);
        // dates with letters after them are a column's habit or nothing
        let lettered = self.lettered >= 2 && 2 * self.lettered >= self.cells;
        let habit = self.marked.dated >= DATED && self.is_dated_habit();
        habit || lettered || [&self.plain, &self.marked, &self.in_text].into_iter().any(unexplained)
    }

    fn suspicion(&self, column: usize) -> Suspicion {
        let checked = self.checked() + self.loose.checked + self.lettered;
        let (row, alike) = match self.is_dated_habit() {
            true => (self.dated_row, checked.max(self.marked.dated)),
            false => (self.row, checked),
        };
        Suspicion { column, row: row.unwrap_or(0), alike, cells: self.cells }
    }
}
