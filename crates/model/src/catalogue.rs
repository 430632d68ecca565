//! Models, sources and what belongs to them, as they are shipped together. Knows not which models there are.
use crate::{
    approximation::Approximation,
    citation::{Parameter, Source},
    id::Id,
    measure::{Factor, YearlyMoney},
    payment_model::PaymentModel,
    rows::{Inconsistency, LeftOut, PersonWords, Persona},
    scenario::Scenario,
    staffing::Guideline,
};
use std::rc::Rc;

/// What a set of files holds for every view. What only some views need stands apart: Fast läkarkontakt's numbers,
/// regions, what they are made up by, and what they have published.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Catalogue {
    /// Every source that a citation names, in the order of the file.
    pub sources: Vec<Source>,
    /// Every model, by id.
    pub models: Vec<Rc<PaymentModel>>,
    /// The example persons, in the order of the file.
    pub persons: Rc<[Persona]>,
    /// Persons per doctor.
    pub guideline: Guideline,
    /// By model: the standard deviation, between the persons of a practice, of what it leaves of one person's drug cost a
    /// year. Assumptions of ours.
    pub residuals: Vec<(Id, Parameter<YearlyMoney>)>,
    /// How much of what is left of a person's cost is there the next year too, as a correlation: an assumption of ours.
    pub year_correlation: Parameter<Factor>,
    /// How many standard deviations to either side hold 19 years of 20, in a normal distribution.
    pub interval_reach: Parameter<Factor>,
    /// What a practice is estimated by that is only roughly known: assumptions of ours.
    pub approximation: Approximation,
    /// What the sources leave open or contradict, in the order of the file.
    pub inconsistencies: Vec<Inconsistency>,
    /// Drug classes that the models leave out on purpose, in the order of the files.
    pub left_out: Vec<LeftOut>,
    /// How people write a person in one line.
    pub words: PersonWords,
}

impl Catalogue {
    /// The model with the id.
    pub fn model(&self, id: &Id) -> Option<&Rc<PaymentModel>> {
        self.models.iter().find(|model| model.id == *id)
    }

    /// A scenario that is the start model, with the example persons side by side and nothing entered.
    pub fn scenario(&self, start: &Rc<PaymentModel>) -> Scenario {
        Scenario::new(Rc::clone(start), self.guideline.clone()).with_persons(&self.persons)
    }

    /// What the model of the id leaves of a person's cost.
    pub fn residual(&self, id: &Id) -> Option<&Parameter<YearlyMoney>> {
        self.residuals.iter().find(|(model, _)| model == id).map(|(_, residual)| residual)
    }

    /// The source with the id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The person with the id.
    pub fn person(&self, id: &Id) -> Option<&Persona> {
        self.persons.iter().find(|person| person.id == *id)
    }
}
