//! The persons that are set side by side: the source's stand until they are changed, one edit adds or takes away a
//! person, and what is equal to the source's is no value.
use super::make::{bands, case_mix, citation, condition, d, guideline, model, name, reference, table};
use model::{
    case_mix::{CaseMix, ConditionSet},
    edit::Edit,
    history::History,
    id::Id,
    person_cards::{NewPerson, PersonItem, PersonName, PersonSlot},
    proxy::{Comparison, Dispensing, DrugMeasure, Proxy, Trigger},
    rows::Persona,
    scenario::Scenario,
    sex::Sex,
    value::{Key, Section, Value},
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::rc::Rc;

fn atc(code: &str) -> model::atc::AtcCode {
    model::atc::AtcCode::parse(code).unwrap()
}

fn shown_by(code: &str, id: &str) -> model::condition::Condition {
    let trigger = Trigger {
        measure: DrugMeasure::Dispensings,
        comparison: Comparison::AtLeast,
        threshold: d("1"),
        window_months: 12,
    };
    let proxies = vec![Proxy { include: vec![atc(code)], exclude: Vec::new(), trigger }];
    model::condition::Condition { proxies, ..condition(id, d("10")) }
}

fn mix() -> CaseMix {
    let bands = bands(&[0, 65]);
    let reference = reference(&bands, &[100, 100, 100, 100], &[("a", &[1, 1, 1, 1]), ("b", &[1, 1, 1, 1])]);
    case_mix(vec![shown_by("A10", "a"), shown_by("R03", "b")], reference)
}

fn persona(id: &str, codes: &[&str]) -> Persona {
    let drug = |code: &&str| Dispensing { atc: atc(code), months_ago: 1, packages: 1, ddd: d("30") };
    Persona {
        id: Id::new(id),
        name: name(id),
        about: name(id),
        sex: Sex::Man,
        age: 60,
        dispensed: codes.iter().map(drug).collect(),
        remark: None,
        citation: citation(),
    }
}

/// Two persons of the source: a healthy one, and one whose drugs show the first condition.
fn start() -> Scenario {
    let table = table(&bands(&[0, 65]), &["20", "50", "22", "60"].map(d));
    let start = Rc::new(model(&bands(&[0, 65]), Some(table), Some(mix())));
    let persons: Rc<[Persona]> = [persona("well", &[]), persona("ill", &["A10BA02"])].into();
    Scenario::new(start, guideline()).with_persons(&persons)
}

fn slot(number: u8) -> PersonSlot {
    PersonSlot::new(number).unwrap()
}

fn places(scenario: &Scenario) -> Vec<u8> {
    scenario.persons().map(|person| person.slot.number()).collect()
}

fn woman(age: u8, conditions: &[&str]) -> NewPerson {
    NewPerson { sex: Sex::Woman, age, conditions: conditions.iter().map(|id| Id::new(id)).collect() }
}

#[test]
fn the_sources_persons_stand_until_they_are_changed() {
    let start = start();
    assert_eq!(places(&start), [1, 2]);
    assert!(start.persons().all(|person| person.is_as_source && person.name.is_none()));
    assert_eq!(start.conditions_of(slot(1), &mix()), ConditionSet::EMPTY);
    assert_eq!(start.conditions_of(slot(2), &mix()), ConditionSet::of([0]));
    let without = Edit::set(Key::condition(slot(2), &Id::new("a")), Value::Yes(false));
    let changed = start.apply(&without).apply(&Edit::set(Key::age(slot(1)), d("61")));
    assert_eq!(changed.conditions_of(slot(2), &mix()), ConditionSet::EMPTY);
    assert_eq!(changed.persons().map(|person| person.is_as_source).collect::<Vec<_>>(), [false, false]);
    let back = changed.apply(&Edit::set(Key::age(slot(1)), d("60")));
    let back = back.apply(&Edit::set(Key::condition(slot(2), &Id::new("a")), Value::Yes(true)));
    assert_eq!(back, start, "a value equal to the source's is no value");
}

#[test]
fn one_edit_adds_a_person_and_one_takes_it_away() {
    let start = start();
    let (place, edit) = start.add_person(&woman(78, &["a", "b"])).unwrap();
    let with = start.apply(&edit);
    let person = with.person(place).unwrap();
    assert_eq!((person.sex, person.age, place.number(), person.source), (Sex::Woman, 78, 3, None));
    assert_eq!(with.conditions_of(place, &mix()), ConditionSet::of([0, 1]));
    assert_eq!(with.apply(&with.remove_person(place)), start);
    let history = History::new(start.clone()).step(with);
    assert_eq!(**history.undo().present(), start, "one step");
    let less = start.apply(&start.remove_person(slot(1)));
    assert_eq!(places(&less), [2]);
    assert_eq!(less.apply(&Edit::Clear(Section::Persons)), start);
}

#[test]
fn there_are_at_most_as_many_as_there_are_places() {
    let mut scenario = start();
    while let Some((_, edit)) = scenario.add_person(&woman(30, &[])) {
        scenario = scenario.apply(&edit);
    }
    assert_eq!(scenario.persons().count(), usize::from(PersonSlot::MOST));
    let gap = scenario.apply(&scenario.remove_person(slot(5)));
    assert_eq!(gap.add_person(&woman(40, &[])).unwrap().0, slot(5), "a place that was left");
}

#[test]
fn a_new_person_stands_last() {
    let add = |scenario: &Scenario| scenario.apply(&scenario.add_person(&woman(30, &[])).unwrap().1);
    let four = add(&add(&start()));
    let gap = four.apply(&four.remove_person(slot(3)));
    assert_eq!(gap.add_person(&woman(40, &[])).unwrap().0, slot(5));
}

#[test]
fn half_a_person_is_nobody_and_is_told() {
    let half = start().apply(&Edit::set(Key::age(slot(4)), d("5")));
    assert_eq!(places(&half), [1, 2]);
    assert_eq!(half.half_persons().collect::<Vec<_>>(), [Key::sex(slot(4))]);
    assert_eq!(start().half_persons().count(), 0);
}

#[test]
fn ages_and_names_have_bounds() {
    let start = start();
    for age in ["-1", "121", "60.5"] {
        assert_eq!(start.apply(&Edit::set(Key::age(slot(1)), d(age))), start, "{age}");
    }
    for name in ["", "   ", "450101-1234", "a\u{7}", "a name that is longer than thirty-two bytes"] {
        assert_eq!(PersonName::read(name), None, "{name:?}");
    }
    assert_eq!(PersonName::read("  Kvinna \t 78 ").unwrap().as_str(), "Kvinna 78");
}

proptest! {
    #[test]
    fn whatever_is_done_the_persons_can_be_told_apart_and_undone(
        acts in vec((1u8..=12, 0u8..130, any::<bool>(), select(vec!["a", "b", "unknown"])), 0..30),
    ) {
        let mut scenario = start();
        for (place, age, has, id) in acts {
            let edit = match age % 4 {
                0 => scenario.remove_person(slot(place)),
                1 => scenario.add_person(&woman(age.min(120), &[id])).map_or(Edit::Set(Vec::new()), |(_, edit)| edit),
                2 => Edit::set(Key::age(slot(1 + place % 2)), rust_decimal::Decimal::from(age)),
                _ => Edit::set(Key::condition(slot(1 + place % 2), &Id::new(id)), Value::Yes(has)),
            };
            scenario = scenario.apply(&edit);
            prop_assert!(scenario.persons().all(|person| person.age <= 120));
            prop_assert_eq!(scenario.half_persons().count(), 0);
            let equal = scenario.values().find(|(key, value)| scenario.published(key) == Some(*value));
            prop_assert_eq!(equal, None, "a value equal to the source's");
        }
        prop_assert!(scenario.differences().is_empty(), "persons are no part of the model");
        prop_assert_eq!(scenario.apply(&Edit::Clear(Section::Persons)), start());
        prop_assert_eq!(scenario.value(&Key::Person(slot(3), PersonItem::Removed)), None);
    }
}
