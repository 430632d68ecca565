//! Nothing is written "-0".
use super::make::{d, m};
use model::{
    measure::{Measure, MonthlyMoney, Rate, Share},
    term::Term,
    trace::Traced,
};
use rust_decimal::Decimal;

fn negative_zero() -> Decimal {
    let mut zero = d("0.00");
    zero.set_sign_negative(true);
    assert_eq!(zero.to_string(), "-0.00", "what is to be kept out");
    zero
}

#[test]
fn a_measure_of_zero_has_no_sign() {
    let zero = negative_zero();
    for rate in [Rate::new(zero), Rate::of(zero), -Rate::ZERO, Rate::ZERO - Rate::ZERO, Rate::of(zero) + Rate::of(zero)]
    {
        assert!(!rate.decimal().is_sign_negative());
        assert!(!rate.quantity().value.to_string().contains('-'));
    }
    assert_eq!(Rate::of(d("-0.01")).decimal().to_string(), "-0.01", "what is below zero stays so");
    assert_eq!(Rate::of(zero).decimal().to_string(), "0.00", "and decimals stay");
}

#[test]
fn a_figure_of_zero_has_no_sign() {
    let zero = Traced::input(Term::Payment, MonthlyMoney::of(negative_zero()));
    let loss = Traced::input(Term::Payment, m::<MonthlyMoney>("-50"));
    let nothing = Traced::input(Term::CostShare, m::<Share>("0"));
    let carried: Traced<MonthlyMoney> = loss.times(Term::CarriedCost, &nothing);
    let mean: Traced<Rate> = zero.divided_by(Term::PaymentPerListed, &loss).unwrap();
    let figures = [zero.per_year().node().value, carried.minus(Term::Net, &zero).node().value, mean.node().value];
    for figure in figures.into_iter().chain([carried.node().value, zero.node().value]) {
        assert!(!figure.value.to_string().contains('-'), "{}", figure.value);
    }
}
