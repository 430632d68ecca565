//! How much is hidden in an ordinary list: of some thousands, as the reference population is, with one small count.
use super::made::tariffs;
use model::{
    case_mix::Normalisation, cell::PerCell, count::Count, measure::Measure, outcome::PaidFor, practice::Practice,
};
use proptest::{
    collection::vec,
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use report::{
    columns::Tariffs,
    estimate::reference_practice,
    guard::{USUAL_THRESHOLD, Why, protect},
};

/// A list of so many with the reference population's ages, each cell up to a fifth more or fewer, none of them small.
fn ordinary(tariffs: &Tariffs, size: u16, noise: &[u8]) -> Practice {
    let mix = tariffs.proposal.model.case_mix().unwrap();
    let practice = reference_practice(mix, Count::from(size)).unwrap();
    let mut noise = noise.iter().map(|percent| u64::from(80 + percent % 41)).cycle();
    let mut noisy = |count: &Count| Count::new((u64::from(count.get()) * noise.next().unwrap() / 100).max(5)).unwrap();
    Practice {
        listed: practice.listed.map(|_, count| noisy(count)),
        affected: practice.affected.iter().map(|(id, count)| (id.clone(), noisy(count))).collect(),
        ..practice
    }
}

/// It with one small count: of a cell, or of a condition.
fn with_one_small(practice: &Practice, at: usize, persons: u16) -> Practice {
    let small = Count::from(persons);
    let cells = practice.listed.iter().count();
    let mut place = 0;
    let listed = practice.listed.map(|_, count| {
        place += 1;
        if place - 1 == at { small } else { *count }
    });
    let affected = practice.affected.iter().enumerate();
    let affected = affected.map(|(i, (id, n))| (id.clone(), if cells + i == at { small } else { *n })).collect();
    Practice {
        listed: PerCell::from_values(listed.bands(), listed.iter().map(|(_, n)| *n).collect()).unwrap(),
        affected,
        ..practice.clone()
    }
}

#[test]
fn a_small_cell_hides_one_beside_it_and_a_small_condition_none() {
    let tariffs = tariffs(Normalisation::None, 77);
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let lists = (2_000u16..20_000, vec(any::<u8>(), 71), 0usize..69, 1u16..5);
    let mut hidden = [[0u32; 5]; 2];
    let mut steps = Vec::new();
    for _ in 0..1_000 {
        let (size, noise, at, persons) = lists.new_tree(&mut runner).unwrap().current();
        let practice = with_one_small(&ordinary(&tariffs, size, &noise), at, persons);
        let protection = protect(&practice, &tariffs, USUAL_THRESHOLD);
        assert_eq!((protection.counts(Why::Small), &*protection.totals), (1, &[][..]));
        let is_cell = at < practice.listed.iter().count();
        hidden[usize::from(!is_cell)][protection.hidden.len()] += 1;
        steps.push(protection.money_step.decimal());
    }
    assert_eq!(hidden, [[0, 0, 614, 0, 0], [0, 386, 0, 0, 0]], "by how many are hidden in all: cells, conditions");
    steps.sort_unstable();
    // a month's payment of the shortest of these lists is above half a million
    assert!(steps[500] <= 1_000.into() && steps[999] <= 5_000.into(), "{}", steps[999]);
}

#[test]
fn the_reference_population_as_a_list_hides_one_beside_each_small_count() {
    let tariffs = tariffs(Normalisation::None, 77);
    let mix = tariffs.proposal.model.case_mix().unwrap();
    for size in [2_000u16, 4_000, 8_500, 15_000] {
        let practice = reference_practice(mix, Count::from(size)).unwrap();
        let protection = protect(&practice, &tariffs, USUAL_THRESHOLD);
        let cells = protection.hidden.iter().filter(|hidden| matches!(hidden.what, PaidFor::Cell(_)));
        assert!(cells.count() <= 4 && protection.totals.is_empty(), "{size}: {protection:?}");
    }
}
