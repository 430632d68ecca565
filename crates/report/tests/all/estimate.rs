//! A practice of which only little is known: worked examples, and the laws of what stands in the place of what is not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::SKANE_PROPOSAL;
use model::{
    approximation::{Ages, Approximation, Health},
    case_mix::CaseMix,
    count::Count,
    edit::Edit,
    id::Id,
    measure::Measure,
    practice::Practice,
    scenario::Scenario,
    value::Key,
};
use proptest::prelude::*;
use report::estimate::{Completed, completed, estimated_affected, old, reference_practice, rough_list};
use rust_decimal::Decimal;
use std::cell::Cell;

fn start() -> Scenario {
    let catalogue = catalog::shipped();
    Scenario::new(catalogue.model(&Id::new(SKANE_PROPOSAL)).unwrap().clone(), catalogue.guideline)
}

fn rule() -> Approximation {
    catalog::shipped().approximation
}

fn rough(size: u64, ages: Ages, health: Health) -> Scenario {
    let values = [
        (Key::RoughListed, Some(Count::new(size).unwrap().into())),
        (Key::RoughAges, Some(ages.into())),
        (Key::RoughHealth, Some(health.into())),
    ];
    start().apply(&Edit::Set(values.to_vec()))
}

fn complete(scenario: &Scenario) -> Completed {
    completed(scenario, &rule(), |practice| practice.listed.clone()).unwrap()
}

fn all(practice: &Practice) -> u64 {
    practice.listed.iter().map(|(_, count)| u64::from(count.get())).sum()
}

fn mix(scenario: &Scenario) -> &CaseMix {
    scenario.start.case_mix().unwrap()
}

/// Kronor a month under the scenario's model.
fn paid(scenario: &Scenario, practice: &Practice) -> Decimal {
    scenario.model().tariff().unwrap().practice(practice).unwrap().payment.value().decimal()
}

#[test]
fn with_nothing_said_it_is_the_reference_population_in_small() {
    let scenario = start();
    let found = complete(&scenario);
    assert_eq!(all(&found.practice), 8500);
    assert!(found.list_is_rough && found.rough.len() == mix(&scenario).factors().count());
    let expected = estimated_affected(mix(&scenario), &found.practice.listed).unwrap();
    assert_eq!(found.practice.affected, expected.into_iter().collect());
    // its cells lie within one person of the practice that is dealt out in another order
    let other = reference_practice(mix(&scenario), Count::from(8500)).unwrap();
    for (cell, count) in found.practice.listed.iter() {
        assert!(count.get().abs_diff(other.listed.get(cell).unwrap().get()) <= 1);
    }
}

#[test]
fn an_older_and_sicker_list_of_8500() {
    let scenario = rough(8500, Ages::Older, Health::Sicker);
    let found = complete(&scenario);
    assert_eq!((all(&found.practice), old(&found.practice.listed).get()), (8500, 2013));
    // 2,013 of 8,500 is 23.7 per cent
    let expected = estimated_affected(mix(&scenario), &found.practice.listed).unwrap();
    let kol = |of: &[(Id, Count)]| of.iter().find(|(id, _)| id.as_str() == "kol").unwrap().1.get();
    let own: Vec<_> = found.practice.affected.iter().map(|(id, n)| (id.clone(), *n)).collect();
    let (expected, own) = (kol(&expected), kol(&own));
    assert_eq!((expected * 112 + 50) / 100, own, "{expected} x 1.12");
}

#[test]
fn as_many_as_expected_pay_about_nothing_more() {
    let scenario = rough(8500, Ages::Typical, Health::Typical);
    let today = catalog::shipped().model(&Id::new(catalog::SKANE_2026)).unwrap().tariff().unwrap();
    for ages in Ages::ALL {
        let practice = complete(&rough(8500, ages, Health::Typical)).practice;
        let then = paid(&scenario, &practice);
        let now = today.practice(&practice).unwrap().payment.value().decimal();
        assert!((then / now - Decimal::ONE).abs() < Decimal::new(1, 3), "{ages:?}: {now} and {then}");
    }
}

#[test]
fn what_is_entered_stands_in_the_place_of_the_estimate() {
    let scenario = rough(8500, Ages::Older, Health::Sicker);
    let before = complete(&scenario);
    let kol = Id::new("kol");
    let one = scenario.apply(&Edit::set(Key::Affected(kol.clone()), Count::from(201)));
    let found = complete(&one);
    assert!(found.list_is_rough && !found.rough.contains(&kol));
    assert_eq!(found.practice.affected.get(&kol), Some(&Count::from(201)));
    assert_eq!(found.rough.len() + 1, before.rough.len());
    assert_eq!(found.practice.listed, before.practice.listed);
    // a list of one's own replaces all of the list, and the other conditions are expected of it
    let cell = one.start.bands.cells().next().unwrap();
    let listed = complete(&one.apply(&Edit::set(Key::Listed(cell), Count::from(300))));
    assert!(!listed.list_is_rough && listed.is_rough());
    assert_eq!(all(&listed.practice), 300);
    // nothing is estimated of what is wholly known
    let filled = found.filled(&one);
    let known = complete(&filled);
    assert!(!known.is_rough());
    assert_eq!((&known.practice, filled.entered_practice()), (&found.practice, Some(found.practice.clone())));
}

#[test]
fn an_estimate_of_conditions_is_made_of_the_published_list() {
    let cell = start().start.bands.cells().last().unwrap();
    let scenario = start().apply(&Edit::set(Key::Listed(cell), Count::from(3)));
    let of = |others: u64| {
        let asked = Cell::new(false);
        let found = completed(&scenario, &rule(), |practice| {
            asked.set(true);
            model::cell::PerCell::from_fn(practice.listed.bands(), |_| Count::new(others).unwrap())
        });
        assert!(asked.get());
        found.unwrap().practice.affected
    };
    assert_ne!(of(10), of(1000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn cells_sum_to_the_listed_and_conditions_are_never_more(size in 1u64..60_000, ages in 0usize..3, health in 0usize..3) {
        let found = complete(&rough(size, Ages::ALL[ages], Health::ALL[health]));
        prop_assert_eq!(all(&found.practice), size);
        for (_, count) in found.practice.affected.iter() {
            prop_assert!(u64::from(count.get()) <= size);
        }
    }

    #[test]
    fn older_and_sicker_are_never_fewer(size in 1u64..60_000) {
        let scenario = start();
        let old = Ages::ALL.map(|ages| old(&rough_list(mix(&scenario), Count::new(size).unwrap(), &rule(), ages).unwrap()));
        prop_assert!(old.is_sorted(), "{:?}", old);
        let [healthier, typical, sicker] = Health::ALL.map(|health| complete(&rough(size, Ages::Typical, health)).practice.affected);
        for (id, count) in typical.iter() {
            prop_assert!(healthier.get(id).unwrap() <= count && count <= sicker.get(id).unwrap(), "{}", id);
        }
    }

    #[test]
    fn all_of_a_list_of_any_size_is_dealt_out(size in 0u64..=u64::from(Count::MAX), ages in 0usize..3) {
        let scenario = start();
        let listed = rough_list(mix(&scenario), Count::new(size).unwrap(), &rule(), Ages::ALL[ages]).unwrap();
        prop_assert_eq!(listed.iter().map(|(_, count)| u64::from(count.get())).sum::<u64>(), size);
    }
}
