//! Why a command did not do what it was asked, and the exit code for it.
use std::{fmt, io, path::Path};

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
        /// Which, after the option that it was given by, where it was.
        name: String,
        /// Why.
        error: io::Error,
    },
}

impl Failure {
    /// One thing that is wrong in a file.
    pub fn content(line: impl Into<String>) -> Self {
        Self::Content(vec![line.into()])
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: io::Error) -> Self {
        Self::File { name: path.display().to_string(), error }
    }

    /// The same of a file that was given by this option.
    pub fn of(self, option: &str) -> Self {
        match self {
            Self::File { name, error } => Self::File { name: format!("{option} {name}"), error },
            other => other,
        }
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
            Self::File { name, error } => write!(f, "{name}: {}", why(error)),
        }
    }
}

/// The cause and the remedy.
fn why(error: &io::Error) -> String {
    let said = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder. Correct the name, or make the folder first.",
        io::ErrorKind::IsADirectory => "this is a folder. Give a file.",
        io::ErrorKind::NotADirectory => "what stands before the last / is no folder. Correct the name.",
        io::ErrorKind::PermissionDenied => "the file may not be read or written. Ask for leave, or give another.",
        io::ErrorKind::AlreadyExists => "there is such a file. Give another name, or --force to write over it.",
        io::ErrorKind::StorageFull => "the disk is full. Make room, or give another place.",
        io::ErrorKind::InvalidData => "the file is no text in UTF-8. Save it so.",
        _ => return format!("{error}. Give another file."),
    };
    said.to_owned()
}
