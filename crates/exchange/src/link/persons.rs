//! The persons of a link: of each that is not the source's as it stands, the place with a sex, an age and the conditions
//! of the start model. What the user calls them is no part of it.
use crate::packed::{Packed, Unpacked};
use model::{
    case_mix::ConditionSet,
    person_cards::{PersonItem, PersonSlot},
    scenario::Scenario,
    sex::Sex,
    value::{Key, Value},
};

type Values = Vec<(Key, Option<Value>)>;

/// Which places, and which of them are taken away, as bits; then each person of the others. Nothing at all where all are
/// the source's as they stand, unless something follows: then no places.
pub(super) fn push(to: &mut Packed, scenario: &Scenario, is_followed: bool) {
    let said: Vec<PersonSlot> = PersonSlot::all().filter(|slot| is_said(scenario, *slot)).collect();
    if said.is_empty() {
        if is_followed {
            to.whole(0);
        }
        return;
    }
    to.whole(said.iter().map(|slot| bit(*slot)).sum());
    to.whole(said.iter().filter(|slot| scenario.person(**slot).is_none()).map(|slot| bit(*slot)).sum());
    for person in said.into_iter().filter_map(|slot| scenario.person(slot)) {
        // no age is over 120, so that the sex has room beside it
        to.0.push(person.age << 1 | u8::from(person.sex == Sex::Man));
        let mix = scenario.start.case_mix();
        let has = mix.map_or(ConditionSet::EMPTY, |mix| scenario.conditions_of(person.slot, mix));
        let bits = |byte: usize| (0..8).filter(move |bit| has.has(8 * byte + bit)).map(|bit| 1 << bit).sum::<u8>();
        to.0.extend((0..set_length(scenario)).map(bits));
    }
}

fn bit(slot: PersonSlot) -> u64 {
    1 << (slot.number() - 1)
}

/// Whether the link has anything of the place.
fn is_said(scenario: &Scenario, slot: PersonSlot) -> bool {
    let of = scenario.values().filter_map(|(key, _)| match key {
        Key::Person(at, item) if *at == slot => Some(item),
        _ => None,
    });
    let is_of_model = |item: &PersonItem| match item {
        PersonItem::Name => false,
        PersonItem::Condition(id) => scenario.start.case_mix().is_some_and(|mix| mix.position(id).is_some()),
        PersonItem::Removed | PersonItem::Sex | PersonItem::Age => true,
    };
    let differs = of.into_iter().any(is_of_model);
    let is_there = scenario.person(slot).is_some() || scenario.source_person(slot).is_some();
    differs && is_there
}

fn set_length(scenario: &Scenario) -> usize {
    scenario.start.case_mix().map_or(0, |mix| mix.conditions.len().div_ceil(8))
}

/// The values of the persons, as [`push`] wrote them.
pub(super) fn take(from: &mut Unpacked<'_>, empty: &Scenario) -> Option<Values> {
    if from.0.is_empty() {
        return Some(Vec::new());
    }
    let said = from.whole()?;
    if said == 0 {
        // no places are written only where something follows
        return (!from.0.is_empty()).then(Vec::new);
    }
    let (removed, mut values) = (from.whole()?, Vec::new());
    let places: u64 = PersonSlot::all().map(bit).sum();
    if said & !places != 0 || removed & !said != 0 {
        return None;
    }
    for slot in PersonSlot::all().filter(|slot| said & bit(*slot) != 0) {
        if removed & bit(slot) == 0 {
            take_person(from, empty, slot, &mut values)?;
        } else {
            empty.source_person(slot)?;
            values.push((Key::Person(slot, PersonItem::Removed), Some(Value::Yes(true))));
        }
    }
    Some(values)
}

fn take_person(from: &mut Unpacked<'_>, empty: &Scenario, slot: PersonSlot, values: &mut Values) -> Option<()> {
    let first = *from.bytes(1)?.first()?;
    let sex = if first & 1 == 1 { Sex::Man } else { Sex::Woman };
    values.push((Key::sex(slot), Some(sex.into())));
    values.push((Key::age(slot), Some(Value::Number((first >> 1).into()))));
    let bytes = from.bytes(set_length(empty))?;
    let conditions = empty.start.case_mix().map_or(&[][..], |mix| &mix.conditions);
    let has = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
    if (conditions.len()..8 * bytes.len()).any(has) {
        return None;
    }
    let held = conditions.iter().enumerate();
    values.extend(held.map(|(at, condition)| (Key::condition(slot, &condition.id), Some(Value::Yes(has(at))))));
    Some(())
}
