//! Payment against drug cost, under both readings of where the share is drawn.
use super::make::{d, m};
use model::{
    measure::{Measure, MonthlyMoney, Share},
    net::{ShareReading, net},
    term::Term,
    trace::Traced,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn figures(payment: Decimal, cost: Decimal, share: Decimal, reading: ShareReading) -> (Decimal, Decimal) {
    let payment = Traced::input(Term::Payment, MonthlyMoney::of(payment));
    let share = Traced::input(Term::CostShare, Share::of(share));
    let result = net(&payment, MonthlyMoney::of(cost), &share, reading);
    (result.carried.value().decimal(), result.net.value().decimal())
}

#[test]
fn a_million_against_a_million_and_a_half_at_seventy_per_cent() {
    let at = |reading| figures(d("1000000"), d("1500000"), d("0.70"), reading);
    assert_eq!(at(ShareReading::InTable), (d("1050000"), d("-50000")), "1,000,000 - 0.70 x 1,500,000");
    assert_eq!(at(ShareReading::AtNet), (d("1050000"), d("-350000")), "0.70 x (1,000,000 - 1,500,000)");
}

#[test]
fn a_year_is_twelve_months_with_its_own_unit() {
    let month = Traced::input(Term::Payment, m::<MonthlyMoney>("-50000"));
    assert_eq!(month.per_year().value().decimal(), d("-600000"));
    assert_ne!(month.per_year().node().value.unit, month.node().value.unit);
}

proptest! {
    #[test]
    fn both_readings_follow_their_formula(payment in 0i64..=10i64.pow(15), cost in 0i64..=10i64.pow(15), share in 0i64..=100) {
        let (payment, cost, share) = (Decimal::new(payment, 2), Decimal::new(cost, 2), Decimal::new(share, 2));
        let carried = share * cost;
        prop_assert_eq!(figures(payment, cost, share, ShareReading::InTable), (carried, payment - carried));
        prop_assert_eq!(figures(payment, cost, share, ShareReading::AtNet), (carried, share * (payment - cost)));
    }

    #[test]
    fn the_readings_agree_when_everything_is_carried(payment in 0i64..=10i64.pow(15), cost in 0i64..=10i64.pow(15)) {
        let at = |reading| figures(Decimal::new(payment, 2), Decimal::new(cost, 2), Decimal::ONE, reading);
        prop_assert_eq!(at(ShareReading::InTable), at(ShareReading::AtNet));
    }
}
