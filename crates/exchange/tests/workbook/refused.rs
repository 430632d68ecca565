//! Books that Excel would not open are refused, with everything that is wrong.
use super::make::{book, d};
use exchange::workbook::{BookError, BookRow, Cell, NameProblem, Sheet, write};
use model::{
    measure::{Measure, MonthlyMoney},
    term::Term,
    trace::Traced,
};

fn sheet(name: &str, rows: Vec<BookRow>) -> Sheet {
    Sheet { name: name.to_owned(), rows }
}

fn cost(amount: &str) -> Traced<MonthlyMoney> {
    Traced::input(Term::DrugCost, MonthlyMoney::of(d(amount)))
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let long = "x".repeat(32_768);
    let cells = vec![Cell::of(&cost("1")), Cell::of(&cost("2")), Cell::Text(long)];
    let sheets = vec![
        sheet("a/b", vec![]),
        sheet(&"n".repeat(32), vec![]),
        sheet("", vec![]),
        sheet("'quoted", vec![]),
        sheet("COVERsheet", vec![BookRow::Empty, BookRow::Cells(cells)]),
    ];
    let mut book = book(sheets);
    book.properties.created = (2026, 2, 30);
    let errors = write(&book).unwrap_err();
    let name = |name: &str, problem| BookError::SheetName { name: name.to_owned(), problem };
    let expected = [
        name("a/b", NameProblem::Character('/')),
        name(&"n".repeat(32), NameProblem::TooLong(32)),
        name("", NameProblem::Empty),
        name("'quoted", NameProblem::Apostrophe),
        name("COVERsheet", NameProblem::Taken),
        BookError::InputWithTwoValues {
            term: Term::DrugCost,
            first: cost("1").node().value,
            second: cost("2").node().value,
        },
        BookError::TextTooLong { sheet: "COVERsheet".to_owned(), cell: "C2".to_owned(), characters: 32_768 },
        BookError::Date { created: (2026, 2, 30) },
    ];
    assert_eq!(errors, expected);
}

#[test]
fn a_book_without_sheets_is_a_cover() {
    let bytes = write(&book(Vec::new())).unwrap();
    assert_eq!(super::read::read(&bytes).into_keys().collect::<Vec<_>>(), ["CoverSheet"]);
}

#[test]
fn what_is_withheld_together_is_another_in_each_sum() {
    let together = |amount: &str| Traced::input(Term::WithheldTogether, MonthlyMoney::of(d(amount)));
    let sum = |amount: &str| Traced::sum(Term::Payment, [cost("5"), together(amount)]);
    let cells = ["10", "20"].map(|amount| Cell::of(&sum(amount)));
    assert!(write(&book(vec![sheet("Sums", vec![BookRow::Cells(cells.to_vec())])])).is_ok());
}
