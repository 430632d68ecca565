//! Whom a model pays more for than they cost, and whom less: over- and under-compensation of groups of persons.
use super::{funnel::REACH, spread::count};
use crate::{
    evaluate::{LaneResult, float},
    summary::{Group, PracticeSums, Summary},
};
use model::{age::Age, case_mix::ConditionSet, sex::Sex};

/// Which persons a subgroup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub struct Difference {
    /// Payment less carried cost, per person.
    pub per_person: f64,
    /// Payment by carried cost; `None` when nothing is carried.
    pub ratio: Option<f64>,
    /// The lower end of the difference's 95 per cent interval, per person: the difference less 1.96 standard errors.
    /// `None` for a subgroup of one person or one practice.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

/// Persons with something in common. Weighted by persons: each counts once.
#[derive(Clone, Copy, Debug, PartialEq)]
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
/// √(k/(k − 1) · Σ nⱼ²(dⱼ − d)²) / Σn over its k practices. Amounts are those of the evaluation.
pub fn subgroups(summary: &Summary, result: &LaneResult) -> Vec<Subgroup> {
    let of_persons = person_kinds(summary);
    let persons = of_persons.into_iter().filter_map(|kind| of_groups(summary, result, kind));
    persons.chain((1..=5).filter_map(|fifth| of_practices(summary, result, fifth))).collect()
}

/// Persons of runs of ages under one model: one run for each of the rising `starts`, until the next. A class that the
/// models do not tell apart goes with its youngest. Runs without persons are left out.
pub fn age_groups(summary: &Summary, result: &LaneResult, starts: &[Age]) -> Vec<Subgroup> {
    let ends = starts.iter().skip(1).map(|next| next.checked_sub(1)).chain([None]);
    let kinds = starts.iter().zip(ends).map(|(from, to)| SubgroupKind::Ages(*from, to));
    kinds.filter_map(|kind| of_groups(summary, result, kind)).collect()
}

fn person_kinds(summary: &Summary) -> Vec<SubgroupKind> {
    let mut starts: Vec<Age> = summary.frame.classes.iter().map(|class| class.youngest.age()).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
    let ages = starts.iter().zip(ends).map(|(from, to)| SubgroupKind::Ages(*from, to));
    let conditions = (0..=u8::MAX).take(ConditionSet::CAPACITY).map(SubgroupKind::Condition);
    ages.chain(Sex::ALL.map(SubgroupKind::Sex)).chain((0..=4).map(SubgroupKind::Conditions)).chain(conditions).collect()
}

fn holds(summary: &Summary, group: &Group, kind: SubgroupKind) -> bool {
    let class = summary.frame.classes.get(usize::from(group.class)).map(|class| class.youngest);
    let set = usize::try_from(group.set).ok().and_then(|set| summary.sets.get(set)).copied().unwrap_or_default();
    class.is_some_and(|key| match kind {
        SubgroupKind::Ages(from, to) => key.age() >= from && to.is_none_or(|to| key.age() <= to),
        SubgroupKind::Sex(sex) => key.sex() == sex,
        SubgroupKind::Conditions(n) => set.count().min(4) == u32::from(n),
        SubgroupKind::Condition(position) => set.has(usize::from(position)),
        SubgroupKind::PracticeSize(_) => false,
    })
}

fn of_groups(summary: &Summary, result: &LaneResult, kind: SubgroupKind) -> Option<Subgroup> {
    let (mut persons, mut cost, mut payment, mut squares) = (0, 0, 0.0, 0.0);
    let share = result.cost_share;
    let groups = summary.groups.iter().zip(&result.per_person);
    for (group, paid) in groups.filter(|(group, _)| holds(summary, group, kind)) {
        persons += u64::from(group.persons);
        cost += group.cost;
        payment += f64::from(group.persons) * paid;
        squares += net_squared(group, *paid, share);
    }
    let (n, carried) = (float(persons), share * float(cost));
    let per_person = (payment - carried) / n;
    let variance = (squares - n * per_person * per_person).max(0.0) / (n - 1.0);
    let error = (persons > 1).then(|| (variance / n).sqrt());
    (persons > 0).then(|| Subgroup {
        kind,
        persons,
        payment,
        carried,
        difference: difference(payment, carried, n, error),
    })
}

/// Σ(p − κc)² over the group's persons.
pub(crate) fn net_squared(group: &Group, paid: f64, share: f64) -> f64 {
    let n = f64::from(group.persons);
    n * paid * paid - 2.0 * paid * share * float(group.cost) + share * share * group.cost_squared
}

fn difference(payment: f64, carried: f64, persons: f64, error: Option<f64>) -> Difference {
    let per_person = (payment - carried) / persons;
    let ratio = (carried > 0.0).then(|| payment / carried);
    let low = error.map(|error| per_person - REACH * error);
    let high = error.map(|error| per_person + REACH * error);
    Difference { per_person, ratio, low, high }
}

fn of_practices(summary: &Summary, result: &LaneResult, fifth: u8) -> Option<Subgroup> {
    let places = of_fifth(&summary.practices, fifth);
    let sum = |values: &[f64]| places.iter().filter_map(|j| values.get(*j)).sum::<f64>();
    let listed = |j: &usize| summary.practices.get(*j).map_or(0, |sums| sums.listed);
    let persons: u64 = places.iter().map(listed).sum();
    let (payment, carried, n) = (sum(&result.payment), sum(&result.carried), float(persons));
    let mean = (payment - carried) / n;
    let away = |j: &usize| result.net.get(*j).copied().unwrap_or(0.0) - float(listed(j)) * mean;
    let squares: f64 = places.iter().map(|j| away(j) * away(j)).sum();
    let k = count(places.len());
    let error = (places.len() > 1).then(|| (k / (k - 1.0) * squares).sqrt() / n);
    let kind = SubgroupKind::PracticeSize(fifth);
    (persons > 0).then(|| Subgroup {
        kind,
        persons,
        payment,
        carried,
        difference: difference(payment, carried, n, error),
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
