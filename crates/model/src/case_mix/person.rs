//! From the conditions that a person has to those that are paid for, with the reason for each that is not.
use super::{CaseMix, set::ConditionSet};
use crate::{age::Age, id::Id, sex::Sex};

/// Why a condition is not paid for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DroppedBy {
    /// The person's age or sex is outside its limits.
    Limits,
    /// It became part of another condition.
    Combined(Id),
    /// None of the conditions it must stand beside is there.
    Precondition,
    /// Another condition includes it.
    Hierarchy(Id),
}

/// A condition that the person has but that is not paid for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The condition.
    pub condition: Id,
    /// Why.
    pub by: DroppedBy,
}

/// What remains of a person's conditions after the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flags {
    /// The conditions that are paid for.
    pub paid: ConditionSet,
    /// Ids of every factor that is paid for: conditions, interactions, counts.
    pub factors: Vec<Id>,
    /// The conditions that are not, and why.
    pub dropped: Vec<Dropped>,
}

/// Why a condition goes; the same without ids.
#[derive(Clone, Copy)]
enum Reason {
    Limits,
    /// The position of what it became part of.
    Combined(usize),
    Precondition,
    /// The position of what includes it.
    Hierarchy(usize),
}

/// Told of the conditions that go, and why.
type Tell<'a> = &'a mut dyn FnMut(ConditionSet, Reason);

impl CaseMix {
    /// Limits, combine, precondition, hierarchy, then interactions and counts: in that order. Positions without a
    /// condition in this case mix are left out before that.
    pub fn flags(&self, sex: Sex, age: Age, conditions: ConditionSet) -> Flags {
        let mut dropped = Vec::new();
        let paid = self.after_rules(sex, age, conditions, &mut |gone, reason| {
            let known = gone.positions().filter_map(|i| self.conditions.get(i));
            dropped.extend(known.map(|c| Dropped { condition: c.id.clone(), by: self.because(reason, &c.id) }));
        });
        let ids: Vec<&Id> = self.factors().map(|factor| factor.id).collect();
        let factors = self.paid_positions(paid).filter_map(|i| ids.get(i).copied().cloned()).collect();
        Flags { paid, factors, dropped }
    }

    /// The conditions that are paid for, as [`CaseMix::flags`] finds them, for those who ask of many persons and need no
    /// reasons.
    pub fn paid(&self, sex: Sex, age: Age, conditions: ConditionSet) -> ConditionSet {
        self.paid_of_admitted(conditions.both(self.admitted(sex, age)))
    }

    /// The same of conditions that are all [admitted](CaseMix::admitted), for those who have asked that once for many.
    pub fn paid_of_admitted(&self, admitted: ConditionSet) -> ConditionSet {
        self.after_limits(admitted, &mut |_, _| ())
    }

    /// The positions among [`CaseMix::factors`] of what such paid conditions bring: themselves, interactions and counts.
    pub fn paid_positions(&self, paid: ConditionSet) -> impl Iterator<Item = usize> + '_ {
        let (conditions, interactions) = (self.conditions.len(), self.interactions.len());
        let met = self.interactions.iter().enumerate();
        let met = met.filter(move |(_, term)| term.groups.iter().all(|group| paid.has_any(*group)));
        let counted = self.counts.iter().enumerate().filter(move |(_, term)| term.rule.is_met(paid.count()));
        let joint =
            met.map(move |(i, _)| conditions + i).chain(counted.map(move |(i, _)| conditions + interactions + i));
        paid.positions().filter(move |i| *i < conditions).chain(joint)
    }

    /// The conditions that are counted at all for a person of the age and sex.
    pub fn admitted(&self, sex: Sex, age: Age) -> ConditionSet {
        let admitted = self.conditions.iter().enumerate().filter(|(_, condition)| condition.limits.admit(sex, age));
        ConditionSet::of(admitted.map(|(position, _)| position))
    }

    fn after_rules(&self, sex: Sex, age: Age, conditions: ConditionSet, tell: Tell<'_>) -> ConditionSet {
        let known = conditions.both(ConditionSet::first(self.conditions.len()));
        let set = drop(known, known.without(self.admitted(sex, age)), Reason::Limits, tell);
        self.after_limits(set, tell)
    }

    fn after_limits(&self, set: ConditionSet, tell: Tell<'_>) -> ConditionSet {
        let set = self.combined(set, tell);
        let set = self.with_preconditions(set, tell);
        self.after_hierarchy(set, tell)
    }

    /// In order, each rule against what the rules before it have left.
    fn combined(&self, set: ConditionSet, tell: Tell<'_>) -> ConditionSet {
        self.combine.iter().fold(set, |set, rule| {
            let fires = rule.all != ConditionSet::EMPTY && set.has_all(rule.all);
            if !fires || rule.becomes >= self.conditions.len() {
                return set;
            }
            let gone = rule.all.without(ConditionSet::of([rule.becomes]));
            drop(set, gone, Reason::Combined(rule.becomes), tell).with(rule.becomes)
        })
    }

    fn with_preconditions(&self, set: ConditionSet, tell: Tell<'_>) -> ConditionSet {
        let lonely = self.preconditions.iter().filter(|rule| set.has(rule.condition) && !set.has_any(rule.unless_any));
        drop(set, ConditionSet::of(lonely.map(|rule| rule.condition)), Reason::Precondition, tell)
    }

    /// One pass: every parent of the original set drops its children, also a parent that is itself dropped.
    fn after_hierarchy(&self, original: ConditionSet, tell: Tell<'_>) -> ConditionSet {
        let parents = self.hierarchy.iter().filter(|rule| original.has(rule.parent));
        parents.fold(original, |set, rule| drop(set, rule.drops, Reason::Hierarchy(rule.parent), tell))
    }

    /// The reason with ids; the condition's own stands in where a rule names none of this case mix.
    fn because(&self, reason: Reason, condition: &Id) -> DroppedBy {
        let id = |position: usize| self.conditions.get(position).map_or(condition, |c| &c.id).clone();
        match reason {
            Reason::Limits => DroppedBy::Limits,
            Reason::Combined(into) => DroppedBy::Combined(id(into)),
            Reason::Precondition => DroppedBy::Precondition,
            Reason::Hierarchy(parent) => DroppedBy::Hierarchy(id(parent)),
        }
    }
}

fn drop(set: ConditionSet, gone: ConditionSet, reason: Reason, tell: Tell<'_>) -> ConditionSet {
    tell(set.both(gone), reason);
    set.without(gone)
}
