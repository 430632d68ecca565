//! What a reader tells about a file that it has read. Has no wording.
use crate::fingerprint::Fingerprint;
use model::{
    case_mix::Normalisation,
    cell::Cell,
    id::Id,
    scenario::{ParameterId, Scenario},
};
use rust_decimal::Decimal;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub scenario: Scenario,
    /// The language that it was written in, as `sv` or `en`.
    pub language: Option<String>,
    /// What the reader of the file should know.
    pub notes: Vec<Note>,
}

/// Something that the user has entered, and that a file can leave out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entered {
    /// Listed persons in a cell.
    Listed(Cell),
    /// Persons with a factor.
    Affected(Id),
    /// The drug cost.
    DrugCost,
    /// Listed persons of the staffing calculator.
    StaffingListed,
    /// Persons with a named doctor.
    Named,
}

/// A value of a model or of the guideline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the parameter's unit.
    Number(Decimal),
    /// A budget rule.
    Rule(Normalisation),
}

/// Something that a file's reader should know, though the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The file was of an older version of the format.
    Migrated {
        /// That version.
        from: u64,
    },
    /// The start model itself is another than when the file was written.
    ModelChanged,
    /// The source's own value has changed since the file was written; the user's value stands.
    OriginalDiffers {
        /// Which value.
        parameter: ParameterId,
        /// The source's value when the file was written.
        then: Value,
        /// The source's value now.
        now: Value,
    },
    /// The model has no such cell, factor or rule any more; the user's value was left out.
    Gone {
        /// Which value.
        parameter: ParameterId,
        /// The user's value.
        value: Value,
    },
    /// A cell or a factor that no shipped model has: kept as entered, and counted nowhere.
    NotInAnyModel(Entered),
    /// Left out of the file on purpose, so it is empty here.
    Withheld(Entered),
    /// The fingerprint in the file is not that of the content: something has changed on one side.
    FingerprintDiffers {
        /// As the file has it.
        written: Fingerprint,
        /// Of what was read.
        now: Fingerprint,
    },
}
