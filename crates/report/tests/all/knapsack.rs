//! The knapsack: weights of work are public, so the index of a list with many digits gives hidden counts away. What leaves
//! is worked out from what is published, and does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::Catalogue;
use model::{
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    measure::Measure,
    outcome::PaidFor,
    practice::Practice,
    sex::Sex,
    staffing::{
        need::{Need, need},
        situation::situation,
        staff::{Inputs, Staff},
    },
};
use report::{
    columns::Tariffs,
    guard::{Protection, Published, USUAL_THRESHOLD, Why, protect, published},
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn tariffs(catalogue: &Catalogue) -> Tariffs {
    let tariff = |id: &str| Rc::new(catalogue.model(&Id::new(id)).unwrap().tariff().unwrap());
    let proposal = tariff(catalog::SKANE_PROPOSAL);
    let (earlier, current) = (tariff(catalog::SKANE_2025), tariff(catalog::SKANE_2026));
    Tariffs { earlier, current, scenario: Ok(Rc::clone(&proposal)), proposal }
}

/// The two that are small among the women, youngest and oldest, and the one among the men, the oldest; all others large.
fn practice([girls, women, men]: [u16; 3], [of_women, of_men]: [i32; 2]) -> Practice {
    let bands = catalog::shipped().model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().bands.clone();
    let (last, given) = (bands.count() - 1, [of_women, of_men]);
    let count = |cell: Cell| {
        let at = bands.bands().iter().position(|band| *band == cell.band).unwrap();
        let more = if cell.band.low == 70 { given[usize::from(cell.sex == Sex::Man)] } else { 0 };
        let large = 180 + 7 * i32::try_from(at).unwrap() + more;
        Count::from(match (cell.sex, at) {
            (Sex::Woman, 0) => girls,
            (Sex::Woman, at) if at == last => women,
            (Sex::Man, at) if at == last => men,
            _ => u16::try_from(large).unwrap(),
        })
    };
    Practice { listed: PerCell::from_fn(&bands, count), affected: Entries::new(), drug_cost: None }
}

/// The list's work, by the shipped weights of work.
fn work(practice: &Practice) -> Need {
    let (catalogue, shipped) = (catalog::shipped(), catalog::staffing());
    let staff = Staff { listed: practice.listed.iter().map(|(_, count)| *count).sum(), ..Staff::default() };
    let of = Inputs { guideline: &catalogue.guideline, staff: &staff, shipped: &shipped };
    let model = catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap();
    let reference = &model.case_mix().unwrap().reference;
    need(&of, &situation(&of), (&practice.listed, &practice.affected), reference).unwrap()
}

fn protection(practice: &Practice) -> Protection {
    protect(practice, &tariffs(&catalog::shipped()), USUAL_THRESHOLD)
}

/// Every other list of which the same counts and sums are published: the large hidden count of a sex takes the difference.
fn alike(own: [u16; 3]) -> Vec<Practice> {
    let small = || 1u16..5;
    let all = small().flat_map(|a| small().flat_map(move |b| small().map(move |c| [a, b, c])));
    let sum = |of: &[u16]| of.iter().map(|n| i32::from(*n)).sum::<i32>();
    all.map(|of| practice(of, [sum(&own[..2]) - sum(&of[..2]), sum(&own[2..]) - sum(&of[2..])])).collect()
}

/// How many values each small count has among these.
fn values(of: &[&Practice], small: &[PaidFor]) -> Vec<usize> {
    let value = |practice: &&Practice, what: &PaidFor| match what {
        PaidFor::Cell(cell) => practice.listed.get(*cell).unwrap().get(),
        PaidFor::Factor(_) | PaidFor::Pool(_) => panic!("no condition is entered"),
    };
    let distinct = |what| of.iter().map(|practice| value(practice, what)).collect::<std::collections::BTreeSet<_>>();
    small.iter().map(|what| distinct(what).len()).collect()
}

const OWN: [u16; 3] = [2, 4, 4];

fn small(practice: &Practice) -> Vec<PaidFor> {
    let hidden = protection(practice).hidden;
    hidden.into_iter().filter(|one| one.why == Why::Small).map(|one| one.what).collect()
}

#[test]
fn the_exact_index_is_a_knapsack() {
    let own = practice(OWN, [0, 0]);
    let index = |one: &Practice| work(one).index.value().decimal();
    let (all, told) = (alike(OWN), index(&own));
    let fits: Vec<&Practice> = all.iter().filter(|one| index(one) == told).collect();
    let left = values(&fits, &small(&own));
    assert!(left.contains(&1), "the exact figure gives a count away: {left:?}");
}

#[test]
fn every_figure_of_work_that_leaves_is_the_same_for_all_that_look_alike() {
    let own = practice(OWN, [0, 0]);
    let leaves = |one: &Practice| -> Vec<Decimal> {
        let (need, protection) = (work(one), protection(one));
        let nodes = [need.index.node(), need.list.node(), need.gap.node(), need.need.as_ref().unwrap().node()];
        nodes
            .map(|node| match published(node, &protection) {
                Published::Rounded(node) => node.value.value,
                other => panic!("{other:?}"),
            })
            .to_vec()
    };
    let (all, told) = (alike(OWN), leaves(&own));
    let fits: Vec<&Practice> = all.iter().filter(|one| leaves(one) == told).collect();
    assert_eq!(values(&fits, &small(&own)), [4, 4, 4], "every value is left to each hidden count");
    let apart = (told[0] - work(&own).index.value().decimal()).abs();
    assert!(apart < Decimal::new(1, 2), "and it is near: {apart}");
}
