//! Sums with more terms than one formula may have.
use super::{make::book, read::read};
use exchange::workbook::{Cell, Row, Sheet, write};
use model::{count::Count, id::Id, measure::Persons, term::Term, trace::Traced};

/// The sum of so many persons, one at a time.
pub fn long_sum(terms: u32) -> Traced<Persons> {
    let one = |i: u32| Traced::input(Term::Affected(Id::new(&i.to_string())), Count::from(1).persons());
    Traced::sum(Term::ListedTotal, (0..terms).map(one))
}

pub fn long_book(terms: u32) -> Vec<u8> {
    let rows = vec![Row::Cells(vec![Cell::of(&long_sum(terms))])];
    write(&book(vec![Sheet { name: "Sum's".to_owned(), rows }])).unwrap()
}

#[test]
fn a_long_sum_is_a_sum_of_sums() {
    let sheets = read(&long_book(10_050));
    let partial = &sheets["CalculationSheet"].formulas;
    // 101 sums of the persons, and two of those
    assert_eq!(partial.len(), 103);
    assert_eq!(sheets["Sum's"].formulas[&(0, 0)], "SUM('CalculationSheet'!B106:B107)");
    assert_eq!(sheets["Sum's"].numbers[&(0, 0)], 10_050.0);
    assert!(partial.values().all(|formula| formula.len() < 8_192));
}
