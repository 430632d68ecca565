//! What the page and the worker that keeps a region say to each other, as JSON. Both ends are the same program. Knows
//! nothing of how it is sent.
use super::{
    fit_order::{FitOrder, Fitted},
    reading::Reading,
    sensitivity::{Key, Resample, Resampled, Swing, Swung},
};
use crate::text::Lang;
use exchange::import::Answers;
use model::comparison::Comparison;
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Make a synthetic region of the catalogue, for a model's conditions.
    Make {
        /// Its id in the catalogue.
        region: String,
        /// The seed of its chance.
        seed: u64,
        /// The id of the model whose conditions its persons have.
        model: String,
    },
    /// Read the file that comes with the order.
    Read {
        /// The id of the model whose conditions are looked for.
        model: String,
        /// What the user has answered.
        answers: Answers,
    },
    /// Work out what needs single persons.
    Pay {
        /// Told back with the answer.
        turn: u32,
        /// One for each of the compared models.
        lanes: Vec<Amounts>,
    },
    /// The outcome as JSON.
    Export {
        /// The model of the scenario.
        model: String,
        /// The scenario, as a scenario file's text.
        scenario: String,
        /// What is told more coarsely than it is; none where all may be told.
        protect: Option<Protect>,
    },
    /// Fit the weights of the scenario's model to the costs.
    Fit(FitOrder),
    /// Work out what an outcome hangs on; the key is told back.
    Swing(Key, Swing),
    /// Draw practices again and again; the key is told back.
    Resample(Key, Resample),
}

/// What a register of the user's own tells more coarsely in what leaves the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protect {
    /// Practices and groups of fewer persons are not told alone.
    pub fewest: u32,
    /// What practices that are put together are called.
    pub together: String,
}

/// The outcome as JSON, with what was protected in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The text.
    pub text: String,
    /// Practices and groups of fewer persons are not told alone in it; none where all are.
    pub fewest: Option<u32>,
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
    /// The region is here; of a file, with what was found in it.
    Ready(Box<Facts>, Option<Reading>),
    /// The file gave no region.
    Refused(Reading),
    /// What needed single persons.
    Paid(Paid),
    /// The outcome as JSON; none for a scenario that cannot be worked out.
    Exported(Option<Exported>),
    /// Weights fitted to the costs; none when they cannot be.
    Fitted(Option<Fitted>),
    /// What an outcome hangs on; none where it cannot be worked out.
    Swung(Key, Option<Swung>),
    /// How sure a change in the spread is; none where it cannot be worked out.
    Resampled(Key, Option<Resampled>),
}

/// A region as the page keeps it: counts and costs by practice, nobody single.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Whether its persons are made up.
    pub synthetic: bool,
    /// The id of the model whose conditions it knows.
    pub model: String,
    /// What each practice is called.
    pub names: Vec<String>,
    /// Listed persons by practice.
    pub listed: Vec<u64>,
    /// Drug cost of a year by practice, in öre.
    pub cost: Vec<u64>,
    /// Persons by practice and class of the frame.
    pub by_class: Vec<u32>,
    /// Persons by practice and factor of the model.
    pub affected: Vec<u32>,
    /// The most factors of the model that any person is paid for.
    pub most_factors: u32,
    /// Whose tables its practices are paid by, in Swedish and in English, where they are another region's.
    pub paid_by: Option<(String, String)>,
    /// Counts by practice of fewer persons are told as others; 0 where they are as they are.
    pub told: u32,
}

impl Facts {
    /// Whose tables its practices are paid by, where they are another region's.
    pub fn paid_by(&self, lang: Lang) -> Option<&str> {
        let (sv, en) = self.paid_by.as_ref()?;
        Some(match lang {
            Lang::Sv => sv,
            Lang::En => en,
        })
    }
}

/// What needs single persons, model by model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paid {
    /// The turn of the order.
    pub turn: u32,
    /// How well each model foretells costs.
    pub predictions: Vec<Prediction>,
    /// By model: the sum over persons of the square of what is paid for each less the carried cost, in öre squared.
    pub net_squared: Vec<f64>,
    /// Groups of persons; none while they are still being worked out.
    pub subgroups: Vec<Subgroup>,
    /// Broad ages, with them.
    pub ages: Vec<Subgroup>,
}

/// How well a model foretells costs; `None` for what the register cannot tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// R².
    pub r_squared: Option<f64>,
    /// Cumming's prediction measure.
    pub cpm: Option<f64>,
    /// Mean absolute prediction error, in öre per person and year.
    pub mape: Option<f64>,
}

/// Persons with something in common, against what they cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subgroup {
    /// What they have in common.
    pub kind: Kind,
    /// How many they are.
    pub persons: u64,
    /// Payment less carried cost by model, in öre per person and year; see [`Self::difference`].
    pub(super) differences: Vec<Difference>,
    /// The same as it may leave the page.
    pub(super) published: Vec<Difference>,
}

impl Subgroup {
    /// Payment less carried cost under the model of a place, exactly or as it may leave the page; none where its amounts are
    /// for the costs of another year.
    pub fn difference(&self, place: usize, comparison: Comparison, leaves: bool) -> Option<Difference> {
        let differences = if leaves { &self.published } else { &self.differences };
        differences.get(place).copied().filter(|_| comparison.has_net())
    }
}

/// What persons have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Ages from the first to the last; no last: and over.
    Ages(u8, Option<u8>),
    /// Women.
    Women,
    /// Men.
    Men,
    /// So many conditions; four is four or more.
    Conditions(u8),
    /// A condition, by its id.
    Condition(String),
    /// A fifth of the practices, from the shortest lists (1) to the longest (5).
    PracticeSize(u8),
}

/// A mean difference with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The mean.
    pub mean: f64,
    /// The interval that chance leaves in 19 cases of 20; none for one person or one practice.
    pub interval: Option<(f64, f64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_no_difference_under_a_model_for_the_costs_of_another_year() {
        let difference = Difference { mean: 1200.0, interval: Some((0.0, 2400.0)) };
        let group = Subgroup {
            kind: Kind::Women,
            persons: 100,
            differences: vec![difference; 2],
            published: vec![difference; 2],
        };
        assert_eq!(group.difference(0, Comparison::OtherYear { meant_for: 2025, costs_of: 2026 }, false), None);
        assert_eq!(group.difference(1, Comparison::OtherTotal, false), Some(difference));
        assert_eq!(group.difference(2, Comparison::Fits, true), None, "no such model");
    }
}
