//! What is fitted: known weights come back, and the sums agree with a plain least squares of every person.
use crate::fit::region::{ALL, Lot, dense, equations, estimates, plain};
use model::{
    case_mix::ConditionSet,
    measure::{Measure, Rate},
    sex::Sex,
};
use proptest::prelude::*;
use register::{
    fit::{FitOptions, Outcome, Signs, fit},
    person_key::PersonKey,
    register::PersonRow,
};
use rust_decimal::Decimal;

/// Kronor a month.
const WEIGHTS: [u32; 5] = [180, 60, 250, 50, 40];

/// Öre a year: a base that rises with age, and the weights.
fn clean(key: PersonKey, conditions: ConditionSet) -> u32 {
    let base = 20 + u32::from(key.age() / 5) * 10;
    1200 * (base + conditions.positions().map(|place| WEIGHTS[place]).sum::<u32>())
}

/// Persons of 60 to 64, so that all are of two cells.
fn of_sixty(lot: &mut Lot, cost: impl Fn(&mut Lot, PersonKey, ConditionSet) -> u32) -> PersonRow {
    let row = lot.row(4, |_, _, _| 0);
    let key = PersonKey::new(row.key.sex(), 60);
    PersonRow { key, cost: cost(lot, key, row.conditions), ..row }
}

#[test]
fn weights_without_noise_come_back_to_the_ore() {
    let mut lot = Lot::new(1);
    let rows: Vec<PersonRow> = (0..3000).map(|_| of_sixty(&mut lot, |_, key, set| clean(key, set))).collect();
    let fit = fit(&equations(&rows), 1.0, &FitOptions::default());
    for (factor, weight) in fit.factors.iter().zip(WEIGHTS) {
        let Outcome::Fitted { estimate, rate, .. } = factor.outcome else { panic!("{factor:?}") };
        assert!((estimate - f64::from(weight)).abs() < 1e-9, "{estimate}");
        assert_eq!(rate, Rate::of(Decimal::from(weight)));
    }
    assert!((fit.r_squared.unwrap() - 1.0).abs() < 1e-9 && (fit.r_squared_within.unwrap() - 1.0).abs() < 1e-9);
    let bases: Vec<f64> = fit.cells.iter().flatten().copied().collect();
    assert_eq!(bases.len(), 2, "women and men of 60 to 64");
    assert!(bases.iter().all(|base| (base - 140.0).abs() < 1e-9), "{bases:?}");
}

#[test]
fn the_carried_cost_is_what_is_explained() {
    let mut lot = Lot::new(2);
    let rows: Vec<PersonRow> = (0..3000).map(|_| lot.row(4, |_, key, set| clean(key, set))).collect();
    let (whole, carried) = (fit(&equations(&rows), 1.0, &ALL), fit(&equations(&rows), 0.7, &ALL));
    for (whole, carried) in estimates(&whole).into_iter().zip(estimates(&carried)) {
        assert!((whole.unwrap() * 0.7 - carried.unwrap()).abs() < 1e-9);
    }
}

#[test]
fn a_rare_factor_is_refused_and_one_without_its_own_persons_is_told() {
    let row = |i: u32, conditions: &[usize]| PersonRow {
        practice: 0,
        key: PersonKey::new(Sex::Man, 60),
        conditions: ConditionSet::of(conditions.iter().copied()),
        cost: 1000 * (i % 7),
    };
    let mut rows: Vec<PersonRow> = (0..100).map(|i| row(i, &[])).collect();
    rows.extend((0..60).map(|i| row(i, &[0, 1])));
    rows.extend((0..49).map(|i| row(i, &[2])));
    let found = fit(&equations(&rows), 1.0, &FitOptions::default());
    let outcomes: Vec<Outcome> = found.factors.iter().map(|factor| factor.outcome).collect();
    assert!(matches!(outcomes[0], Outcome::Fitted { .. }));
    assert_eq!(outcomes[1], Outcome::Determined, "nobody has it without the first");
    assert_eq!(outcomes[2], Outcome::TooFew { persons: 49, least: 50 });
    assert_eq!(outcomes[3], Outcome::TooFew { persons: 0, least: 50 });
    let fewer = fit(&equations(&rows), 1.0, &FitOptions { least_persons: 49, ..FitOptions::default() });
    assert!(matches!(fewer.factors[2].outcome, Outcome::Fitted { .. }));
}

#[test]
fn a_penalty_of_so_many_persons_halves_what_as_many_have() {
    let row = |i: u32| PersonRow {
        practice: 0,
        key: PersonKey::new(Sex::Man, 60),
        conditions: if i < 100 { ConditionSet::of([0]) } else { ConditionSet::EMPTY },
        cost: if i < 100 { 240_000 } else { 0 },
    };
    let rows: Vec<PersonRow> = (0..1000).map(row).collect();
    let of = |ridge| estimates(&fit(&equations(&rows), 1.0, &FitOptions { ridge, ..ALL }))[0].unwrap();
    assert!((of(0.0) - 200.0).abs() < 1e-9);
    assert!((of(100.0) - 100.0).abs() < 1e-9);
    assert!((of(300.0) - 50.0).abs() < 1e-9);
}

#[test]
fn nobody_is_no_fault() {
    let fit = fit(&equations(&[]), 0.7, &ALL);
    assert_eq!((fit.persons, fit.r_squared, fit.residual), (0, None, None));
    assert!(fit.cells.iter().all(Option::is_none));
}

#[test]
fn the_fitted_model_pays_the_fitted_weights() {
    let mut lot = Lot::new(4);
    let rows: Vec<PersonRow> = (0..500).map(|_| lot.row(4, |_, key, set| clean(key, set))).collect();
    let rare = FitOptions { least_persons: 160, ..ALL };
    let fit = fit(&equations(&rows), 1.0, &rare);
    let fitted = fit.applied_to(&crate::fit::region::model());
    for (paid, factor) in fitted.case_mix().unwrap().factors().zip(&fit.factors) {
        let rate = match factor.outcome {
            Outcome::Fitted { rate, .. } => rate.decimal(),
            _ => Decimal::ZERO,
        };
        assert_eq!(paid.weight.value.decimal(), rate);
        assert_eq!(rate == Decimal::ZERO, factor.persons < 160, "{factor:?}");
    }
}

/// Between 80 and 200 persons with costs of no pattern.
fn rows() -> impl Strategy<Value = Vec<PersonRow>> {
    (any::<u64>(), 80..200usize).prop_map(|(seed, persons)| {
        let mut lot = Lot::new(seed);
        let costs = |lot: &mut Lot, _, _| lot.below(1000) * lot.below(1000);
        (0..persons).map(|_| lot.row(6, costs)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_sums_give_what_a_plain_least_squares_gives(rows in rows()) {
        let fit = fit(&equations(&rows), 1.0, &ALL);
        let fitted = estimates(&fit);
        prop_assert!(fitted.iter().all(Option::is_some));
        let (plain, left) = plain(&rows, &[0, 1, 2, 3, 4]);
        for (estimate, expected) in fitted.into_iter().flatten().zip(plain) {
            prop_assert!((estimate - expected).abs() < 1e-6 * (1.0 + expected.abs()), "{estimate} {expected}");
        }
        let mean = rows.iter().map(|row| f64::from(row.cost)).sum::<f64>() / rows.len() as f64;
        let around: f64 = rows.iter().map(|row| ((f64::from(row.cost) - mean) / 1200.0).powi(2)).sum();
        let expected = 1.0 - left.norm_squared() / around;
        prop_assert!((fit.r_squared.unwrap() - expected).abs() < 1e-9, "{:?} {expected}", fit.r_squared);
    }

    #[test]
    fn no_negative_weight_and_nothing_to_gain_from_another(rows in rows()) {
        let fit = fit(&equations(&rows), 1.0, &FitOptions { signs: Signs::NonNegative, ..ALL });
        let found = estimates(&fit);
        let kept: Vec<usize> = (0..5).filter(|factor| found[*factor].is_some()).collect();
        prop_assert!(found.iter().flatten().all(|estimate| *estimate > 0.0));
        prop_assert!((0..5).all(|i| kept.contains(&i) || fit.factors[i].outcome == Outcome::AtZero));
        let (expected, left) = plain(&rows, &kept);
        for (estimate, expected) in found.iter().flatten().zip(&expected) {
            prop_assert!((estimate - expected).abs() < 1e-6 * (1.0 + expected.abs()));
        }
        // a factor at zero could only gain by falling: what is left is no larger where it is
        let (matrix, _) = dense(&rows, &[0, 1, 2, 3, 4]);
        let columns = matrix.ncols();
        for factor in (0..5).filter(|factor| !kept.contains(factor)) {
            let gain = matrix.column(columns - 5 + factor).dot(&left);
            prop_assert!(gain <= 1e-6 * left.norm(), "{gain}");
        }
    }

    #[test]
    fn dropping_ends_without_negative_weights(rows in rows()) {
        let any = estimates(&fit(&equations(&rows), 1.0, &ALL));
        let dropped = fit(&equations(&rows), 1.0, &FitOptions { signs: Signs::DropNegative, ..ALL });
        let found = estimates(&dropped);
        prop_assert!(found.iter().flatten().all(|estimate| *estimate >= 0.0));
        let most_negative = any.iter().flatten().copied().fold(0.0, f64::min);
        for (first, now) in any.iter().flatten().zip(&dropped.factors) {
            if *first < 0.0 && *first == most_negative {
                prop_assert_eq!(now.outcome, Outcome::Negative { estimate: most_negative });
            }
        }
        prop_assert_eq!(most_negative == 0.0, found.iter().all(Option::is_some));
    }

    #[test]
    fn a_vanishing_penalty_is_none(rows in rows()) {
        let none = estimates(&fit(&equations(&rows), 1.0, &ALL));
        let mut before = f64::INFINITY;
        for ridge in [1.0, 1e-3, 1e-6] {
            let with = estimates(&fit(&equations(&rows), 1.0, &FitOptions { ridge, ..ALL }));
            let off = none.iter().flatten().zip(with.iter().flatten()).map(|(a, b)| (a - b).abs());
            let off = off.fold(0.0, f64::max);
            prop_assert!(off < before);
            before = off;
        }
        prop_assert!(before < 1e-3);
    }
}
