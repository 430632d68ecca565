//! The knapsack: weights of work are public, so the index of a list with many digits gives hidden counts away. What leaves
//! is worked out from what is published, and does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    age::{AgeBand, AgeBands},
    case_mix::Reference,
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    measure::Measure,
    outcome::PaidFor,
    practice::Practice,
    sex::Sex,
    staffing::{
        Staffing,
        need::need,
        situation::situation,
        staff::{Inputs, Staff},
    },
};
use report::{
    guard::{Protection, Total},
    stand_in::stand_in,
};
use rust_decimal::Decimal;

const THRESHOLD: u32 = 5;
const BANDS: [(u8, Option<u8>); 5] = [(0, Some(9)), (10, Some(24)), (25, Some(49)), (50, Some(79)), (80, None)];

fn bands() -> AgeBands {
    AgeBands::new(BANDS.map(|(low, high)| AgeBand { low, high }).to_vec()).unwrap()
}

fn practice(women: [u16; 5], men: [u16; 5]) -> Practice {
    let listed = women.into_iter().chain(men).map(Count::from).collect();
    Practice { listed: PerCell::from_values(&bands(), listed).unwrap(), affected: Entries::new(), drug_cost: None }
}

/// Two small counts of women and two of men, with a larger one beside each; sums by sex are published.
fn hidden() -> Protection {
    let cell = |sex, band: usize| PaidFor::Cell(Cell { sex, band: bands().bands()[band] });
    let small = vec![cell(Sex::Woman, 0), cell(Sex::Woman, 4), cell(Sex::Man, 1), cell(Sex::Man, 4)];
    Protection { small, beside: vec![cell(Sex::Woman, 2), cell(Sex::Man, 2)], ..Protection::default() }
}

/// The index of the list's work, by the shipped weights of work.
fn index(practice: &Practice) -> Decimal {
    let (house, shipped) = (catalog::Catalogue::shipped(), catalog::staffing());
    let staffing = Staffing { listed: practice.listed.iter().map(|(_, count)| *count).sum(), ..Staffing::default() };
    let staff = Staff::default();
    let of = Inputs { staffing: &staffing, guideline: &house.guideline, staff: &staff, shipped: &shipped };
    let even = PerCell::from_fn(&bands(), |_| Count::from(1000));
    let reference = Reference { listed: even, ..reference(&house) };
    let need = need(&of, &situation(&of), (&practice.listed, &practice.affected), &reference).unwrap();
    need.index.value().decimal()
}

fn reference(house: &catalog::Catalogue) -> Reference {
    let model = house.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    Reference::clone(&model.case_mix().unwrap().reference)
}

/// Every practice that looks like this one from outside: the same visible counts, sums by sex and small ones.
fn alike(own: &Practice) -> Vec<Practice> {
    let counts: Vec<u16> = own.listed.iter().map(|(_, count)| u16::try_from(count.get()).unwrap()).collect();
    let [a, b, c, d]: [u16; 4] = [counts[0] + counts[2] + counts[4], counts[1], counts[3], counts[5]];
    let [e, f] = [counts[6] + counts[7] + counts[9], counts[8]];
    let mut all = Vec::new();
    let small = || 1u16..5;
    for (w0, w4) in small().flat_map(|x| small().map(move |y| (x, y))) {
        for (m1, m4) in small().flat_map(|x| small().map(move |y| (x, y))) {
            all.push(practice([w0, b, a - w0 - w4, c, w4], [d, m1, e - m1 - m4, f, m4]));
        }
    }
    all
}

/// How many values each small count can have among these.
fn values(of: &[&Practice]) -> Vec<usize> {
    let protection = hidden();
    let cells = protection.small.iter().map(|what| if let PaidFor::Cell(cell) = what { *cell } else { panic!() });
    cells
        .map(|cell| {
            let mut values: Vec<u32> = of.iter().map(|practice| practice.listed.get(cell).unwrap().get()).collect();
            values.sort_unstable();
            values.dedup();
            values.len()
        })
        .collect()
}

#[test]
fn the_exact_index_is_a_knapsack() {
    // as many of the oldest as a small count can be: no other such list gives as much work
    let own = practice([4, 240, 317, 280, 4], [250, 1, 298, 260, 4]);
    let all = alike(&own);
    assert_eq!(all.len(), 256);
    let told = index(&own);
    let fits: Vec<&Practice> = all.iter().filter(|one| index(one) == told).collect();
    assert_eq!(values(&fits), [2, 1, 2, 1], "the exact figure gives the two oldest away");
}

#[test]
fn what_leaves_is_the_same_for_all_that_look_alike() {
    let own = practice([4, 240, 317, 280, 4], [250, 1, 298, 260, 4]);
    let published = |one: &Practice| index(&stand_in(one, &hidden(), THRESHOLD, None));
    let all = alike(&own);
    let told = published(&own);
    let fits: Vec<&Practice> = all.iter().filter(|one| published(one) == told).collect();
    assert_eq!(values(&fits), [4, 4, 4, 4], "every value is left to each hidden count");
    let apart = (told - index(&own)).abs();
    assert!(apart < Decimal::new(1, 2), "and it is near: {apart}");
}

#[test]
fn the_sums_that_are_published_are_kept() {
    let own = practice([3, 240, 317, 280, 2], [250, 4, 298, 260, 1]);
    let standing = stand_in(&own, &hidden(), THRESHOLD, None);
    let sum = |of: &Practice, sex| of.listed.iter().filter(|(c, _)| c.sex == sex).map(|(_, n)| n.get()).sum::<u32>();
    for sex in Sex::ALL {
        assert_eq!(sum(&standing, sex), sum(&own, sex));
    }
    let visible = Cell { sex: Sex::Woman, band: bands().bands()[1] };
    assert_eq!(standing.listed.get(visible), own.listed.get(visible));
}

#[test]
fn a_withheld_sum_is_not_used() {
    let protection = Protection { totals: vec![Total::Sex(Sex::Woman)], ..hidden() };
    let standing =
        |beside| stand_in(&practice([3, 240, beside, 280, 2], [250, 4, 298, 260, 1]), &protection, THRESHOLD, None);
    assert_eq!(standing(317), standing(100));
}
