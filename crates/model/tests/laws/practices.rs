//! The practices of a region against the guideline.
use super::{
    make::{count, d, m},
    staff_make::World,
};
use model::{
    id::Id,
    measure::Measure,
    staffing::{
        item::Group,
        practices::{RegionOutcome, practices},
        staff::{DoctorCount, PracticeStaff},
    },
    trace::Node,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::rc::Rc;

type ListedAndDoctors<'a> = (u32, &'a [(Group, DoctorCount)]);

fn fte(count: &str) -> DoctorCount {
    DoctorCount::Fte(m(count))
}

fn heads(count: &str) -> DoctorCount {
    DoctorCount::Heads(m(count))
}

/// The region's practices, where other doctors cover 600 each and hired ones 500.
fn told(of: &[ListedAndDoctors<'_>]) -> RegionOutcome {
    let practice = |(at, (listed, doctors)): (usize, &ListedAndDoctors<'_>)| PracticeStaff {
        name: Id::new(&format!("practice {at}")),
        listed: count(*listed),
        doctors: doctors.iter().copied().collect(),
    };
    let mut world = World::new(0, "0", "0").with(&[("cover.other", "600"), ("cover.locum", "500")]);
    world.staff.practices = of.iter().enumerate().map(practice).collect();
    practices(&world.inputs())
}

fn region(of: &[(u32, &str, &str)]) -> RegionOutcome {
    let doctors: Vec<_> =
        of.iter().map(|(_, specialists, st)| [(Group::Specialist, fte(specialists)), (Group::St, fte(st))]).collect();
    let rows: Vec<ListedAndDoctors<'_>> =
        of.iter().zip(&doctors).map(|((listed, ..), doctors)| (*listed, &doctors[..])).collect();
    told(&rows)
}

#[test]
fn five_practices() {
    // listed per specialist: 1,600, 1,000, none, 1,100 and 2,400
    let of = [(8_000, "5", "2"), (4_000, "4", "0"), (2_500, "0", "1"), (1_100, "1", "0"), (6_000, "2.5", "0")];
    let outcome = region(&of);
    assert_eq!(outcome.listed.value().decimal(), d("21600"));
    assert_eq!(outcome.doctors.of(Group::Specialist).value().decimal(), d("12.5"));
    assert_eq!(outcome.doctors.of(Group::St).value().decimal(), d("3"));
    assert_eq!(outcome.capacity.value().decimal(), d("15400"), "12.5 x 1,100 + 3 x 550");
    let need = outcome.need.as_ref().unwrap().value().decimal();
    assert_eq!(need, d("21600") / d("1100"));
    assert_eq!(outcome.per_specialist.as_ref().unwrap().value().decimal(), d("1728"), "21,600 / 12.5");
    // 8,000 - 6,600, 2,500 - 550 and 6,000 - 2,750; the second covers 400 beyond its list, which nobody else gets
    assert_eq!(outcome.gap.value().decimal(), d("6600"), "1,400 + 1,950 + 3,250");
    assert_eq!((outcome.with_gap, outcome.without), (3, 1));
    assert_eq!(outcome.gap_fte.as_ref().unwrap().value().decimal(), d("6"), "6,600 / 1,100");
}

#[test]
fn the_spread_is_of_coverage_by_all_doctors() {
    // 6,600 of 8,000; 4,400 of 4,000; 550 of 2,500; 1,100 of 1,100; nobody listed; 2,750 of 6,000
    let of = [(8_000, "5", "2"), (4_000, "4", "0"), (2_500, "0", "1"), (1_100, "1", "0"), (0, "1", "0")];
    let outcome = region(&[&of[..], &[(6_000, "2.5", "0")]].concat());
    let coverage: Vec<_> =
        outcome.practices.iter().map(|one| one.coverage.as_ref().map(|share| share.value().decimal())).collect();
    assert_eq!(coverage[..5], [Some(d("0.825")), Some(d("1.1")), Some(d("0.22")), Some(d("1")), None]);
    let spread = outcome.spread.as_ref().unwrap();
    // in order 0.22, 0.45833, 0.825, 1, 1.1: the median is the third
    assert_eq!(spread.percentiles[2].value().decimal(), d("0.825"));
    assert_eq!(spread.with_gap.value().decimal(), d("0.6"), "three of the five with a list");
    assert_eq!((outcome.with_list, outcome.with_gap), (5, 3));
    assert_eq!((region(&[(0, "0", "1")]).spread, region(&[]).spread), (None, None));
}

#[test]
fn st_doctors_and_others_who_cover_a_list_leave_no_gap() {
    // more than 1,100 for each specialist everywhere, and nobody beyond what all doctors cover
    let doctors =
        [(Group::Specialist, fte("1")), (Group::St, fte("1")), (Group::Other, fte("1")), (Group::Locum, fte("1"))];
    let (two, three, four) = (&doctors[..2], &doctors[..3], &doctors[..]);
    let outcome = told(&[(1_650, two), (2_250, three), (2_750, four)]);
    assert_eq!((outcome.with_list, outcome.with_gap), (3, 0), "1,100 + 550 + 600 + 500");
    assert_eq!(outcome.spread.unwrap().percentiles.map(|one| one.value().decimal()), [d("1"); 5]);
    let per: Vec<_> =
        outcome.practices.iter().map(|one| one.per_specialist.as_ref().unwrap().value().decimal()).collect();
    assert_eq!(per, ["1650", "2250", "2750"].map(d));
}

#[test]
fn heads_without_heltid_count_as_one_each() {
    let all = Group::ALL.map(|group| (group, heads("4")));
    let outcome = told(&[(11_000, &all)]);
    assert_eq!(outcome.capacity.value().decimal(), d("11000"), "4 x (1,100 + 550 + 600 + 500)");
    assert_eq!(outcome.heads_only, Group::ALL);
    assert!(recomputes(outcome.capacity.node()));
    let mixed = told(&[(1_000, &[(Group::Specialist, fte("0.5"))]), (1_000, &[(Group::Specialist, heads("1"))])]);
    assert_eq!((mixed.heads_only, mixed.st_untold), (vec![Group::Specialist], true));
    assert_eq!(mixed.capacity.value().decimal(), d("1650"));
}

#[test]
fn where_one_heltid_more_covers_most() {
    // gaps: 1,400, none, 600, 3,250, 700 and 2,000
    let of = [(8_000, "6", "0"), (1_000, "1", "0"), (1_700, "1", "0"), (6_000, "2.5", "0"), (700, "0", "0")];
    let outcome = region(&[&of[..], &[(2_000, "0", "0")]].concat());
    let found: Vec<_> = outcome.most_closed(10).iter().map(|one| (one.at, one.closed.value().decimal())).collect();
    assert_eq!(found, [(3, d("1100")), (5, d("1100")), (0, d("1100")), (4, d("700")), (2, d("600"))]);
    assert_eq!(outcome.most_closed(2).len(), 2);
}

fn recomputes(node: &Rc<Node>) -> bool {
    node.recomputed() == Some(node.value.value) && node.how.inputs().into_iter().all(recomputes)
}

proptest! {
    #[test]
    fn every_figure_is_what_its_explanation_gives(
        of in vec((0u32..=20_000, 0i64..=2_000, 0i64..=1_000), 0..30),
    ) {
        let hundredths = |n: i64| Decimal::new(n, 2).to_string();
        let rows: Vec<_> = of.iter().map(|(listed, of, st)| (*listed, hundredths(*of), hundredths(*st))).collect();
        let outcome = region(&rows.iter().map(|(listed, of, st)| (*listed, &**of, &**st)).collect::<Vec<_>>());
        let specialists = outcome.doctors.of(Group::Specialist);
        for total in [outcome.listed.node(), outcome.capacity.node(), outcome.gap.node(), specialists.node()] {
            prop_assert!(recomputes(total));
        }
        if let Some(spread) = &outcome.spread {
            prop_assert!(recomputes(spread.with_gap.node()));
            prop_assert!(spread.percentiles.iter().all(|one| recomputes(one.node())));
            prop_assert!(spread.percentiles.is_sorted_by_key(|one| one.value()));
        }
        let gaps = outcome.practices.iter().map(|one| one.gap.value().decimal()).filter(|gap| *gap > Decimal::ZERO);
        prop_assert_eq!(outcome.gap.value().decimal(), gaps.clone().sum::<Decimal>());
        prop_assert_eq!(outcome.with_gap, gaps.count());
        for one in &outcome.practices {
            let (closed, gap) = (one.closed.value().decimal(), one.gap.value().decimal());
            prop_assert!(closed >= Decimal::ZERO && closed <= Decimal::from(1_100) && (closed == gap || closed <= gap.max(Decimal::ZERO)));
        }
    }
}
