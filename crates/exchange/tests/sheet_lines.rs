//! A region's persons in a workbook are those of the same list as text.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use exchange::{
    import::OpenError,
    sheet_lines::{is_workbook, read_sheets, sheet_lines},
};
use model::id::Id;
use register::{
    conditions::Conditions,
    ingest::{FaultKind, Limits, Note, Outcome, Reader},
};
use rust_xlsxwriter::{Workbook, Worksheet};

const HEADINGS: [&str; 5] = ["Vårdcentral", "Kön", "Ålder", "Tillstånd", "Läkemedelskostnad"];

fn reader() -> Reader {
    let known = Conditions::new(["diabetes", "kol"].map(Id::new)).unwrap();
    Reader::new(&known, Limits::default())
}

/// Fifty persons from a row on; numbers are numbers.
fn persons(sheet: &mut Worksheet, from: u32) {
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(from, column, heading).unwrap();
    }
    for n in 0..50 {
        let row = from + 1 + n;
        sheet.write(row, 0, if n % 2 == 0 { "Norr; \"vid torget\"" } else { "Söder" }).unwrap();
        sheet.write(row, 1, "K").unwrap();
        sheet.write(row, 2, n + 20).unwrap();
        sheet.write(row, 3, if n % 3 == 0 { "KOL, diabetes" } else { "inga" }).unwrap();
        sheet.write(row, 4, f64::from(n) * 100.25).unwrap();
    }
}

fn of(mut workbook: Workbook) -> Outcome {
    let bytes = workbook.save_to_buffer().unwrap();
    assert!(is_workbook(&bytes));
    read_sheets(sheet_lines(&bytes).unwrap(), reader)
}

fn rows(outcome: &Outcome) -> Vec<String> {
    let register = outcome.register.as_ref().unwrap();
    let rows = register.rows().map(|row| format!("{} {row:?}", register.practices()[usize::from(row.practice)]));
    rows.collect()
}

#[test]
fn persons_of_a_sheet_are_those_of_the_same_text() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Register per 31 december").unwrap();
    persons(sheet, 2);
    sheet.write(54, 0, "Källa: ett påhittat system").unwrap();
    let outcome = of(workbook);
    let mut text = format!("{}\n", HEADINGS.join(";"));
    for n in 0..50 {
        let practice = if n % 2 == 0 { "\"Norr; \"\"vid torget\"\"\"" } else { "Söder" };
        let conditions = if n % 3 == 0 { "kol+diabetes" } else { "" };
        text += &format!("{practice};K;{};{conditions};{}\n", n + 20, f64::from(n) * 100.25);
    }
    let mut plain = reader();
    plain.push(text.as_bytes());
    assert_eq!(rows(&outcome), rows(&plain.finish()));
    assert_eq!((outcome.read, outcome.faults.count(|kind| !kind.is_of_nobody())), (50, 0), "{:?}", outcome.faults);
    assert!(outcome.notes.contains(&Note::RowsAbove { rows: 2 }));
}

#[test]
fn of_several_sheets_the_only_list_is_read_and_of_several_lists_none() {
    let with = |second: fn(&mut Worksheet)| {
        let mut workbook = Workbook::new();
        persons(workbook.add_worksheet().set_name("Alla").unwrap(), 0);
        second(workbook.add_worksheet().set_name("Om").unwrap());
        of(workbook)
    };
    let read = with(|sheet| _ = sheet.write(0, 0, "Hur uttaget gjordes").unwrap());
    assert_eq!(read.read, 50);
    assert!(read.notes.contains(&Note::OfSheet("Alla".to_owned())));
    let several = with(|sheet| persons(sheet, 0));
    assert!(several.register.is_none());
    assert_eq!(several.faults.groups[0].kind, FaultKind::SeveralSheets { sheets: 2 });
    assert_eq!(several.faults.groups[0].values, [("Alla".to_owned(), 1), ("Om".to_owned(), 1)]);
}

#[test]
fn hidden_rows_are_left_out_and_told() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    persons(sheet, 0);
    sheet.set_row_hidden(3).unwrap().set_row_hidden(7).unwrap();
    let outcome = of(workbook);
    assert_eq!(outcome.read, 48);
    assert!(outcome.notes.contains(&Note::Hidden(2)), "{:?}", outcome.notes);
}

#[test]
fn what_is_no_workbook_is_told() {
    for (bytes, is_one) in
        [(&b"PK\x03\x04 and nothing more"[..], true), (b"<html><table></table>", true), (b"a;b\n", false)]
    {
        assert_eq!(is_workbook(bytes), is_one);
        assert_eq!(
            is_one,
            matches!(sheet_lines(bytes), Err(OpenError::Damaged | OpenError::NotATable | OpenError::Unread(_)))
        );
    }
}
