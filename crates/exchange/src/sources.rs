//! What a scenario of a file or a link is read over.
use model::{
    catalogue::Catalogue, payment_model::PaymentModel, rows::Persona, scenario::Scenario, staffing::Guideline,
};
use std::rc::Rc;

/// The models that a scenario can start from, and what else has a source.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The models.
    pub models: &'a [Rc<PaymentModel>],
    /// The guideline.
    pub guideline: &'a Guideline,
    /// The persons that are set side by side.
    pub persons: &'a Rc<[Persona]>,
}

impl<'a> Sources<'a> {
    /// All of a catalogue.
    pub fn of(catalogue: &'a Catalogue) -> Self {
        Self { models: &catalogue.models, guideline: &catalogue.guideline, persons: &catalogue.persons }
    }

    /// A scenario that is the start model.
    pub(crate) fn scenario(self, start: &Rc<PaymentModel>) -> Scenario {
        Scenario::new(Rc::clone(start), self.guideline.clone()).with_persons(self.persons)
    }
}
