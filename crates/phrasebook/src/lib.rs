//! Fluent files in, typed Rust functions out: a library for build scripts.
//!
//! [`generate`] makes one Rust source from one Fluent file a language. Each message becomes a function, so a missing
//! text or a wrong placeholder does not compile, and a text that nothing shows is a dead-code warning.
//! It does not know what the texts say, who shows them, or how a number is formatted.

mod book;
mod build_script;
mod compare;
mod cut;
mod emit;
mod lower;
mod name;
mod parameter;
mod piece;
mod problem;
mod select;
mod source;
mod translation;

pub use build_script::build;
pub use problem::{Problem, ProblemKind};
pub use source::Source;

/// The Rust source of the texts in `files`, the first of which is the reference language: its messages, their order
/// and their variables are what the others are held to. The same files always give the same source.
///
/// The source is made to be included in a module of its own (`include!(concat!(env!("OUT_DIR"), "/texts.rs"))`). It
/// holds `Lang` (a variant a language), `Texts { lang }` and, on `Texts`, a method a message or attribute:
/// `brief-title` is `brief_title`, its `.label` is `brief_title_label`. A text without variables is a `&'static str`,
/// any other a `String`. The parameters come in the order in which the reference language first mentions them: a
/// number that selects a plural form is a `u64`, all else is a `&str` that is shown as it is.
///
/// # Errors
/// Every [`Problem`] of every file, by file and line.
pub fn generate(files: &[Source<'_>]) -> Result<String, Vec<Problem>> {
    let mut problems = source::check(files);
    let translations: Vec<_> = files.iter().map(|file| translation::translate(file, &mut problems)).collect();
    compare::against_first(&translations, &mut problems);
    name::check(&translations, &mut problems);
    if problems.is_empty() { Ok(emit::module(&translations)) } else { Err(problem::in_order(problems, files)) }
}
