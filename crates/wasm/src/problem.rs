//! What is wrong with a request: every problem with its place, in plain data that can be thrown.
use crate::{VERSION, value::short};
use serde::Serialize;
use std::collections::BTreeMap;

/// The kind of a problem, as `unknown-model`. Scripts may branch on it; the message is for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A value of another kind than wanted, such as a number for a decimal.
    WrongType,
    /// A member that must be there is not.
    MissingField,
    /// A member that the request does not have.
    UnknownField,
    /// A request of another version.
    UnsupportedVersion,
    /// Too long, too deep or too much.
    TooLarge,
    /// Reading the value threw an error.
    Unreadable,
    /// A number that is not whole, or not exact in JavaScript.
    NotWhole,
    /// A text that is no decimal.
    NotDecimal,
    /// A number outside its range.
    OutOfRange,
    /// A text that is not one of the allowed ones.
    UnknownValue,
    /// No shipped model has the id.
    UnknownModel,
    /// The model has no such condition.
    UnknownCondition,
    /// No value that the request takes has the name.
    UnknownKey,
    /// The model's table has other age bands.
    UnknownBand,
    /// Not the form of an ATC code.
    InvalidAtc,
    /// Nobody is listed, or nothing is told of conditions.
    Empty,
    /// More persons with a factor than are listed.
    MoreThanListed,
    /// The conditions bring more than the table has in a cell.
    NegativeBase,
    /// A weight below zero, which the model does not allow.
    NegativeWeight,
    /// The budget rule cannot be applied.
    CannotNormalise,
    /// The figure does not exist for this request.
    NoSuchFigure,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// Where it is, as `dispensed[3].ddd`; empty for the request itself.
    pub path: String,
    /// What is wrong and what to do, in English.
    pub message: String,
    /// The particulars by name, as `given` and `allowed`.
    pub detail: BTreeMap<&'static str, String>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(code: Code, path: &Path, message: impl Into<String>) -> Self {
        Self { code, path: path.0.clone(), message: message.into(), detail: BTreeMap::new() }
    }

    /// With one more particular.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.detail.insert(name, value.to_string());
        self
    }
}

/// Every problem of a request: what is thrown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Errors {
    /// [`VERSION`].
    pub version: u32,
    /// At least one.
    pub errors: Vec<Problem>,
}

/// A value could not be read, and its problem has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told(());

/// A value, or a problem that has been told.
pub type Read<T> = Result<T, Told>;

/// The problems met so far.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Keeps the problem.
    pub fn tell(&mut self, problem: Problem) -> Told {
        self.0.push(problem);
        Told(())
    }

    /// What was read, unless there is a problem anywhere.
    pub fn unless_any<T>(self, read: Read<T>) -> Result<T, Errors> {
        match read {
            Ok(value) if self.0.is_empty() => Ok(value),
            _ => Err(Errors { version: VERSION, errors: self.0 }),
        }
    }
}

/// A place in a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// A member of this place.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        let dot = if self.0.is_empty() { "" } else { "." };
        if plain && !name.is_empty() {
            Self(format!("{}{dot}{}", self.0, short(name)))
        } else {
            Self(format!("{}[{:?}]", self.0, short(name)))
        }
    }

    /// An item of this place.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }
}
