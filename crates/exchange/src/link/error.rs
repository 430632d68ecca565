//! Why a link was not read, as data. Has no wording: the page makes the sentence.
use model::{id::Id, value::Key};

/// What is wrong with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The text has no scenario in it.
    NotALink,
    /// More text than is read.
    TooLong {
        /// The most characters that are read.
        max: usize,
    },
    /// A version that only a later Viktat can read.
    FromTheFuture {
        /// The link's version.
        version: u32,
        /// The newest that is read here.
        newest: u32,
    },
    /// A character that no link has.
    Unexpected {
        /// The character.
        character: char,
        /// Where it stands after `?s=`, from 1.
        position: usize,
    },
    /// The end is missing.
    CutShort {
        /// How many characters are missing.
        missing: usize,
    },
    /// The characters do not belong together: one of them is another than was written.
    Mistyped,
    /// The model is not shipped.
    UnknownModel {
        /// The model.
        model: Id,
        /// Those that are.
        known: Vec<Id>,
    },
    /// The model has other age bands or factors than when the link was made, so its values cannot be placed.
    ModelChanged {
        /// The model.
        model: Id,
    },
    /// A value outside the bounds that hold for it.
    OutOfBounds {
        /// Which value.
        key: Key,
    },
    /// Nothing was mistyped, but no Viktat wrote this.
    Malformed,
}
