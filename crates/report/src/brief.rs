//! Persons side by side: what each brings under a model, part by part, in whole kronor that add up.
use crate::rounded::{to_decimals, whole_parts};
use model::{
    case_mix::{ConditionSet, Flags},
    cell::{Cell, PerCell},
    measure::Measure,
    outcome::{Line, Outcome},
    person_cards::PersonSlot,
    practice::Person,
    scenario::Scenario,
    sex::Sex,
    tariff::Tariff,
};
use rust_decimal::Decimal;

/// One person under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonPaid {
    /// What the practice is paid for the person.
    pub outcome: Outcome,
    /// The conditions that count, and those that do not.
    pub flags: Flags,
}

/// What a person brings under a model.
pub fn person_paid(tariff: &Tariff, person: &Person) -> PersonPaid {
    let (outcome, flags) = tariff.person(person);
    PersonPaid { outcome, flags }
}

/// A person of a scenario, with the conditions of the tariff's own model.
pub fn person_of(tariff: &Tariff, scenario: &Scenario, slot: PersonSlot) -> Option<Person> {
    let card = scenario.person(slot)?;
    let conditions = tariff.model.case_mix().map(|mix| scenario.conditions_of(slot, mix));
    Some(Person { sex: card.sex, age: card.age, conditions: conditions.unwrap_or(ConditionSet::EMPTY) })
}

impl PersonPaid {
    /// The payment in whole kronor, as it is shown.
    pub fn whole(&self) -> Decimal {
        to_decimals(self.outcome.payment.value().decimal(), 0)
    }

    /// The lines of the payment, each in whole kronor, with the whole as their sum.
    pub fn parts(&self) -> Vec<(&Line, Decimal)> {
        let lines = &self.outcome.lines;
        let exact: Vec<Decimal> = lines.iter().map(|line| line.amount.value().decimal()).collect();
        lines.iter().zip(whole_parts(&exact)).collect()
    }
}

/// What a person without conditions brings in every age band, for a chart by age.
pub fn by_band(tariff: &Tariff, sex: Sex) -> Vec<(Cell, Outcome)> {
    let base = tariff.base.as_ref().map(PerCell::bands);
    let bands = base.map_or(&[][..], |bands| bands.bands());
    let point = |band: &model::age::AgeBand| {
        let (outcome, _) = tariff.person(&Person { sex, age: band.low, conditions: ConditionSet::EMPTY });
        (Cell { sex, band: *band }, outcome)
    };
    bands.iter().map(point).collect()
}
