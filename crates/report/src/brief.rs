//! Persons side by side: what each brings under a model, part by part, in whole kronor that add up.
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
use rust_decimal::{Decimal, RoundingStrategy};

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
        whole(self.outcome.payment.value().decimal())
    }

    /// The lines of the payment, each in whole kronor, with the whole as their sum.
    pub fn parts(&self) -> Vec<(&Line, Decimal)> {
        let lines = &self.outcome.lines;
        let exact: Vec<Decimal> = lines.iter().map(|line| line.amount.value().decimal()).collect();
        lines.iter().zip(whole_parts(&exact)).collect()
    }
}

/// Rounded to a whole number, halves away from zero.
fn whole(exact: Decimal) -> Decimal {
    exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// Each part as a whole number next to it, so that they add up to their sum rounded: those with the largest remainders go
/// up.
pub fn whole_parts(exact: &[Decimal]) -> Vec<Decimal> {
    let mut parts: Vec<Decimal> = exact.iter().map(Decimal::floor).collect();
    let mut missing = whole(exact.iter().sum()) - parts.iter().sum::<Decimal>();
    let mut by_remainder: Vec<usize> = (0..exact.len()).collect();
    let remainder = |at: &usize| exact.get(*at).map(|part| *part - part.floor());
    // of equal remainders the first goes first
    by_remainder.sort_by_key(|at| std::cmp::Reverse(remainder(at)));
    for at in by_remainder {
        if missing <= Decimal::ZERO {
            break;
        }
        if let Some(part) = parts.get_mut(at) {
            *part += Decimal::ONE;
        }
        missing -= Decimal::ONE;
    }
    parts
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
