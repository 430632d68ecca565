//! The answer of `staffing`.
use super::figure_text;
use crate::{VERSION, request::DOCTORS};
use model::staffing::{staff::Inputs, staffing};
use serde::Serialize;

/// What the doctors cover by the guideline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StaffingAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// Persons that the specialists cover.
    pub by_specialists: String,
    /// Persons that the ST doctors cover.
    pub by_st: String,
    /// Persons that all cover.
    pub capacity: String,
    /// Listed beyond the capacity; negative when the capacity is larger.
    pub gap: String,
    /// The gap in full-time specialists.
    pub gap_fte: Option<String>,
    /// Full-time specialists for the whole list, without ST doctors.
    pub need: Option<String>,
    /// Listed per full-time specialist; none without specialists.
    pub per_specialist: Option<String>,
    /// Capacity by listed; none when nobody is listed.
    pub coverage: Option<String>,
    /// Doctors who were told by heads alone, and what each was counted as.
    pub heads_only: Vec<HeadsOnly>,
}

/// An assumption that the figures rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeadsOnly {
    /// Whose: the name of the group in the request's keys.
    pub doctors: &'static str,
    /// Heads.
    pub heads: String,
    /// The full-time equivalent of one.
    pub fte_each: String,
}

impl StaffingAnswer {
    /// The answer to a request.
    pub fn new(of: &Inputs<'_>) -> Self {
        let outcome = staffing(of);
        let heads = DOCTORS.iter().filter_map(|group| {
            let heads = figure_text(&of.heads_only(group.kind())?);
            Some(HeadsOnly { doctors: group.key(), heads, fte_each: figure_text(&of.fte_each(*group)) })
        });
        Self {
            version: VERSION,
            by_specialists: figure_text(&outcome.by_specialists),
            by_st: figure_text(&outcome.by_st),
            capacity: figure_text(&outcome.capacity),
            gap: figure_text(&outcome.gap),
            gap_fte: outcome.gap_fte.as_ref().map(figure_text),
            need: outcome.need.as_ref().map(figure_text),
            per_specialist: outcome.per_specialist.as_ref().map(figure_text),
            coverage: outcome.coverage.as_ref().map(figure_text),
            heads_only: heads.collect(),
        }
    }
}
