//! The practices of a region against the guideline.
use super::make::{count, d, guideline};
use model::{
    id::Id,
    measure::{Fte, Measure},
    staffing::{
        practices::{RegionOutcome, practices},
        staff::PracticeStaff,
    },
    trace::Node,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::rc::Rc;

fn practice(at: usize, listed: u32, specialists: Decimal, st: Decimal) -> PracticeStaff {
    let (specialists, st) = (Fte::of(specialists), Fte::of(st));
    PracticeStaff { name: Id::new(&format!("practice {at}")), listed: count(listed), specialists, st }
}

fn region(of: &[(u32, &str, &str)]) -> RegionOutcome {
    let list =
        of.iter().enumerate().map(|(at, (listed, specialists, st))| practice(at, *listed, d(specialists), d(st)));
    practices(&list.collect::<Vec<_>>(), &guideline())
}

#[test]
fn five_practices() {
    // listed per specialist: 1,600, 1,000, none, 1,100 and 2,400
    let of = [(8_000, "5", "2"), (4_000, "4", "0"), (2_500, "0", "1"), (1_100, "1", "0"), (6_000, "2.5", "0")];
    let outcome = region(&of);
    assert_eq!(outcome.listed.value().decimal(), d("21600"));
    assert_eq!(outcome.specialists.value().decimal(), d("12.5"));
    assert_eq!(outcome.st.value().decimal(), d("3"));
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
fn the_spread_is_of_those_with_specialists() {
    let of = [(8_000, "5", "2"), (4_000, "4", "0"), (2_500, "0", "1"), (1_100, "1", "0"), (6_000, "2.5", "0")];
    let spread = region(&of).spread.unwrap();
    let found: Vec<_> = spread.percentiles.iter().map(|one| one.value().decimal()).collect();
    // in order 1,000, 1,100, 1,600, 2,400: the places are 0.3, 0.75, 1.5, 2.25 and 2.7 of 3
    assert_eq!(found, ["1030", "1075", "1350", "1800", "2160"].map(d));
    assert_eq!(spread.share_above.value().decimal(), d("0.5"), "1,600 and 2,400 are above 1,100, which is not");
    assert_eq!(spread.above, 2);
    assert_eq!(region(&[(2_500, "0", "1")]).spread, None);
    assert_eq!(region(&[]).spread, None);
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
        let list = of.iter().enumerate();
        let list = list.map(|(at, (listed, of, st))| practice(at, *listed, Decimal::new(*of, 2), Decimal::new(*st, 2)));
        let outcome = practices(&list.collect::<Vec<_>>(), &guideline());
        for total in [outcome.listed.node(), outcome.capacity.node(), outcome.gap.node(), outcome.specialists.node()] {
            prop_assert!(recomputes(total));
        }
        if let Some(spread) = &outcome.spread {
            prop_assert!(recomputes(spread.share_above.node()));
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
