//! The shares of persons with several conditions, against an enumeration of every combination.
use super::make::d;
use model::co_occurrence::CoOccurrence;
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;

/// The share of each combination of conditions when they are independent; bit i stands for condition i.
pub fn combinations(shares: &[Decimal]) -> Vec<Decimal> {
    let spread = |known: Vec<Decimal>, share: &Decimal| {
        let without = known.iter().map(|p| p * (Decimal::ONE - share));
        without.chain(known.iter().map(|p| p * share)).collect()
    };
    shares.iter().fold(vec![Decimal::ONE], spread)
}

/// The share of the combinations that meet the rule, asked of each combination.
pub fn enumerated(shares: &[Decimal], meets: impl Fn(usize) -> bool) -> Decimal {
    combinations(shares).iter().enumerate().filter(|(set, _)| meets(*set)).map(|(_, share)| share).sum()
}

fn has(set: usize, position: usize) -> bool {
    set & (1 << position) != 0
}

fn close(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() < d("0.00000000000000000001")
}

fn shares() -> impl Strategy<Value = Vec<Decimal>> {
    vec((0u32..=997).prop_map(|n| Decimal::from(n) / Decimal::from(997)), 1..=8)
}

proptest! {
    #[test]
    fn counts_agree_with_the_enumeration(shares in shares(), n in 0usize..=9) {
        let exactly = enumerated(&shares, |set| set.count_ones() as usize == n);
        let at_least = enumerated(&shares, |set| set.count_ones() as usize >= n);
        prop_assert!(close(CoOccurrence::Exactly(n).share(&shares), exactly));
        prop_assert!(close(CoOccurrence::AtLeast(n).share(&shares), at_least));
    }

    #[test]
    fn disjoint_groups_agree_with_the_enumeration(shares in shares(), labels in vec(0usize..=3, 8)) {
        let group = |label| (0..shares.len()).filter(|i| labels[*i] == label).collect::<Vec<_>>();
        let groups: Vec<_> = (1..=3).map(group).collect();
        let expected = enumerated(&shares, |set| groups.iter().all(|g| g.iter().any(|i| has(set, *i))));
        prop_assert!(close(CoOccurrence::AnyOfEach(groups).share(&shares), expected));
    }

    #[test]
    fn groups_that_share_conditions_agree_with_the_enumeration(
        shares in shares(),
        groups in vec(vec(0usize..=9, 0..5), 0..5),
    ) {
        let known = |i: &usize| *i < shares.len();
        let expected = enumerated(&shares, |set| groups.iter().all(|g| g.iter().any(|i| known(i) && has(set, *i))));
        prop_assert!(close(CoOccurrence::AnyOfEach(groups).share(&shares), expected));
    }

    #[test]
    fn exact_counts_sum_to_everybody(shares in shares()) {
        let all: Decimal = (0..=shares.len()).map(|n| CoOccurrence::Exactly(n).share(&shares)).sum();
        prop_assert!(close(all, Decimal::ONE));
    }
}

#[test]
fn half_and_half() {
    let shares = [d("0.5"), d("0.5")];
    assert_eq!(CoOccurrence::Exactly(1).share(&shares), d("0.5"), "one of two: 0.5 x 0.5 twice");
    assert_eq!(CoOccurrence::AtLeast(1).share(&shares), d("0.75"), "all but those with neither: 1 - 0.25");
    assert_eq!(CoOccurrence::AnyOfEach(vec![vec![0], vec![1]]).share(&shares), d("0.25"), "both");
    assert_eq!(CoOccurrence::AnyOfEach(vec![vec![0, 1]]).share(&shares), d("0.75"), "either");
    let overlapping = CoOccurrence::AnyOfEach(vec![vec![0, 1], vec![1, 2]]);
    assert_eq!(overlapping.share(&[d("0.5"), d("0.5"), d("0.5")]), d("0.625"), "0.5 + 0.5 x (0.5 x 0.5)");
    assert_eq!(CoOccurrence::Exactly(3).share(&shares), Decimal::ZERO, "nobody has three of two");
}

#[test]
fn rare_conditions_give_no_share_below_nothing() {
    let groups = CoOccurrence::AnyOfEach(vec![vec![0, 1, 2], vec![2, 3], vec![3, 4, 0], vec![5]]);
    for n in 1u32..=200 {
        let rare = (0..6).map(|i| Decimal::from(n + 7 * i) / Decimal::from(997) / d("1000000000000"));
        let share = groups.share(&rare.collect::<Vec<_>>());
        assert!((Decimal::ZERO..=Decimal::ONE).contains(&share), "{n}: differences of rounded numbers came to {share}");
    }
}
