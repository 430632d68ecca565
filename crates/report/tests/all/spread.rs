//! Chance in the net: by hand, how it grows with the list, and that the funnel of a region says the same.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL};
use model::{
    citation::{Parameter, Status},
    count::Count,
    id::Id,
    measure::{Factor, Measure, MonthlyMoney, Share, YearlyMoney},
    payment_model::PaymentModel,
    term::Term,
    trace::{Node, Traced},
};
use proptest::prelude::*;
use register::statistics::{between_years, funnel, reach};
use report::spread::{Assumed, ChanceSpread, interval, spread};
use rust_decimal::{
    Decimal,
    prelude::{FromPrimitive, ToPrimitive},
};
use std::rc::Rc;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

fn residual(id: &str) -> Parameter<YearlyMoney> {
    catalog::shipped().residual(&Id::new(id)).unwrap().clone()
}

fn of(listed: u32, residual: &Parameter<YearlyMoney>, correlation: &Parameter<Factor>) -> Option<ChanceSpread> {
    let share: Traced<Share> = Traced::parameter(Term::CostShare, &model(SKANE_2026).cost_share);
    let listed = Traced::input(Term::ListedTotal, Count::new(listed.into()).unwrap().persons());
    spread(&listed, &share, Assumed { residual, correlation })
}

fn shipped(listed: u32) -> ChanceSpread {
    of(listed, &residual(SKANE_2026), &catalog::shipped().year_correlation).unwrap()
}

#[test]
fn ten_thousand_listed_by_hand() {
    let correlation = catalog::shipped().year_correlation.edited(Factor::new(d("0.5")));
    let spread = of(10_000, &residual(SKANE_2026), &correlation).unwrap();
    // 70 per cent of 3,700 kr, times the root of 10,000
    assert_eq!(spread.persons.value().decimal(), d("259000"));
    // half is new in each of two years: twice a half is the whole
    assert_eq!(spread.years.value().decimal(), d("259000"));
    let lasts = of(10_000, &residual(SKANE_2026), &correlation.edited(Factor::new(d("0.995")))).unwrap();
    assert_eq!(lasts.years.value().decimal(), d("25900"), "a hundredth is new in two years: a tenth of the deviation");
}

#[test]
fn nineteen_years_of_twenty_lie_within_twice_two_deviations_by_hand() {
    let correlation = catalog::shipped().year_correlation.edited(Factor::new(d("0.5")));
    let spread = of(10_000, &residual(SKANE_2026), &correlation).unwrap();
    let net = Traced::input(Term::Net, MonthlyMoney::of(d("-5000")));
    let shipped = catalog::shipped().interval_reach;
    assert_eq!((shipped.value.decimal(), shipped.citation.status), (d("1.96"), Status::Illustrative));
    let interval = interval(&net, &spread, &shipped);
    // 1.96 of 259,000 kr, about 12 times -5,000 kr
    assert_eq!(interval.reach.value().decimal(), d("507640"));
    assert_eq!(interval.low.value().decimal(), d("-567640"));
    assert_eq!(interval.high.value().decimal(), d("447640"));
    assert!(explained(interval.low.node()) && explained(interval.high.node()));
}

#[test]
fn the_assumptions_are_examples_that_differ_by_model_and_can_be_edited() {
    let catalogue = catalog::shipped();
    for model in &catalogue.models {
        let residual = catalogue.residual(&model.id).unwrap();
        assert_eq!(residual.citation.status, Status::Illustrative);
        assert!(residual.citation.note.is_some(), "it says how it was chosen");
    }
    assert!(residual(SKANE_PROPOSAL).value < residual(SKANE_2026).value, "what explains more leaves less");
    assert_eq!(catalogue.year_correlation.citation.status, Status::Illustrative);
    let half = residual(SKANE_2026).edited(YearlyMoney::new(d("1850")));
    let edited = of(10_000, &half, &catalogue.year_correlation).unwrap();
    assert_eq!(edited.persons.value().decimal(), d("129500"), "half of it, half the spread");
    assert_eq!(of(0, &half, &catalogue.year_correlation).unwrap().persons.value().decimal(), Decimal::ZERO);
    assert_eq!(of(10_000, &half, &catalogue.year_correlation.edited(Factor::new(d("1.01")))), None);
}

/// The funnel of a region and the page of one practice are one arithmetic: what chance between persons does to the net.
#[test]
fn a_practice_is_told_what_the_funnel_tells() {
    let (net, listed) = ([-4_000_000.0, 1_000_000.0, 6_000_000.0], [2_500.0, 6_400.0, 10_000.0]);
    let funnel = funnel(&net, &listed, 9e14).unwrap();
    // the funnel is in öre of net; the assumption in kronor of cost
    let whole = funnel.sigma_squared.sqrt() / 100.0 / 0.7;
    let residual = residual(SKANE_2026).edited(YearlyMoney::of(Decimal::from_f64(whole).unwrap()));
    let correlation = catalog::shipped().year_correlation;
    for (place, n) in funnel.places.iter().flatten().zip([2_500, 6_400, 10_000]) {
        let spread = of(n, &residual, &correlation).unwrap();
        let told = |figure: &Traced<YearlyMoney>| 1.96 * figure.value().decimal().to_f64().unwrap() / f64::from(n);
        assert!((told(&spread.persons) - place.reach / 100.0).abs() < 1e-6, "{place:?}");
        let years = reach(between_years(funnel.sigma_squared, 0.6, f64::from(n))) / 100.0;
        assert!((told(&spread.years) - years).abs() < 1e-6);
    }
}

fn explained(node: &Node) -> bool {
    node.recomputed() == Some(node.value.value) && node.how.inputs().into_iter().all(|input| explained(input))
}

proptest! {
    #[test]
    fn four_times_the_list_doubles_the_spread(listed in 1u32..=20_000_000) {
        let (one, four) = (shipped(listed), shipped(4 * listed));
        for (one, four) in [(&one.persons, &four.persons), (&one.years, &four.years)] {
            let ratio = four.value().decimal() / one.value().decimal();
            prop_assert!((ratio - Decimal::TWO).abs() < d("0.000000000001"));
            prop_assert!(explained(one.node()));
        }
    }
}
