//! The shipped models, sources and example persons.
//!
//! The files under `data/` are read and checked when this crate is built; a page that uses it parses nothing. It knows
//! which models there are, and nothing of how files are written or what a page shows.

mod lower;
mod raw;

pub use model::rows::{Assumption, Inconsistency, LeftOut, Persona, PublishedResult, Region};

/// Written by the build script from the files under `data/`.
mod data {
    use crate::raw::*;
    use model::{
        case_mix::{Normalisation, SignRule},
        citation::Status,
        condition::Limits,
        proxy::{Comparison, DrugMeasure, Trigger},
        sex::Sex,
    };
    use rust_decimal::Decimal;
    include!(concat!(env!("OUT_DIR"), "/data.rs"));
}

use lower::Lowering;
use model::{
    citation::{Parameter, Source},
    id::Id,
    measure::{Factor, YearlyMoney},
    payment_model::PaymentModel,
    staffing::{Guideline, item::Item, staff::Shipped},
};
use std::rc::Rc;

/// Region Skåne's model of 2025.
pub const SKANE_2025: &str = "skane-2025";
/// Region Skåne's model of 2026.
pub const SKANE_2026: &str = "skane-2026";
/// The proposal with a broad list of conditions and example weights.
pub const SKANE_PROPOSAL: &str = "skane-forslag";
/// The proposal with the five conditions that the document names, and example weights.
pub const SKANE_PROPOSAL_FIVE: &str = "skane-forslag-fem";
/// The healthy man of 60.
pub const JOHAN: &str = "johan";
/// The man of 60 with several conditions.
pub const ANDERS: &str = "anders";

/// Regions whose persons can be made up, by id. Apart from [`Catalogue`], so that a page without them need not carry
/// them.
pub fn regions() -> Vec<Region> {
    let lowering = Lowering::default();
    data::REGIONS.iter().filter_map(|region| lowering.region(region)).collect()
}

/// The numbers that regions are made up by: all of them assumptions of ours.
pub fn synthetic() -> Vec<Assumption> {
    let lowering = Lowering::default();
    data::SYNTHETIC.iter().map(|row| lowering.assumption(row)).collect()
}

/// What regions have published of how models work. Apart from [`Catalogue`], so that a page without it need not carry it.
pub fn results() -> Vec<PublishedResult> {
    let lowering = Lowering::default();
    data::RESULTS.iter().map(|row| lowering.result(row)).collect()
}

/// What stands for Fast läkarkontakt until something is entered. Apart from [`Catalogue`], so that the first load need not
/// carry it.
pub fn staffing() -> Shipped {
    let lowering = Lowering::default();
    let numbers = data::STAFFING.iter().filter_map(|(key, figure)| Some((Item::read(key)?, lowering.figure(figure))));
    let mut shipped = Shipped::default();
    numbers.for_each(|(item, number)| drop(shipped.numbers.insert(item, number)));
    shipped
}

/// Everything that is shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Every source that a citation names.
    pub sources: Vec<Source>,
    /// Every model, by id.
    pub models: Vec<Rc<PaymentModel>>,
    /// The example persons.
    pub persons: Vec<Persona>,
    /// Persons per doctor.
    pub guideline: Guideline,
    /// By model: the standard deviation, between the persons of a practice, of what it leaves of one person's drug cost a
    /// year. Assumptions of ours.
    pub residuals: Vec<(Id, Parameter<YearlyMoney>)>,
    /// How much of what is left of a person's cost is there the next year too, as a correlation: an assumption of ours.
    pub year_correlation: Parameter<Factor>,
    /// How many standard deviations to either side hold 19 years of 20, in a normal distribution.
    pub interval_reach: Parameter<Factor>,
    /// What the sources leave open or contradict.
    pub inconsistencies: Vec<Inconsistency>,
    /// Drug classes that the models leave out on purpose.
    pub left_out: Vec<LeftOut>,
}

impl Catalogue {
    /// What was checked when this crate was built.
    pub fn shipped() -> Self {
        let lowering = Lowering::default();
        Self {
            sources: data::SOURCES.iter().map(lower::source).collect(),
            models: data::MODELS.iter().filter_map(|model| lowering.payment_model(model)).map(Rc::new).collect(),
            persons: data::PERSONS.iter().filter_map(|person| lowering.person(person)).collect(),
            guideline: lowering.guideline(&data::SPECIALIST, &data::ST),
            residuals: data::RESIDUALS.iter().map(|(id, row)| (Id::new(id), lowering.figure(row))).collect(),
            year_correlation: lowering.figure(&data::YEAR_CORRELATION),
            interval_reach: lowering.figure(&data::INTERVAL_REACH),
            inconsistencies: data::INCONSISTENCIES.iter().map(|row| lowering.inconsistency(row)).collect(),
            left_out: data::LEFT_OUT.iter().filter_map(|row| lowering.left_out(row)).collect(),
        }
    }

    /// The model with the id.
    pub fn model(&self, id: &Id) -> Option<&Rc<PaymentModel>> {
        self.models.iter().find(|model| model.id == *id)
    }

    /// The model that the persons of made-up regions are drawn by, and the others whose conditions they have as well:
    /// one population, whichever of the models are compared.
    pub fn made_up_by(&self) -> Option<(&Rc<PaymentModel>, Vec<&PaymentModel>)> {
        let drawn = self.model(&Id::new(SKANE_PROPOSAL))?;
        let others = self.models.iter().filter(|model| model.id != drawn.id && model.case_mix().is_some());
        Some((drawn, others.map(|model| &**model).collect()))
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
