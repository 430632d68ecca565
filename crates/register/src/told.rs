//! A region's counts as they may be told: in the place of small counts by practice stand others, which follow from what is
//! told. Whatever is worked out from them under any model, with whatever weights and in however many files, says no more
//! of a small count than they do. Persons' groups stay as they are. Decides nothing of who may see what.
//!
//! **What holds.** For each model's factor, the practices' counts add up to the region's; for each practice, those of its
//! sexes and ages add up to its list. Where the sum leaves the small counts open ([`hide`]), each may be any from one up
//! to, and without, the threshold. Where it does not, all that is told is the sum, spread over the practices by their
//! lists, or over sexes and ages by how many of the region they are; then there is always another region of at least two
//! practices with the same sum and another count. A region's sum that is small itself is told as a stand-in.
//!
//! **What does not hold.** What is worked out from persons, not from these counts, tells of the region: from groups in
//! several files with other weights follows how many of the whole group have a condition; which groups are told beside
//! each other is for [`groups`](crate::groups). Where one practice alone has a hidden count of a sex and age, the region's
//! exact one, which such files can tell, gives it away. Models that count the same persons in different ways are told each
//! for itself: two large counts can differ by a small one.
use crate::{
    apportion::apportion,
    hide::{LEAST_THRESHOLD, hide},
    summary::{LaneCounts, Summary},
};
use std::rc::Rc;

/// Large counts of a practice are hidden from this age on, those nearest to it first: there most lists have many.
pub const FIRST_AGE: u8 = 70;

impl Summary {
    /// The same with every practice's counts from one up to, and without, `fewest` told as stand-ins.
    #[must_use]
    pub fn told(&self, fewest: u32) -> Self {
        if fewest < 2 {
            return self.clone();
        }
        let fewest = fewest.max(LEAST_THRESHOLD);
        let lanes = self.lanes.iter().map(|counts| Rc::new(self.told_factors(counts, fewest))).collect();
        Self { by_class: self.told_classes(fewest), lanes, ..self.clone() }
    }

    fn told_classes(&self, fewest: u32) -> Vec<u32> {
        let width = self.frame.classes.len().max(1);
        let mut all = vec![0u64; width];
        for row in self.by_class.chunks_exact(width) {
            all.iter_mut().zip(row).for_each(|(sum, persons)| *sum += u64::from(*persons));
        }
        let mut order: Vec<usize> = (0..width).collect();
        let age = |at: &usize| self.frame.classes.get(*at).map(|class| class.youngest.age().abs_diff(FIRST_AGE));
        order.sort_by_key(age);
        let rows = self.by_class.chunks_exact(width);
        // of one practice the region's ages are its own
        let weights = if self.tells_groups() { all } else { vec![1; width] };
        rows.flat_map(|row| told(row, &order, fewest).unwrap_or_else(|| spread(sum(row), &weights))).collect()
    }

    fn told_factors(&self, counts: &LaneCounts, fewest: u32) -> LaneCounts {
        let listed: Vec<u64> = self.practices.iter().map(|sums| sums.listed).collect();
        let mut order: Vec<usize> = (0..listed.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(listed.get(*at).copied()));
        let mut persons = counts.persons.clone();
        for factor in 0..counts.factors {
            let places = || (factor..counts.persons.len()).step_by(counts.factors.max(1));
            let column: Vec<u32> = places().filter_map(|at| counts.persons.get(at).copied()).collect();
            for (at, told) in places().zip(told_factor(&column, &order, &listed, fewest)) {
                if let Some(persons) = persons.get_mut(at) {
                    *persons = told;
                }
            }
        }
        LaneCounts { factors: counts.factors, persons, lists: counts.lists.clone() }
    }

    /// Whether groups of persons may be told beside the practices: of one practice they are the practice.
    pub fn tells_groups(&self) -> bool {
        self.practices.iter().filter(|sums| sums.listed > 0).count() > 1
    }
}

fn sum(counts: &[u32]) -> u64 {
    counts.iter().map(|count| u64::from(*count)).sum()
}

/// How many of each practice a factor counts, as it may be told.
fn told_factor(column: &[u32], order: &[usize], listed: &[u64], fewest: u32) -> Vec<u32> {
    let few = |sum: u64| if (1..u64::from(fewest)).contains(&sum) { u64::from(fewest / 2) } else { sum };
    told(column, order, fewest).unwrap_or_else(|| spread(few(sum(column)), listed))
}

/// The counts of an open sum, with stand-ins for those that are hidden; none where the sum is not open.
fn told(counts: &[u32], order: &[usize], fewest: u32) -> Option<Vec<u32>> {
    let hidden = hide(counts, order.iter().copied(), fewest);
    let mut told = counts.to_vec();
    let mut put = |at: &usize, stand_in: u64| {
        if let Some(count) = told.get_mut(*at) {
            *count = u32::try_from(stand_in).unwrap_or(u32::MAX);
        }
    };
    hidden.small.iter().for_each(|at| put(at, hidden.stand_in()));
    hidden.beside.iter().for_each(|at| put(at, hidden.large()));
    hidden.beside.last().into_iter().for_each(|at| put(at, hidden.rest(hidden.stand_in())));
    (hidden.is_open || hidden.small.is_empty()).then_some(told)
}

/// A sum in whole persons by these weights.
fn spread(sum: u64, weights: &[u64]) -> Vec<u32> {
    let weights: Vec<i64> = weights.iter().filter_map(|weight| i64::try_from(*weight).ok()).collect();
    let parts = i64::try_from(sum).ok().and_then(|sum| apportion(sum, &weights));
    let whole = parts.unwrap_or_else(|| vec![0; weights.len()]);
    whole.into_iter().map(|persons| u32::try_from(persons).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::told_factor;
    use std::collections::{BTreeMap, BTreeSet};

    const LISTED: [u64; 4] = [8000, 300, 60, 30];

    fn of(column: [u32; 4]) -> Vec<u32> {
        told_factor(&column, &[0, 1, 2, 3], &LISTED, 5)
    }

    #[test]
    fn stand_ins_keep_the_sum_and_large_counts_take_the_rest() {
        assert_eq!(of([120, 14, 3, 1]), [120, 14, 2, 2], "three and one are told as two and two");
        assert_eq!(of([120, 14, 4, 4]), [124, 14, 2, 2]);
        assert_eq!(of([120, 14, 6, 0]), [120, 14, 6, 0], "nothing is small");
        assert_eq!(of([19, 14, 3, 1]), [35, 2, 0, 0], "no count is large enough to stand beside: 37 by the lists");
        assert_eq!(of([0, 0, 3, 0]), [2, 0, 0, 0], "three in the whole region are told as two");
    }

    const SUM: u32 = 60;

    /// Every region of three practices with at most sixty in all: for whatever is told, a small count can be another.
    #[test]
    fn nothing_that_is_told_determines_a_small_count() {
        let mut regions: BTreeMap<Vec<u32>, [BTreeSet<u32>; 3]> = BTreeMap::new();
        for (a, b) in (0..=SUM).flat_map(|a| (0..=SUM - a).map(move |b| (a, b))) {
            for c in 0..=SUM - a - b {
                let seen = regions.entry(told_factor(&[a, b, c], &[0, 1, 2], &LISTED[..3], 3)).or_default();
                for (seen, count) in seen.iter_mut().zip([a, b, c]) {
                    seen.insert(count);
                }
            }
        }
        for (told, seen) in regions {
            for counts in seen {
                assert!(counts.len() > 1 || !counts.iter().any(|count| (1..3).contains(count)), "{told:?}: {counts:?}");
            }
        }
    }
}
