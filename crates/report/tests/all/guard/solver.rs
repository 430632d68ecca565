//! Somebody who knows all that is published of a practice, at one threshold or at two, and asks an integer solver how few
//! and how many each hidden count can be. Equations are put up anew; nothing of how the guard chooses is known.
use super::{
    made::{practice, rule, tariffs, with},
    view::{counts, sums},
};
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, default_solver, variable};
use model::{measure::Measure, net::ShareReading, outcome::PaidFor, practice::Practice};
use proptest::prelude::*;
use report::{
    columns::{Column, Tariffs},
    guard::{LARGEST_THRESHOLD, LEAST_THRESHOLD, Protection, Total, protect, published},
    practice::practice_columns,
};
use rust_decimal::prelude::ToPrimitive;

/// A practice published at a threshold under some models.
struct Export<'a> {
    protection: Protection,
    tariffs: &'a Tariffs,
}

/// What is known of a sum of hidden counts times numbers: it lies between two numbers.
struct Known {
    of: Vec<(PaidFor, f64)>,
    least: f64,
    most: f64,
}

/// What the exports say together of the counts that all of them hide.
fn known(practice: &Practice, exports: &[Export<'_>]) -> Vec<Known> {
    let all = counts(practice);
    let is_open = |what: &PaidFor| exports.iter().all(|export| export.protection.hides(what));
    let shown = |of: &dyn Fn(&PaidFor) -> f64| -> f64 {
        all.iter().filter(|(what, _)| !is_open(what)).map(|(what, n)| of(what) * *n as f64).sum()
    };
    let open = |of: &dyn Fn(&PaidFor) -> f64| -> Vec<(PaidFor, f64)> {
        all.iter().filter(|(what, _)| is_open(what)).map(|(what, _)| (what.clone(), of(what))).collect()
    };
    let mut known = Vec::new();
    for Export { protection, tariffs } in exports {
        for hidden in protection.hidden.iter().filter(|hidden| is_open(&hidden.what)) {
            let [least, most] = [hidden.between.low, hidden.between.high].map(|count| f64::from(count.get()));
            known.push(Known { of: vec![(hidden.what.clone(), 1.0)], least, most });
        }
        for (total, sum) in sums(practice, protection) {
            let is_in = |what: &PaidFor| match (what, total) {
                (PaidFor::Cell(_), Total::Listed) => 1.0,
                (PaidFor::Cell(cell), Total::Sex(sex)) if cell.sex == sex => 1.0,
                _ => 0.0,
            };
            if let Some(sum) = sum {
                let rest = sum as f64 - shown(&is_in);
                known.push(Known { of: open(&is_in), least: rest, most: rest });
            }
        }
        for column in practice_columns(tariffs, practice, ShareReading::InTable) {
            let rates = |what: &PaidFor| rate(tariffs, column.column, what);
            for is_age in [true, false] {
                let of = |what: &PaidFor| if matches!(what, PaidFor::Cell(_)) == is_age { rates(what) } else { 0.0 };
                let part = if is_age { column.outcome.capitation() } else { column.outcome.case_mix() };
                let told = published(part.node(), protection);
                let told = told.node().unwrap().value.value.to_f64().unwrap();
                let step = protection.money_step.decimal().to_f64().unwrap() + 0.001;
                let rest = told - shown(&of);
                known.push(Known { of: open(&of), least: rest - step, most: rest + step });
            }
        }
    }
    known
}

fn rate(tariffs: &Tariffs, column: Column, what: &PaidFor) -> f64 {
    let tariff = tariffs.get(column).unwrap();
    let rate = match what {
        PaidFor::Cell(cell) => tariff.base.as_ref().unwrap().get(*cell).map(|rate| rate.value().decimal()),
        PaidFor::Factor(id) => tariff.factors.iter().find(|factor| factor.id == *id).map(|f| f.rate.value().decimal()),
        PaidFor::Pool(_) => None,
    };
    rate.unwrap_or_default().to_f64().unwrap()
}

/// The fewest, or the most, that the count can be.
fn farthest(what: &PaidFor, known: &[Known], most: bool) -> f64 {
    let mut variables = ProblemVariables::new();
    let mut named: Vec<(PaidFor, Variable)> = Vec::new();
    for (of, _) in known.iter().flat_map(|known| &known.of) {
        if !named.iter().any(|(named, _)| named == of) {
            named.push((of.clone(), variables.add(variable().integer().min(0))));
        }
    }
    let of = |what: &PaidFor| named.iter().find(|(named, _)| named == what).unwrap().1;
    let objective: Expression = of(what).into();
    let mut model =
        if most { variables.maximise(&objective) } else { variables.minimise(&objective) }.using(default_solver);
    for Known { of: terms, least, most } in known {
        let sum: Expression =
            terms.iter().filter(|(_, times)| *times != 0.0).map(|(what, times)| *times * of(what)).sum();
        if least == most {
            model = model.with(constraint!(sum == *least));
        } else {
            model = model.with(constraint!(sum.clone() >= *least)).with(constraint!(sum <= *most));
        }
    }
    model.solve().unwrap().eval(&objective).round()
}

/// Each count below both thresholds can be anything from one up to the least of them.
fn attacked(practice: &Practice, exports: [(&Tariffs, u32); 2]) -> Result<(), TestCaseError> {
    let least = exports[0].1.min(exports[1].1);
    let exports = exports.map(|(tariffs, at)| Export { protection: protect(practice, tariffs, at), tariffs });
    let known = known(practice, &exports);
    for (what, count) in counts(practice).into_iter().filter(|(_, n)| (1..u64::from(least)).contains(n)) {
        let found = [false, true].map(|most| farthest(&what, &known, most));
        prop_assert_eq!(found, [1.0, f64::from(least) - 1.0], "{:?} of {}", what, count);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_solver_finds_every_small_count_open_after_two_exports(
        practice in practice(),
        rule in rule(),
        kol in 0i64..300,
        thresholds in (LEAST_THRESHOLD..=LARGEST_THRESHOLD, LEAST_THRESHOLD..=LARGEST_THRESHOLD),
    ) {
        let [one, two] = [tariffs(rule, 77), tariffs(rule, kol)];
        attacked(&practice, [(&one, thresholds.0), (&two, thresholds.1)])?;
    }
}

#[test]
fn the_solver_finds_the_extremes_open() {
    let tariffs = tariffs(model::case_mix::Normalisation::None, 77);
    let lists = [
        with(&[1], &[1], &[1]),
        with(&[4], &[4], &[4]),
        with(&[4, 4, 4, 4, 4, 4, 4, 4, 0], &[0], &[0]),
        with(&[3, 200], &[200], &[40]),
        with(&[3, 0], &[200], &[0]),
        with(&[0], &[0], &[0]),
    ];
    for practice in lists {
        attacked(&practice, [(&tariffs, 5), (&tariffs, 10)]).unwrap();
    }
}
