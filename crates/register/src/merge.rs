//! Practices with few listed persons put together, so that nobody's cost stands alone in what is passed on. Decides
//! nothing of who may see what; knows no words.
use crate::{
    aggregate::Aggregate,
    evaluate::float,
    exact::Ore,
    phase_in::Payments,
    register::Register,
    statistics::{Difference, Subgroup, difference},
};
use std::ops::AddAssign;

/// Which practices are put together as one, which comes last. All others keep their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The new place of each practice.
    places: Vec<usize>,
    together: usize,
    persons: u64,
}

impl Merge {
    /// Puts together every practice with one to, and without, `fewest` listed, and with them the shortest other lists until
    /// there are two and they have that many together. `None` when no practice has so few.
    pub fn of(listed: &[u64], fewest: u64) -> Option<Self> {
        let few = |persons: u64| (1..fewest).contains(&persons);
        let mut order: Vec<(usize, u64)> = listed.iter().copied().enumerate().filter(|(_, n)| *n > 0).collect();
        order.sort_by_key(|(_, persons)| *persons);
        let (mut merged, mut persons) = (Vec::new(), 0u64);
        for (at, listed) in order {
            if few(listed) || (!merged.is_empty() && (merged.len() < 2 || persons < fewest)) {
                merged.push(at);
                persons = persons.saturating_add(listed);
            }
        }
        let last = listed.len() - merged.len();
        let mut next = 0;
        let places = (0..listed.len()).map(|at| {
            if merged.contains(&at) {
                return last;
            }
            next += 1;
            next - 1
        });
        let places = places.collect();
        (!merged.is_empty()).then_some(Self { places, together: merged.len(), persons })
    }

    /// The new place of a practice.
    pub fn place(&self, practice: usize) -> Option<usize> {
        self.places.get(practice).copied()
    }

    /// The first practice at a new place.
    pub fn first(&self, place: usize) -> Option<usize> {
        self.places.iter().position(|one| *one == place)
    }

    /// Whether the practice is one of those that were put together.
    pub fn has(&self, practice: usize) -> bool {
        self.place(practice) == Some(self.last())
    }

    /// How many practices were put together.
    pub fn together(&self) -> usize {
        self.together
    }

    /// How many are listed with them.
    pub fn persons(&self) -> u64 {
        self.persons
    }

    /// The new names; those that were put together have one.
    pub fn names(&self, names: &[String], together: String) -> Vec<String> {
        let kept = names.iter().enumerate().filter(|(at, _)| !self.has(*at));
        kept.map(|(_, name)| name.clone()).chain([together]).collect()
    }

    /// Numbers of practices, `each` for every one, added up where practices were put together.
    pub fn added<T: AddAssign + Copy + Default>(&self, numbers: &[T], each: usize) -> Vec<T> {
        let mut sums = vec![T::default(); (self.last() + 1) * each];
        for (numbers, place) in numbers.chunks_exact(each.max(1)).zip(&self.places) {
            let sums = sums.get_mut(place * each..(place + 1) * each).unwrap_or_default();
            sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += *number);
        }
        sums
    }

    fn last(&self) -> usize {
        self.places.len() - self.together
    }

    fn moved(&self, practice: u16) -> u16 {
        self.place(usize::from(practice)).and_then(|place| u16::try_from(place).ok()).unwrap_or(practice)
    }
}

impl Register {
    /// The same persons with practices put together.
    #[must_use]
    pub fn merged(&self, merge: &Merge, together: String) -> Self {
        let names = merge.names(self.practices(), together);
        self.with_practices(names, |practice| merge.moved(practice))
    }
}

impl Aggregate {
    /// The same sums with practices put together.
    #[must_use]
    pub fn merged(&self, merge: &Merge, together: String) -> Self {
        let mut merged = self.clone();
        merged.practices = merge.names(&self.practices, together);
        merged.rows.iter_mut().for_each(|row| row.practice = merge.moved(row.practice));
        merged
    }
}

/// Kronor a year that every sum of a register that is passed on is rounded to. The number is ours.
pub const STEP: u32 = 100;

/// How many practices a fifth by size holds at least where the fifths are told. The number is ours.
pub const FEWEST_IN_FIFTH: usize = 3;

/// Whether the fifths of the practices by size are told: not where a fifth would be one practice or two, and not where
/// `together` practices were put together, which a fifth of the others could tell apart.
pub fn tells_fifths(listed: &[u64], together: usize) -> bool {
    together == 0 && listed.iter().filter(|listed| **listed > 0).count() >= 5 * FEWEST_IN_FIFTH
}

/// The group's difference as it is passed on: worked out from what is paid and what is carried in whole steps a year, so
/// that no number of persons times it tells more; its interval reaches whole steps too, and no shorter than it did.
pub fn coarse(group: &Subgroup) -> Difference {
    let step = 100.0 * f64::from(STEP);
    let persons = float(group.persons);
    let [payment, carried] = [group.payment, group.carried].map(|ore| (ore / step).round() * step);
    let exact = group.difference;
    let reach = exact.high.map(|high| ((high - exact.per_person) * persons / step).ceil() * step / persons);
    difference(payment, carried, persons, reach)
}

/// A practice's payments as they are passed on, in whole steps a year: what is worked out from them tells no more.
pub fn coarse_payments(exact: &Payments) -> Payments {
    let step = 100 * Ore::from(STEP);
    let whole = |ore: Ore| (ore + step / 2).div_euclid(step) * step;
    Payments { old: whole(exact.old), new: whole(exact.new), listed: exact.listed }
}

#[cfg(test)]
mod tests {
    use super::{Merge, coarse, coarse_payments, tells_fifths};
    use crate::phase_in::Payments;
    use crate::statistics::{Difference, Subgroup, SubgroupKind};

    /// 1 250 listed are paid 1 234 567.89 kr and carry 1 198 765.43 kr.
    #[test]
    fn a_groups_difference_tells_its_sums_in_whole_hundreds() {
        let (persons, payment, carried) = (1250, 123_456_789.0, 119_876_543.0);
        let per_person = (payment - carried) / 1250.0;
        let of = |reach: f64| Difference {
            per_person,
            ratio: Some(payment / carried),
            low: Some(per_person - reach),
            high: Some(per_person + reach),
        };
        let kind = SubgroupKind::PracticeSize(3);
        let told = coarse(&Subgroup { kind, persons, payment, carried, difference: of(999.0) });
        let year = |ore: f64| (ore * 1250.0).round();
        assert_eq!(year(told.per_person), 3_580_000.0, "1 234 600 less 1 198 800 kr, not 35 802.46");
        assert_eq!(told.ratio, Some(12_346.0 / 11_988.0));
        assert_eq!(
            year(told.high.unwrap() - told.per_person),
            1_250_000.0,
            "12 487.50 kr to either side, and no shorter"
        );
        assert_eq!(year(told.per_person - told.low.unwrap()), 1_250_000.0);
        let wider = coarse(&Subgroup { kind, persons, payment, carried, difference: of(1001.0) });
        assert_eq!(year(wider.high.unwrap() - wider.per_person), 1_260_000.0, "12 512.50 kr, and no shorter than that");
    }

    #[test]
    fn payments_are_told_in_whole_hundreds() {
        let told = coarse_payments(&Payments { old: 21_218_587, new: 21_215_000, listed: 40 });
        assert_eq!((told.old, told.new, told.listed), (21_220_000, 21_220_000, 40), "212 185.87 and 212 150.00 kr");
    }

    #[test]
    fn fifths_are_told_from_three_practices_in_each() {
        assert!(tells_fifths(&[500; 15], 0));
        assert!(!tells_fifths(&[500; 14], 0), "a fifth would hold two");
        let mut one_empty = [500; 15];
        one_empty[4] = 0;
        assert!(!tells_fifths(&one_empty, 0), "one without listed is in no fifth");
        assert!(!tells_fifths(&[500; 40], 2), "a fifth could tell those apart that were put together");
    }

    fn names(listed: &[u64]) -> Option<Vec<String>> {
        let all: Vec<String> = (0..listed.len()).map(|at| at.to_string()).collect();
        Some(Merge::of(listed, 5)?.names(&all, "together".to_owned()))
    }

    #[test]
    fn a_practice_of_few_goes_with_the_shortest_other() {
        assert_eq!(names(&[500, 1, 90, 700]), Some(["0", "3", "together"].map(str::to_owned).to_vec()));
        assert_eq!(names(&[500, 1, 4, 90]), Some(["0", "3", "together"].map(str::to_owned).to_vec()), "1 + 4 are five");
        assert_eq!(names(&[500, 1, 2, 90]), Some(["0", "together"].map(str::to_owned).to_vec()), "1 + 2 are not");
    }

    #[test]
    fn nobody_is_not_few_and_enough_stay_as_they_are() {
        assert_eq!(names(&[500, 0, 5, 90]), None);
        assert_eq!(names(&[]), None);
        assert_eq!(names(&[3]), Some(vec!["together".to_owned()]));
    }

    #[test]
    fn numbers_are_added_up_where_practices_are_put_together() {
        let merge = Merge::of(&[500, 1, 90, 700], 5).unwrap();
        assert_eq!(merge.added(&[500, 1, 90, 700], 1), [500, 700, 91]);
        assert_eq!(merge.added(&[1, 2, 3, 4, 5, 6, 7, 8], 2), [1, 2, 7, 8, 3 + 5, 4 + 6]);
        assert_eq!((merge.place(2), merge.first(2), merge.together(), merge.persons()), (Some(2), Some(1), 2, 91));
    }
}
