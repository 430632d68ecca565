//! Over- and under-compensation, against the persons one by one.
use crate::engine::region::{Region, close, paid, rates, region};
use model::{case_mix::Normalisation, sex::Sex};
use proptest::prelude::*;
use register::{
    register::{PersonRow, Register},
    statistics::{Subgroup, SubgroupKind, age_groups, funnel, student, subgroups},
};
use std::collections::BTreeSet;

fn holds(row: &PersonRow, kind: SubgroupKind) -> bool {
    match kind {
        SubgroupKind::Ages(from, to) => (from..=to.unwrap_or(127)).contains(&row.key.age()),
        SubgroupKind::Sex(sex) => row.key.sex() == sex,
        SubgroupKind::Conditions(4) => row.conditions.count() >= 4,
        SubgroupKind::Conditions(n) => row.conditions.count() == u32::from(n),
        SubgroupKind::Condition(position) => row.conditions.has(usize::from(position)),
        SubgroupKind::PracticeSize(_) => false,
    }
}

/// The size fifth of each practice with persons: by rank, equal sizes in order.
fn fifths(region: &Region, register: &Register) -> Vec<(usize, usize, u8)> {
    let listed = |j: usize| register.rows().filter(|row| usize::from(row.practice) == j).count();
    let mut sizes: Vec<_> =
        (0..usize::from(region.practices)).map(|j| (listed(j), j)).filter(|(n, _)| *n > 0).collect();
    sizes.sort_unstable();
    let k = sizes.len();
    let fifth = |rank: usize| (1..=5u8).find(|fifth| rank < k * usize::from(*fifth) / 5).unwrap();
    sizes.iter().enumerate().map(|(rank, (n, j))| (*j, *n, fifth(rank))).collect()
}

fn sums(found: &Subgroup, net: &[f64], payment: f64, carried: f64) -> bool {
    let n = f64::from(u32::try_from(net.len()).unwrap());
    let mean = net.iter().sum::<f64>() / n;
    let variance = net.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    let scale = (payment + carried) / n;
    let reach = (variance / n).sqrt() * 1.96;
    let close = |a: f64, b: f64| close(a, b, scale, 1e-6);
    let ends = match (found.difference.low, found.difference.high) {
        (Some(low), Some(high)) => close(low, mean - reach) && close(high, mean + reach),
        ends => ends == (None, None) && net.len() == 1,
    };
    found.persons == u64::try_from(net.len()).unwrap() && close(found.difference.per_person, mean) && ends
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn subgroups_are_the_sums_of_their_persons(region in region()) {
        let tariffs = region.tariffs(Normalisation::PerCellNeutral);
        let register = region.register();
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        for (tariff, result) in tariffs.iter().zip(&evaluation.lanes) {
            let found = subgroups(&summary, result);
            let persons: Vec<(PersonRow, f64)> = register.rows().map(|row| (row, paid(tariff, &register, &row))).collect();
            let mut starts: Vec<u8> = summary.frame.classes.iter().map(|class| class.youngest.age()).collect();
            starts.sort_unstable();
            starts.dedup();
            let runs: Vec<u8> = starts.into_iter().step_by(2).collect();
            let ages = age_groups(&summary, result, &runs);
            prop_assert_eq!(ages.iter().map(|run| run.persons).sum::<u64>(), u64::try_from(persons.len()).unwrap());
            let of_persons = found.iter().filter(|s| !matches!(s.kind, SubgroupKind::PracticeSize(_)));
            for subgroup in of_persons.chain(&ages) {
                let own: Vec<_> = persons.iter().filter(|(row, _)| holds(row, subgroup.kind)).collect();
                let payment: f64 = own.iter().map(|(_, paid)| paid).sum();
                let carried: f64 = own.iter().map(|(row, _)| 0.7 * f64::from(row.cost)).sum();
                let net: Vec<f64> = own.iter().map(|(row, paid)| paid - 0.7 * f64::from(row.cost)).collect();
                prop_assert!(close(subgroup.payment, payment, 1.0, 1e-9) && close(subgroup.carried, carried, 1.0, 1e-9));
                prop_assert!(sums(subgroup, &net, payment, carried), "{subgroup:?} {net:?}");
                prop_assert_eq!(subgroup.difference.ratio.is_some(), carried > 0.0);
                if let Some(ratio) = subgroup.difference.ratio {
                    prop_assert!(close(ratio, payment / carried, 0.0, 1e-9));
                }
            }
            let all = |keep: fn(&SubgroupKind) -> bool| {
                found.iter().filter(|s| keep(&s.kind)).map(|s| s.persons).sum::<u64>()
            };
            let listed = u64::try_from(register.len()).unwrap();
            prop_assert_eq!(all(|kind| matches!(kind, SubgroupKind::Ages(..))), listed);
            prop_assert_eq!(all(|kind| matches!(kind, SubgroupKind::Sex(_))), listed);
            prop_assert_eq!(all(|kind| matches!(kind, SubgroupKind::Conditions(_))), listed);
            prop_assert_eq!(all(|kind| matches!(kind, SubgroupKind::PracticeSize(_))), listed);
            let had: BTreeSet<_> = register.rows().flat_map(|row| row.conditions.positions().collect::<Vec<_>>()).collect();
            let told = found.iter().filter(|s| matches!(s.kind, SubgroupKind::Condition(_))).count();
            prop_assert_eq!(told, had.len());
            let sexes = Sex::ALL.map(|sex| register.rows().any(|row| row.key.sex() == sex));
            prop_assert_eq!(Sex::ALL.map(|sex| found.iter().any(|s| s.kind == SubgroupKind::Sex(sex))), sexes);
        }
    }

    #[test]
    fn fifths_by_size_vary_as_their_practices_do(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let register = region.register();
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        let result = &evaluation.lanes[0];
        let places = fifths(&region, &register);
        let found = subgroups(&summary, result);
        for fifth in 1..=5 {
            let own: Vec<_> = places.iter().filter(|(.., f)| *f == fifth).collect();
            let told = found.iter().find(|s| s.kind == SubgroupKind::PracticeSize(fifth));
            prop_assert_eq!(told.is_some(), !own.is_empty());
            let Some(told) = told else { continue };
            let n = f64::from(u32::try_from(own.iter().map(|(_, n, _)| n).sum::<usize>()).unwrap());
            let net: f64 = own.iter().map(|(j, ..)| result.net[*j]).sum();
            prop_assert!(close(told.difference.per_person, net / n, told.carried / n, 1e-9));
            let k = f64::from(u32::try_from(own.len()).unwrap());
            let squares: f64 = own.iter().map(|(j, listed, _)| {
                let listed = f64::from(u32::try_from(*listed).unwrap());
                (listed * (result.net[*j] / listed - net / n)).powi(2)
            }).sum();
            let error = (k / (k - 1.0) * squares).sqrt() / n;
            prop_assert_eq!(told.difference.high.is_some(), own.len() > 1);
            if let Some(high) = told.difference.high {
                prop_assert!(close(high, net / n + student(k - 1.0) * error, (told.payment + told.carried) / n, 1e-6));
            }
        }
    }

    #[test]
    fn a_funnel_of_the_region_is_that_of_its_persons(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let register = region.register();
        let summary = region.summary(&tariffs);
        let evaluation = summary.evaluate(&rates(&tariffs));
        let result = &evaluation.lanes[1];
        let listed = summary.listed();
        let squares: f64 = register.rows().map(|row| (paid(&tariffs[1], &register, &row) - 0.7 * f64::from(row.cost)).powi(2)).sum();
        let found = funnel(&result.net, &listed, result.net_squared);
        let expected = funnel(&result.net, &listed, squares);
        prop_assert_eq!(found.is_some(), expected.is_some());
        if let (Some(found), Some(expected)) = (found, expected) {
            let scale = squares / listed.iter().sum::<f64>();
            prop_assert!(close(found.sigma_squared, expected.sigma_squared, scale, 1e-6));
        }
    }
}
