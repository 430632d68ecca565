//! Tables as CSV: what a spreadsheet program finds in the file.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use exchange::{
    csv::{Cell, Dialect, write},
    paste::read_table,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_small_table_in_both_dialects() {
    let rows = [
        vec![Cell::Text("ålder"), Cell::Text("2025"), Cell::Text("2026")],
        vec![Cell::Text("0–4"), Cell::Number(d("27.50")), Cell::Empty],
        vec![Cell::Text("a;b \"c\""), Cell::Number(d("-1234567.1234565")), Cell::Number(d("-0.0000001"))],
    ];
    let swedish = "\u{feff}ålder;2025;2026\r\n0–4;27,5;\r\n\"a;b \"\"c\"\"\";-1234567,123457;0\r\n";
    assert_eq!(write(rows.clone(), Dialect::SWEDISH), swedish);
    let english = "\u{feff}ålder,2025,2026\r\n0–4,27.5,\r\n\"a;b \"\"c\"\"\",-1234567.123457,0\r\n";
    assert_eq!(write(rows, Dialect::ENGLISH), english);
}

#[test]
fn a_text_that_looks_like_a_formula_is_none() {
    for text in ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u{a0}=1", "=HYPERLINK(\"x\";\"y\")"] {
        let file = write([[Cell::Text(text)]], Dialect::SWEDISH);
        let cell = file.trim_start_matches(['\u{feff}', '"']);
        assert!(cell.starts_with('\''), "{text:?} is written as {file:?}");
    }
    for text in ["a=1", "1-2", "", "\u{2212}5"] {
        assert_eq!(write([[Cell::Text(text)]], Dialect::SWEDISH), format!("\u{feff}{text}\r\n"));
    }
}

proptest! {
    #[test]
    fn every_table_is_read_again_and_no_text_is_a_formula(
        rows in vec(vec("[-=+@;\"',a1 \n]{0,6}", 1..5), 1..6),
        hundredths in any::<i32>(),
    ) {
        let number = Decimal::new(hundredths.into(), 2);
        let cells = rows.iter().map(|row| row.iter().map(|text| Cell::Text(text)).chain([Cell::Number(number)]));
        let file = write(cells, Dialect::SWEDISH);
        let table = read_table(&file).unwrap();
        prop_assert_eq!(table.rows.len(), rows.len());
        for (told, given) in table.rows.iter().zip(&rows) {
            let (last, texts) = told.split_last().unwrap();
            prop_assert_eq!(last.replace(',', ".").parse::<Decimal>().unwrap(), number);
            for (told, given) in texts.iter().zip(given) {
                prop_assert!(told == given || *told == format!("'{given}"), "{:?} became {:?}", given, told);
                prop_assert!(!told.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", told);
            }
        }
    }
}
