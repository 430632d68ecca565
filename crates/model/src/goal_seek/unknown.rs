//! The number that is sought: where it may lie, how finely it can be entered, and the edit that enters it.
use crate::{
    bounds::{self, Bounds},
    count::Count,
    edit::Edit,
    measure::Measure,
    scenario::Scenario,
    value::{Key, Value},
};
use rust_decimal::{Decimal, RoundingStrategy};

/// A number of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A value that payments of an own practice follow from.
    Value(Key),
    /// A number that every weight is multiplied by, to four decimals; the weights are rounded to the öre.
    AllWeights,
}

impl Unknown {
    /// The edit that enters the value; `None` when it is not such a number or is out of its bounds.
    pub fn edit(&self, value: Decimal, scenario: &Scenario) -> Option<Edit> {
        let edit = match self {
            Self::Value(key) => Edit::Set(vec![(key.clone(), Some(Value::Number(value)))]),
            Self::AllWeights => Edit::Set(all_weights(value, scenario)?),
        };
        edit.is_within_bounds().then_some(edit)
    }

    /// How large it can be in the scenario and how finely it is entered: a weight is below zero only if signs are free,
    /// and nobody has a factor who is not listed. `None` when the scenario has no such number.
    pub fn bounds(&self, scenario: &Scenario) -> Option<Bounds> {
        let start = &scenario.start;
        let mut factors = start.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
        match self {
            Self::AllWeights => factors.next().map(|_| Bounds { least: Decimal::ZERO, ..bounds::FACTOR }),
            Self::Value(Key::Affected(id)) => {
                let listed = scenario.practice().listed.values().copied().sum::<Count>();
                let bounds = Bounds { most: listed.persons().decimal(), ..bounds::PERSONS };
                factors.any(|factor| factor.id == id).then_some(bounds)
            }
            Self::Value(Key::Listed(cell)) => start.bands.cells().any(|c| c == *cell).then_some(bounds::PERSONS),
            Self::Value(Key::DrugCost) => Some(bounds::DRUG_COST),
            Self::Value(key) => scenario.published(key).and_then(|_| scenario.bounds(key)),
        }
    }

    /// Its value now; one for the number that all weights are multiplied by, and nothing for what is not entered.
    pub fn present(&self, scenario: &Scenario) -> Decimal {
        match self {
            Self::AllWeights => Decimal::ONE,
            Self::Value(key) => scenario.in_force(key).and_then(Value::number).unwrap_or_default(),
        }
    }
}

/// Every weight of the scenario times the number, rounded as a weight is entered. `None` when one is then too large.
fn all_weights(times: Decimal, scenario: &Scenario) -> Option<Vec<(Key, Option<Value>)>> {
    let model = scenario.model();
    let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
    let scaled = factors.map(|factor| {
        let weight = factor.weight.value.decimal().checked_mul(times)?;
        let weight = weight.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Some((Key::Weight(factor.id.clone()), Some(Value::Number(weight))))
    });
    scaled.collect()
}
