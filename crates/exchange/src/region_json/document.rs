//! The whole document, and the models set against the first. Works out nothing about persons.
use super::{
    VERSION,
    amount::Amount,
    published::Protected,
    result::{ModelJson, model},
};
use model::{id::Id, tariff::Tariff};
use register::{rates::Rates, register::Origin, statistics::moved, summary::Summary};
use serde::{Deserialize, Serialize};

/// A region's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The version of the format.
    pub viktat_region: u32,
    /// The version of the program.
    pub viktat: String,
    /// Where the persons come from.
    pub made: Made,
    /// What is coarser in it than it was worked out; none where everything is exact.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub protected: Option<Protected>,
    /// Listed persons.
    pub persons: u64,
    /// Practices.
    pub practices: Vec<PracticeJson>,
    /// One for each model, in the order asked for.
    pub models: Vec<ModelJson>,
    /// What moves when another model takes the first one's place.
    pub changes: Vec<Change>,
}

/// Where persons come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Made {
    /// Made by chance: nobody real.
    Synthetic {
        /// The seed.
        seed: u64,
    },
    /// Someone's own file.
    Own,
}

/// A practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeJson {
    /// Its name.
    pub name: String,
    /// Listed persons.
    pub listed: u64,
    /// Their drug cost, in kronor a year.
    pub drug_cost: Amount,
}

/// One model in another's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The model before.
    pub from: String,
    /// The model after.
    pub to: String,
    /// Kronor a year to those who get more.
    pub gained: f64,
    /// Kronor a year from those who get less.
    pub lost: f64,
    /// Half of all differences, in kronor a year.
    pub moved: f64,
    /// How many get more.
    pub gainers: usize,
    /// How many get less.
    pub losers: usize,
}

impl Change {
    /// What moves, of payments by practice in öre a year.
    pub(super) fn of(before: &(String, &Vec<f64>), after: &(String, &Vec<f64>)) -> Self {
        const ORE: f64 = 100.0;
        let moved = moved(before.1, after.1);
        Self {
            from: before.0.clone(),
            to: after.0.clone(),
            gained: moved.gained / ORE,
            lost: moved.lost / ORE,
            moved: moved.moved / ORE,
            gainers: moved.gainers,
            losers: moved.losers,
        }
    }
}

/// The document of a region: its practices' names and its conditions as in the register, and the tariffs of the models in
/// the order of the summary's lanes. Fits and aims can be put into its models afterwards. `None` when a tariff is not of
/// its lane, or a sum is too large.
pub fn document(
    origin: Origin,
    practices: &[String],
    conditions: &[Id],
    summary: &Summary,
    tariffs: &[Tariff],
) -> Option<Document> {
    let rates: Vec<Rates> = tariffs.iter().map(Rates::of).collect();
    let evaluation = summary.evaluate(&rates);
    let models = tariffs.iter().zip(&evaluation.lanes).enumerate();
    let models = models.map(|(lane, (tariff, result))| model(summary, lane, tariff, result, conditions));
    let names = tariffs.iter().map(|tariff| tariff.model.id.to_string());
    let payments: Vec<(String, &Vec<f64>)> = names.zip(evaluation.lanes.iter().map(|lane| &lane.payment)).collect();
    let changes =
        payments.split_first().map(|(first, others)| others.iter().map(|other| Change::of(first, other)).collect());
    let listed = practices.iter().zip(&summary.practices).map(|(name, sums)| PracticeJson {
        name: name.clone(),
        listed: sums.listed,
        drug_cost: Amount::of_ore(sums.cost),
    });
    Some(Document {
        viktat_region: VERSION,
        viktat: env!("CARGO_PKG_VERSION").to_owned(),
        made: made(origin),
        protected: None,
        persons: summary.practices.iter().map(|sums| sums.listed).sum(),
        practices: listed.collect(),
        models: models.collect::<Option<_>>()?,
        changes: changes.unwrap_or_default(),
    })
}

fn made(origin: Origin) -> Made {
    match origin {
        Origin::Synthetic { seed } => Made::Synthetic { seed },
        Origin::Own => Made::Own,
    }
}
