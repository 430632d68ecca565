//! A region worked out under models: what several commands begin with.
use crate::{arguments::Input, failure::Failure, models, region, source::Source};
use exchange::region_json::{Document, document};
use model::{payment_model::PaymentModel, tariff::Tariff};
use register::summary::Summary;
use std::rc::Rc;

/// A region and its outcome under each model.
pub struct Worked {
    pub source: Source,
    pub summary: Summary,
    pub tariffs: Vec<Tariff>,
    pub document: Document,
}

impl Worked {
    /// Reads models and region, and works everything out.
    pub fn of(input: &Input, names: &[String]) -> Result<Self, Failure> {
        Self::with(input, &models::all(names)?)
    }

    /// The same with models that were read.
    pub fn with(input: &Input, models: &[Rc<PaymentModel>]) -> Result<Self, Failure> {
        models::have_one_way_to_flag(models)?;
        let tariffs = models.iter().map(models::tariff).collect::<Result<Vec<_>, _>>()?;
        Self::of_source(region::open(input, models)?, tariffs)
    }

    /// The same of a region that was read.
    pub fn of_source(source: Source, tariffs: Vec<Tariff>) -> Result<Self, Failure> {
        let models: Vec<Rc<PaymentModel>> = tariffs.iter().map(|tariff| Rc::clone(&tariff.model)).collect();
        let summary = source.summary(&models)?;
        let document = document(source.origin(), source.practices(), source.conditions(), &summary, &tariffs);
        let document = document.ok_or_else(|| Failure::content("A sum is larger than there is room for."))?;
        Ok(Self { source, summary, tariffs, document })
    }

    /// The models' ids.
    pub fn ids(&self) -> Vec<String> {
        self.document.models.iter().map(|model| model.id.clone()).collect()
    }
}
