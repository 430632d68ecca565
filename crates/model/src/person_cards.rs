//! The persons that are set side by side: which values a person has, who they are, and the edits that add and remove
//! one. Knows no amounts, and no words but the names that the user gives.
use crate::{
    age::Age,
    case_mix::{CaseMix, ConditionSet},
    edit::Edit,
    id::Id,
    rows::Persona,
    scenario::Scenario,
    sex::Sex,
    value::{Key, Value},
};
use rust_decimal::prelude::ToPrimitive;
use std::fmt;

/// A person's place among the others, from one on; the first places are the source's persons'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonSlot(u8);

/// One value of a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonItem {
    /// Whether one of the source's persons is taken away.
    Removed,
    /// What the user calls the person.
    Name,
    /// Sex.
    Sex,
    /// Completed years.
    Age,
    /// Whether the person has the condition.
    Condition(Id),
}

/// What the user calls a person: one line of at most [`PersonName::MOST`] bytes, with too few digits to be an identity
/// number. Copied like a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PersonName {
    bytes: [u8; Self::MOST],
    length: u8,
}

/// A person of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonCard<'a> {
    /// The place.
    pub slot: PersonSlot,
    /// The source's person, if it is one, changed or not.
    pub source: Option<&'a Persona>,
    /// Whether it is the source's person as the source has it.
    pub is_as_source: bool,
    /// What the user calls the person.
    pub name: Option<PersonName>,
    /// Sex.
    pub sex: Sex,
    /// Completed years.
    pub age: Age,
}

/// A person to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Sex.
    pub sex: Sex,
    /// Completed years.
    pub age: Age,
    /// Conditions.
    pub conditions: Vec<Id>,
}

impl PersonSlot {
    /// The most persons.
    pub const MOST: u8 = 12;

    /// Every place.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (1..=Self::MOST).map(Self)
    }

    /// The place of the number, from one on.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&number).then_some(Self(number))
    }

    /// The number, from one on.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for PersonSlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PersonItem {
    /// The value that `person.3.` is followed by: `sex`, `age`, `name`, `removed` or `condition.kol`.
    pub(crate) fn read(name: &str) -> Option<Self> {
        Some(match name {
            "removed" => Self::Removed,
            "name" => Self::Name,
            "sex" => Self::Sex,
            "age" => Self::Age,
            _ => Self::Condition(Id::new(name.strip_prefix("condition.").filter(|id| !id.is_empty())?)),
        })
    }
}

impl fmt::Display for PersonItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Removed => f.write_str("removed"),
            Self::Name => f.write_str("name"),
            Self::Sex => f.write_str("sex"),
            Self::Age => f.write_str("age"),
            Self::Condition(id) => write!(f, "condition.{id}"),
        }
    }
}

impl PersonName {
    /// The most bytes.
    pub const MOST: usize = 32;
    /// The most digits.
    const DIGITS: usize = 4;

    /// The name, without needless spaces; `None` for a text that is empty, too long or has too many digits.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let digits = text.chars().filter(|letter| letter.is_numeric()).count();
        if text.is_empty() || digits > Self::DIGITS || text.chars().any(char::is_control) {
            return None;
        }
        let mut bytes = [0; Self::MOST];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let text = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Key {
    /// The person's sex.
    pub fn sex(slot: PersonSlot) -> Self {
        Self::Person(slot, PersonItem::Sex)
    }

    /// The person's age.
    pub fn age(slot: PersonSlot) -> Self {
        Self::Person(slot, PersonItem::Age)
    }

    /// Whether the person has the condition.
    pub fn condition(slot: PersonSlot, id: &Id) -> Self {
        Self::Person(slot, PersonItem::Condition(id.clone()))
    }

    fn is_of(&self, slot: PersonSlot) -> bool {
        matches!(self, Self::Person(of, _) if *of == slot)
    }
}

impl Scenario {
    /// Every person, by place: those with a sex and an age who are not taken away.
    pub fn persons(&self) -> impl DoubleEndedIterator<Item = PersonCard<'_>> {
        PersonSlot::all().filter_map(|slot| self.person(slot))
    }

    /// The person of the place.
    pub fn person(&self, slot: PersonSlot) -> Option<PersonCard<'_>> {
        let of = |item| self.in_force(&Key::Person(slot, item));
        let (Value::Sex(sex), age) = (of(PersonItem::Sex)?, of(PersonItem::Age)?.number()?.to_u8()?) else {
            return None;
        };
        let name = match of(PersonItem::Name) {
            Some(Value::Name(name)) => Some(name),
            _ => None,
        };
        let source = self.source_person(slot);
        let is_as_source = source.is_some() && !self.values().any(|(key, _)| key.is_of(slot));
        let is_there = of(PersonItem::Removed) != Some(Value::Yes(true));
        is_there.then_some(PersonCard { slot, source, is_as_source, name, sex, age })
    }

    /// The conditions of a person, by position in a case mix: those that were chosen, and for one of the source's
    /// persons those that the collected drugs show, unless they were taken away.
    pub fn conditions_of(&self, slot: PersonSlot, mix: &CaseMix) -> ConditionSet {
        let drugs = self.source_person(slot).map_or(&[][..], |persona| &persona.dispensed);
        let has = |id: &Id, shown: bool| match self.value(&Key::condition(slot, id)) {
            Some(value) => value == Value::Yes(true),
            None => shown,
        };
        let shown = mix.shown_by(drugs);
        let held = mix.conditions.iter().enumerate().filter(|(at, condition)| has(&condition.id, shown.has(*at)));
        ConditionSet::of(held.map(|(at, _)| at))
    }

    /// The edit that adds a person after the others, and the place; none when every place is taken.
    pub fn add_person(&self, person: &NewPerson) -> Option<(PersonSlot, Edit)> {
        let is_free = |slot: &PersonSlot| self.source_person(*slot).is_none() && !self.has_values_of(*slot);
        let last = PersonSlot::all().rfind(|slot| !is_free(slot)).map_or(0, PersonSlot::number);
        let slot = PersonSlot::all().filter(is_free).min_by_key(|slot| (slot.number() < last, *slot))?;
        let mut values =
            vec![(Key::sex(slot), Some(person.sex.into())), (Key::age(slot), Some(Value::Number(person.age.into())))];
        values.extend(person.conditions.iter().map(|id| (Key::condition(slot, id), Some(Value::Yes(true)))));
        Some((slot, Edit::Set(values)))
    }

    /// The edit that takes the person away.
    pub fn remove_person(&self, slot: PersonSlot) -> Edit {
        let values = self.values().filter(|(key, _)| key.is_of(slot)).map(|(key, _)| (key.clone(), None));
        let is_source = self.source_person(slot).is_some();
        let removed = is_source.then_some((Key::Person(slot, PersonItem::Removed), Some(Value::Yes(true))));
        Edit::Set(values.chain(removed).collect())
    }

    /// Places of which a sex or an age is told without the other: there is no such person.
    pub fn half_persons(&self) -> impl Iterator<Item = Key> + '_ {
        PersonSlot::all().filter(|slot| self.has_values_of(*slot)).flat_map(|slot| {
            let needed = [Key::sex(slot), Key::age(slot)];
            needed.into_iter().filter(|key| self.in_force(key).is_none())
        })
    }

    fn has_values_of(&self, slot: PersonSlot) -> bool {
        self.values().any(|(key, _)| key.is_of(slot))
    }
}
