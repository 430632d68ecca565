//! What the page and the worker that keeps a region say to each other, as JSON. Both ends are the same program. Knows
//! nothing of how it is sent.
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Make a synthetic region of the catalogue, for a model's conditions.
    Make {
        /// Its place in the catalogue.
        region: usize,
        /// The seed of its chance.
        seed: u64,
        /// The id of the model whose conditions its persons have.
        model: String,
    },
    /// Read the file that comes with the order.
    Read {
        /// The file's name.
        name: String,
        /// The id of the model whose conditions are looked for.
        model: String,
    },
    /// Work out what needs single persons.
    Pay {
        /// Told back with the answer.
        turn: u32,
        /// One for each of the compared models.
        lanes: Vec<Amounts>,
    },
}

/// What a model pays, in öre per person and year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amounts {
    /// By cell of the model's bands.
    pub cells: Vec<f64>,
    /// By factor.
    pub factors: Vec<f64>,
    /// The share of the cost that the practice carries.
    pub cost_share: f64,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The region is here.
    Ready(Facts),
    /// The file is no region, or not only: everything that was found.
    Refused(Refusal),
    /// What needed single persons.
    Paid(Paid),
}
