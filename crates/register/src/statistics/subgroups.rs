//! Whom a model pays more for than they cost, and whom less: over- and under-compensation of groups of persons.
use super::{chance::REACH, spread::count, student};
use crate::{
    evaluate::{LaneResult, float},
    person_key::PersonKey,
    summary::{Group, PracticeSums, Summary},
};
use model::{age::Age, case_mix::ConditionSet, sex::Sex};
use std::collections::BTreeMap;

/// Which persons a subgroup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum SubgroupKind {
    /// Ages from the first to the last; no last: and over. The ages are those that the compared models tell apart.
    Ages(Age, Option<Age>),
    /// One sex.
    Sex(Sex),
    /// So many conditions before any rule; four stands for four or more.
    Conditions(u8),
    /// Persons with a condition before any rule, by position in the register.
    Condition(u8),
    /// The persons of a fifth of the practices, from the practices with the shortest lists (1) to those with the longest
    /// (5).
    PracticeSize(u8),
}

/// What is paid for persons against what they cost their practices, in öre a year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Difference {
    /// Payment less carried cost, per person.
    pub per_person: f64,
    /// Payment by carried cost; `None` when nothing is carried.
    pub ratio: Option<f64>,
    /// The lower end of the difference's 95 per cent interval, per person: the difference less 1.96 standard errors, or
    /// for a fifth of the practices, which are few, as many as Student's t says. `None` for a subgroup of one person or
    /// one practice.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

impl Difference {
    /// The ends of the interval, where there is one.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.low.zip(self.high)
    }
}

/// Persons with something in common. Weighted by persons: each counts once.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Subgroup {
    /// Which they are.
    pub kind: SubgroupKind,
    /// How many they are; over zero.
    pub persons: u64,
    /// What is paid for them, in öre a year.
    pub payment: f64,
    /// The share of their drug cost that their practices carry, in öre a year.
    pub carried: f64,
    /// Over- or under-compensation.
    pub difference: Difference,
}

/// The region's subgroups under one model, those without persons left out. The standard error of a difference d is
/// √(s² / n), s² = (Σ(pᵢ − κcᵢ)² − n d²) / (n − 1) over its persons (payment p, cost c, cost share κ). For practice
/// size it is that of a ratio of sums over practices (Cochran, Sampling techniques, 1977, 6.3):
/// √(k/(k − 1) · Σ nⱼ²(dⱼ − d)²) / Σn over its k practices, with k − 1 degrees of freedom. Amounts are those of the
/// evaluation.
pub fn subgroups(summary: &Summary, result: &LaneResult) -> Vec<Subgroup> {
    let starts = starts(summary);
    let mut sums = vec![Sums::default(); starts.len() + Sex::ALL.len() + COUNTS + ConditionSet::CAPACITY];
    for (group, paid) in summary.groups.iter().zip(&result.per_person) {
        let Some((class, set)) = summary.class_and_set(group) else { continue };
        let own = Sums::of(group, *paid, result.cost_share);
        each_place(&starts, class.youngest, set, |place| {
            if let Some(sums) = sums.get_mut(place) {
                sums.add(&own);
            }
        });
    }
    let persons = kinds(&starts).zip(&sums).filter_map(|(kind, sums)| sums.subgroup(kind, result.cost_share));
    persons.chain(fifths(&summary.practices, &result.payment, &result.carried)).collect()
}

/// Persons of runs of ages under one model: one run for each of the rising `starts`, until the next. Ages that the models
/// do not tell apart go with the youngest of them. Runs without persons are left out.
pub fn age_groups(summary: &Summary, result: &LaneResult, starts: &[Age]) -> Vec<Subgroup> {
    let mut sums = vec![Sums::default(); starts.len()];
    for (group, paid) in summary.groups.iter().zip(&result.per_person) {
        let class = summary.frame.classes.get(usize::from(group.class));
        let run = class.and_then(|class| starts.iter().rposition(|start| *start <= class.youngest.age()));
        if let Some(sums) = run.and_then(|run| sums.get_mut(run)) {
            sums.add(&Sums::of(group, *paid, result.cost_share));
        }
    }
    let ends = starts.iter().skip(1).map(|next| next.checked_sub(1)).chain([None]);
    let kinds = starts.iter().zip(ends).map(|(from, to)| SubgroupKind::Ages(*from, to));
    kinds.zip(&sums).filter_map(|(kind, sums)| sums.subgroup(kind, result.cost_share)).collect()
}

/// 0, 1, 2, 3, 4 or more conditions.
const COUNTS: usize = 5;

/// The ages at which classes begin.
fn starts(summary: &Summary) -> Vec<Age> {
    let mut starts: Vec<Age> = summary.frame.classes.iter().map(|class| class.youngest.age()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Ages, sexes, numbers of conditions, conditions: in the order of [`each_place`].
fn kinds(starts: &[Age]) -> impl Iterator<Item = SubgroupKind> {
    let ends = starts.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
    let ages = starts.iter().zip(ends).map(|(from, to)| SubgroupKind::Ages(*from, to));
    let counts = (0..=u8::MAX).take(COUNTS).map(SubgroupKind::Conditions);
    let conditions = (0..=u8::MAX).take(ConditionSet::CAPACITY).map(SubgroupKind::Condition);
    ages.chain(Sex::ALL.map(SubgroupKind::Sex)).chain(counts).chain(conditions)
}

/// Where persons count.
fn each_place(starts: &[Age], key: PersonKey, set: &ConditionSet, mut counts_at: impl FnMut(usize)) {
    let age = starts.partition_point(|start| *start <= key.age()).saturating_sub(1);
    let sex = starts.len() + usize::from(key.sex() == Sex::Man);
    let counts = starts.len() + Sex::ALL.len();
    let mut number = 0;
    set.each_position(|position| {
        counts_at(counts + COUNTS + position);
        number += 1;
    });
    [age, sex, counts + number.min(COUNTS - 1)].into_iter().for_each(counts_at);
}

/// Sums over persons.
#[derive(Clone, Copy, Default)]
struct Sums {
    persons: u64,
    cost: u64,
    payment: f64,
    /// Of the squares of payment less carried cost.
    net_squared: f64,
}

impl Sums {
    fn of(group: &Group, paid: f64, share: f64) -> Self {
        let n = f64::from(group.persons);
        let net_squared = n * paid * paid - 2.0 * paid * share * float(group.cost) + share * share * group.cost_squared;
        Self { persons: u64::from(group.persons), cost: group.cost, payment: n * paid, net_squared }
    }

    fn add(&mut self, other: &Self) {
        self.persons += other.persons;
        self.cost += other.cost;
        self.payment += other.payment;
        self.net_squared += other.net_squared;
    }

    /// `None` for nobody.
    fn subgroup(&self, kind: SubgroupKind, share: f64) -> Option<Subgroup> {
        let Self { persons, cost, payment, net_squared } = *self;
        let (n, carried) = (float(persons), share * float(cost));
        let per_person = (payment - carried) / n;
        let variance = (net_squared - n * per_person * per_person).max(0.0) / (n - 1.0);
        let error = (persons > 1).then(|| (variance / n).sqrt());
        let difference = difference(payment, carried, n, error.map(|error| REACH * error));
        (persons > 0).then_some(Subgroup { kind, persons, payment, carried, difference })
    }
}

/// What is paid for so many persons against what is carried for them; the interval reaches so far.
pub(crate) fn difference(payment: f64, carried: f64, persons: f64, reach: Option<f64>) -> Difference {
    let per_person = (payment - carried) / persons;
    let ratio = (carried > 0.0).then(|| payment / carried);
    let low = reach.map(|reach| per_person - reach);
    let high = reach.map(|reach| per_person + reach);
    Difference { per_person, ratio, low, high }
}

/// The fifths of the practices by size, of what each practice is paid and carries in öre a year; those without persons are
/// left out.
pub fn fifths(practices: &[PracticeSums], payment: &[f64], carried: &[f64]) -> Vec<Subgroup> {
    // fifths are of two sizes at most
    let mut reaches = BTreeMap::new();
    let mut errors = |k: usize| *reaches.entry(k).or_insert_with(|| student(count(k) - 1.0));
    (1..=5).filter_map(|fifth| of_practices(practices, (payment, carried), fifth, &mut errors)).collect()
}

/// `errors` says how many standard errors an interval over so many practices reaches.
fn of_practices(
    practices: &[PracticeSums],
    (paid, carries): (&[f64], &[f64]),
    fifth: u8,
    errors: &mut impl FnMut(usize) -> f64,
) -> Option<Subgroup> {
    let places = of_fifth(practices, fifth);
    let at = |values: &[f64], j: &usize| values.get(*j).copied().unwrap_or(0.0);
    let sum = |values: &[f64]| places.iter().map(|j| at(values, j)).sum::<f64>();
    let listed = |j: &usize| practices.get(*j).map_or(0, |sums| sums.listed);
    let persons: u64 = places.iter().map(listed).sum();
    let (payment, carried, n) = (sum(paid), sum(carries), float(persons));
    let mean = (payment - carried) / n;
    let away = |j: &usize| at(paid, j) - at(carries, j) - float(listed(j)) * mean;
    let squares: f64 = places.iter().map(|j| away(j) * away(j)).sum();
    let k = count(places.len());
    let reach = (places.len() > 1).then(|| errors(places.len()) * (k / (k - 1.0) * squares).sqrt() / n);
    let kind = SubgroupKind::PracticeSize(fifth);
    (persons > 0).then(|| Subgroup {
        kind,
        persons,
        payment,
        carried,
        difference: difference(payment, carried, n, reach),
    })
}

/// The practices of a fifth by size; of equal lists the practice that comes first is the smaller.
fn of_fifth(practices: &[PracticeSums], fifth: u8) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..practices.len()).filter(|j| practices.get(*j).is_some_and(|p| p.listed > 0)).collect();
    order.sort_by_key(|j| practices.get(*j).map(|sums| sums.listed));
    let bound = |fifths: u8| order.len() * usize::from(fifths) / 5;
    order.get(bound(fifth - 1)..bound(fifth)).unwrap_or_default().to_vec()
}
