//! A made-up region holds what it was made to hold.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{cell::PerCell, count::Count, id::Id, measure::Measure, tariff::Tariff};
use register::{
    frame::Frame,
    rates::Rates,
    register::{PersonRow, Register},
    statistics::residual_variance,
    summary::Summary,
    synthetic::{self, Assumptions, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

/// Apart from those of the catalog, so that a change there changes no test here.
const NUMBERS: Numbers = Numbers {
    co_occurrence: 2.0,
    frail_share: 0.25,
    practice_size: 0.5,
    age_profile: 0.2,
    morbidity: 0.2,
    prescribing: 0.08,
    cost_tail: 1.3,
    without_cost: 0.4,
};

fn shipped(id: &str) -> Option<f64> {
    let row = catalog::synthetic().into_iter().find(|row| row.id.as_str() == id)?;
    row.value.value.decimal().to_f64()
}

fn tariff() -> Tariff {
    let catalogue = catalog::shipped();
    catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().tariff().unwrap()
}

fn population(tariff: &Tariff) -> PerCell<Count> {
    tariff.model.case_mix().unwrap().reference.listed.clone()
}

fn made(tariff: &Tariff, practices: u16, listed: u32, numbers: Numbers, seed: u64) -> Register {
    let population = population(tariff);
    let listed = Count::new(u64::from(listed)).unwrap();
    let practices = Practices::Drawn { name: "Practice".to_owned(), practices, listed };
    synthetic::region(&Assumptions { practices, population: &population, tariff, others: Vec::new(), numbers }, seed)
        .unwrap()
}

/// Persons, their costs and the squares of them, and how many have each condition: by cell.
struct Cells {
    persons: Vec<f64>,
    cost: Vec<f64>,
    square: Vec<f64>,
    affected: Vec<Vec<f64>>,
}

fn cells(tariff: &Tariff, register: &Register) -> Cells {
    let bands = &tariff.model.bands;
    let places = 2 * bands.count();
    let zeros = vec![0.0; places];
    let affected = vec![zeros.clone(); register.conditions().len()];
    let mut cells = Cells { persons: zeros.clone(), cost: zeros.clone(), square: zeros, affected };
    for row in register.rows() {
        let cell = place(tariff, &row);
        let cost = f64::from(row.cost);
        cells.persons[cell] += 1.0;
        cells.cost[cell] += cost;
        cells.square[cell] += cost * cost;
        row.conditions.positions().for_each(|condition| cells.affected[condition][cell] += 1.0);
    }
    cells
}

fn place(tariff: &Tariff, row: &PersonRow) -> usize {
    let bands = &tariff.model.bands;
    let man = row.key.sex() == model::sex::Sex::Man;
    bands.index_of(row.key.age()) + if man { bands.count() } else { 0 }
}

#[test]
fn cells_and_lists_are_exact() {
    let tariff = tariff();
    let register = made(&tariff, 40, 100_003, NUMBERS, 1);
    let population = population(&tariff);
    let total: u32 = population.iter().map(|(_, n)| n.get()).sum();
    let cells = cells(&tariff, &register);
    assert_eq!(register.len(), 100_003);
    for ((cell, in_reality), made) in population.iter().zip(&cells.persons) {
        let share = f64::from(in_reality.get()) / f64::from(total) * 100_003.0;
        assert!((made - share).abs() < 1.0, "{cell:?}: {made} persons, {share} would be the share");
    }
}

#[test]
fn named_practices_have_their_own_lists() {
    let tariff = tariff();
    let population = population(&tariff);
    let lists = [("North", 5105_u16), ("South", 12_006), ("West", 700), ("Nobody", 0)];
    let named = lists.iter().map(|(name, n)| ((*name).to_owned(), Count::from(*n))).collect();
    let assumptions = Assumptions {
        practices: Practices::Named(named),
        population: &population,
        tariff: &tariff,
        others: Vec::new(),
        numbers: NUMBERS,
    };
    let register = synthetic::region(&assumptions, 7).unwrap();
    let of = |practice: u16| register.rows().filter(|row| row.practice == practice).count();
    assert_eq!([of(0), of(1), of(2), of(3)], [5105, 12_006, 700, 0]);
    assert_eq!(register.practices(), ["North", "South", "West", "Nobody"]);
}

#[test]
fn shares_are_the_references() {
    let tariff = tariff();
    let register = made(&tariff, 60, 400_000, NUMBERS, 2);
    let cells = cells(&tariff, &register);
    let reference = &tariff.model.case_mix().unwrap().reference;
    for (condition, id) in register.conditions().iter().enumerate() {
        for (place, (cell, listed)) in reference.listed.iter().enumerate() {
            let affected = reference.affected.get(id).unwrap().get(cell).unwrap();
            let share = f64::from(affected.get()) / f64::from(listed.get());
            let persons = cells.persons[place];
            // a rare condition's number is not normal: 4 standard deviations and one person more
            let room = 4.0 * (persons * share * (1.0 - share)).sqrt() + 1.0;
            let made = cells.affected[condition][place];
            assert!((made - persons * share).abs() <= room, "{id} {cell:?}: {made} of {persons}, share {share}");
        }
    }
}

#[test]
fn costs_agree_with_the_table() {
    let tariff = tariff();
    let register = made(&tariff, 60, 400_000, NUMBERS, 3);
    let cells = cells(&tariff, &register);
    let rates = Rates::of(&tariff);
    let catalogue = catalog::shipped();
    let table = catalogue.model(&Id::new(catalog::SKANE_2026)).unwrap().tariff().unwrap();
    for (place, paid) in Rates::of(&table).cells.iter().enumerate() {
        let (n, cost) = (cells.persons[place], cells.cost[place]);
        let mean = cost / n;
        let error = ((cells.square[place] / n - mean * mean) / n).sqrt();
        let expected = paid / rates.cost_share;
        assert!((mean - expected).abs() < 4.0 * error + 1.0, "cell {place}: {mean} of {expected}, error {error}");
    }
    let costless = register.rows().filter(|row| row.cost == 0).count();
    let healthy = register.rows().filter(|row| row.conditions.count() == 0).count();
    assert!((costless as f64 / healthy as f64 - NUMBERS.without_cost).abs() < 0.01, "{costless} of {healthy}");
}

#[test]
fn nobody_has_what_another_condition_includes() {
    let tariff = tariff();
    let register = made(&tariff, 20, 100_000, NUMBERS, 4);
    let mix = tariff.model.case_mix().unwrap();
    for set in register.sets() {
        let flags = mix.flags(model::sex::Sex::Man, 60, *set);
        assert_eq!((flags.paid, flags.dropped.len()), (*set, 0));
    }
}

/// The mean number of pairs of conditions by person in each cell, summed.
fn pairs(tariff: &Tariff, register: &Register) -> f64 {
    let mut pairs = vec![0.0; 2 * tariff.model.bands.count()];
    for row in register.rows() {
        let n = f64::from(row.conditions.count());
        pairs[place(tariff, &row)] += n * (n - 1.0) / 2.0;
    }
    pairs.iter().sum()
}

#[test]
fn conditions_go_together() {
    let tariff = tariff();
    let apart = pairs(&tariff, &made(&tariff, 20, 100_000, Numbers { co_occurrence: 1.0, ..NUMBERS }, 5));
    let together = pairs(&tariff, &made(&tariff, 20, 100_000, NUMBERS, 5));
    assert!(together > 1.1 * apart, "{together} pairs, {apart} when independent");
}

#[test]
fn the_shipped_numbers_are_all_there_and_no_others() {
    let numbers = Numbers::read(shipped).unwrap();
    assert_eq!((numbers.co_occurrence, numbers.without_cost), (2.0, 0.4));
    assert!(catalog::synthetic().iter().map(|row| row.id.as_str()).eq(Numbers::IDS));
    assert_eq!(Numbers::read(|id| if id == "morbidity" { None } else { shipped(id) }), None);
    assert_eq!(Numbers::read(|id| if id == "without_cost" { Some(1.0) } else { shipped(id) }), None);
}

#[test]
fn models_leave_of_costs_what_the_shipped_assumptions_say() {
    let register = made(&tariff(), 50, 500_000, Numbers::read(shipped).unwrap(), 8);
    let catalogue = catalog::shipped();
    for id in [catalog::SKANE_2026, catalog::SKANE_PROPOSAL] {
        let model = catalogue.model(&Id::new(id)).unwrap();
        let summary = Summary::of_persons(&register, Frame::new(&[&**model], register.conditions()).unwrap());
        let found = summary.evaluate(&[Rates::of(&model.tariff().unwrap())]);
        let lane = &found.lanes[0];
        let variance = residual_variance(&lane.net, &summary.listed(), lane.net_squared).unwrap();
        let left = variance.sqrt() / lane.cost_share / 100.0;
        let assumed = catalogue.residual(&model.id).unwrap().value.decimal().to_f64().unwrap();
        assert!((left / assumed - 1.0).abs() < 0.1, "{id}: {left}, the assumption is {assumed}");
    }
}

#[test]
fn every_shipped_region_can_be_made() {
    let tariff = tariff();
    for region in catalog::regions() {
        let population = region.population.persons;
        let practices = match Practices::of(&region.practices, |name| name.sv.to_string()) {
            Practices::Drawn { name, practices, .. } => {
                Practices::Drawn { name, practices, listed: Count::from(20_000) }
            }
            named => named,
        };
        let numbers = Numbers::read(shipped).unwrap();
        let assumptions =
            Assumptions { practices, population: &population, tariff: &tariff, others: Vec::new(), numbers };
        let register = synthetic::region(&assumptions, 1).unwrap();
        assert!(register.len() >= 20_000 && register.practices().len() >= 32, "{}", region.id);
    }
}

#[test]
fn practices_differ_as_said() {
    let tariff = tariff();
    let by_practice = |numbers: Numbers| {
        let register = made(&tariff, 30, 300_000, numbers, 6);
        let mut sums = vec![[0.0; 3]; 30];
        for row in register.rows() {
            let sums = &mut sums[usize::from(row.practice)];
            sums[0] += 1.0;
            sums[1] += f64::from(row.key.age());
            sums[2] += f64::from(row.conditions.count());
        }
        sums
    };
    let spread = |sums: &[[f64; 3]], place: usize| {
        let means: Vec<f64> = sums.iter().map(|sums| sums[place] / sums[0]).collect();
        let mean = means.iter().sum::<f64>() / 30.0;
        (means.iter().map(|m| (m - mean) * (m - mean)).sum::<f64>() / 30.0).sqrt() / mean
    };
    let alike = by_practice(Numbers { age_profile: 0.0, morbidity: 0.0, practice_size: 0.0, ..NUMBERS });
    let differing = by_practice(NUMBERS);
    assert!(alike.iter().all(|sums| sums[0] == 10_000.0));
    assert!(spread(&differing, 1) > 10.0 * spread(&alike, 1), "ages");
    assert!(spread(&differing, 2) > 3.0 * spread(&alike, 2), "conditions");
}

/// FNV-1a over every column.
fn print_of(register: &Register) -> u64 {
    let (practices, keys, sets, costs) = register.columns();
    let rows = practices.iter().zip(keys).zip(sets).zip(costs);
    let words = rows.flat_map(|(((practice, key), set), cost)| {
        [u64::from(*practice), key.index() as u64, u64::from(*set), u64::from(*cost)]
    });
    words.fold(0xcbf2_9ce4_8422_2325, |print, word| (print ^ word).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_seed_makes_the_region_again() {
    let tariff = tariff();
    let print = |seed| print_of(&made(&tariff, 12, 20_000, NUMBERS, seed));
    assert_eq!(print(11), print(11));
    assert_ne!(print(11), print(12));
    // the same on every machine and in the browser
    assert_eq!(print(11), 10_098_665_332_938_790_503);
}

/// Whose a list is stays in the document: nothing made up stands under a real practice's name.
#[test]
fn real_lists_are_called_by_their_number_and_size() {
    let regions = catalog::regions();
    let kronoberg = regions.iter().find(|region| region.id.as_str() == "kronoberg").unwrap();
    let Practices::Named(lists) = Practices::of(&kronoberg.practices, |name| name.sv.to_string()) else {
        panic!("real lists")
    };
    assert_eq!(lists[0], ("Lista 1, 5\u{a0}105 listade".to_owned(), Count::from(5105)));
    assert_eq!(lists[31], ("Lista 32, 3\u{a0}579 listade".to_owned(), Count::from(3579)));
}
