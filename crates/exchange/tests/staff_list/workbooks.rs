//! Workbooks: numbers of their own, merged cells, several sheets.

use crate::show;
use exchange::import::open;
use exchange::number::Notation;
use exchange::staff_list::{StaffAnswers, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

fn shown(workbook: &mut Workbook) -> Vec<String> {
    let sheets = open("fil", &workbook.save_to_buffer().unwrap()).unwrap();
    show::result(&read(&sheets, Notation::Swedish, StaffAnswers::default())).lines().map(str::to_owned).collect()
}

fn write_list(sheet: &mut Worksheet, row: u32) {
    sheet.write_row(row, 0, ["Vårdcentral", "Listade", "Specialister", "ST-läkare"]).unwrap();
    sheet.write(row + 1, 0, "Åby").unwrap();
    sheet.write_row(row + 1, 1, [5105.0, 1.0 / 3.0, 0.1 + 0.2]).unwrap();
}

#[test]
fn a_workbooks_own_numbers_are_rounded_to_a_millionth() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "Läkare per vårdcentral", &Format::new()).unwrap();
    write_list(sheet, 1);
    sheet.merge_range(5, 0, 5, 3, "Specialister i allmänmedicin", &Format::new()).unwrap();
    assert_eq!(
        shown(&mut workbook),
        ["Åby: 5105 listed, 0.333333 specialists, 0.3 ST", "skipped A6 \"Specialister i allmänmedicin\" Remark"]
    );
}

#[test]
fn half_a_person_of_a_workbook_is_a_problem() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_list(sheet, 0);
    sheet.write(1, 1, 5105.5).unwrap();
    assert_eq!(shown(&mut workbook), ["problem B2 \"5105.5\" Listed NotWhole"]);
}

#[test]
fn the_sheet_with_the_list_is_found() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Om").unwrap().write(0, 0, "Vårdcentraler och läkare").unwrap();
    write_list(workbook.add_worksheet(), 3);
    assert_eq!(shown(&mut workbook), ["Åby: 5105 listed, 0.333333 specialists, 0.3 ST"]);
}

#[test]
fn two_sheets_with_a_list_are_a_problem() {
    let mut workbook = Workbook::new();
    write_list(workbook.add_worksheet(), 0);
    write_list(workbook.add_worksheet(), 3);
    assert_eq!(shown(&mut workbook), ["problem A4 \"\" second list on sheet 2, first A1 on sheet 1"]);
}
