//! Why a command did not do what it was asked, and the exit code for it.
use std::{fmt, io, path::PathBuf};

/// The exit code when a file's content is wrong.
pub const CONTENT: u8 = 1;
/// The exit code when the arguments are wrong.
pub const ARGUMENTS: u8 = 2;
/// The exit code when a file cannot be read or written.
pub const FILE: u8 = 3;

/// What went wrong.
#[derive(Debug)]
pub enum Failure {
    /// The content of a file: one line for each thing that is wrong, with its place and remedy.
    Content(Vec<String>),
    /// The arguments.
    Arguments(String),
    /// A file cannot be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Failure {
    /// One thing that is wrong in a file.
    pub fn content(line: impl Into<String>) -> Self {
        Self::Content(vec![line.into()])
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Content(_) => CONTENT,
            Self::Arguments(_) => ARGUMENTS,
            Self::File { .. } => FILE,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(lines) => f.write_str(&lines.join("\n")),
            Self::Arguments(what) => f.write_str(what),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}
