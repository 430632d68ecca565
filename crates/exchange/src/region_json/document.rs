//! The whole document, and the models set against the first. Works out nothing about persons.
use super::{
    VERSION,
    amount::Amount,
    mark::Mark,
    published::Protected,
    result::{ModelJson, model},
};
use model::{comparison::Comparison, id::Id, tariff::Tariff};
use register::{rates::Rates, register::Origin, statistics::moved, summary::Summary};
use serde::{Deserialize, Serialize};

/// A region's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// The version of the format.
    pub viktat_region: u32,
    /// The version of the program.
    pub viktat: String,
    /// Where the persons come from.
    pub made: Origin,
    /// What is coarser in it than it was worked out; none where everything is exact.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub protected: Option<Protected>,
    /// What else is to be said of the whole; none where nothing is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<String>,
    /// Listed persons.
    pub persons: u64,
    /// The year of the drug costs.
    pub cost_year: u16,
    /// Practices.
    pub practices: Vec<PracticeJson>,
    /// One for each model that is worked out, in the order asked for.
    pub models: Vec<ModelJson>,
    /// Models that are not: the region does not tell of every condition that they pay for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub lacking: Vec<LackingJson>,
    /// What moves when another model takes the place of the first that is for the costs' year; nothing where none is.
    pub changes: Vec<Change>,
}

/// A model that is not worked out for the region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LackingJson {
    /// The model.
    pub id: String,
    /// The conditions that it pays for and the region does not tell of.
    pub conditions: Vec<String>,
}

/// A practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PracticeJson {
    /// Its name.
    pub name: String,
    /// Listed persons.
    pub listed: u64,
    /// Their drug cost, in kronor a year.
    pub drug_cost: Amount,
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

/// One model in another's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The model before.
    pub from: String,
    /// The model after.
    pub to: String,
    /// Kronor a year to those who get more; `None` where the amounts are meant for costs of different years.
    pub gained: Option<f64>,
    /// Kronor a year from those who get less; `None` as for `gained`.
    pub lost: Option<f64>,
    /// Half of all differences, in kronor a year; `None` where the sum differs too, and of one practice.
    pub moved: Option<f64>,
    /// How many get more; `None` as for `gained`.
    pub gainers: Option<usize>,
    /// How many get less; `None` as for `gained`.
    pub losers: Option<usize>,
    /// The mark of made-up persons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<Mark>,
}

/// Where persons and their costs come from.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// Where the persons come from.
    pub origin: Origin,
    /// The year of their drug costs.
    pub cost_year: u16,
    /// The place of the model that others are set against; `None` where none is for the year of the costs, so that nothing
    /// is set against them and nothing moves.
    pub today: Option<usize>,
    /// The practices' names, as in the register.
    pub practices: &'a [String],
    /// The conditions, as in the register.
    pub conditions: &'a [Id],
}

/// The document of a region and of the tariffs of the models in the order of the summary's lanes. Fits and aims can be put
/// into its models afterwards. `None` when a tariff is not of its lane, or a sum is too large.
pub fn document(of: &Of<'_>, summary: &Summary, tariffs: &[Tariff]) -> Option<Document> {
    let Of { origin, cost_year, today, practices, conditions } = *of;
    let in_force = today.and_then(|place| tariffs.get(place));
    if today.is_some() && in_force.is_none() {
        return None;
    }
    let comparison = |tariff: &Tariff| match in_force {
        Some(in_force) => Comparison::of(&tariff.model, &in_force.model, cost_year),
        None => Comparison::with_costs(&tariff.model, cost_year),
    };
    let rates: Vec<Rates> = tariffs.iter().map(Rates::of).collect();
    let evaluation = summary.evaluate(&rates);
    let models = tariffs.iter().zip(&evaluation.lanes).enumerate();
    let models =
        models.map(|(lane, (tariff, result))| model(summary, lane, (tariff, comparison(tariff)), result, conditions));
    let payments: Vec<(&Tariff, &Vec<f64>)> =
        tariffs.iter().zip(evaluation.lanes.iter().map(|lane| &lane.payment)).collect();
    let others = || payments.iter().enumerate().filter(|(lane, _)| Some(*lane) != today);
    let before = today.and_then(|place| payments.get(place));
    let changes = before.into_iter().flat_map(|before| others().map(|(_, after)| change(before, after)));
    let listed = practices.iter().zip(&summary.practices).map(|(name, sums)| PracticeJson {
        name: name.clone(),
        listed: sums.listed,
        drug_cost: Amount::of_ore(sums.cost),
        mark: None,
    });
    let mut document = Document {
        viktat_region: VERSION,
        viktat: env!("CARGO_PKG_VERSION").to_owned(),
        made: origin,
        protected: None,
        note: None,
        cost_year,
        persons: summary.practices.iter().map(|sums| sums.listed).sum(),
        practices: listed.collect(),
        models: models.collect::<Option<_>>()?,
        lacking: Vec::new(),
        changes: changes.collect(),
    };
    if let Some(mark) = Mark::of(origin) {
        document.mark(mark);
    }
    Some(document)
}

fn change((before, from): &(&Tariff, &Vec<f64>), (after, to): &(&Tariff, &Vec<f64>)) -> Change {
    const ORE: f64 = 100.0;
    let comparison = Comparison::of(&after.model, &before.model, before.model.cost_year);
    let found = moved(from, to);
    let same_year = comparison.has_net().then_some(found);
    Change {
        from: before.model.id.to_string(),
        to: after.model.id.to_string(),
        gained: same_year.map(|moved| moved.gained / ORE),
        lost: same_year.map(|moved| moved.lost / ORE),
        moved: (comparison.has_redistribution() && from.len() > 1).then_some(found.moved / ORE),
        gainers: same_year.map(|moved| moved.gainers),
        losers: same_year.map(|moved| moved.losers),
        mark: None,
    }
}
