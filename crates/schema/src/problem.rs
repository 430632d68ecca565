//! What is wrong in a file, where, and what to do about it. Written for those who write model files.
use std::fmt;

/// The kind of a problem, for tests and for sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// The text is not TOML.
    Syntax,
    /// The file's name says nothing of what it holds.
    UnknownFile,
    /// A file that must be there is not.
    MissingFile,
    /// A key that no reader asks for.
    UnknownKey,
    /// A key that must be there is not.
    MissingKey,
    /// Two keys of which only one may be there.
    Conflict,
    /// A value of another type.
    WrongType,
    /// Text that must not be empty.
    EmptyText,
    /// An id with other letters than it may have.
    BadId,
    /// A date of another form.
    BadDate,
    /// A word that is not one of the known ones.
    UnknownWord,
    /// An amount that cannot be read.
    BadAmount,
    /// An amount with more than four decimals.
    TooManyDecimals,
    /// A number below or above what it may be.
    OutOfRange,
    /// An age band that cannot be read.
    BadBand,
    /// The age bands do not cover every age once.
    Bands,
    /// The bands of two tables differ.
    BandsDiffer,
    /// A source that `sources.toml` does not have.
    UnknownSource,
    /// An id that nothing has.
    UnknownReference,
    /// An id that something else has.
    Duplicate,
    /// Not a class of the ATC classification.
    BadAtc,
    /// A proxy that nothing, or everything, would meet.
    EmptyTrigger,
    /// More rows than a model may have.
    TooMany,
    /// Ages of a prevalence curve that do not rise.
    AnchorsNotRising,
    /// A cell of a reference population with nobody in it.
    EmptyCell,
    /// A rule that names its own subject.
    NamesItself,
    /// A weight below zero where the model does not allow it.
    NegativeWeight,
    /// A cell whose base would be below zero.
    NegativeBase,
    /// The amounts cannot be worked out.
    Tariff,
}

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// What is wrong, in a sentence.
    pub what: String,
    /// What to do about it, in a sentence.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} Remedy: {}", self.file, self.line, self.what, self.remedy)
    }
}

impl std::error::Error for Problem {}
