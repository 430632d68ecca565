//! What a reader tells about a file that it has read. Has no wording.
use crate::fingerprint::Fingerprint;
use model::{
    scenario::Scenario,
    value::{Key, Value},
};

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

/// Something that a file's reader should know, though the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The start model itself is another than when the file was written.
    ModelChanged,
    /// The source's own value has changed since the file was written; the user's value stands.
    OriginalDiffers {
        /// Which value.
        key: Key,
        /// The source's value when the file was written.
        then: Value,
        /// The source's value now.
        now: Value,
    },
    /// The model has no such cell, factor or rule any more; the user's value was left out.
    Gone {
        /// Which value.
        key: Key,
        /// The user's value.
        value: Value,
    },
    /// A cell or a factor that no shipped model has: kept as entered, and counted nowhere.
    NotInAnyModel(Key),
    /// Left out of the file on purpose, so it is empty here.
    Withheld(Key),
    /// The fingerprint in the file is not that of the content: something has changed on one side.
    FingerprintDiffers {
        /// As the file has it.
        written: Fingerprint,
        /// Of what was read.
        now: Fingerprint,
    },
}
