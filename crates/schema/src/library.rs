//! Everything that a set of files holds, as model types.
use model::{
    citation::{Parameter, Source},
    id::Id,
    measure::{Factor, YearlyMoney},
    payment_model::PaymentModel,
    rows::{Assumption, Inconsistency, LeftOut, Persona, PublishedResult, Region},
    staffing::{Guideline, staff::Shipped},
};
use std::rc::Rc;

/// The content of all files, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// Every source, in the order of the file.
    pub sources: Vec<Source>,
    /// Every model, by id.
    pub models: Vec<Rc<PaymentModel>>,
    /// Every example person, in the order of the file.
    pub persons: Vec<Persona>,
    /// Persons per doctor.
    pub guideline: Guideline,
    /// What stands for Fast läkarkontakt until something is entered.
    pub staffing: Shipped,
    /// What the sources leave open or contradict, in the order of the file.
    pub inconsistencies: Vec<Inconsistency>,
    /// What regions have published of how models work, in the order of the file.
    pub results: Vec<PublishedResult>,
    /// By model: the standard deviation of what it leaves of one person's drug cost a year.
    pub residuals: Vec<(Id, Parameter<YearlyMoney>)>,
    /// How much of what is left of a person's cost is there the next year too, as a correlation.
    pub year_correlation: Parameter<Factor>,
    /// How many standard deviations to either side hold 19 years of 20.
    pub interval_reach: Parameter<Factor>,
    /// Drug classes that the models leave out on purpose, in the order of the files.
    pub left_out: Vec<LeftOut>,
    /// Regions whose persons can be made up, by id.
    pub regions: Vec<Region>,
    /// What persons are made up by, in the order of the file.
    pub synthetic: Vec<Assumption>,
}
