//! How sure fitted weights are said to be: the jackknife over practices the long way, and how often its intervals hold
//! weights that are known.
use crate::fit::region::{ALL, Lot, estimates, frame, plain, register};
use model::{case_mix::ConditionSet, sex::Sex};
use register::{
    fit::{FactorFit, Fit, FitOptions, NormalEquations, Outcome, Signs, StandardError, fit, fit_practices},
    person_key::PersonKey,
    register::PersonRow,
};

/// Kronor a month.
const WEIGHTS: [f64; 5] = [180.0, 60.0, 250.0, 50.0, 40.0];

fn of_practices(practices: u16, rows: &[PersonRow], options: &FitOptions) -> Fit {
    let parts = NormalEquations::by_practice(&register(practices, rows), &frame(), 0).unwrap();
    fit_practices(&parts, 1.0, options).unwrap()
}

fn error(factor: &FactorFit) -> Option<StandardError> {
    match factor.outcome {
        Outcome::Fitted { error, .. } => error,
        _ => None,
    }
}

/// A person of 60 to 64 whose cost varies the more the more it is, and with what the practice prescribes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "öre far below the limit, not below zero")]
fn uneven(lot: &mut Lot, practices: u16, prescribing: &[f64]) -> PersonRow {
    let row = lot.row(practices, |_, _, _| 0);
    let mean = 140.0 + row.conditions.positions().map(|place| WEIGHTS[place]).sum::<f64>();
    let mean = mean * prescribing[usize::from(row.practice)];
    // nothing for three of four, and four times the mean for the fourth
    let cost = if lot.below(4) == 0 { 4.0 * mean } else { 0.0 };
    let key = PersonKey::new(if row.practice.is_multiple_of(2) { Sex::Woman } else { Sex::Man }, 60);
    PersonRow { key, cost: (1200.0 * cost) as u32, ..row }
}

#[test]
fn an_error_is_that_of_leaving_each_practice_out_in_turn() {
    let mut lot = Lot::new(5);
    let practices = 6;
    let rows: Vec<PersonRow> = (0..900).map(|_| uneven(&mut lot, practices, &[1.0; 6])).collect();
    let fitted = of_practices(practices, &rows, &ALL);
    let all = [0, 1, 2, 3, 4];
    let (whole, _) = plain(&rows, &all);
    let without = (0..practices).map(|practice| {
        let others: Vec<PersonRow> = rows.iter().filter(|row| row.practice != practice).copied().collect();
        plain(&others, &all).0
    });
    let without: Vec<Vec<f64>> = without.collect();
    for (place, factor) in fitted.factors.iter().enumerate() {
        let squares: f64 = without.iter().map(|weights| (weights[place] - whole[place]).powi(2)).sum();
        let expected = (5.0 / 6.0 * squares).sqrt();
        let found = error(factor).unwrap();
        assert!((found.standard - expected).abs() < 1e-9 * expected, "{found:?}, {expected}");
        // Student's t of six practices: five degrees of freedom
        assert!((found.reach.unwrap() / found.standard - 2.570_581_8).abs() < 1e-6);
        let (low, high) = factor.outcome.interval().unwrap();
        assert!((low + found.reach.unwrap() - whole[place]).abs() < 1e-6 && high > low);
    }
}

#[test]
fn nineteen_intervals_of_twenty_hold_the_weight_where_costs_are_uneven() {
    let (regions, practices) = (60, 12);
    let (mut held, mut squares) = (0, [(0.0, 0.0); 5]);
    for seed in 0..regions {
        let mut lot = Lot::new(seed);
        let prescribing: Vec<f64> = (0..practices).map(|_| f64::from(70 + lot.below(61)) / 100.0).collect();
        let rows: Vec<PersonRow> = (0..1200).map(|_| uneven(&mut lot, practices, &prescribing)).collect();
        let fitted = of_practices(practices, &rows, &ALL);
        for ((factor, weight), squares) in fitted.factors.iter().zip(WEIGHTS).zip(&mut squares) {
            let (low, high) = factor.outcome.interval().unwrap();
            held += u32::from(low <= weight && weight <= high);
            squares.0 += ((low + high) / 2.0 - weight).powi(2);
            squares.1 += error(factor).unwrap().standard.powi(2);
        }
    }
    let share = f64::from(held) / (5.0 * f64::from(u32::try_from(regions).unwrap()));
    assert!((0.92..=0.98).contains(&share), "{share}");
    for (away, told) in squares {
        // of sixty regions a deviation is known to about a tenth
        assert!((0.7..1.4).contains(&(told / away).sqrt()), "told {told}, seen {away}");
    }
}

#[test]
fn a_penalised_weight_has_an_error_but_no_interval() {
    let mut lot = Lot::new(6);
    let rows: Vec<PersonRow> = (0..900).map(|_| uneven(&mut lot, 6, &[1.0; 6])).collect();
    let fitted = of_practices(6, &rows, &FitOptions { ridge: 100.0, ..ALL });
    for factor in &fitted.factors {
        assert!(error(factor).unwrap().standard > 0.0);
        assert_eq!(factor.outcome.interval(), None);
    }
}

#[test]
fn what_one_practice_alone_tells_has_no_error() {
    let mut lot = Lot::new(7);
    let only_there = |row: PersonRow| {
        let others = ConditionSet::of(row.conditions.positions().filter(|place| *place != 4 || row.practice == 3));
        PersonRow { conditions: others, ..row }
    };
    let rows: Vec<PersonRow> = (0..900).map(|_| only_there(uneven(&mut lot, 6, &[1.0; 6]))).collect();
    let fitted = of_practices(6, &rows, &ALL);
    let told: Vec<bool> = fitted.factors.iter().map(|factor| error(factor).is_some()).collect();
    assert_eq!(told, [true, true, true, true, false]);
    assert!(estimates(&fitted).iter().all(Option::is_some));
    let one = of_practices(1, &rows.iter().map(|row| PersonRow { practice: 0, ..*row }).collect::<Vec<_>>(), &ALL);
    assert!(one.factors.iter().all(|factor| error(factor).is_none()), "of one practice nothing is known of others");
}

#[test]
fn the_weights_are_those_of_the_whole_whatever_the_rule() {
    let mut lot = Lot::new(8);
    let rows: Vec<PersonRow> = (0..300).map(|_| uneven(&mut lot, 6, &[1.0; 6])).collect();
    let parts = NormalEquations::by_practice(&register(6, &rows), &frame(), 0).unwrap();
    let mut all = parts[0].clone();
    parts.iter().skip(1).for_each(|part| all.add_all(part));
    for signs in [Signs::Any, Signs::NonNegative, Signs::DropNegative] {
        let options = FitOptions { signs, ..ALL };
        let (whole, parted) = (fit(&all, 0.7, &options), fit_practices(&parts, 0.7, &options).unwrap());
        assert_eq!(estimates(&whole), estimates(&parted));
        assert_eq!((whole.r_squared, whole.residual), (parted.r_squared, parted.residual));
    }
    assert_eq!(fit_practices(&[], 1.0, &ALL), None);
}
