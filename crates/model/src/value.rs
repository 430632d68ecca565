//! The one table of what can be edited: every value has a key with a stable name, and a number's unit, bounds and
//! decimals or the list of words that it is one of. Field, paste, goal seek, scenario file, link, request and command
//! all speak of keys. Knows no scenario.
mod cell_name;

use crate::{
    approximation::{Ages, Health},
    bounds::{self, Bounds},
    case_mix::Normalisation,
    cell::Cell,
    count::Count,
    id::Id,
    measure::Measure,
    net::ShareReading,
    person_cards::{PersonItem, PersonName, PersonSlot},
    sex::Sex,
    staffing::{
        item::{DoctorKind, Item},
        staff::Population,
    },
};
use cell_name::{cell_name, read_cell, read_person};
use rust_decimal::Decimal;
use std::fmt;

/// One value that can be edited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The model's amount for an age and sex.
    Rate(Cell),
    /// The weight of a factor.
    Weight(Id),
    /// The share of the drug cost that the practice carries.
    CostShare,
    /// The budget rule.
    Normalisation,
    /// Listed persons of an age and sex.
    Listed(Cell),
    /// Persons with a factor.
    Affected(Id),
    /// Drug cost a month.
    DrugCost,
    /// Where the cost share is drawn.
    Reading,
    /// Whether the persons of the practice are made up.
    MadeUp,
    /// How many are listed, where only that is known of the list.
    RoughListed,
    /// How old they are, where the list is not known.
    RoughAges,
    /// How ill they are, where the conditions are not known.
    RoughHealth,
    /// A number or a choice of Fast läkarkontakt, the guideline's two among them.
    Staff(Item),
    /// A value of one of the persons that are set side by side.
    Person(PersonSlot, PersonItem),
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the unit of its key.
    Number(Decimal),
    /// A budget rule.
    Normalisation(Normalisation),
    /// Where the cost share is drawn.
    Reading(ShareReading),
    /// Whom the doctors are set against.
    Population(Population),
    /// Whether it is so.
    Yes(bool),
    /// A sex.
    Sex(Sex),
    /// What a person is called.
    Name(PersonName),
    /// How old the listed are.
    Ages(Ages),
    /// How ill the listed are.
    Health(Health),
}

/// What a key's value can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number.
    Number(Bounds),
    /// One of these words.
    Word(&'static [(&'static str, Value)]),
    /// What a person is called.
    Name,
}

/// What a value belongs to, and is reset or emptied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The start model and the guideline: every value has one of its source.
    Model,
    /// The own practice, as entered.
    Practice,
    /// Fast läkarkontakt, as entered.
    Staffing,
    /// The persons that are set side by side: the source's, as changed, and those added.
    Persons,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 4] = [Self::Model, Self::Practice, Self::Staffing, Self::Persons];
}

const NORMALISATIONS: &[(&str, Value)] = &[
    ("none", Value::Normalisation(Normalisation::None)),
    ("scalarToBudget", Value::Normalisation(Normalisation::ScalarToBudget)),
    ("perCellNeutral", Value::Normalisation(Normalisation::PerCellNeutral)),
];
const READINGS: &[(&str, Value)] =
    &[("inTable", Value::Reading(ShareReading::InTable)), ("atNet", Value::Reading(ShareReading::AtNet))];
const POPULATIONS: &[(&str, Value)] =
    &[("listed", Value::Population(Population::Listed)), ("inhabitants", Value::Population(Population::Inhabitants))];

const YES: &[(&str, Value)] = &[("no", Value::Yes(false)), ("yes", Value::Yes(true))];
const SEXES: &[(&str, Value)] = &[("woman", Value::Sex(Sex::Woman)), ("man", Value::Sex(Sex::Man))];
const AGES: &[(&str, Value)] = &[
    ("younger", Value::Ages(Ages::Younger)),
    ("typical", Value::Ages(Ages::Typical)),
    ("older", Value::Ages(Ages::Older)),
];
const HEALTH: &[(&str, Value)] = &[
    ("healthier", Value::Health(Health::Healthier)),
    ("typical", Value::Health(Health::Typical)),
    ("sicker", Value::Health(Health::Sicker)),
];

impl Key {
    /// Persons that one heltid of a specialist covers by the guideline.
    pub const GUIDELINE_SPECIALIST: Self = Self::Staff(Item::Cover(DoctorKind::Specialist));
    /// Persons that one heltid of an ST doctor covers by the guideline.
    pub const GUIDELINE_ST: Self = Self::Staff(Item::Cover(DoctorKind::StAny));
    /// Heltid of specialists.
    pub const SPECIALISTS: Self = Self::Staff(Item::Fte(DoctorKind::Specialist));
    /// Heltid of ST doctors whose year is not told.
    pub const ST_DOCTORS: Self = Self::Staff(Item::Fte(DoctorKind::StAny));
    /// Persons whom the doctors are set against.
    pub const STAFFING_LISTED: Self = Self::Staff(Item::Persons);
    /// Whom the doctors are set against.
    pub const POPULATION: Self = Self::Staff(Item::Population);

    /// What the value belongs to.
    pub fn section(&self) -> Section {
        match self {
            Self::Rate(_) | Self::Weight(_) | Self::CostShare | Self::Normalisation => Section::Model,
            Self::Staff(Item::Cover(kind)) if kind.is_of_guideline() => Section::Model,
            Self::Staff(_) => Section::Staffing,
            Self::Listed(_) | Self::Affected(_) | Self::DrugCost | Self::Reading | Self::MadeUp => Section::Practice,
            Self::Person(..) => Section::Persons,
            Self::RoughListed | Self::RoughAges | Self::RoughHealth => Section::Practice,
        }
    }

    /// What the value can be. A weight is below zero only where its model leaves signs free
    /// ([`Scenario::bounds`](crate::scenario::Scenario::bounds)).
    pub fn shape(&self) -> Shape {
        Shape::Number(match self {
            Self::Rate(_) => bounds::RATE,
            Self::Weight(_) => bounds::WEIGHT,
            Self::CostShare => bounds::COST_SHARE,
            Self::Listed(_) | Self::Affected(_) | Self::RoughListed => bounds::PERSONS,
            Self::DrugCost => bounds::DRUG_COST,
            Self::Normalisation => return Shape::Word(NORMALISATIONS),
            Self::Reading => return Shape::Word(READINGS),
            Self::MadeUp | Self::Person(_, PersonItem::Removed | PersonItem::Condition(_)) => return Shape::Word(YES),
            Self::RoughAges => return Shape::Word(AGES),
            Self::RoughHealth => return Shape::Word(HEALTH),
            Self::Person(_, PersonItem::Sex) => return Shape::Word(SEXES),
            Self::Person(_, PersonItem::Name) => return Shape::Name,
            Self::Person(_, PersonItem::Age) => bounds::AGE,
            Self::Staff(Item::Population) => return Shape::Word(POPULATIONS),
            Self::Staff(item) => item.bounds(),
        })
    }

    /// The words that it is one of; none for a number.
    pub fn words(&self) -> &'static [(&'static str, Value)] {
        match self.shape() {
            Shape::Word(words) => words,
            Shape::Number(_) | Shape::Name => &[],
        }
    }

    /// The word that stands until another is chosen; `None` for a number.
    pub fn standing(&self) -> Option<Value> {
        match self {
            Self::Reading => Some(ShareReading::default().into()),
            Self::MadeUp | Self::Person(_, PersonItem::Removed | PersonItem::Condition(_)) => Some(Value::Yes(false)),
            Self::RoughAges => Some(Ages::default().into()),
            Self::RoughHealth => Some(Health::default().into()),
            Self::Staff(Item::Population) => Some(Population::default().into()),
            _ => None,
        }
    }

    /// The bounds of a number; `None` for a word.
    pub fn bounds(&self) -> Option<Bounds> {
        match self.shape() {
            Shape::Number(bounds) => Some(bounds),
            Shape::Word(_) | Shape::Name => None,
        }
    }

    /// Whether the value can be this.
    pub fn takes(&self, value: Value) -> bool {
        match (self.shape(), value) {
            (Shape::Number(bounds), Value::Number(number)) => {
                let half_years = || *self != Self::Staff(Item::StLength) || (number * Decimal::TWO).is_integer();
                let finer = || self.may_be_finer() || number.normalize().scale() <= bounds.decimals;
                bounds.contain(number) && finer() && half_years()
            }
            (Shape::Word(words), value) => words.iter().any(|(_, word)| *word == value),
            (Shape::Name, Value::Name(_)) => true,
            (Shape::Number(_) | Shape::Name, _) => false,
        }
    }

    /// Whether a file or a request may have more decimals than a field: amounts, weights, shares, and the doctors
    /// and the cover of the guideline.
    fn may_be_finer(&self) -> bool {
        match self {
            Self::Staff(Item::Fte(kind) | Item::Cover(kind)) => kind.is_of_guideline(),
            Self::Staff(_) | Self::Listed(_) | Self::Affected(_) | Self::RoughListed | Self::Person(..) => false,
            _ => true,
        }
    }

    /// The key of the name that [`Display`](fmt::Display) writes; `None` for a name that means none.
    pub fn read(name: &str) -> Option<Self> {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        let id = || (!rest.is_empty()).then(|| Id::new(rest));
        match (first, rest) {
            ("rate", _) => read_cell(rest).map(Self::Rate),
            ("listed", _) => read_cell(rest).map(Self::Listed),
            ("weight", _) => id().map(Self::Weight),
            ("affected", _) => id().map(Self::Affected),
            ("costShare", "") => Some(Self::CostShare),
            ("normalisation", "") => Some(Self::Normalisation),
            ("drugCost", "") => Some(Self::DrugCost),
            ("reading", "") => Some(Self::Reading),
            ("madeUp", "") => Some(Self::MadeUp),
            ("person", _) => read_person(rest),
            ("rough", "listed") => Some(Self::RoughListed),
            ("rough", "ages") => Some(Self::RoughAges),
            ("rough", "health") => Some(Self::RoughHealth),
            _ => Item::read(name).map(Self::Staff),
        }
    }
}

/// The stable name, such as `rate.woman.0-4`, `weight.kol`, `costShare`, `cover.specialist`, `planned.retiring.2031` or
/// `person.3.age`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rate(cell) => write!(f, "rate.{}", cell_name(*cell)),
            Self::Listed(cell) => write!(f, "listed.{}", cell_name(*cell)),
            Self::Weight(id) => write!(f, "weight.{id}"),
            Self::Affected(id) => write!(f, "affected.{id}"),
            Self::CostShare => f.write_str("costShare"),
            Self::Normalisation => f.write_str("normalisation"),
            Self::DrugCost => f.write_str("drugCost"),
            Self::Reading => f.write_str("reading"),
            Self::MadeUp => f.write_str("madeUp"),
            Self::RoughListed => f.write_str("rough.listed"),
            Self::RoughAges => f.write_str("rough.ages"),
            Self::RoughHealth => f.write_str("rough.health"),
            Self::Staff(item) => f.write_str(&item.key()),
            Self::Person(slot, item) => write!(f, "person.{slot}.{item}"),
        }
    }
}

impl Value {
    /// The number; `None` for a word.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value of a text as [`Display`](fmt::Display) writes it; `None` where the key's value cannot be called so. The
    /// bounds are not looked at.
    pub fn read(key: &Key, text: &str) -> Option<Self> {
        match key.shape() {
            Shape::Number(_) => read_decimal(text).map(Self::Number),
            Shape::Word(words) => words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value),
            Shape::Name => PersonName::read(text).filter(|name| name.as_str() == text).map(Self::Name),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word =
            |words: &[(&'static str, Self)]| words.iter().find(|(_, value)| value == self).map(|(word, _)| *word);
        match self {
            Self::Number(number) => write!(f, "{}", number.normalize()),
            Self::Name(name) => name.fmt(f),
            _ => [NORMALISATIONS, READINGS, POPULATIONS, YES, SEXES, AGES, HEALTH]
                .into_iter()
                .find_map(word)
                .map_or(Err(fmt::Error), |w| f.write_str(w)),
        }
    }
}

impl<T: Measure> From<T> for Value {
    fn from(measure: T) -> Self {
        Self::Number(measure.decimal())
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Count> for Value {
    fn from(persons: Count) -> Self {
        Self::Number(persons.get().into())
    }
}

impl From<Normalisation> for Value {
    fn from(rule: Normalisation) -> Self {
        Self::Normalisation(rule)
    }
}

impl From<Ages> for Value {
    fn from(ages: Ages) -> Self {
        Self::Ages(ages)
    }
}

impl From<Health> for Value {
    fn from(health: Health) -> Self {
        Self::Health(health)
    }
}

impl From<ShareReading> for Value {
    fn from(reading: ShareReading) -> Self {
        Self::Reading(reading)
    }
}

impl From<Population> for Value {
    fn from(population: Population) -> Self {
        Self::Population(population)
    }
}

impl From<Sex> for Value {
    fn from(sex: Sex) -> Self {
        Self::Sex(sex)
    }
}

/// A number with a point, no sign but a minus, no needless zeros before it; more digits than a decimal holds are refused.
pub fn read_decimal(text: &str) -> Option<Decimal> {
    let whole = text.strip_prefix('-').unwrap_or(text).split('.').next();
    plain_decimal(text).filter(|_| whole.is_some_and(|whole| whole == "0" || !whole.starts_with('0')))
}

/// The same with any zeros before it.
pub fn plain_decimal(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole) && digits(fraction) { Decimal::from_str_exact(text).ok() } else { None }
}

#[cfg(test)]
mod tests;
