//! Doctors against the guideline.
use super::make::{count, d, guideline};
use model::{
    measure::{Fte, Measure},
    staffing::{
        StaffingOutcome,
        staff::{Inputs, Shipped, Staff},
        staffing,
    },
};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn situation(listed: u32, specialists: Decimal, st: Decimal) -> StaffingOutcome {
    let staff = Staff::of(count(listed), Fte::of(specialists), Fte::of(st));
    staffing(&Inputs { guideline: &guideline(), staff: &staff, shipped: &Shipped::default() })
}

fn capacity(specialists: Decimal, st: Decimal) -> Decimal {
    situation(1, specialists, st).capacity.value().decimal()
}

#[test]
fn eight_thousand_listed_five_specialists_and_two_st_doctors() {
    let outcome = situation(8_000, d("5.0"), d("2"));
    assert_eq!(outcome.by_specialists.value().decimal(), d("5500"), "5.0 x 1,100");
    assert_eq!(outcome.by_st.value().decimal(), d("1100"), "2 x 550");
    assert_eq!(outcome.capacity.value().decimal(), d("6600"));
    assert_eq!(outcome.gap.value().decimal(), d("1400"), "8,000 - 6,600");
    assert_eq!(outcome.per_specialist.unwrap().value().decimal(), d("1600"), "8,000 / 5.0");
    assert_eq!(outcome.coverage.unwrap().value().decimal(), d("0.825"), "6,600 / 8,000");
}

#[test]
fn nothing_is_divided_by_nobody() {
    let nobody = situation(0, Decimal::ZERO, Decimal::ZERO);
    assert_eq!((nobody.coverage, nobody.per_specialist), (None, None));
    assert_eq!(nobody.gap.value().decimal(), Decimal::ZERO);
}

proptest! {
    #[test]
    fn capacity_is_linear_in_the_doctors(a in 0i64..=10_000, b in 0i64..=10_000, st in 0i64..=10_000, times in 0i64..=9) {
        let (a, b, st, times) = (Decimal::new(a, 2), Decimal::new(b, 2), Decimal::new(st, 2), Decimal::from(times));
        prop_assert_eq!(capacity(a + b, st), capacity(a, st) + capacity(b, Decimal::ZERO));
        prop_assert_eq!(capacity(a * times, st * times), capacity(a, st) * times);
        prop_assert_eq!(capacity(Decimal::ZERO, a + a), capacity(a, Decimal::ZERO), "two ST doctors as one specialist");
    }

    #[test]
    fn gap_and_capacity_are_the_list(listed in 0u32..=100_000_000, specialists in 0i64..=10_000, st in 0i64..=10_000) {
        let outcome = situation(listed, Decimal::new(specialists, 2), Decimal::new(st, 2));
        let whole = outcome.gap.value().decimal() + outcome.capacity.value().decimal();
        prop_assert_eq!(whole, Decimal::from(listed));
    }

    #[test]
    fn as_many_specialists_as_needed_leave_no_gap(listed in 1u32..=100_000) {
        let need = situation(listed * 11, Decimal::ZERO, Decimal::ZERO).need.unwrap().value().decimal();
        let left = situation(listed * 11, need, Decimal::ZERO).gap.value().decimal();
        prop_assert!(left.abs() < d("0.000000000001"));
    }
}
