//! Fluent files in, typed Rust functions out: a library for build scripts.
//!
//! [`generate`] makes one Rust source from one Fluent file a language and part of the program. Each message becomes a function, so a missing
//! text or a wrong placeholder does not compile, and a text that nothing shows is a dead-code warning.
//! It does not know what the texts say, who shows them, or how a number is formatted.

mod book;
mod build_script;
mod compare;
mod cut;
mod emit;
mod emit_lang;
mod files;
mod lower;
mod name;
mod parameter;
mod part;
mod piece;
mod problem;
mod select;
mod source;
mod table;
mod translation;

pub use build_script::build;
pub use files::Files;
pub use problem::{Problem, ProblemKind};
pub use source::Source;

use part::Part;

/// The Rust source of the texts in `files`, the first of which is the reference language: its messages, their order
/// and their variables are what the others are held to. The same files always give the same source.
///
/// The source is made to be included in a module of its own (`include!(concat!(env!("OUT_DIR"), "/texts.rs"))`). It
/// holds `Lang` (a variant a language), `Texts { lang }` and, on `Texts`, a method a message or attribute:
/// `brief-title` is `brief_title`, its `.label` is `brief_title_label`. A text without variables is a `&'static str`,
/// any other a `String`. The parameters come in the order in which the reference language first mentions them: a
/// number that selects a plural form is a `u64`, all else is a `&str` that is shown as it is.
///
/// The reference language's texts are in the source: a constant a part, `Part::FIRST` for `first`, so that a part's
/// texts are where the code that mentions the constant is. `Part::keep` makes them known. The module that includes
/// the source names those that are known from the beginning: `const AT_HAND: &[Part]`. Until a part is known its texts
/// are empty; so that this can be ruled out, no method of a part but the first is inlined, and what was compiled shows
/// by their names ([`methods`]) where they are called.
///
/// The other languages' texts are in their [`table`]s, of all parts, which `Lang::load` takes when they are wanted;
/// until then, their texts are the reference language's. Only a message that selects, or has more than eight
/// variables, in any language, is in the source in every language.
///
/// # Errors
/// Every [`Problem`] of every file, by file and line.
pub fn generate(files: &[Source<'_>]) -> Result<String, Vec<Problem>> {
    checked(files).map(|parts| emit::module(&parts))
}

/// What `Lang::load`, in the source that [`generate`] makes of the same `files`, takes for this language: part by
/// part in the order of the reference language, each text after a U+001E, with the control characters U+0001 to U+0008
/// for the variables. It begins with a fingerprint of the messages and variables, so that a table of other texts is
/// refused.
///
/// # Errors
/// Every [`Problem`] of every file, by file and line; or that no file is of the language.
pub fn table(files: &[Source<'_>], lang: &str) -> Result<String, Vec<Problem>> {
    let parts = checked(files)?;
    let kind = || ProblemKind::NoFile(lang.to_owned());
    let nth = source::langs(files).iter().position(|one| *one == lang);
    let nth = nth.ok_or_else(|| vec![Problem { file: String::new(), line: 0, id: None, kind: kind() }])?;
    Ok(table::table(&parts, nth))
}

/// The names of the methods of each part's texts, as the compiler writes them: the parts in the order of the files.
///
/// # Errors
/// Every [`Problem`] of every file, by file and line.
pub fn methods(files: &[Source<'_>]) -> Result<Vec<(String, Vec<String>)>, Vec<Problem>> {
    let parts = checked(files)?;
    let names = |part: &Part<'_>| part.messages().iter().filter_map(|message| name::method(&message.key)).collect();
    Ok(parts.iter().map(|part| (part.name.to_owned(), names(part))).collect())
}

fn checked<'s>(files: &'s [Source<'s>]) -> Result<Vec<Part<'s>>, Vec<Problem>> {
    let mut problems = source::check(files);
    let parts = part::read(files, &mut problems);
    parts.iter().for_each(|part| compare::against_first(&part.translations, &mut problems));
    name::check(&parts, &mut problems);
    if problems.is_empty() { Ok(parts) } else { Err(problem::in_order(problems, files)) }
}
