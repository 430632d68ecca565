//! "Mitt scenario": a model to start from, and the user's values by key. No floats, so two scenarios can be compared
//! exactly.
use crate::{
    approximation::Rough,
    bounds::Bounds,
    case_mix::{SignRule, WeightUnit},
    cell::{Cell, PerCell},
    citation::Parameter,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney, PersonsPerFte, Rate, Share, Weight},
    net::ShareReading,
    payment_model::PaymentModel,
    person_cards::{PersonItem, PersonSlot},
    practice::Practice,
    quantity::Quantity,
    rows::Persona,
    staffing::{
        Guideline,
        item::Item,
        staff::{PracticeStaff, Staff},
    },
    value::{Key, Section, Value},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

/// What the user has entered about the own practice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeInput {
    /// Listed by cell; a cell that is not here has not been entered.
    pub listed: Entries<Cell, Count>,
    /// Persons by factor; a factor that is not here has not been entered.
    pub affected: Entries<Id, Count>,
    /// Drug cost in kronor a month.
    pub drug_cost: Option<MonthlyMoney>,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
    /// Whether the persons are made up.
    pub made_up: bool,
    /// What is said of the list where it is not entered itself.
    pub rough: Rough,
}

/// Everything that the user can change and undo. Only [`Scenario::apply`] changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The model that "mitt scenario" starts from.
    pub start: Rc<PaymentModel>,
    values: Entries<Key, Value>,
    // what the values say, by what they are about
    practice: PracticeInput,
    staff: Staff,
    guideline: Guideline,
    /// The source's persons, in the order of their places.
    source_persons: Rc<[Persona]>,
}

/// One value that differs from the start model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which value.
    pub key: Key,
    /// The start model's and the user's, where they are numbers.
    pub values: Option<(Quantity, Quantity)>,
}

impl Scenario {
    /// A scenario that is its start model, with nothing entered.
    pub fn new(start: Rc<PaymentModel>, guideline: Guideline) -> Self {
        let mut scenario = Self {
            start,
            values: Entries::new(),
            practice: PracticeInput::default(),
            staff: Staff::default(),
            guideline,
            source_persons: Rc::default(),
        };
        scenario.refresh(Section::Model);
        scenario
    }

    /// The same, with persons of a source to be set side by side; a value equal to theirs goes.
    #[must_use]
    pub fn with_persons(mut self, persons: &Rc<[Persona]>) -> Self {
        self.source_persons = Rc::clone(persons);
        self.drop_as_source(Section::Persons);
        self
    }

    /// The source's person of the place.
    pub fn source_person(&self, slot: PersonSlot) -> Option<&Persona> {
        self.source_persons.get(usize::from(slot.number()).checked_sub(1)?)
    }

    /// The user's values, in the order of their keys: what differs from the source, and what has been entered.
    pub fn values(&self) -> impl Iterator<Item = (&Key, Value)> {
        self.values.iter().map(|(key, value)| (key, *value))
    }

    /// The user's value.
    pub fn value(&self, key: &Key) -> Option<Value> {
        self.values.get(key).copied()
    }

    /// What has been entered about the own practice.
    pub fn practice(&self) -> &PracticeInput {
        &self.practice
    }

    /// What has been entered about doctors: list, situation, need, demand, plan, region.
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The guideline, edited or not.
    pub fn guideline(&self) -> &Guideline {
        &self.guideline
    }

    /// The source's own value; `None` for what the user enters, and for what the start model does not have.
    pub fn published(&self, key: &Key) -> Option<Value> {
        let start = &self.start;
        Some(match key {
            Key::Rate(cell) => start.capitation()?.rates.get(*cell)?.published().into(),
            Key::Weight(id) => start.case_mix()?.factors().find(|factor| factor.id == id)?.weight.published().into(),
            Key::CostShare => start.cost_share.published().into(),
            Key::Normalisation => start.case_mix()?.normalisation.into(),
            key if *key == Key::GUIDELINE_SPECIALIST => self.guideline.specialist.published().into(),
            key if *key == Key::GUIDELINE_ST => self.guideline.st.published().into(),
            Key::Person(slot, item) => self.published_of_person(*slot, item)?,
            _ => return None,
        })
    }

    fn published_of_person(&self, slot: PersonSlot, item: &PersonItem) -> Option<Value> {
        let person = self.source_person(slot)?;
        match item {
            PersonItem::Sex => Some(person.sex.into()),
            PersonItem::Age => Some(Value::Number(person.age.into())),
            PersonItem::Condition(id) => {
                let condition = self.start.case_mix()?.conditions.iter().find(|condition| condition.id == *id)?;
                Some(Value::Yes(condition.is_shown_by(&person.dispensed)))
            }
            PersonItem::Removed | PersonItem::Name => None,
        }
    }

    /// The value in force: the user's, the source's, or the word that stands until another is chosen. `None` where nothing
    /// has been entered.
    pub fn in_force(&self, key: &Key) -> Option<Value> {
        self.value(key).or_else(|| self.published(key)).or_else(|| key.standing())
    }

    /// The start model's and the guideline's keys: amounts, weights in the model's order, and the single values.
    pub fn keys_of_model(&self) -> Vec<Key> {
        let start = &self.start;
        let rates = start.capitation().into_iter().flat_map(|table| table.rates.iter().collect::<Vec<_>>());
        let factors = start.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
        let rates = rates.map(|(cell, _)| Key::Rate(cell));
        let weights = factors.map(|factor| Key::Weight(factor.id.clone()));
        let rule = start.case_mix().map(|_| Key::Normalisation);
        let guideline = [Key::GUIDELINE_SPECIALIST, Key::GUIDELINE_ST];
        rates.chain(weights).chain([Key::CostShare]).chain(rule).chain(guideline).collect()
    }

    /// The start model's own keys: [`Self::keys_of_model`] without the guideline.
    pub fn keys_of_payment(&self) -> Vec<Key> {
        self.keys_of_model().into_iter().filter(|key| !matches!(key, Key::Staff(_))).collect()
    }

    /// The start model with the user's values.
    pub fn model(&self) -> Rc<PaymentModel> {
        let mut model = Rc::clone(&self.start);
        for (key, value) in self.values().filter(|(key, _)| key.section() == Section::Model) {
            // copied at the first value
            let model = Rc::make_mut(&mut model);
            match (key, value) {
                (Key::Rate(cell), Value::Number(rate)) => model.set_rate(*cell, Rate::of(rate)),
                (Key::Weight(id), Value::Number(weight)) => model.set_weight(id, Weight::of(weight)),
                (Key::CostShare, Value::Number(share)) => model.cost_share = model.cost_share.edited(Share::of(share)),
                (Key::Normalisation, Value::Normalisation(rule)) => model.edit_case_mix(|mix| mix.normalisation = rule),
                _ => {}
            }
        }
        model
    }

    /// Whether both have the same start model and the same values in the place of its and of the guideline's.
    pub fn has_model_of(&self, other: &Self) -> bool {
        let of_model = |scenario: &Self| {
            let values = scenario.values().filter(|(key, _)| key.section() == Section::Model);
            values.map(|(key, value)| (key.clone(), value)).collect::<Vec<_>>()
        };
        self.start == other.start && of_model(self) == of_model(other)
    }

    /// How large the number can be; a weight is below zero only where the start model leaves signs free. `None` for a
    /// word.
    pub fn bounds(&self, key: &Key) -> Option<Bounds> {
        let bounds = key.bounds()?;
        let signed = self.start.case_mix().is_some_and(|mix| mix.sign == SignRule::Signed);
        Some(if matches!(key, Key::Weight(_)) && !signed { bounds.from_zero() } else { bounds })
    }

    /// Whether the value can be this here.
    pub fn takes(&self, key: &Key, value: Value) -> bool {
        let within = |number| self.bounds(key).is_some_and(|bounds| bounds.contain(number));
        key.takes(value) && value.number().is_none_or(within)
    }

    /// Every value that differs from the start model and the guideline, in the order of [`Self::keys_of_model`].
    pub fn differences(&self) -> Vec<Difference> {
        let edited = self.keys_of_model().into_iter().filter_map(|key| self.value(&key).map(|value| (key, value)));
        edited.map(|(key, value)| Difference { values: self.change(&key, value), key }).collect()
    }

    fn change(&self, key: &Key, value: Value) -> Option<(Quantity, Quantity)> {
        let from = self.published(key)?.number()?;
        let mut unit = key.bounds()?.unit;
        // a weight in kronor is told in kronor, one in points in points
        if matches!(key, Key::Weight(_)) && self.start.case_mix()?.unit == WeightUnit::Kronor {
            unit = Rate::UNIT;
        }
        Some((Quantity { value: from, unit }, Quantity { value: value.number()?, unit }))
    }

    /// The practice as entered, if anybody has been listed. Cells and factors not entered count nobody. `None` as well
    /// when a cell has been entered that the start model's bands lack: its persons would be lost.
    pub fn entered_practice(&self) -> Option<Practice> {
        let input = &self.practice;
        let listed = PerCell::from_fn(&self.start.bands, |cell| input.listed.get(&cell).copied().unwrap_or_default());
        if input.listed.keys().any(|cell| listed.get(*cell).is_none()) {
            return None;
        }
        let anybody = listed.iter().any(|(_, count)| *count > Count::ZERO);
        anybody.then(|| Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost })
    }

    pub(crate) fn start_from(&mut self, model: &Rc<PaymentModel>) {
        self.start = Rc::clone(model);
        let guideline = |key: &Key| matches!(key, Key::Staff(_));
        self.values.retain(|key, _| key.section() != Section::Model || guideline(key));
        // what the collected drugs show hangs on the model
        self.drop_as_source(Section::Persons);
    }

    fn drop_as_source(&mut self, section: Section) {
        let own: Vec<Key> =
            self.values().filter(|(key, _)| key.section() == section).map(|(key, _)| key.clone()).collect();
        for key in own {
            self.put(&key, self.value(&key));
        }
    }

    pub(crate) fn set_practices(&mut self, practices: &Rc<[PracticeStaff]>) {
        self.staff.practices = Rc::clone(practices);
    }

    pub(crate) fn clear(&mut self, section: Section) {
        self.values.retain(|key, _| key.section() != section);
        if section == Section::Staffing {
            self.staff.practices = Rc::default();
        }
    }

    /// Keeps a value that its key takes, unless it is what stands without it; of the model only what the model has.
    pub(crate) fn put(&mut self, key: &Key, value: Option<Value>) {
        let standing = self.published(key).or_else(|| key.standing());
        let has = key.section() != Section::Model || standing.is_some();
        match value {
            Some(value) if !key.takes(value) => {}
            Some(value) if has && standing != Some(value) => {
                self.values.insert(key.clone(), value);
            }
            _ => {
                self.values.remove(key);
            }
        }
    }

    /// Writes down anew what the section's values say.
    pub(crate) fn refresh(&mut self, section: Section) {
        match section {
            Section::Model => {
                let in_force = |key: &Key| self.in_force(key).and_then(Value::number).map(PersonsPerFte::of);
                let Guideline { specialist, st } = &self.guideline;
                let edited = |key: &Key, of: &Parameter<PersonsPerFte>| {
                    in_force(key).map_or_else(|| of.clone(), |now| of.edited(now))
                };
                let specialist = edited(&Key::GUIDELINE_SPECIALIST, specialist);
                self.guideline = Guideline { specialist, st: edited(&Key::GUIDELINE_ST, st) };
            }
            Section::Practice => self.practice = self.practice_of_values(),
            Section::Staffing => self.staff = self.staff_of_values(),
            Section::Persons => {}
        }
    }

    fn practice_of_values(&self) -> PracticeInput {
        let mut practice = PracticeInput::default();
        for (key, value) in self.values.iter() {
            match (key, *value) {
                (Key::Listed(cell), Value::Number(n)) => practice.listed.extend([(*cell, persons(n))]),
                (Key::Affected(id), Value::Number(n)) => practice.affected.extend([(id.clone(), persons(n))]),
                (Key::DrugCost, Value::Number(cost)) => practice.drug_cost = Some(MonthlyMoney::of(cost)),
                (Key::Reading, Value::Reading(reading)) => practice.reading = reading,
                (Key::MadeUp, Value::Yes(made_up)) => practice.made_up = made_up,
                (Key::RoughListed, Value::Number(n)) => practice.rough.listed = Some(persons(n)),
                (Key::RoughAges, Value::Ages(ages)) => practice.rough.ages = ages,
                (Key::RoughHealth, Value::Health(health)) => practice.rough.health = health,
                _ => {}
            }
        }
        practice
    }

    fn staff_of_values(&self) -> Staff {
        let mut staff = Staff { practices: Rc::clone(&self.staff.practices), ..Staff::default() };
        for (key, value) in self.values.iter() {
            match (key, *value) {
                (Key::Staff(Item::Population), Value::Population(population)) => staff.population = population,
                (Key::Staff(Item::Persons), Value::Number(n)) => staff.listed = persons(n),
                (Key::Staff(item), Value::Number(n)) if key.section() == Section::Staffing => {
                    staff.numbers.extend([(item.clone(), n)]);
                }
                _ => {}
            }
        }
        staff
    }
}

/// A number that a key of persons has taken: whole, and no more than a count can hold.
fn persons(number: Decimal) -> Count {
    let persons = number.to_u64().and_then(Count::new);
    debug_assert!(persons.is_some(), "{number} is no number of persons");
    persons.unwrap_or_default()
}
