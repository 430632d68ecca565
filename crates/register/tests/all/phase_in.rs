//! Steps between two models: the sums hold to the öre, and nobody passes floor or cap.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::measure::Share;
use proptest::prelude::*;
use register::phase_in::{Bound, Fault, Financing, Held, LARGEST, Millionths, Payments, Terms, phase_in};
use rust_decimal::Decimal;

fn share(percent: i64) -> Millionths {
    Millionths::of(Share::new(Decimal::new(percent, 2))).unwrap()
}

fn payments(old: i64, new: i64) -> Payments {
    Payments { old, new, listed: 1000 }
}

/// Half of the way, nobody loses more than 2 per cent.
fn half_way(financing: Financing) -> Terms {
    Terms { blend: share(50), floor: Some(Bound::OfOld(share(2))), cap: None, financing }
}

#[test]
fn the_region_pays_for_the_floor() {
    // half of the way is 1,100, 1,000 and 900; two per cent under 1,000 is 980
    let practices = [payments(1000, 1200), payments(1000, 1000), payments(1000, 800)];
    let step = phase_in(&practices, &half_way(Financing::Region)).unwrap();
    assert_eq!(step.practices.iter().map(|practice| practice.payment).collect::<Vec<_>>(), [1100, 1000, 980]);
    assert_eq!(
        step.practices.iter().map(|practice| practice.held()).collect::<Vec<_>>(),
        [Held::Free, Held::Free, Held::Floor]
    );
    assert_eq!((step.budget, step.raised, step.lowered, step.cost()), (3000, 80, 0, 80));
}

#[test]
fn the_practices_above_the_floor_pay_for_it() {
    // 980 is held; 1,100 and 1,000 share 2,020 as 1,100 to 1,000
    let practices = [payments(1000, 1200), payments(1000, 1000), payments(1000, 800)];
    let step = phase_in(&practices, &half_way(Financing::Practices)).unwrap();
    // the second would come to 961.9, so its floor holds too
    assert_eq!(step.practices.iter().map(|practice| practice.payment).collect::<Vec<_>>(), [1040, 980, 980]);
    assert_eq!((step.budget, step.raised, step.lowered, step.cost()), (3000, 80, 80, 0));
}

#[test]
fn a_floor_in_kronor_per_listed_and_a_cap() {
    let terms = Terms {
        blend: share(100),
        floor: Some(Bound::PerListed(0)),
        cap: Some(Bound::OfOld(share(5))),
        financing: Financing::Region,
    };
    let step = phase_in(&[payments(1000, 1200), payments(1000, 900)], &terms).unwrap();
    assert_eq!(step.practices.iter().map(|practice| practice.payment).collect::<Vec<_>>(), [1050, 1000]);
    assert_eq!((step.raised, step.lowered, step.cost()), (100, 150, -50));
}

#[test]
fn floors_that_the_budget_cannot_pay_are_told_with_numbers() {
    let less = [payments(1000, 700), payments(1000, 900)];
    let terms = Terms { blend: share(100), ..half_way(Financing::Practices) };
    assert_eq!(phase_in(&less, &terms), Err(vec![Fault::FloorsOverBudget { floors: 1960, budget: 1600 }]));
    let more = Terms { floor: None, cap: Some(Bound::PerListed(0)), ..terms };
    let grown = [payments(1000, 1300), payments(0, 100)];
    assert_eq!(phase_in(&grown, &more), Err(vec![Fault::CapsUnderBudget { caps: 1000, budget: 1400 }]));
}

#[test]
fn every_payment_out_of_bounds_is_told() {
    let practices = [payments(-1, 1), payments(1, 1), payments(1, LARGEST + 1)];
    let terms = half_way(Financing::Region);
    assert_eq!(phase_in(&practices, &terms), Err(vec![Fault::Negative(0), Fault::TooLarge(2)]));
    assert!(Millionths::of(Share::new(Decimal::new(1_000_001, 6))).is_none());
    assert!(Millionths::of(Share::new(Decimal::new(-1, 2))).is_none());
    assert!(Millionths::of(Share::new(Decimal::new(1, 7))).is_none());
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 0..1000i64, 0..2_000_000_000i64, Just(LARGEST)]
}

fn practices() -> impl Strategy<Value = Vec<Payments>> {
    let practice = (amount(), amount(), 0..20_000u32).prop_map(|(old, new, listed)| Payments { old, new, listed });
    prop::collection::vec(practice, 1..12)
}

fn bound() -> impl Strategy<Value = Option<Bound>> {
    let share = (0..=1_000_000i64).prop_map(|m| Millionths::of(Share::new(Decimal::new(m, 6))).unwrap());
    let bound = prop_oneof![share.prop_map(Bound::OfOld), (0..100_000u32).prop_map(Bound::PerListed)];
    prop::option::of(bound)
}

fn terms(financing: Financing) -> impl Strategy<Value = Terms> {
    (0..=1_000_000i64, bound(), bound()).prop_map(move |(blend, floor, cap)| Terms {
        blend: Millionths::of(Share::new(Decimal::new(blend, 6))).unwrap(),
        floor,
        cap,
        financing,
    })
}

proptest! {
    #[test]
    fn without_bounds_the_blended_payments_are_paid(practices in practices(), terms in terms(Financing::Practices)) {
        let free = Terms { floor: None, cap: None, ..terms };
        let step = phase_in(&practices, &free).unwrap();
        let blend = i128::from(terms.blend.get());
        let way = |p: &Payments| i128::from(p.old) * (1_000_000 - blend) + i128::from(p.new) * blend;
        for (practice, payments) in step.practices.iter().zip(&practices) {
            prop_assert_eq!(practice.payment, practice.blended);
            prop_assert!((i128::from(practice.payment) * 1_000_000 - way(payments)).abs() < 1_000_000);
        }
        let sum: i128 = practices.iter().map(way).sum();
        prop_assert!((i128::from(step.budget) * 1_000_000 - sum).abs() <= 500_000);
        prop_assert_eq!(step.practices.iter().map(|p| p.payment).sum::<i64>(), step.budget);
    }

    #[test]
    fn practices_that_pay_for_each_other_keep_the_budget(
        practices in practices(),
        terms in terms(Financing::Practices),
    ) {
        match phase_in(&practices, &terms) {
            Ok(step) => {
                prop_assert_eq!(step.practices.iter().map(|p| p.payment).sum::<i64>(), step.budget);
                prop_assert_eq!(step.raised, step.lowered);
                for p in &step.practices {
                    prop_assert!(p.payment >= p.floor && p.cap.is_none_or(|cap| p.payment <= cap));
                }
                // the free ones are multiplied by the same number
                let free = |p: &&register::phase_in::Phased| p.payment > p.floor && Some(p.payment) != p.cap && p.blended > 0;
                let free: Vec<_> = step.practices.iter().filter(free).collect();
                for pair in free.windows(2) {
                    let product = |a: usize, b: usize| i128::from(pair[a].payment) * i128::from(pair[b].blended);
                    let room = i128::from(pair[0].blended) + i128::from(pair[1].blended);
                    prop_assert!((product(0, 1) - product(1, 0)).abs() <= 8 * room);
                }
            }
            Err(faults) => {
                let free = Terms { financing: Financing::Region, ..terms };
                let step = phase_in(&practices, &free).unwrap();
                let floors: i64 = step.practices.iter().map(|p| p.floor).sum();
                let caps: i64 = step.practices.iter().map(|p| p.cap.unwrap_or(step.budget)).sum();
                match faults.as_slice() {
                    [Fault::FloorsOverBudget { .. }] => prop_assert!(floors > step.budget),
                    [Fault::CapsUnderBudget { .. }] => prop_assert!(caps < step.budget),
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
    }

    #[test]
    fn what_the_region_pays_is_what_is_paid_beyond_the_budget(
        practices in practices(),
        terms in terms(Financing::Region),
    ) {
        let step = phase_in(&practices, &terms).unwrap();
        prop_assert_eq!(step.practices.iter().map(|p| p.payment).sum::<i64>(), step.budget + step.cost());
        for p in &step.practices {
            let held = p.blended.max(p.floor).min(p.cap.unwrap_or(i64::MAX));
            prop_assert_eq!(p.payment, held);
        }
    }

    #[test]
    fn the_first_step_pays_the_old_and_the_last_the_new(practices in practices(), terms in terms(Financing::Region)) {
        let at = |percent| phase_in(&practices, &Terms { blend: share(percent), floor: None, cap: None, ..terms }).unwrap();
        for ((first, last), payments) in at(0).practices.iter().zip(&at(100).practices).zip(&practices) {
            prop_assert_eq!((first.payment, last.payment), (payments.old, payments.new));
        }
    }
}
