//! The shipped models, sources and example persons.
//!
//! The files under `data/` are read and checked when this crate is built, and travel as bytes of the types themselves; a
//! page that uses it parses no file. It knows which models there are, and nothing of how files are written or what a
//! page shows.

pub use model::{
    catalogue::Catalogue,
    rows::{Assumption, Inconsistency, LeftOut, Persona, PublishedResult, Region},
};

use model::{id::Id, payment_model::PaymentModel, shared_citation::sharing, staffing::staff::Shipped};
use serde::de::DeserializeOwned;
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

/// Models, sources and what belongs to them. The other parts are functions of their own, so that what never asks for one
/// need not carry it.
pub fn shipped() -> Catalogue {
    part(include_bytes!(concat!(env!("OUT_DIR"), "/catalogue")))
}

/// The same of bytes that the build script wrote later, which may be of another version; `None` of others.
pub fn written(bytes: &[u8]) -> Option<Catalogue> {
    sharing(|| postcard::from_bytes(bytes)).ok()
}

/// Regions whose persons can be made up, by id.
pub fn regions() -> Vec<Region> {
    part(include_bytes!(concat!(env!("OUT_DIR"), "/regions")))
}

/// The numbers that regions are made up by: all of them assumptions of ours.
pub fn synthetic() -> Vec<Assumption> {
    part(include_bytes!(concat!(env!("OUT_DIR"), "/synthetic")))
}

/// What regions have published of how models work.
pub fn results() -> Vec<PublishedResult> {
    part(include_bytes!(concat!(env!("OUT_DIR"), "/results")))
}

/// What stands for Fast läkarkontakt until something is entered.
pub fn staffing() -> Shipped {
    part(include_bytes!(concat!(env!("OUT_DIR"), "/staffing")))
}

/// A part as the build script wrote it, which has read it back: a part that cannot be read does not build.
fn part<T: DeserializeOwned>(bytes: &[u8]) -> T {
    match sharing(|| postcard::from_bytes(bytes)) {
        Ok(part) => part,
        Err(_) => unreachable!("the build script has read it"),
    }
}

/// The model that the persons of made-up regions are drawn by, and the others whose conditions they have as well: one
/// population, whichever of the models are compared.
pub fn made_up_by(catalogue: &Catalogue) -> Option<(&Rc<PaymentModel>, Vec<&PaymentModel>)> {
    let drawn = catalogue.model(&Id::new(SKANE_PROPOSAL))?;
    let others = catalogue.models.iter().filter(|model| model.id != drawn.id && model.case_mix().is_some());
    Some((drawn, others.map(|model| &**model).collect()))
}
