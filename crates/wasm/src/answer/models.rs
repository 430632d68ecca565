//! The answer of `listModels`: what can be asked about, with its names, amounts and sources.
use super::{
    citation::{Citation, Text},
    decimal, names,
    outcome::Cell,
};
use crate::VERSION;
use catalog::Catalogue;
use model::{age::Age, case_mix::WeightUnit, citation, measure::Measure, payment_model::PaymentModel, value::Value};
use serde::Serialize;

/// Every shipped model and every source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelsAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// The models.
    pub models: Vec<Model>,
    /// The sources that citations name.
    pub sources: Vec<SourceRow>,
}

/// A payment model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub about: Text,
    /// The year it is for.
    pub year: u16,
    /// The year of the drug costs that its amounts are meant for.
    pub cost_year: u16,
    /// How firm it is.
    pub status: &'static str,
    /// Whether any weight is an example.
    pub illustrative: bool,
    /// Where it is described.
    pub citation: Citation,
    /// The share of the drug cost that the practice carries.
    pub cost_share: String,
    /// The age bands of its list.
    pub bands: Vec<BandRow>,
    /// The table by age and sex, before any normalisation; empty without one.
    pub rates: Vec<RateRow>,
    /// The budget rule; none without conditions.
    pub normalisation: Option<String>,
    /// `krPerPersonMonth` or `points`; none without conditions.
    pub weight_unit: Option<&'static str>,
    /// What it pays for besides age and sex.
    pub factors: Vec<Factor>,
}

/// Ages from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BandRow {
    /// First age.
    pub low: Age,
    /// Last age; none for "and over".
    pub high: Option<Age>,
}

/// One amount of the table, in kronor per listed and month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RateRow {
    /// Sex and ages.
    #[serde(flatten)]
    pub cell: Cell,
    /// The amount.
    pub rate: String,
}

/// A condition, an interaction or a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Factor {
    /// Its id.
    pub id: String,
    /// `condition`, `interaction` or `count`.
    pub kind: &'static str,
    /// Its name.
    pub name: Text,
    /// Its weight.
    pub weight: String,
    /// Where the weight comes from.
    pub citation: Citation,
}

/// A document or a data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    /// What citations name it by.
    pub id: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date.
    pub date: String,
    /// What it is.
    pub about: Text,
}

impl From<&Catalogue> for ModelsAnswer {
    fn from(catalogue: &Catalogue) -> Self {
        Self {
            version: VERSION,
            models: catalogue.models.iter().map(|model| (&**model).into()).collect(),
            sources: catalogue.sources.iter().map(SourceRow::from).collect(),
        }
    }
}

impl From<&PaymentModel> for Model {
    fn from(model: &PaymentModel) -> Self {
        let mix = model.case_mix();
        Self {
            id: model.id.to_string(),
            name: (&model.name).into(),
            about: (&model.about).into(),
            year: model.year,
            cost_year: model.cost_year,
            status: names::status(model.status),
            illustrative: model.is_illustrative(),
            citation: (&*model.citation).into(),
            cost_share: decimal(model.cost_share.value.decimal()),
            bands: model.bands.bands().iter().map(|band| BandRow { low: band.low, high: band.high }).collect(),
            rates: rates(model),
            normalisation: mix.map(|mix| Value::from(mix.normalisation).to_string()),
            weight_unit: mix.map(|mix| match mix.unit {
                WeightUnit::Kronor => "krPerPersonMonth",
                WeightUnit::Points { .. } => "points",
            }),
            factors: factors(model),
        }
    }
}

fn rates(model: &PaymentModel) -> Vec<RateRow> {
    let rows = model.capitation().into_iter().flat_map(|table| table.rates.iter());
    rows.map(|(cell, rate)| RateRow { cell: cell.into(), rate: decimal(rate.value.decimal()) }).collect()
}

/// In the order of the core: conditions, then interactions, then counts.
fn factors(model: &PaymentModel) -> Vec<Factor> {
    let Some(mix) = model.case_mix() else { return Vec::new() };
    let conditions = mix.conditions.iter().map(|_| "condition");
    let kinds =
        conditions.chain(mix.interactions.iter().map(|_| "interaction")).chain(mix.counts.iter().map(|_| "count"));
    let factor = |(factor, kind): (model::case_mix::PaidFactor<'_>, &'static str)| Factor {
        id: factor.id.to_string(),
        kind,
        name: factor.name.into(),
        weight: decimal(factor.weight.value.decimal()),
        citation: (&*factor.weight.citation).into(),
    };
    mix.factors().zip(kinds).map(factor).collect()
}

impl From<&citation::Source> for SourceRow {
    fn from(source: &citation::Source) -> Self {
        Self {
            id: source.id.to_string(),
            title: source.title.to_string(),
            publisher: source.publisher.to_string(),
            date: source.date.to_string(),
            about: (&source.about).into(),
        }
    }
}
