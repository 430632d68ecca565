//! What the page and the worker that keeps a region say to each other: what the register crate asks for and gives, with
//! what the page needs beside it. Knows nothing of how it is sent.
use super::{changes::Changed, reading::Reading};
use model::{comparison::Comparison, id::Id, localized::Localized, measure::Share};
use register::{
    bootstrap::SpreadChange,
    evaluate::Prediction,
    fit::{Fit, FitOptions},
    ingest::Choices,
    merge::coarse,
    rates::Rates,
    statistics::{Difference, Subgroup, SubgroupKind},
    summary::Counts,
    tornado::{Outcome, Tornado},
};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Make a synthetic region of the catalogue, for a model's conditions.
    Make {
        /// Its id in the catalogue.
        region: Id,
        /// The seed of its chance.
        seed: u64,
        /// The model whose conditions its persons have.
        model: Id,
    },
    /// Read the file that comes with the order.
    Read {
        /// The model whose conditions are looked for.
        model: Id,
        /// What the user has said of the file.
        choices: Choices,
    },
    /// Work out what needs single persons.
    Pay {
        /// Told back with the answer.
        revision: u32,
        /// One for each of the compared models, in öre per person and year.
        lanes: Vec<Rates>,
    },
    /// The outcome as JSON.
    Export {
        /// The scenario's model.
        scenario: Changed,
        /// What is told more coarsely than it is; none where all may be told.
        protect: Option<Protect>,
    },
    /// Fit the weights of the scenario's model to the costs.
    Fit(FitOrder),
    /// Work out what an outcome hangs on.
    Swing(Swing),
    /// Draw practices again and again.
    Resample(Resample),
}

/// What the worker answers; what may be asked anew before it is answered is told back with its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The region is here; of a file, with what was found in it.
    Ready(Facts, Counts, Option<Reading>),
    /// The file gave no region.
    Refused(Reading),
    /// What needed single persons.
    Paid(Paid),
    /// The outcome as JSON; none for a scenario that cannot be worked out.
    Exported(Option<Exported>),
    /// Weights fitted to the costs; none when they cannot be.
    Fitted(Option<Fitted>),
    /// What an outcome hangs on; none where it cannot be worked out.
    Swung(Swing, Option<Tornado>),
    /// How sure a change in the spread is; none where it cannot be worked out.
    Resampled(Resample, Option<SpreadChange>),
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

/// What is known of a region beside its counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Whether its persons are made up.
    pub synthetic: bool,
    /// The model whose conditions it knows.
    pub model: Id,
    /// Its conditions, by place.
    pub conditions: Vec<Id>,
    /// What each practice is called.
    pub names: Vec<String>,
    /// The most factors of the model that any person is paid for.
    pub most_factors: u32,
    /// Whose tables its practices are paid by, where they are another region's.
    pub paid_by: Option<Localized>,
    /// Counts by practice of fewer persons are told as others; 0 where they are as they are.
    pub told: u32,
    /// Whether it is made of lists by sex and age: of single persons nothing is known.
    pub is_of_lists: bool,
    /// Whether its persons by condition are estimated from its lists.
    pub is_estimated: bool,
}

impl Facts {
    /// Of persons of the user's own, for a model, before anything is known of them.
    pub fn of(model: Id) -> Self {
        Self {
            synthetic: false,
            model,
            conditions: Vec::new(),
            names: Vec::new(),
            most_factors: 0,
            paid_by: None,
            told: 0,
            is_of_lists: false,
            is_estimated: false,
        }
    }
}

/// What needs single persons.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paid {
    /// The turn of the order.
    pub revision: u32,
    /// Model by model.
    pub lanes: Vec<LanePaid>,
}

/// The same of one model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LanePaid {
    /// How well it foretells costs.
    pub prediction: Prediction,
    /// The sum over persons of the square of what is paid for each less the carried cost, in öre squared.
    pub net_squared: f64,
    /// Groups of persons, the same for every model; none while they are still being worked out.
    pub subgroups: Vec<Subgroup>,
    /// Broad ages, with them.
    pub ages: Vec<Subgroup>,
}

impl Paid {
    /// The groups and the broad ages, as the first model has them.
    pub fn groups(&self) -> (&[Subgroup], &[Subgroup]) {
        self.lanes.first().map_or((&[], &[]), |lane| (&lane.subgroups, &lane.ages))
    }

    /// Payment less carried cost of a group under the model of a place, exactly or as it may leave the page; none where
    /// its amounts are for the costs of another year.
    pub fn difference(
        &self,
        (place, comparison): (usize, Comparison),
        kind: SubgroupKind,
        leaves: bool,
    ) -> Option<Difference> {
        let lane = self.lanes.get(place).filter(|_| comparison.has_net())?;
        let group = lane.subgroups.iter().chain(&lane.ages).find(|group| group.kind == kind)?;
        Some(if leaves { coarse(group) } else { group.difference })
    }
}

/// How the weights are to be fitted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitOrder {
    /// The part of the cost that the payment is to follow.
    pub cost_share: f64,
    /// Signs, penalty and the least number of persons.
    pub options: FitOptions,
    /// So many parts of practices, each predicted from the others; none: every practice by itself.
    pub parts: Option<u16>,
}

/// Fitted weights and how well they follow the costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// What was asked for.
    pub order: FitOrder,
    /// The weights.
    pub fit: Fit,
    /// The share of the squares that is followed on practices that had no part in the weights.
    pub crossed: Option<f64>,
}

/// A question of what an outcome hangs on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// The model.
    pub model: Changed,
    /// Its place among the compared.
    pub lane: usize,
    /// The outcome.
    pub outcome: Outcome,
    /// How much everything is moved.
    pub share: Share,
    /// What is told more coarsely in the region that it is asked of; none where all may be told.
    pub protect: Option<Protect>,
}

/// A question of how sure a change in the spread is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resample {
    /// Nets per listed before, by practice.
    pub before: Vec<f64>,
    /// Nets per listed after.
    pub after: Vec<f64>,
    /// The seed of the chance.
    pub seed: u64,
    /// How many times practices are drawn.
    pub times: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::sex::Sex;

    #[test]
    fn a_group_has_no_difference_under_a_model_for_the_costs_of_another_year() {
        let difference = Difference { per_person: 1200.0, ratio: None, low: Some(0.0), high: Some(2400.0) };
        let kind = SubgroupKind::Sex(Sex::Woman);
        let group = Subgroup { kind, persons: 100, payment: 240_000.0, carried: 120_000.0, difference };
        let lane = LanePaid { subgroups: vec![group], ..LanePaid::default() };
        let paid = Paid { revision: 0, lanes: vec![lane.clone(), lane] };
        let other_year = Comparison::OtherYear { meant_for: 2025, costs_of: 2026 };
        assert_eq!(paid.difference((0, other_year), kind, false), None);
        assert_eq!(paid.difference((1, Comparison::OtherTotal), kind, false), Some(difference));
        assert_eq!(paid.difference((2, Comparison::Fits), kind, true), None, "no such model");
    }
}
