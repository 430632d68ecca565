//! Where the tables of a sheet are: titles, heading rows and body rows. Does not read the numbers.

use super::label::{Label, Setting};
use super::mark::{Mark, Marks};

/// The rows of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Rows with a single text above the table, or above a part of it.
    pub(super) titles: Vec<usize>,
    /// Rows of headings, from the top.
    pub(super) heads: Vec<usize>,
    /// Rows with numbers or with a label for them.
    pub(super) body: Vec<usize>,
    /// Whether the headings are those of the part above.
    inherited: bool,
}

/// The tables of a sheet in the order of their rows.
pub(super) fn tables(marks: &Marks) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut table = Table::default();
    for row in 0..marks.rows() {
        match kind(marks, row) {
            TableRowKind::Blank => {}
            // years over the headings of a table
            TableRowKind::Body if table.body.is_empty() && table.heads.is_empty() && are_years(marks, row) => {
                table.heads.push(row);
            }
            TableRowKind::Body => table.body.push(row),
            TableRowKind::Title if table.body.is_empty() => table.titles.push(row),
            TableRowKind::Title => {
                let part = Table { titles: vec![row], heads: table.heads.clone(), body: Vec::new(), inherited: true };
                tables.push(std::mem::replace(&mut table, part));
            }
            TableRowKind::Head if table.body.is_empty() => {
                if std::mem::take(&mut table.inherited) {
                    table.heads.clear();
                }
                table.heads.push(row);
            }
            TableRowKind::Head => {
                let next = Table { heads: vec![row], ..Table::default() };
                tables.push(std::mem::replace(&mut table, next));
            }
        }
    }
    tables.push(table);
    tables.retain(|table| !table.body.is_empty());
    tables
}

enum TableRowKind {
    Blank,
    Title,
    Head,
    Body,
}

fn kind(marks: &Marks, row: usize) -> TableRowKind {
    let filled = marks.filled(row);
    let count = filled.clone().count();
    let numbers = numbers(marks, row);
    let lines = filled.clone().filter(|(_, mark)| mark.names_a_line()).count();
    if count == 0 {
        TableRowKind::Blank
    } else if are_settings(marks, row) {
        TableRowKind::Title
    } else if is_heading_of_labels(marks, row) {
        TableRowKind::Head
    } else if numbers > 0
        || lines == 1
        || lines == 0 && filled.clone().next().is_some_and(|(_, mark)| mark.stands_for_a_line())
    {
        TableRowKind::Body
    } else if count == 1 || is_one_text(filled.map(|(_, mark)| mark)) {
        TableRowKind::Title
    } else {
        TableRowKind::Head
    }
}

/// A heading such as `Age` over or before labels; the numbers beside it can only be ages.
fn is_heading_of_labels(marks: &Marks, row: usize) -> bool {
    let filled = marks.filled(row);
    let holds = |mark: &Mark| {
        let label = mark.label();
        label.is_some_and(|label| label.holds.is_some() && !label.says_whose() && !label.strange)
    };
    let heads = filled.clone().any(|(_, mark)| holds(mark));
    let several = filled.clone().nth(1).is_some();
    let only_years = filled.filter(|(_, mark)| mark.is_number()).all(|(_, mark)| mark.is_year());
    heads && several && (only_years || count_up(marks, row))
}

/// Whether the row is settings such as `Kön: Alla`: one a cell, after a text or not, or name and value in turn.
fn are_settings(marks: &Marks, row: usize) -> bool {
    let labels: Option<Vec<&Label>> = marks.filled(row).map(|(_, mark)| mark.label()).collect();
    let in_turn = marks.filled(row).step_by(2).filter_map(|(_, mark)| mark.label());
    let count = marks.filled(row).count();
    let are_names = count > 1
        && count == 2 * in_turn.clone().count()
        && in_turn.clone().all(|label| label.setting == Some(Setting::Name));
    if are_names {
        return true;
    }
    let Some(labels) = labels else { return false };
    let is_whole = |label: &&Label| label.setting == Some(Setting::Whole);
    let says_nothing = |label: &Label| !label.says_anything() && label.holds.is_none();
    match labels.as_slice() {
        [] => false,
        [one] => is_whole(one),
        [first, rest @ ..] if rest.iter().all(is_whole) => is_whole(first) || says_nothing(first),
        // `Kön`, `Alla`, `Ålder`, `Alla`, which are no headings
        all => {
            let names = all.iter().step_by(2).all(|label| label.holds.is_some() && !label.says_anything());
            all.len() > 3 && names && all.iter().skip(1).step_by(2).all(|label| label.total)
        }
    }
}

fn are_years(marks: &Marks, row: usize) -> bool {
    marks.filled(row).all(|(_, mark)| mark.is_year())
}

/// How many numbers and percentages the row has.
fn numbers(marks: &Marks, row: usize) -> usize {
    let is_share = |mark: &Mark| mark.label().is_some_and(|label| label.percent);
    marks.filled(row).filter(|(_, mark)| mark.is_number() || is_share(mark)).count()
}

/// Whether the row's numbers are ages, at least three, each above the one before.
fn count_up(marks: &Marks, row: usize) -> bool {
    let ages = marks.filled(row).filter_map(|(_, mark)| if mark.is_number() { Some(mark.age()) } else { None });
    let steps = ages.clone().zip(ages.clone().skip(1));
    ages.clone().nth(2).is_some()
        && ages.clone().all(|age| age.is_some())
        && steps.clone().all(|(one, next)| one < next)
}

/// A merged title is the same text in every cell.
fn is_one_text<'a>(mut marks: impl Iterator<Item = &'a Mark>) -> bool {
    let first = marks.next();
    first.is_some_and(|first| marks.all(|mark| mark == first))
}
