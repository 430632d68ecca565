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

impl CaseMix {
    /// Limits, combine, precondition, hierarchy, then interactions and counts: in that order. Positions without a
    /// condition in this case mix are left out before that.
    pub fn flags(&self, sex: Sex, age: Age, conditions: ConditionSet) -> Flags {
        let mut dropped = Vec::new();
        let known = ConditionSet::of(conditions.positions().filter(|i| *i < self.conditions.len()));
        let set = self.within_limits(sex, age, known, &mut dropped);
        let set = self.combined(set, &mut dropped);
        let set = self.with_preconditions(set, &mut dropped);
        let paid = self.after_hierarchy(set, &mut dropped);
        Flags { paid, factors: self.paid_factors(paid), dropped }
    }

    fn within_limits(&self, sex: Sex, age: Age, set: ConditionSet, dropped: &mut Vec<Dropped>) -> ConditionSet {
        let outside = self.conditions.iter().enumerate().filter(|(i, c)| set.has(*i) && !c.limits.admit(sex, age));
        let outside = ConditionSet::of(outside.map(|(i, _)| i));
        self.drop(set, outside, &DroppedBy::Limits, dropped)
    }

    /// In order, each rule against what the rules before it have left.
    fn combined(&self, set: ConditionSet, dropped: &mut Vec<Dropped>) -> ConditionSet {
        self.combine.iter().fold(set, |set, rule| {
            let fires = rule.all != ConditionSet::EMPTY && set.has_all(rule.all);
            let Some(becomes) = self.conditions.get(rule.becomes).filter(|_| fires) else { return set };
            let gone = rule.all.without(ConditionSet::of([rule.becomes]));
            let by = DroppedBy::Combined(becomes.id.clone());
            self.drop(set, gone, &by, dropped).with(rule.becomes)
        })
    }

    fn with_preconditions(&self, set: ConditionSet, dropped: &mut Vec<Dropped>) -> ConditionSet {
        let lonely = self.preconditions.iter().filter(|rule| set.has(rule.condition) && !set.has_any(rule.unless_any));
        let lonely = ConditionSet::of(lonely.map(|rule| rule.condition));
        self.drop(set, lonely, &DroppedBy::Precondition, dropped)
    }

    /// One pass: every parent of the original set drops its children, also a parent that is itself dropped.
    fn after_hierarchy(&self, original: ConditionSet, dropped: &mut Vec<Dropped>) -> ConditionSet {
        self.hierarchy.iter().filter(|rule| original.has(rule.parent)).fold(original, |set, rule| {
            let Some(parent) = self.conditions.get(rule.parent) else { return set };
            self.drop(set, rule.drops, &DroppedBy::Hierarchy(parent.id.clone()), dropped)
        })
    }

    fn drop(&self, set: ConditionSet, gone: ConditionSet, by: &DroppedBy, list: &mut Vec<Dropped>) -> ConditionSet {
        let present = self.conditions.iter().enumerate().filter(|(i, _)| set.has(*i) && gone.has(*i));
        list.extend(present.map(|(_, c)| Dropped { condition: c.id.clone(), by: by.clone() }));
        set.without(gone)
    }

    fn paid_factors(&self, paid: ConditionSet) -> Vec<Id> {
        let conditions = paid.positions().filter_map(|i| self.conditions.get(i)).map(|c| &c.id);
        let met = self.interactions.iter().filter(|i| i.groups.iter().all(|group| paid.has_any(*group)));
        let counted = self.counts.iter().filter(|c| c.rule.is_met(paid.count()));
        conditions.chain(met.map(|i| &i.id)).chain(counted.map(|c| &c.id)).cloned().collect()
    }
}
