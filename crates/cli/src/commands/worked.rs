//! A region worked out under models: what several commands begin with.
use crate::{
    arguments::{Costs, Region},
    failure::Failure,
    models,
    protect::Protection,
    region,
    source::{Lacked, Source, Worked as _},
};
use exchange::region_json::{ComparisonJson, Document, ModelJson, Of, write};
use model::{payment_model::PaymentModel, tariff::Tariff};
use register::summary::Summary;
use std::{
    io::{self, Write},
    rc::Rc,
};

/// A region and its outcome under each model.
pub struct Worked {
    pub source: Source,
    pub summary: Summary,
    pub tariffs: Vec<Tariff>,
    pub document: Document,
    pub protection: Protection,
    /// Models of which the region lacks conditions.
    pub lacked: Vec<Lacked>,
    /// What `--set` puts in the place of a model's own values.
    set: Option<String>,
}

impl Worked {
    /// Works the region out under the models that are asked for, which are read already.
    pub fn of(asked: &Region, models: &[Rc<PaymentModel>]) -> Result<Self, Failure> {
        let start = asked.models.len().checked_sub(1).and_then(|last| models.get(last));
        let said = models.last().zip(start).filter(|_| !asked.values.is_empty());
        let set = said.map(|(set, start)| format!("{}: {} with {}.\n", set.id, start.id, asked.values.join(", ")));
        Ok(Self { set, ..Self::with(&asked.costs, models, asked.passing.protect)? })
    }

    /// The same with models that were read; `protect` as [`Passing`](crate::arguments::Passing) has it.
    pub fn with(costs: &Costs, models: &[Rc<PaymentModel>], protect: Option<u32>) -> Result<Self, Failure> {
        models::have_one_way_to_flag(models)?;
        let tariff_of_all = models.iter().map(models::tariff).collect::<Result<Vec<_>, _>>()?;
        let (source, protection) = Protection::of(region::open_for(&costs.input, models)?, protect)?;
        let (usable, lacked) = source.parted(models)?;
        let tariffs = tariff_of_all.into_iter().filter(|tariff| usable.iter().any(|model| model.id == tariff.model.id));
        let mut worked = Self::of_source(source, costs.cost_year, tariffs.collect(), protection)?;
        worked.document.lacking = lacked.iter().map(|one| one.model.clone()).collect();
        Ok(Self { lacked, ..worked })
    }

    /// The same of a region that was read.
    pub fn of_source(
        source: Source,
        cost_year: u16,
        tariffs: Vec<Tariff>,
        protection: Protection,
    ) -> Result<Self, Failure> {
        let models: Vec<Rc<PaymentModel>> = tariffs.iter().map(|tariff| Rc::clone(&tariff.model)).collect();
        let summary = source.under(&models)?;
        let (origin, practices, conditions) = (source.origin(), source.practices(), source.conditions());
        // a model for another year is set beside the others, never against them
        let today = models.iter().position(|model| model.cost_year == cost_year);
        let of = Of { origin, cost_year, today, practices, conditions };
        let document = protection.document(&of, &summary, &tariffs);
        let document = document.ok_or_else(|| Failure::content("A sum is larger than there is room for."))?;
        let summary = protection.summary(summary);
        Ok(Self { source, summary, tariffs, document, protection, lacked: Vec::new(), set: None })
    }

    /// What stands over every table: that persons are made up, and whose weights are examples.
    pub fn head(&self) -> String {
        let examples = examples(self.tariffs.iter().map(|tariff| &*tariff.model));
        self.source.mark() + &examples + self.set.as_deref().unwrap_or_default()
    }

    /// The document as its numbers may leave, for a table of it: with the digits of the JSON, and what is said beside it.
    /// Errors: its JSON is not read as it was written, so nothing leaves.
    pub fn told(&self, costs: &Costs) -> Result<Document, Failure> {
        let read = serde_json::from_str(&self.json(costs));
        read.map_err(|error| Failure::content(format!("The outcome cannot be written as a table: {error}.")))
    }

    /// The document as JSON; says on standard error what it tells of few persons and which models it lacks.
    pub fn json(&self, costs: &Costs) -> String {
        self.lacked.iter().for_each(|one| _ = writeln!(io::stderr(), "{}", one.why));
        self.set.iter().for_each(|line| _ = write!(io::stderr(), "{line}"));
        self.protection.warn(&costs.input.region, &self.source);
        write(&self.document)
    }

    /// Why a model is not worked out, or something of it is not compared; nothing where all is.
    pub fn not_compared(&self) -> String {
        let year = self.document.cost_year;
        let line = |model: &ModelJson| match model.comparison {
            ComparisonJson::Fits => String::new(),
            ComparisonJson::OtherTotal => {
                format!("{}: pays another sum, so the share with net over zero is not compared.\n", model.id)
            }
            ComparisonJson::NoCosts => format!("{}: costs are not known: only the payment is shown.\n", model.id),
            ComparisonJson::OtherYear => format!(
                "{}: its amounts are for the costs of {}, the costs are of {year} (--cost-year): only the payment is shown.\n",
                model.id, model.cost_year
            ),
        };
        let lacked = self.lacked.iter().map(|one| one.why.clone() + "\n");
        lacked.chain(self.document.models.iter().map(line)).collect()
    }

    /// The models' ids, those that are not worked out last.
    pub fn ids(&self) -> Vec<String> {
        let lacking = self.document.lacking.iter().map(|model| &model.id);
        self.document.models.iter().map(|model| &model.id).chain(lacking).cloned().collect()
    }
}

/// One line for the models that rest on examples; nothing where none does.
pub fn examples<'m>(models: impl Iterator<Item = &'m PaymentModel>) -> String {
    let ids: Vec<&str> = models.filter(|model| model.is_illustrative()).map(|model| model.id.as_str()).collect();
    let Some((first, others)) = ids.split_first() else { return String::new() };
    let whose = if others.is_empty() { "its" } else { "their" };
    let of = [&[*first], others].concat().join(", ");
    format!(
        "Example weights: the weights of {of}, or how common {whose} conditions are, are examples and not published. What \
         rests on them shows how a model works, not what it would pay.\n"
    )
}
