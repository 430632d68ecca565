//! Stable machine names of the core's kinds. Scripts may store them, so a name is never changed within a version.
use model::citation::Status;

/// How firm a figure is.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Decided => "decided",
        Status::Guideline => "guideline",
        Status::Reported => "reported",
        Status::Reading => "reading",
        Status::Proposed => "proposed",
        Status::Illustrative => "illustrative",
    }
}
