//! From the conditions a person has to those that are paid for. Each row: what the person has, and what is told of it.
use super::make::{bands, case_mix, condition, d, name, reference, sourced};
use model::{
    age::Age,
    case_mix::{CaseMix, Combine, ConditionSet, CountRule, CountTerm, DroppedBy, Hierarchy, Interaction, Precondition},
    condition::Limits,
    id::Id,
    measure::Weight,
    sex::Sex,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const LETTERS: &str = "abcdefgh";

/// The conditions named by letters: `"ac"` is the first and the third.
fn set(letters: &str) -> ConditionSet {
    ConditionSet::of(letters.chars().map(at))
}

fn at(letter: char) -> usize {
    LETTERS.find(letter).unwrap()
}

/// Conditions a to h and no rules.
pub fn plain() -> CaseMix {
    let bands = bands(&[0]);
    let conditions = LETTERS.chars().map(|c| condition(&c.to_string(), d("1"))).collect();
    case_mix(conditions, reference(&bands, &[1, 1], &[]))
}

fn told_of(mix: &CaseMix, sex: Sex, age: Age, has: &str) -> String {
    let flags = mix.flags(sex, age, set(has));
    let paid: Vec<_> = flags.factors.iter().map(Id::as_str).collect();
    let dropped = flags.dropped.iter().map(|dropped| {
        let why = match &dropped.by {
            DroppedBy::Limits => "limits".to_owned(),
            DroppedBy::Combined(into) => format!("into {into}"),
            DroppedBy::Precondition => "alone".to_owned(),
            DroppedBy::Hierarchy(parent) => format!("under {parent}"),
        };
        format!("; {} {why}", dropped.condition)
    });
    paid.join(" ") + &dropped.collect::<String>()
}

/// Every row of the table: has, told.
pub fn check(mix: &CaseMix, rows: &[(&str, &str)]) {
    for (has, told) in rows {
        assert_eq!(told_of(mix, Sex::Man, 60, has), *told, "a man of 60 who has {has}");
    }
}

fn parent(parent: char, drops: &str) -> Hierarchy {
    Hierarchy { parent: at(parent), drops: set(drops) }
}

pub fn combine(all: &str, becomes: char) -> Combine {
    Combine { all: set(all), becomes: at(becomes) }
}

fn count(id: &str, rule: CountRule) -> CountTerm {
    CountTerm { id: Id::new(id), name: name(id), rule, weight: sourced::<Weight>(d("1")) }
}

fn interaction(id: &str, groups: &[&str]) -> Interaction {
    let groups = groups.iter().map(|letters| set(letters)).collect();
    Interaction { id: Id::new(id), name: name(id), groups, weight: sourced::<Weight>(d("1")) }
}

#[test]
fn without_rules_everything_is_paid_for_in_the_order_of_the_model() {
    check(&plain(), &[("", ""), ("a", "a"), ("ca", "a c"), ("abcdefgh", "a b c d e f g h")]);
}

#[test]
fn limits_of_age_and_sex() {
    let mut mix = plain();
    mix.conditions[0].limits = Limits { from_age: Some(18), to_age: Some(64), sex: Some(Sex::Woman) };
    let told = |sex, age| told_of(&mix, sex, age, "ab");
    assert_eq!(told(Sex::Woman, 17), "b; a limits");
    assert_eq!(told(Sex::Woman, 18), "a b");
    assert_eq!(told(Sex::Woman, 64), "a b");
    assert_eq!(told(Sex::Woman, 65), "b; a limits");
    assert_eq!(told(Sex::Man, 40), "b; a limits");
}

#[test]
fn several_together_become_another() {
    let mix = CaseMix { combine: vec![combine("ab", 'c')], ..plain() };
    check(&mix, &[("a", "a"), ("ac", "a c"), ("ab", "c; a into c; b into c"), ("abc", "c; a into c; b into c")]);
    let one_of_them = CaseMix { combine: vec![combine("ab", 'a')], ..plain() };
    check(&one_of_them, &[("ab", "a; b into a")]);
}

#[test]
fn of_no_condition_nothing_becomes() {
    let mix = CaseMix { combine: vec![combine("", 'c')], ..plain() };
    check(&mix, &[("", ""), ("a", "a")]);
}

#[test]
fn a_condition_that_counts_only_beside_others() {
    let mix = CaseMix { preconditions: vec![Precondition { condition: at('a'), unless_any: set("bc") }], ..plain() };
    check(&mix, &[("a", "; a alone"), ("ab", "a b"), ("ac", "a c"), ("ad", "d; a alone"), ("b", "b")]);
}

#[test]
fn preconditions_all_look_at_the_same_set() {
    let needs = |condition, other: &str| Precondition { condition: at(condition), unless_any: set(other) };
    let mix = CaseMix { preconditions: vec![needs('b', "c"), needs('a', "b")], ..plain() };
    check(&mix, &[("ab", "a; b alone"), ("abc", "a b c")]);
}

#[test]
fn a_condition_that_includes_others() {
    let mix = CaseMix { hierarchy: vec![parent('a', "bc")], ..plain() };
    check(&mix, &[("a", "a"), ("bc", "b c"), ("ab", "a; b under a"), ("abcd", "a d; b under a; c under a")]);
}

#[test]
fn the_hierarchy_is_one_pass_so_that_a_dropped_parent_still_drops() {
    let mix = CaseMix { hierarchy: vec![parent('a', "b"), parent('b', "c")], ..plain() };
    check(&mix, &[("abc", "a; b under a; c under b"), ("ac", "a c"), ("bc", "b; c under b")]);
    let other_order = CaseMix { hierarchy: vec![parent('b', "c"), parent('a', "b")], ..plain() };
    check(&other_order, &[("abc", "a; c under b; b under a")]);
}

#[test]
fn a_child_of_two_parents_is_told_of_once() {
    let mix = CaseMix { hierarchy: vec![parent('a', "c"), parent('b', "c")], ..plain() };
    check(&mix, &[("abc", "a b; c under a")]);
}

#[test]
fn an_interaction_needs_one_of_every_group() {
    let mix = CaseMix { interactions: vec![interaction("i", &["ab", "cd"])], ..plain() };
    check(&mix, &[("ab", "a b"), ("ac", "a c i"), ("bd", "b d i"), ("abcd", "a b c d i"), ("d", "d")]);
}

#[test]
fn counts_of_conditions() {
    let counts = vec![count("two", CountRule::Exactly(2)), count("two+", CountRule::AtLeast(2))];
    let mix = CaseMix { counts, ..plain() };
    check(&mix, &[("", ""), ("a", "a"), ("ab", "a b two two+"), ("abc", "a b c two+")]);
}

#[test]
fn limits_come_before_combine() {
    let mut mix = CaseMix { combine: vec![combine("ab", 'c')], ..plain() };
    mix.conditions[0].limits.sex = Some(Sex::Woman);
    check(&mix, &[("ab", "b; a limits")]);
}

#[test]
fn combine_comes_before_preconditions() {
    let preconditions = vec![Precondition { condition: at('d'), unless_any: set("c") }];
    let mix = CaseMix { combine: vec![combine("ab", 'c')], preconditions, ..plain() };
    check(&mix, &[("abd", "c d; a into c; b into c"), ("ad", "a; d alone")]);
}

#[test]
fn preconditions_come_before_the_hierarchy() {
    let preconditions = vec![Precondition { condition: at('a'), unless_any: set("c") }];
    let mix = CaseMix { preconditions, hierarchy: vec![parent('a', "b")], ..plain() };
    check(&mix, &[("ab", "b; a alone"), ("abc", "a c; b under a")]);
}

#[test]
fn interactions_and_counts_come_after_the_hierarchy() {
    let mix = CaseMix {
        hierarchy: vec![parent('a', "b")],
        interactions: vec![interaction("i", &["b", "c"])],
        counts: vec![count("three", CountRule::AtLeast(3))],
        ..plain()
    };
    check(&mix, &[("bc", "b c i"), ("abc", "a c; b under a"), ("abcd", "a c d three; b under a")]);
}

#[test]
fn sets_hold_256_conditions() {
    let all = ConditionSet::of(0..ConditionSet::CAPACITY);
    assert_eq!((all.count(), all.positions().last()), (256, Some(255)));
    assert_eq!(all.with(256), all, "a position beyond is left out");
    assert!(!all.has(256));
    for n in [0, 1, 5, 63, 64, 65, 255, 256] {
        assert_eq!(ConditionSet::first(n), ConditionSet::of(0..n));
    }
    assert_eq!(ConditionSet::first(257), all);
}

proptest! {
    #[test]
    fn a_set_does_what_a_set_of_numbers_does(one: BTreeSet<u8>, other: BTreeSet<u8>, from in 0..300usize) {
        let set = |numbers: &BTreeSet<u8>| ConditionSet::of(numbers.iter().map(|n| usize::from(*n)));
        let (a, b) = (set(&one), set(&other));
        prop_assert!(a.positions().eq(one.iter().map(|n| usize::from(*n))));
        prop_assert_eq!(usize::try_from(a.count()).unwrap(), one.len());
        prop_assert_eq!(a.or(b), set(&(&one | &other)));
        prop_assert_eq!(a.both(b), set(&(&one & &other)));
        prop_assert_eq!(a.without(b), set(&(&one - &other)));
        prop_assert_eq!(a.has_any(b), !one.is_disjoint(&other));
        prop_assert_eq!(a.has_all(b), one.is_superset(&other));
        let part = a.positions().filter(|position| (from..from + 64).contains(position));
        prop_assert_eq!(ConditionSet::of_bits(a.bits(from), from), ConditionSet::of(part));
    }
}
