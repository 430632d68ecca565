//! A region worked out under models: what several commands begin with.
use crate::{
    arguments::{Input, Region},
    failure::Failure,
    models,
    protect::Protection,
    region,
    source::Source,
};
use exchange::region_json::{ComparisonJson, Document, ModelJson, Of, write};
use model::{payment_model::PaymentModel, tariff::Tariff};
use register::summary::Summary;
use std::rc::Rc;

/// A region and its outcome under each model.
pub struct Worked {
    pub source: Source,
    pub summary: Summary,
    pub tariffs: Vec<Tariff>,
    pub document: Document,
    pub protection: Protection,
}

impl Worked {
    /// Reads models and region, and works everything out.
    pub fn of(asked: &Region) -> Result<Self, Failure> {
        Self::with(&asked.input, &models::all(&asked.models)?, asked.protect)
    }

    /// The same with models that were read; `protect` as [`Region`] has it.
    pub fn with(input: &Input, models: &[Rc<PaymentModel>], protect: Option<u64>) -> Result<Self, Failure> {
        models::have_one_way_to_flag(models)?;
        let tariffs = models.iter().map(models::tariff).collect::<Result<Vec<_>, _>>()?;
        let (source, protection) = Protection::of(region::open_for(input, models)?, protect)?;
        Self::of_source(source, input.cost_year, tariffs, protection)
    }

    /// The same of a region that was read.
    pub fn of_source(
        source: Source,
        cost_year: u16,
        tariffs: Vec<Tariff>,
        protection: Protection,
    ) -> Result<Self, Failure> {
        let models: Vec<Rc<PaymentModel>> = tariffs.iter().map(|tariff| Rc::clone(&tariff.model)).collect();
        let summary = source.summary(&models)?;
        let (origin, practices, conditions) = (source.origin(), source.practices(), source.conditions());
        // a model for another year is set beside the others, never against them
        let today = models.iter().position(|model| model.cost_year == cost_year).unwrap_or(0);
        let of = Of { origin, cost_year, today, practices, conditions };
        let document = protection.document(&of, &summary, &tariffs);
        let document = document.ok_or_else(|| Failure::content("A sum is larger than there is room for."))?;
        let summary = protection.summary(summary);
        Ok(Self { source, summary, tariffs, document, protection })
    }

    /// The document as JSON; says what it tells of few persons.
    pub fn json(&self, input: &Input) -> String {
        self.protection.warn(&input.region, &self.source);
        write(&self.document)
    }

    /// Why something of a model is not compared; nothing where all is.
    pub fn not_compared(&self) -> String {
        let year = self.document.cost_year;
        let line = |model: &ModelJson| match model.comparison {
            ComparisonJson::Fits => String::new(),
            ComparisonJson::OtherTotal => {
                format!("{}: pays another sum, so the share with net over zero is not compared.\n", model.id)
            }
            ComparisonJson::OtherYear => format!(
                "{}: its amounts are for the costs of {}, the costs are of {year} (--cost-year): only the payment is shown.\n",
                model.id, model.cost_year
            ),
        };
        self.document.models.iter().map(line).collect()
    }

    /// The models' ids.
    pub fn ids(&self) -> Vec<String> {
        self.document.models.iter().map(|model| model.id.clone()).collect()
    }
}
