//! Fluent files in, typed Rust functions out: a library for build scripts. Each message becomes a function, so a missing
//! text or a wrong placeholder does not compile, and a text that nothing shows is a dead-code warning.
//!
//! Of Fluent it takes what the page needs: a text with `{ $variable }` and `{ "literal" }`, or one choice by a whole number,
//! `{ $number -> [one] … *[other] … }`. It does not know what the texts say, who shows them, or how a number is formatted.
mod message;
mod problem;
mod rust;

pub use problem::Problem;

use message::{Message, read};
use std::{env, fs, path::Path};

/// One language's file.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, as problems mention it: `sv.ftl`.
    pub name: &'a str,
    /// The language's code: two small letters.
    pub lang: &'a str,
    /// The text.
    pub text: &'a str,
}

/// The Rust source of the texts, the first file being the reference: its messages, their order and their variables are
/// what the others are held to. The same files always give the same source.
///
/// The source holds `Lang` (a variant a language), `Texts { lang }` and, on `Texts`, a method a message: `brief-title` is
/// `brief_title`. A text without variables is a `&'static str`, any other a `String`. The parameters come in the order in
/// which the reference first mentions them: the number of a choice is a `u64`, all else is a `&str` that is shown as it is.
///
/// # Errors
/// Every [`Problem`] of every file, by file and line.
pub fn generate(files: &[Source<'_>]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let languages: Vec<Vec<Message>> = files.iter().map(|file| read(file, &mut problems)).collect();
    if let Some((reference, others)) = languages.split_first() {
        message::check_names(files[0].name, reference, &mut problems);
        for (file, other) in files.iter().skip(1).zip(others) {
            message::compare((files[0].name, reference), (file.name, other), &mut problems);
        }
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(rust::module(files, &languages)) } else { Err(problems) }
}

/// Reads `sv.ftl`, `en.ftl`, … of a folder, the first being the reference, and writes `texts.rs` to cargo's `OUT_DIR`. Tells
/// cargo to run the build script again when a file changes; every problem is shown by cargo as an error.
///
/// # Errors
/// One sentence: a file that cannot be read or written, no `OUT_DIR`, or how many problems there are.
pub fn build(folder: &Path, langs: &[&str]) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts only")?;
    let read = |lang: &str| {
        let path = folder.join(format!("{lang}.ftl"));
        tell(&format!("rerun-if-changed={}", path.display()));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((path.display().to_string(), lang.to_owned(), text))
    };
    let files = langs.iter().copied().map(read).collect::<Result<Vec<_>, String>>()?;
    let sources: Vec<_> = files.iter().map(|(name, lang, text)| Source { name, lang, text }).collect();
    let rust = generate(&sources).map_err(|problems| {
        problems.iter().for_each(|problem| tell(&format!("error={problem}")));
        format!("{} problem(s) in the texts", problems.len())
    })?;
    let out = Path::new(&out).join("texts.rs");
    fs::write(&out, rust).map_err(|error| format!("{}: {error}", out.display()))
}

#[expect(clippy::print_stdout, reason = "how a build script talks to cargo")]
fn tell(instruction: &str) {
    println!("cargo::{instruction}");
}
