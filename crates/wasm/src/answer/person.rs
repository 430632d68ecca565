//! The answer of `simulatePerson`.
use super::{figure_text, outcome::OutcomeLine};
use crate::{VERSION, request::PersonRequest};
use model::case_mix;
use serde::Serialize;

/// What the practice is paid a month for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// The model's id.
    pub model: String,
    /// Whether any weight in use is an example.
    pub illustrative: bool,
    /// Age and sex first, then factors.
    pub lines: Vec<OutcomeLine>,
    /// The sum of the lines, in kronor a month.
    pub payment: String,
    /// Conditions that the person has but that are not paid for.
    pub dropped: Vec<Dropped>,
}

/// A condition that is not paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// The condition's id.
    pub condition: String,
    /// The condition that includes it, where there is one.
    pub by: Option<String>,
    /// `limits`, `combined`, `precondition` or `hierarchy`.
    pub because: &'static str,
}

impl From<&case_mix::Dropped> for Dropped {
    fn from(dropped: &case_mix::Dropped) -> Self {
        let (because, by) = match &dropped.by {
            case_mix::DroppedBy::Limits => ("limits", None),
            case_mix::DroppedBy::Combined(id) => ("combined", Some(id)),
            case_mix::DroppedBy::Precondition => ("precondition", None),
            case_mix::DroppedBy::Hierarchy(id) => ("hierarchy", Some(id)),
        };
        Self { condition: dropped.condition.to_string(), by: by.map(ToString::to_string), because }
    }
}

impl From<&PersonRequest> for PersonAnswer {
    fn from(PersonRequest { tariff, person }: &PersonRequest) -> Self {
        let (outcome, flags) = tariff.person(person);
        Self {
            version: VERSION,
            model: tariff.model.id.to_string(),
            illustrative: tariff.model.is_illustrative(),
            lines: outcome.lines.iter().map(OutcomeLine::from).collect(),
            payment: figure_text(&outcome.payment),
            dropped: flags.dropped.iter().map(Dropped::from).collect(),
        }
    }
}
