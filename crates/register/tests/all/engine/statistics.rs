//! Measures over practices: examples to work through by hand, and the formulas worked out the long way.
use crate::engine::region::close;
use proptest::{collection::vec, prelude::*};
use register::statistics::{
    Sides, between_persons, between_years, funnel, gini, linear, moved, per_listed, quantile, reach, residual_variance,
    sides, spread, student, weighted_mean,
};

fn near(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| close(found, expected, 1.0, 1e-12))
}

#[test]
fn of_one_practice_no_distance_is_known() {
    let one = spread(&[7.0]).unwrap();
    assert_eq!((one.median, one.of_several(), one.sd, one.iqr), (7.0, None, None, None));
    assert_eq!((gini(&[7.0], &[3.0]), gini(&[7.0, 0.0], &[3.0, 0.0])), (None, None), "nor any unequalness");
    assert_eq!(linear(&[7.0], &[3.0]), None);
    assert_eq!(funnel(&[7.0], &[3.0], 99.0), None, "one alone would be set against itself");
    assert!(funnel(&[7.0, 7.0], &[3.0, 3.0], 99.0).is_some());
    assert!(spread(&[7.0, 7.0]).unwrap().sd == Some(0.0), "two that are alike lie nothing apart");
    // three times a tenth has a mean that is not a tenth, in its last bit
    assert_eq!(linear(&[0.1; 3], &[1.0, 2.0, 3.0]), None, "no difference, whatever rounding leaves");
    assert_eq!(linear(&[1.0, 2.0, 3.0], &[0.1; 3]).unwrap().correlation, None);
}

#[test]
fn a_spread_by_hand() {
    let found = spread(&[4.0, -2.0, 0.0, 10.0, 3.0]).unwrap();
    assert_eq!((found.count, found.min, found.max, found.median, found.mean), (5, -2.0, 10.0, 3.0, 3.0));
    // (1 + 25 + 9 + 49 + 0) / 5 = 16.8
    assert!(close(found.sd.unwrap().powi(2), 16.8, 1.0, 1e-12));
    assert_eq!((found.p25, found.p75, found.iqr), (0.0, 4.0, Some(4.0)));
    assert!(close(found.p10, -1.2, 1.0, 1e-12), "two fifths of the way from -2 to 0");
    assert!(close(found.p90, 7.6, 1.0, 1e-12), "three fifths of the way from 4 to 10");
    assert_eq!(found.above_zero, 0.6);
}

#[test]
fn of_nothing_or_of_no_number_there_is_no_spread() {
    assert_eq!(spread(&[]), None);
    assert_eq!(spread(&[1.0, f64::NAN]), None);
    assert_eq!(spread(&[1.0, f64::INFINITY]), None);
    assert_eq!((quantile(&[1.0], 1.5), quantile(&[], 0.5), quantile(&[7.0], 0.3)), (None, None, Some(7.0)));
    assert_eq!((weighted_mean(&[1.0, 4.0], &[2.0, 1.0]), weighted_mean(&[1.0], &[0.0])), (Some(2.0), None));
}

#[test]
fn the_two_sides_of_zero_by_hand() {
    let found = sides(&[4.0, -2.0, 0.0, 10.0, -6.0, 1.0]);
    assert_eq!((found.above, found.below), (3, 2), "nothing is on neither side");
    assert_eq!((found.mean_above, found.mean_below, found.distance()), (Some(5.0), Some(-4.0), Some(9.0)));
    let all_over = sides(&[4.0, 2.0]);
    assert_eq!((all_over.mean_above, all_over.mean_below, all_over.distance()), (Some(3.0), None, None));
    assert_eq!(sides(&[]), Sides::default());
}

#[test]
fn students_t_as_in_the_tables() {
    let table = [(1.0, 12.7062), (2.0, 4.3027), (5.0, 2.5706), (10.0, 2.2281), (31.0, 2.0395), (120.0, 1.9799)];
    for (freedom, expected) in table {
        assert!((student(freedom) - expected).abs() < 5e-5, "{freedom}: {}", student(freedom));
    }
    assert!((student(1e6) - 1.959_966).abs() < 1e-5, "of many it is the normal distribution's");
}

#[test]
fn what_a_model_leaves_by_hand() {
    // persons' nets of two practices: 1, 3 and 5, 5, 8
    let variance = residual_variance(&[4.0, 18.0], &[2.0, 3.0], 124.0).unwrap();
    // (1 + 1 + 1 + 1 + 4) / (5 − 2)
    assert!(close(variance, 8.0 / 3.0, 1.0, 1e-12));
    assert_eq!(residual_variance(&[4.0, 0.0], &[2.0, 0.0], 8.0), None, "two who are alike leave nothing");
    assert!(close(between_persons(900.0, 100.0), 9.0, 1.0, 1e-12));
    assert!(close(reach(between_persons(900.0, 100.0)), 5.88, 1.0, 1e-12));
    // nothing lasts: the difference of two independent years; everything lasts: no difference; half: as between persons
    assert_eq!([0.0, 1.0, 0.5].map(|lasting| between_years(900.0, lasting, 100.0)), [18.0, 0.0, 9.0]);
}

#[test]
fn amounts_by_listed() {
    assert_eq!(per_listed(&[10.0, 3.0], &[4.0, 0.0]), [Some(2.5), None]);
}

#[test]
fn money_moved_by_hand() {
    let found = moved(&[100.0, 200.0, 300.0, 5.0], &[130.0, 190.0, 280.0, 5.0]);
    assert_eq!((found.gained, found.lost, found.moved, found.gainers, found.losers), (30.0, 30.0, 30.0, 1, 2));
}

#[test]
fn inequality_by_hand() {
    assert!(near(gini(&[50.0, 50.0], &[5.0, 5.0]), 0.0));
    assert!(near(gini(&[0.0, 100.0], &[10.0, 10.0]), 0.5), "half of the persons get all");
    assert!(near(gini(&[0.0, 100.0], &[30.0, 10.0]), 0.75), "a quarter of the persons get all");
    assert_eq!(gini(&[-1.0, 2.0], &[1.0, 1.0]), None);
    assert_eq!(gini(&[0.0, 0.0], &[1.0, 1.0]), None);
    assert!(near(gini(&[0.0, 50.0, 9.0], &[10.0, 10.0, 0.0]), 0.5), "a practice with nobody is left out");
}

#[test]
fn a_line_by_hand() {
    let found = linear(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0]).unwrap();
    assert_eq!((found.slope, found.intercept, found.correlation), (2.0, 1.0, Some(1.0)));
    assert_eq!(linear(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]).unwrap().correlation, Some(-1.0));
    assert_eq!(linear(&[1.0, 2.0], &[4.0, 4.0]).unwrap().correlation, None);
    assert_eq!(linear(&[2.0, 2.0], &[4.0, 5.0]), None);
    assert_eq!(linear(&[], &[]), None);
}

/// Persons' nets by practice.
fn practices() -> impl Strategy<Value = Vec<Vec<f64>>> {
    vec(vec(-1000.0f64..1000.0, 0..12), 1..8)
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

proptest! {
    #[test]
    fn a_spread_the_long_way(values in vec(-1e6f64..1e6, 2..60), share in 0.0f64..=1.0) {
        let found = spread(&values).unwrap();
        let n = number(values.len());
        let pairs: f64 = values.iter().flat_map(|x| values.iter().map(move |y| (x - y) * (x - y))).sum();
        prop_assert!(close(found.sd.unwrap(), (pairs / 2.0).sqrt() / n, 1.0, 1e-9), "half the mean square of all differences");
        let quantile = quantile(&values, share).unwrap();
        let below = number(values.iter().filter(|x| **x < quantile).count());
        let at_most = number(values.iter().filter(|x| **x <= quantile).count());
        let place = share * (n - 1.0);
        prop_assert!(below <= place + 1.0 + 1e-9 && at_most >= place - 1e-9);
        let ordered = [found.min, found.p10, found.p25, found.median, found.p75, found.p90, found.max];
        prop_assert!(ordered.is_sorted());
        prop_assert!((found.min..=found.max).contains(&quantile));
        prop_assert!((0.0..=1.0).contains(&found.above_zero));
    }

    #[test]
    fn inequality_the_long_way(practices in vec((0.0f64..1e6, 1u16..500), 2..30)) {
        let (amounts, listed): (Vec<f64>, Vec<f64>) = practices.iter().map(|(x, n)| (*x, f64::from(*n))).unzip();
        let mean = || amounts.iter().zip(&listed).map(|(sum, n)| (sum / n, *n));
        let pairs: f64 = mean().flat_map(|(x, n)| mean().map(move |(y, m)| n * m * (x - y).abs())).sum();
        let all: f64 = listed.iter().sum();
        prop_assume!(amounts.iter().sum::<f64>() > 0.0);
        let found = gini(&amounts, &listed).unwrap();
        prop_assert!(close(found, pairs / (2.0 * all * amounts.iter().sum::<f64>()), 1.0, 1e-9));
        prop_assert!((-1e-12..=1.0).contains(&found));
    }

    #[test]
    fn a_line_the_long_way(points in vec((-1e3f64..1e3, -1e3f64..1e3), 3..40)) {
        let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        let found = linear(&x, &y).unwrap();
        let left: Vec<f64> = points.iter().map(|(x, y)| y - found.intercept - found.slope * x).collect();
        let scale = 1e6 * number(points.len());
        prop_assert!(left.iter().sum::<f64>().abs() < 1e-9 * scale, "what is left has no mean");
        prop_assert!(left.iter().zip(&x).map(|(e, x)| e * x).sum::<f64>().abs() < 1e-9 * scale, "and no slope");
        let (sd_x, sd_y) = (spread(&x).unwrap().sd.unwrap(), spread(&y).unwrap().sd.unwrap());
        prop_assert!(close(found.correlation.unwrap() * sd_y, found.slope * sd_x, 1.0, 1e-9));
        prop_assert!((-1.0..=1.0).contains(&found.correlation.unwrap()));
    }

    #[test]
    fn a_funnel_the_long_way(practices in practices()) {
        let net: Vec<f64> = practices.iter().map(|persons| persons.iter().sum()).collect();
        let listed: Vec<f64> = practices.iter().map(|persons| number(persons.len())).collect();
        let persons = || practices.iter().flatten();
        let squares: f64 = persons().map(|x| x * x).sum();
        let open: Vec<&Vec<f64>> = practices.iter().filter(|persons| !persons.is_empty()).collect();
        let (k, all) = (number(open.len()), number(persons().count()));
        let within = |persons: &Vec<f64>| {
            let mean = persons.iter().sum::<f64>() / number(persons.len());
            persons.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>()
        };
        let sigma_squared = open.iter().map(|persons| within(persons)).sum::<f64>() / (all - k);
        let Some(found) = funnel(&net, &listed, squares) else {
            prop_assert!(k < 2.0 || all <= k || sigma_squared < 1e-6);
            return Ok(());
        };
        prop_assert!(close(found.sigma_squared, sigma_squared, 1.0, 1e-9));
        let centre = persons().sum::<f64>() / all;
        prop_assert!(close(found.centre, centre, 1.0, 1e-9));
        // DerSimonian and Laird's own words, weights 1 / (σ² / n)
        let weight = |persons: &&Vec<f64>| 1.0 / (sigma_squared / number(persons.len()));
        let mean = |persons: &&Vec<f64>| persons.iter().sum::<f64>() / number(persons.len());
        let sum = |power: i32| open.iter().map(|persons| weight(persons).powi(power)).sum::<f64>();
        let q: f64 = open.iter().map(|p| weight(p) * (mean(p) - centre) * (mean(p) - centre)).sum();
        let tau = (q - (k - 1.0)) / (sum(1) - sum(2) / sum(1));
        prop_assert!(close(found.tau_squared, tau.max(0.0), sigma_squared, 1e-6));
        for (place, persons) in found.places.iter().zip(&practices) {
            prop_assert_eq!(place.is_some(), !persons.is_empty());
            let Some(place) = place else { continue };
            let chance = sigma_squared / number(persons.len());
            prop_assert!(close(place.reach, 1.96 * chance.sqrt(), 1.0, 1e-9));
            prop_assert!(close(place.reach_between, 1.96 * (chance + found.tau_squared).sqrt(), 1.0, 1e-9));
            prop_assert!(close(place.z * chance.sqrt(), place.per_listed - centre, 1e3, 1e-9));
            prop_assert!(place.z_between.abs() <= place.z.abs() + 1e-12);
        }
    }
}
