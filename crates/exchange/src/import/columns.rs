//! Which columns of a table hold labels and which hold numbers, and what the headings say of each.

use super::ages::Ages;
use super::dates::Written;
use super::label::{Label, Measure, Period};
use super::layout::Table;
use super::line::TableLine;
use super::mark::{Mark, Marks};
use super::origin::Place;
use super::words::Meaning;
use model::age::Age;

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    /// What its headings say.
    pub(super) line: TableLine,
    /// What it holds.
    pub(super) role: Role,
    /// Whether its cells are percentages, which its heading does not say.
    pub(super) is_shares: bool,
    /// Whether what is wrong with its heading is told together with others'.
    pub(super) is_told: bool,
    /// Blank cells that a heading before them stands for.
    pub(super) carried: Vec<Place>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    #[default]
    Blank,
    /// Labels of the rows.
    Labels,
    /// Numbers.
    Numbers,
}

/// The columns of a table, from A.
pub(super) fn columns(marks: &Marks, table: &Table) -> Vec<Column> {
    let rows = table.heads.iter().chain(&table.body);
    let width = rows.map(|row| marks.width(*row)).max().unwrap_or(0);
    let mut columns: Vec<Column> = vec![Column::default(); width];
    for (place, row) in table.heads.iter().enumerate() {
        add_headings(marks, *row, place + 1 == table.heads.len(), &mut columns);
    }
    name_parts(marks, table, &mut columns);
    for (place, column) in columns.iter_mut().enumerate() {
        if counts_diagnoses(marks, table, place, &column.line.label) {
            column.line.label.left_out = true;
            column.line.label.holds = None;
        }
        column.role = role(marks, table, place, &column.line.label);
        let is_headed = column.line.label.left_out;
        column.is_shares = !is_headed && are_shares(table.body.iter().map(|row| marks.at(*row, place)));
        column.line.label.left_out |= column.is_shares;
    }
    let first = columns.iter().position(|column| column.role != Role::Blank).unwrap_or(0);
    let single = !has_bands_beside(marks, table, first) && are_single_ages(marks, table, first);
    if let Some(column) = columns.get_mut(first).filter(|column| single && column.line.label.measure.is_none()) {
        column.role = Role::Labels;
    }
    columns
}

/// Adds the row's headings to the columns. Over other headings a heading stands for the blank columns after it too.
fn add_headings(marks: &Marks, row: usize, is_last: bool, columns: &mut [Column]) {
    let ages = marks.filled(row).any(|(_, mark)| mark.label().is_some_and(|l| l.holds == Some(Meaning::Age)));
    let mut carried: Option<(Place, &Label)> = None;
    let mut dated: Option<(Place, Written)> = None;
    for (place, column) in columns.iter_mut().enumerate() {
        let at = Place::new(row, place);
        match marks.at(row, place) {
            Mark::Label(label) => {
                column.line.add(at, label);
                if label.dated {
                    column.line.time = vec![at];
                }
                dated = None;
                carried = (!is_last && label.holds.is_none() && label.is_heading()).then_some((at, label));
            }
            Mark::Number(_) => {
                if let Some(age) = marks.at(row, place).age().filter(|_| ages) {
                    column.line.add(at, &of_age(age));
                }
            }
            Mark::Date(date) => {
                (column.line.date, column.line.time) = (Some((at, *date)), vec![at]);
                dated = (!is_last).then_some((at, *date));
            }
            Mark::Year(_) | Mark::YearMonth(_) => {
                column.line.time = vec![at];
                column.line.label.month = column.line.label.month.or(marks.at(row, place).month());
                dated = None;
            }
            Mark::Blank => {
                if let Some((from, date)) = dated {
                    (column.line.date, column.line.time) = (Some((from, date)), vec![from]);
                }
                if let Some((from, label)) = carried {
                    column.line.add(from, label);
                    if label.dated {
                        column.line.time = vec![from];
                    }
                    column.carried.push(at);
                }
            }
        }
    }
}

/// Finds the columns of times and of vårdcentraler by codes, which a heading alone does not tell.
fn name_parts(marks: &Marks, table: &Table, columns: &mut [Column]) {
    let has_names = columns.iter().any(|column| column.line.label.holds == Some(Meaning::Practice));
    for (place, column) in columns.iter_mut().enumerate() {
        let label = &mut column.line.label;
        if label.holds == Some(Meaning::PracticeCode) && !has_names {
            label.holds = Some(Meaning::Practice);
        }
        let heads = table.heads.iter().map(|row| marks.at(*row, place)).filter(|mark| **mark != Mark::Blank);
        // over a heading of ages or sexes, vårdcentral is what stands across
        let last = heads.clone().next_back().and_then(Mark::label).and_then(|label| label.holds);
        if label.holds == Some(Meaning::Practice) && matches!(last, Some(Meaning::Age | Meaning::Sex)) {
            label.holds = last;
        }
        let mut heads = heads.map(|mark| mark.label().is_some_and(|label| label.time_alone));
        let is_headed = heads.next() == Some(true) && heads.next().is_none();
        let mut cells =
            table.body.iter().map(|row| marks.at(*row, place)).filter(|mark| **mark != Mark::Blank).peekable();
        // years, and months by their numbers, are no counts; an age is no year
        let is_month = label.period == Some(Period::Month);
        let is_time = |mark: &Mark| match mark {
            Mark::Year(_) | Mark::YearMonth(_) | Mark::Date(_) => true,
            Mark::Number(Some(number)) => is_month && (1..=12).contains(number),
            Mark::Label(label) => label.total || label.dated || label.month.is_some(),
            _ => false,
        };
        if is_headed && cells.peek().is_some() && cells.all(is_time) {
            label.holds = Some(Meaning::Time);
        }
    }
}

fn of_age(age: Age) -> Label {
    Label { ages: Some(Ages::Single(age)), ..Label::default() }
}

/// What the headings say goes first; then what most cells are.
fn role(marks: &Marks, table: &Table, column: usize, heading: &Label) -> Role {
    let cells = table.body.iter().map(|row| marks.at(*row, column));
    let numbers = cells.clone().filter(|mark| mark.is_number()).count();
    let lines = cells.clone().filter(|mark| says_a_line(mark)).count();
    let texts = cells.clone().filter(|mark| !(mark.is_number() || **mark == Mark::Blank)).count();
    let years = cells.clone().filter(|mark| mark.is_number()).all(Mark::is_year);
    let counts = heading.sex.is_some() || heading.measure.is_some() || heading.total || heading.ages.is_some();
    let counts = counts || heading.factor.is_some() || heading.kronor;
    // a name that has a word for a condition, and is none of the model's
    let is_unknown = heading.strange && heading.holds == Some(Meaning::Condition) && texts == 0 && numbers > 0;
    match heading.holds {
        Some(Meaning::Condition) if is_unknown => Role::Numbers,
        Some(
            Meaning::Age
            | Meaning::Sex
            | Meaning::Condition
            | Meaning::BirthYear
            | Meaning::Person
            | Meaning::Practice
            | Meaning::PracticeCode
            | Meaning::Time
            | Meaning::ListedOn
            | Meaning::Status,
        ) => Role::Labels,
        Some(Meaning::Code) if numbers == 0 => Role::Labels,
        _ if numbers + texts == 0 => Role::Blank,
        _ if are_shares(cells.clone()) => Role::Numbers,
        // the year that each row of a long list is of
        _ if years && numbers > 0 && !counts => Role::Labels,
        _ if (counts || heading.left_out) && (numbers > 0 || lines == 0) => Role::Numbers,
        _ if lines > numbers || texts > numbers => Role::Labels,
        _ if numbers > 0 => Role::Numbers,
        _ => Role::Labels,
    }
}

/// Whether a column that is called diagnoses has numbers only: so many diagnoses, of nobody knows how many persons.
fn counts_diagnoses(marks: &Marks, table: &Table, column: usize, heading: &Label) -> bool {
    let mut filled =
        table.body.iter().map(|row| marks.at(*row, column)).filter(|mark| **mark != Mark::Blank).peekable();
    let names = |place: usize| table.body.iter().any(|row| marks.at(*row, place).names_a_line());
    heading.holds == Some(Meaning::Condition)
        && filled.peek().is_some()
        && filled.all(Mark::is_number)
        && (0..column).any(names)
}

/// Whether every cell that is not blank is a percentage.
fn are_shares<'a>(cells: impl Iterator<Item = &'a Mark>) -> bool {
    let mut filled = cells.filter(|mark| **mark != Mark::Blank).peekable();
    filled.peek().is_some() && filled.all(|mark| mark.label().is_some_and(|label| label.percent))
}

fn says_a_line(mark: &Mark) -> bool {
    mark.names_a_line() || mark.label().is_some_and(|label| label.sex.is_some() || label.total)
}

fn has_bands_beside(marks: &Marks, table: &Table, column: usize) -> bool {
    let rows = table.heads.iter().chain(&table.body);
    rows.flat_map(|row| marks.filled(*row)).any(|(place, mark)| place != column && mark.names_a_line())
}

/// Whether the column counts up from nought or one in steps of one, each number once or more: ages without a heading.
fn are_single_ages(marks: &Marks, table: &Table, column: usize) -> bool {
    let numbers = table.body.iter().map(|row| marks.at(*row, column));
    let ages = numbers.filter(|mark| mark.is_number());
    let ages: Option<Vec<Age>> = ages.map(Mark::age).collect();
    let Some(ages) = ages else { return false };
    let steps = ages.iter().zip(ages.iter().skip(1));
    ages.first() == Some(&0)
        && ages.last().is_some_and(|last| *last > 1)
        && steps.clone().all(|(one, next)| next.checked_sub(*one).is_some_and(|step| step <= 1))
}

/// Whether the heading says that persons are counted.
pub(super) fn counts_persons(label: &Label) -> bool {
    matches!(label.measure, Some(Measure::Count | Measure::Listed))
}
