//! The square root of a figure: exact for squares, the nearest decimals for others.
use super::make::d;
use model::{
    measure::{Factor, Measure, Persons},
    term::Term,
    trace::Traced,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn root(value: Decimal) -> Option<Decimal> {
    let figure = Traced::input(Term::ListedTotal, Persons::of(value));
    let root: Traced<Factor> = figure.square_root(Term::ListedRoot)?;
    assert_eq!(root.node().recomputed(), Some(root.value().decimal()));
    Some(root.value().decimal())
}

#[test]
fn roots_that_are_known() {
    for (value, expected) in [("0", "0"), ("1", "1"), ("0.0001", "0.01"), ("10000", "100"), ("152399025", "12345")] {
        assert_eq!(root(d(value)), Some(d(expected)), "{value}");
    }
    assert_eq!(root(d("-0.01")), None);
    let two = root(d("2")).unwrap();
    assert!((two - d("1.414213562373095048801688724")).abs() < d("0.00000000000000000000000001"), "{two}");
}

proptest! {
    #[test]
    fn its_square_is_the_number(mantissa in 0i64..=i64::MAX, scale in 0u32..=12) {
        let value = Decimal::new(mantissa, scale);
        let root = root(value).unwrap();
        let off = (root * root - value).abs();
        prop_assert!(off <= (value + Decimal::ONE) * d("0.000000000000000001"), "{} of {}", root, value);
    }

    #[test]
    fn a_square_has_its_root(root_of in 0u32..=100_000_000) {
        let n = Decimal::from(root_of);
        prop_assert_eq!(root(n * n), Some(n));
    }
}
