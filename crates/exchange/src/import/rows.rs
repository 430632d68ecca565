//! What each row of a table is about, by the labels of a group of label columns. Does not know the numbers.

use super::ages::Ages;
use super::columns::{Column, Role};
use super::label::Label;
use super::layout::Table;
use super::line::Line;
use super::mark::{Mark, Marks};
use super::origin::Place;
use super::words::Meaning;
use model::sex::Sex;

/// A group of label columns and what it says of each body row.
pub(super) struct Group {
    /// Its columns.
    pub(super) columns: Vec<usize>,
    /// One line for each row of the table's body.
    pub(super) lines: Vec<Line>,
    /// Blank cells that the label above stands for.
    pub(super) carried: Vec<Place>,
    /// Sexes that are codes.
    pub(super) coded: Vec<Place>,
    /// Whether its heading says that it holds ages.
    pub(super) names_ages: bool,
    /// Whether its heading says that it holds conditions, or one of its labels is one.
    pub(super) names_conditions: bool,
}

/// The groups of label columns from the left; numbers lie between them.
pub(super) fn groups(marks: &Marks, table: &Table, columns: &[Column]) -> Vec<Group> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut in_run = false;
    for (place, column) in columns.iter().enumerate() {
        match column.role {
            Role::Labels if in_run => runs.last_mut().into_iter().for_each(|run| run.push(place)),
            Role::Labels => runs.push(vec![place]),
            Role::Numbers | Role::Blank => {}
        }
        in_run = column.role == Role::Labels || (in_run && column.role == Role::Blank);
    }
    runs.into_iter().map(|run| group(marks, table, columns, run)).collect()
}

/// The group that a column of numbers belongs to: the nearest on its left, or the first of all.
pub(super) fn group_of(groups: &[Group], column: usize) -> Option<&Group> {
    let left = groups.iter().rev().find(|group| group.columns.first().is_some_and(|first| *first < column));
    left.or_else(|| groups.first())
}

fn group(marks: &Marks, table: &Table, columns: &[Column], run: Vec<usize>) -> Group {
    let mut lines = vec![Line::default(); table.body.len()];
    let (mut carried, mut coded) = (Vec::new(), Vec::new());
    let sexes: Vec<bool> = run.iter().map(|place| holds_codes(columns, marks, table, *place)).collect();
    let ages = |place: &usize| columns.get(*place).is_some_and(|column| holds_ages(column, marks, table, *place));
    let ages: Vec<bool> = run.iter().map(ages).collect();
    let mut above: Vec<Option<(Place, Label)>> = vec![None; run.len()];
    for (row, line) in table.body.iter().zip(&mut lines) {
        for (place, ((column, ages), above)) in run.iter().zip(&ages).zip(&mut above).enumerate() {
            let at = Place::new(*row, *column);
            match marks.at(*row, *column) {
                Mark::Label(label) => {
                    line.add(at, label);
                    *above = Some((at, (**label).clone()));
                }
                Mark::Number(Some(age)) if *ages => {
                    let label = Label { ages: Some(Ages::Single(*age)), ..Label::default() };
                    line.add(at, &label);
                    *above = Some((at, label));
                }
                Mark::Number(Some(code)) if sexes.get(place) == Some(&true) => {
                    let sex = if *code == 1 { Sex::Man } else { Sex::Woman };
                    line.add(at, &Label { sex: Some(sex), ..Label::default() });
                    coded.push(at);
                }
                Mark::Date(date) => line.date = Some((at, *date)),
                Mark::Blank if is_outer(marks, *row, run.get(place + 1..).unwrap_or_default()) => {
                    if let Some((from, label)) = above.as_ref().filter(|(_, label)| label.says_whose()) {
                        line.add(*from, label);
                        carried.push(at);
                    }
                }
                Mark::Number(_) | Mark::Year | Mark::Blank => {}
            }
        }
    }
    let headed = |meaning| run.iter().any(|c| columns.get(*c).is_some_and(|c| c.line.label.holds == Some(meaning)));
    let names_ages = headed(Meaning::Age);
    let names_conditions = headed(Meaning::Condition) || lines.iter().any(|line| line.label.factor.is_some());
    Group { columns: run, lines, carried, coded, names_ages, names_conditions }
}

/// Whether the column's heading says that it holds sexes, and its numbers are the codes of lists of persons: 1 for men and
/// 2 for women.
fn holds_codes(columns: &[Column], marks: &Marks, table: &Table, place: usize) -> bool {
    let is_headed = columns.get(place).is_some_and(|column| column.line.label.holds == Some(Meaning::Sex));
    let mut cells = table.body.iter().map(|row| marks.at(*row, place));
    is_headed && cells.all(|mark| !mark.is_number() || matches!(mark.age(), Some(1 | 2)))
}

/// Whether a label column further to the right has a label in the row: the blank one then belongs to the label above.
fn is_outer(marks: &Marks, row: usize, further: &[usize]) -> bool {
    further.iter().any(|column| *marks.at(row, *column) != Mark::Blank)
}

/// Whether plain numbers of the column are ages: its heading says so, or all its cells are numbers.
fn holds_ages(column: &Column, marks: &Marks, table: &Table, place: usize) -> bool {
    match column.line.label.holds {
        Some(Meaning::Age) => true,
        Some(_) => false,
        None => {
            let numbers = Mark::is_number;
            let others = table.body.iter().map(|row| marks.at(*row, place)).filter(|mark| !numbers(mark));
            let mut others = others.filter(|mark| **mark != Mark::Blank);
            others.all(|mark| mark.label().is_some_and(|label| label.total || label.ages.is_some()))
        }
    }
}
