//! The answer of `staffing`.
use super::figure_text;
use crate::VERSION;
use model::staffing::StaffingOutcome;
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
}

impl From<&StaffingOutcome> for StaffingAnswer {
    fn from(outcome: &StaffingOutcome) -> Self {
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
        }
    }
}
