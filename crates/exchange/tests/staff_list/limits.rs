//! How much is taken and how much is told.

use exchange::import::{Sheet, SheetCell};
use exchange::number::Notation;
use exchange::staff_list::{
    MAX_NAME_BYTES, MAX_PRACTICES, MAX_SKIPPED, MAX_STAFF_PROBLEMS, StaffAnswers, StaffList, StaffProblemKind,
    StaffProblems, read,
};

const HEADINGS: [&str; 4] = ["Vårdcentral", "Listade", "Specialister", "ST"];

fn sheet(rows: impl Iterator<Item = [String; 4]>) -> Sheet {
    let mut sheet = Sheet::of_texts("", &[&HEADINGS]);
    sheet.rows.extend(rows.map(|row| row.iter().map(|text| SheetCell::text(text)).collect()));
    sheet
}

fn practice(number: usize, listed: &str) -> [String; 4] {
    [format!("vc {number}"), listed.to_owned(), "3,5".to_owned(), "1".to_owned()]
}

fn of(sheet: Sheet) -> Result<StaffList, StaffProblems> {
    read(&[sheet], Notation::Swedish, StaffAnswers::default())
}

#[test]
fn two_thousand_are_taken_and_one_more_is_not() {
    let practices = |count: usize| of(sheet((0..count).map(|number| practice(number, "8000"))));
    assert_eq!(practices(MAX_PRACTICES).unwrap().rows.len(), MAX_PRACTICES);
    let problems = practices(MAX_PRACTICES + 3).unwrap_err().problems;
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].kind, StaffProblemKind::TooManyRows { rows: MAX_PRACTICES + 3 });
    assert_eq!(problems[0].origin.to_string(), "A2002");
}

#[test]
fn problems_beyond_the_limit_are_counted() {
    let StaffProblems { problems, more } = of(sheet((0..1000).map(|number| practice(number, "x")))).unwrap_err();
    assert_eq!((problems.len(), more), (MAX_STAFF_PROBLEMS, 1000 - MAX_STAFF_PROBLEMS));
}

#[test]
fn sums_beyond_the_limit_are_counted() {
    let sums = (0..300).map(|_| ["Summa".to_owned(), "1".to_owned(), "1".to_owned(), "1".to_owned()]);
    let list = of(sheet(sums.chain([practice(1, "8000")]))).unwrap();
    assert_eq!((list.skipped.len(), list.more_skipped, list.rows.len()), (MAX_SKIPPED, 300 - MAX_SKIPPED, 1));
}

#[test]
fn a_name_may_be_long_but_not_longer() {
    let named =
        |bytes: usize| of(sheet([["a".repeat(bytes), "1".to_owned(), "1".to_owned(), "1".to_owned()]].into_iter()));
    assert_eq!(named(MAX_NAME_BYTES).unwrap().rows[0].name.as_str().len(), MAX_NAME_BYTES);
    assert_eq!(named(MAX_NAME_BYTES + 1).unwrap_err().problems[0].kind, StaffProblemKind::NameTooLong);
}

#[test]
fn no_sheets_are_no_list() {
    assert_eq!(
        read(&[], Notation::Swedish, StaffAnswers::default()).unwrap_err().problems[0].kind,
        StaffProblemKind::Empty
    );
    let blank = read(&[Sheet::default()], Notation::Swedish, StaffAnswers::default());
    assert_eq!(blank.unwrap_err().problems[0].kind, StaffProblemKind::Empty);
}
