//! The models that are always set beside each other, worked out once.
use model::{
    comparison::Comparison,
    payment_model::PaymentModel,
    tariff::{Tariff, TariffError},
};
use std::rc::Rc;

/// One of the models that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The table of the year before.
    Earlier,
    /// Nuläge: the table in force.
    Current,
    /// Förslag.
    Proposal,
    /// Mitt scenario: the proposal with the user's edits.
    Scenario,
}

impl Column {
    /// In the order of reading.
    pub const ALL: [Self; 4] = [Self::Earlier, Self::Current, Self::Proposal, Self::Scenario];

    /// Its place among [`Column::ALL`].
    pub fn place(self) -> usize {
        match self {
            Self::Earlier => 0,
            Self::Current => 1,
            Self::Proposal => 2,
            Self::Scenario => 3,
        }
    }
}

/// The tariffs of the compared models. Only the user's own can fail: the shipped ones are checked when they are built.
#[derive(Clone, Debug, PartialEq)]
pub struct Tariffs {
    /// The table of the year before.
    pub earlier: Rc<Tariff>,
    /// The table in force.
    pub current: Rc<Tariff>,
    /// The proposal.
    pub proposal: Rc<Tariff>,
    /// The user's scenario, or everything that is wrong with it.
    pub scenario: Result<Rc<Tariff>, Vec<TariffError>>,
}

impl Tariffs {
    /// The shipped tariffs with a scenario. When the scenario's model is the proposal, the proposal's tariff serves.
    #[must_use]
    pub fn with_scenario(&self, model: &Rc<PaymentModel>) -> Self {
        let scenario =
            if **model == *self.proposal.model { Ok(Rc::clone(&self.proposal)) } else { model.tariff().map(Rc::new) };
        Self { scenario, ..self.clone() }
    }

    /// The column's tariff; `None` for a scenario that cannot be worked out.
    pub fn get(&self, column: Column) -> Option<&Rc<Tariff>> {
        match column {
            Column::Earlier => Some(&self.earlier),
            Column::Current => Some(&self.current),
            Column::Proposal => Some(&self.proposal),
            Column::Scenario => self.scenario.as_ref().ok(),
        }
    }

    /// What may be compared of a column: costs are of the year that the table in force is for. `None` for a scenario that
    /// cannot be worked out.
    pub fn comparison(&self, column: Column) -> Option<Comparison> {
        let today = &self.current.model;
        Some(Comparison::of(&self.get(column)?.model, today, today.cost_year))
    }

    /// Whether the scenario pays as the proposal does.
    pub fn scenario_is_proposal(&self) -> bool {
        self.scenario.as_ref().is_ok_and(|tariff| Rc::ptr_eq(tariff, &self.proposal))
    }
}
