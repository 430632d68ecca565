//! Model files: TOML in, checked model types or every problem out.
//!
//! Knows the shape of the files and of the model; knows no file system, no page, and not which models are shipped.

mod check;
mod files;
mod library;
mod problem;
mod read;

pub use files::Files;
pub use library::Library;
pub use problem::{Problem, ProblemKind};
pub use read::read;
