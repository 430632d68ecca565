//! Tells a list of persons from a table of counts, by its headings. Reads no person.

use super::columns::{Column, columns, counts_persons};
use super::layout::{Table, tables};
use super::mark::{Mark, Marks};
use super::sheet::Sheet;
use super::target::Target;
use super::words::Meaning;

/// Whether the sheet's first table has one row a person, or one row a dispensing: such sheets are for the person
/// reader, and a reading only says that they are.
pub fn holds_persons(sheet: &Sheet, target: &Target) -> bool {
    let marks = Marks::of(sheet, &target.words);
    tables(&marks).first().is_some_and(|table| is_person_list(&marks, table))
}

pub(super) fn is_person_list(marks: &Marks, table: &Table) -> bool {
    let columns = columns(marks, table);
    let holds = |meaning: Meaning| columns.iter().any(|column| column.line.label.holds == Some(meaning));
    // under `Listad` may stand yes or no, or 1 and 0, which counts nobody
    let counts = |(place, column): (usize, &Column)| {
        let is_status = column.line.label.is_listed.is_some();
        let counts = |mark: &Mark| mark.is_number() && !(is_status && matches!(mark.whole(), Some(0 | 1)));
        counts_persons(&column.line.label) && table.body.iter().any(|row| counts(marks.at(*row, place)))
    };
    let counted = columns.iter().enumerate().any(counts);
    let one_each = (holds(Meaning::Age) || holds(Meaning::BirthYear)) && holds(Meaning::Sex);
    let dispensed = holds(Meaning::Person) && holds(Meaning::Atc);
    !counted && (one_each && table.body.len() > 1 && !has_bands(marks, table) || dispensed)
}

/// A column of bands is no column of ages.
fn has_bands(marks: &Marks, table: &Table) -> bool {
    let cells = table.body.iter().flat_map(|row| marks.filled(*row));
    let labels = cells.filter_map(|(_, mark)| mark.label());
    labels.filter(|label| matches!(label.ages, Some(super::ages::Ages::Band(_)))).nth(1).is_some()
}
