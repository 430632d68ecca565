//! The reader's values in the place of a model's, as they are told to the worker: what the scenario has, as text.
use crate::state::House;
use model::{
    case_mix::Normalisation, edit::Edit, id::Id, measure::Measure, payment_model::PaymentModel, scenario::Scenario,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A model of the catalogue with changed values. Numbers are decimals as text, so that nothing is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The id of the model.
    model: String,
    /// Weights by factor.
    weights: Vec<(String, String)>,
    /// Amounts by the cell's place.
    rates: Vec<(usize, String)>,
    /// The cost share.
    cost_share: Option<String>,
    /// The budget rule, by its place among [`RULES`].
    rule: Option<usize>,
}

const RULES: [Normalisation; 3] = [Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral];

impl Changed {
    /// The model that the scenario starts from, as it is.
    pub fn start(scenario: &Scenario) -> Self {
        Self { model: scenario.start.id.as_str().to_owned(), ..Self::default() }
    }

    /// The scenario's model.
    pub fn of(scenario: &Scenario) -> Self {
        let values = &scenario.overrides;
        let place = |cell| scenario.start.bands.cells().position(|one| one == cell);
        Self {
            weights: values.weights.iter().map(|(id, weight)| (id.as_str().to_owned(), text(*weight))).collect(),
            rates: values.rates.iter().filter_map(|(cell, rate)| Some((place(*cell)?, text(*rate)))).collect(),
            cost_share: values.cost_share.map(text),
            rule: values.normalisation.and_then(|rule| RULES.iter().position(|one| *one == rule)),
            ..Self::start(scenario)
        }
    }

    /// The model that is meant; `None` if there is no such model.
    pub fn model(&self, house: &House) -> Option<Rc<PaymentModel>> {
        let start = house.presets().find(|one| one.id == Id::new(&self.model))?;
        let cells: Vec<_> = start.bands.cells().collect();
        let weights = self.weights.iter().filter_map(|(id, weight)| Some(Edit::SetWeight(Id::new(id), read(weight)?)));
        let rates = self.rates.iter().filter_map(|(at, rate)| Some(Edit::SetRate(*cells.get(*at)?, read(rate)?)));
        let share = self.cost_share.as_deref().and_then(read).map(Edit::SetCostShare);
        let rule = self.rule.and_then(|at| RULES.get(at)).map(|rule| Edit::SetNormalisation(*rule));
        let edits = weights.chain(rates).chain(share).chain(rule);
        let scenario = house.first_scenario().apply(&Edit::StartFrom(Rc::clone(start)));
        Some(edits.fold(scenario, |scenario, edit| scenario.apply(&edit)).model())
    }
}

fn text(value: impl Measure) -> String {
    value.decimal().to_string()
}

fn read<T: Measure>(text: &str) -> Option<T> {
    Some(T::of(text.parse::<Decimal>().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::measure::{Rate, Share, Weight};

    #[test]
    fn a_changed_model_comes_back() {
        let house = House::shipped().unwrap();
        let start = house.first_scenario();
        let factor = start.start.case_mix().unwrap().conditions[2].id.clone();
        let cell = start.start.bands.cells().nth(17).unwrap();
        let edits = [
            Edit::SetWeight(factor, Weight::of(Decimal::new(3712, 2))),
            Edit::SetRate(cell, Rate::of(Decimal::new(30001, 2))),
            Edit::SetCostShare(Share::of(Decimal::new(65, 2))),
            Edit::SetNormalisation(Normalisation::ScalarToBudget),
        ];
        let scenario = edits.iter().fold(start.clone(), |scenario, edit| scenario.apply(edit));
        let told = serde_json::to_string(&Changed::of(&scenario)).unwrap();
        let heard: Changed = serde_json::from_str(&told).unwrap();
        assert_eq!(heard.model(&house).unwrap(), scenario.model());
        assert_eq!(Changed::start(&scenario).model(&house).unwrap(), start.model());
        assert_ne!(scenario.model(), start.model());
    }
}
