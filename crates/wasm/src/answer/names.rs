//! Stable machine names of the core's kinds. Scripts may store them, so a name is never changed within a version.
use model::{citation::Status, quantity::Unit};

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

/// The unit of a figure.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::KrPerMonth => "krPerMonth",
        Unit::KrPerYear => "krPerYear",
        Unit::KrPerPersonMonth => "krPerPersonMonth",
        Unit::Persons => "persons",
        Unit::Share => "share",
        Unit::Factor => "factor",
        Unit::Points => "points",
        Unit::Fte => "fte",
        Unit::PersonsPerFte => "personsPerFte",
        Unit::Doctors => "doctors",
        Unit::Visits => "visits",
        Unit::Hours => "hours",
    }
}
