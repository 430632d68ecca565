//! Sums with more terms than one formula may have, and roots.
use super::{
    make::{book, shipped},
    read::read,
};
use catalog::SKANE_2026;
use exchange::workbook::{BookRow, Cell, Sheet, write};
use model::{count::Count, id::Id, measure::Persons, term::Term, trace::Traced};
use report::spread::{Assumed, spread};

/// The sum of so many persons, one at a time.
pub fn long_sum(terms: u32) -> Traced<Persons> {
    let one = |i: u32| Traced::input(Term::Affected(Id::new(&i.to_string())), Count::from(1).persons());
    Traced::sum(Term::ListedTotal, (0..terms).map(one))
}

pub fn long_book(terms: u32) -> Vec<u8> {
    let rows = vec![BookRow::Cells(vec![Cell::of(&long_sum(terms))])];
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

/// What chance does to the net of 8,123 listed.
pub fn spread_book() -> Vec<u8> {
    let listed = Traced::input(Term::ListedTotal, Count::from(8_123).persons());
    let share = Traced::parameter(Term::CostShare, &shipped(SKANE_2026).cost_share);
    let shipped = catalog::shipped();
    let residual = shipped.residual(&Id::new(SKANE_2026)).unwrap();
    let spread = spread(&listed, &share, Assumed { residual, correlation: &shipped.year_correlation }).unwrap();
    let rows = vec![BookRow::Cells(vec![Cell::of(&spread.persons), Cell::of(&spread.years)])];
    write(&book(vec![Sheet { name: "Spread".to_owned(), rows }])).unwrap()
}

#[test]
fn a_root_is_a_formula() {
    let sheets = read(&spread_book());
    let formulas: Vec<_> = sheets["CalculationSheet"].formulas.values().collect();
    assert!(formulas.iter().any(|formula| formula.starts_with("SQRT(")), "{formulas:?}");
    assert_eq!(sheets["InputSheet"].numbers.len(), 2, "the listed and the whole of the variance");
}
