//! What can be wrong with the texts, said as file, line, message, problem and remedy. It does not know how it is found.
use std::fmt;

/// One thing that is wrong in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// The message.
    pub id: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, id, what, remedy } = self;
        write!(out, "{file}:{line}: {id}: {what}. Remedy: {remedy}.")
    }
}

impl std::error::Error for Problem {}
