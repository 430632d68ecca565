//! The reader's values in the place of a model's, as they are told to the worker: by the names of their keys, as text.
use crate::state::PageCatalogue;
use model::{
    edit::Edit,
    id::Id,
    payment_model::PaymentModel,
    scenario::Scenario,
    value::{Key, Section, Value},
};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A model of the catalogue with changed values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The model.
    model: Id,
    /// Values by their keys.
    values: Vec<(String, String)>,
}

impl Changed {
    /// The model that the scenario starts from, as it is.
    pub fn start(scenario: &Scenario) -> Self {
        Self { model: scenario.start.id.clone(), values: Vec::new() }
    }

    /// The scenario's model.
    pub fn of(scenario: &Scenario) -> Self {
        let of_model = scenario.values().filter(|(key, _)| key.section() == Section::Model);
        let values = of_model.map(|(key, value)| (key.to_string(), value.to_string())).collect();
        Self { values, ..Self::start(scenario) }
    }

    /// The id of the model that it starts from.
    pub fn of_model(&self) -> &Id {
        &self.model
    }

    /// The model that is meant; `None` if there is no such model.
    pub fn model(&self, catalogue: &PageCatalogue) -> Option<Rc<PaymentModel>> {
        let start = catalogue.presets().find(|one| one.id == self.model)?;
        let value = |(name, text): &(String, String)| {
            let key = Key::read(name)?;
            Some((key.clone(), Some(Value::read(&key, text)?)))
        };
        let values = self.values.iter().map(value).collect::<Option<_>>()?;
        let scenario = catalogue.first_scenario().apply(&Edit::StartFrom(Rc::clone(start)));
        Some(scenario.apply(&Edit::Set(values)).model())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{
        case_mix::Normalisation,
        measure::{Measure, Rate, Share, Weight},
    };
    use rust_decimal::Decimal;

    #[test]
    fn a_changed_model_comes_back() {
        let catalogue = PageCatalogue::shipped().unwrap();
        let start = catalogue.first_scenario();
        let factor = start.start.case_mix().unwrap().conditions[2].id.clone();
        let cell = start.start.bands.cells().nth(17).unwrap();
        let edits = [
            Edit::set(Key::Weight(factor), Weight::of(Decimal::new(3712, 2))),
            Edit::set(Key::Rate(cell), Rate::of(Decimal::new(30001, 2))),
            Edit::set(Key::CostShare, Share::of(Decimal::new(65, 2))),
            Edit::set(Key::Normalisation, Normalisation::ScalarToBudget),
        ];
        let scenario = edits.iter().fold(start.clone(), |scenario, edit| scenario.apply(edit));
        let told = postcard::to_allocvec(&Changed::of(&scenario)).unwrap();
        let heard: Changed = postcard::from_bytes(&told).unwrap();
        assert_eq!(heard.model(&catalogue).unwrap(), scenario.model());
        assert_eq!(Changed::start(&scenario).model(&catalogue).unwrap(), start.model());
        assert_ne!(scenario.model(), start.model());
    }
}
