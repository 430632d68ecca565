//! A model that comes into force by steps: by hand, and that every tree gives the amount that is paid, to the öre.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
use model::{
    count::Count,
    measure::{Measure, MonthlyMoney, Persons, Rate, Share, YearlyMoney},
    term::Term,
    trace::{Node, Traced},
};
use proptest::prelude::*;
use register::{
    exact::ore_per_year,
    phase_in::{Fault, Financing, Held, Payments},
};
use report::phase::{Limit, Made, Monthly, PhaseStep, PhasedRegion, Total, kronor, phased};
use rust_decimal::Decimal;
use std::rc::Rc;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn share(text: &str) -> Share {
    Share::of(d(text))
}

/// Old and new payment of a month and listed, practice by practice.
type Practices = Vec<(Decimal, Decimal, u32)>;

fn region(practices: &Practices, step: PhaseStep) -> Result<PhasedRegion, Vec<Fault>> {
    let ore = |kronor: Decimal| ore_per_year(MonthlyMoney::of(kronor)).unwrap();
    let payments =
        practices.iter().map(|(old, new, listed)| Payments { old: ore(*old), new: ore(*new), listed: *listed });
    phased(payments.collect(), step, &step.terms().unwrap())
}

fn made(region: &PhasedRegion, practices: &Practices) -> Vec<(&'static str, Made)> {
    let one = |(at, (old, new, listed)): (usize, &(Decimal, Decimal, u32))| {
        let [old, new] = [old, new].map(|month| Traced::input(Term::Payment, MonthlyMoney::of(*month)));
        let listed: Traced<Persons> =
            Traced::input(Term::ListedTotal, Count::new(u64::from(*listed)).unwrap().persons());
        let name = ["A", "B", "C", "D", "E", "F"][at % 6];
        (name, region.made(at, Monthly { name, old: &old, new: &new, listed: &listed }).unwrap())
    };
    practices.iter().enumerate().map(one).collect()
}

fn holds(node: &Rc<Node>) {
    assert_eq!(node.recomputed(), Some(node.value.value), "{:?}", node.term);
    node.how.inputs().into_iter().for_each(holds);
}

fn year(traced: &Traced<YearlyMoney>) -> Decimal {
    traced.value().decimal()
}

/// A falls by 10 per cent, B rises by 5, C stays; half the way, and nobody more than 2 per cent down.
fn three() -> Practices {
    vec![(d("100000"), d("90000"), 1000), (d("200000"), d("210000"), 2000), (d("50000"), d("50000"), 500)]
}

#[test]
fn half_the_way_with_a_floor_that_the_region_pays() {
    let floor = Some(Limit::OfOld(share("0.02")));
    let step = PhaseStep { share: share("0.5"), floor, cap: None, financing: Financing::Region };
    let region = region(&three(), step).unwrap();
    let made = made(&region, &three());
    // a month: 95,000 without the floor, 98,000 with it
    assert_eq!(year(&made[0].1.blended), d("1140000"));
    assert_eq!(year(made[0].1.payment.as_ref().unwrap()), d("1176000"));
    assert_eq!(year(made[1].1.payment.as_ref().unwrap()), d("2460000"));
    assert_eq!(year(made[2].1.payment.as_ref().unwrap()), d("600000"));
    assert_eq!((region.count(Held::Floor), region.count(Held::Cap)), (1, 0));
    assert_eq!(kronor(region.total(Total::Cost)), d("36000"));
    assert_eq!(region.changes()[1], [-2.0, 2.5, 0.0]);
}

#[test]
fn the_same_floor_that_the_practices_pay_keeps_the_sum() {
    let floor = Some(Limit::PerListed(Rate::of(d("2"))));
    let step = PhaseStep { share: share("0.5"), floor, cap: None, financing: Financing::Practices };
    let region = region(&three(), step).unwrap();
    assert_eq!(region.total(Total::Payment), region.total(Total::Blended));
    let made = made(&region, &three());
    assert_eq!(year(made[0].1.payment.as_ref().unwrap()), d("1176000"));
    assert_eq!(made[1].1.payment, None, "what B is paid follows from everybody else's");
    assert_eq!(year(&region.exact_total(Total::Payment, &made).unwrap()), kronor(region.total(Total::Payment)));
}

#[test]
fn floors_over_the_budget_are_told_with_both_sums() {
    let step = PhaseStep {
        share: share("1"),
        floor: Some(Limit::OfOld(share("0"))),
        cap: None,
        financing: Financing::Practices,
    };
    let falls = vec![(d("100"), d("90"), 1)];
    assert_eq!(region(&falls, step).unwrap_err(), [Fault::FloorsOverBudget { floors: 120_000, budget: 108_000 }]);
}

fn some_limit() -> impl Strategy<Value = Option<Limit>> {
    prop_oneof![
        Just(None),
        (0_i64..=10_000).prop_map(|n| Some(Limit::OfOld(Share::of(Decimal::new(n, 4))))),
        (0_i64..=5_000).prop_map(|n| Some(Limit::PerListed(Rate::of(Decimal::new(n, 2))))),
    ]
}

proptest! {
    #[test]
    fn every_tree_gives_what_is_paid(
        practices in prop::collection::vec((0_i64..1_000_000_000_000, 0_i64..1_000_000_000_000, 1_u32..30_000), 1..6),
        blend in 0_i64..=10_000,
        floor in some_limit(),
        cap in some_limit(),
        together in any::<bool>(),
    ) {
        let practices: Practices =
            practices.into_iter().map(|(old, new, n)| (Decimal::new(old, 6), Decimal::new(new, 6), n)).collect();
        let financing = if together { Financing::Practices } else { Financing::Region };
        let step = PhaseStep { share: Share::of(Decimal::new(blend, 4)), floor, cap, financing };
        let Ok(region) = region(&practices, step) else { prop_assume!(false); unreachable!() };
        let made = made(&region, &practices);
        for ((_, made), phased) in made.iter().zip(&region.found.practices) {
            prop_assert_eq!(year(&made.blended), kronor(phased.blended));
            holds(made.blended.node());
            if let Some(payment) = &made.payment {
                prop_assert_eq!(year(payment), kronor(phased.payment));
                holds(payment.node());
            }
            prop_assert!(made.payment.is_some() || together, "where the region pays, every amount has its tree");
        }
        let totals = [Total::Old, Total::New, Total::Blended, Total::Payment];
        let moves = [Total::Raised, Total::Lowered, Total::Cost];
        let totals = totals.into_iter().map(|total| (total, true)).chain(moves.map(|total| (total, !together)));
        for (total, known) in totals {
            let exact = region.exact_total(total, &made);
            prop_assert!(exact.is_some() || !known, "{:?}", total);
            if let Some(exact) = exact {
                prop_assert_eq!(year(&exact), kronor(region.total(total)), "{:?}", total);
                holds(exact.node());
            }
        }
        if together {
            prop_assert_eq!(region.total(Total::Payment), region.total(Total::Blended));
        }
    }
}
