//! One Fluent file, its language and its part. It does not know what stands in the file.

use std::collections::BTreeMap;

use crate::name;
use crate::problem::{Problem, ProblemKind};

/// One Fluent file: all the texts of one part of the program in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file's name, as problems and the generated source mention it: `sv/first.ftl`.
    pub name: &'a str,
    /// The language's code, as `Lang::code` gives it: `sv`, `en-GB`.
    pub lang: &'a str,
    /// The part of the program, as a constant of `Part` names it: `first`.
    pub part: &'a str,
    /// The file's text.
    pub text: &'a str,
}

/// What is wrong with the files as a set: none at all, a code that names no language, a name that is no part's, a
/// language's part twice or not at all.
pub(crate) fn check(files: &[Source<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<(String, &str), &str> = BTreeMap::new();
    if files.is_empty() {
        problems.push(missing(ProblemKind::NoFiles));
    }
    for file in files {
        let mut report = |kind| problems.push(Problem { file: file.name.to_owned(), line: 1, id: None, kind });
        if name::constant(file.part).is_none() {
            report(ProblemKind::Part(file.part.to_owned()));
        }
        let lang = file.lang.to_owned();
        match name::lang_variant(file.lang) {
            None => report(ProblemKind::Language(lang)),
            Some(variant) => {
                if let Some(other) = seen.insert((variant, file.part), file.name) {
                    report(ProblemKind::SameLanguage { lang, other: other.to_owned() });
                }
            }
        }
    }
    problems.extend(gaps(files));
    problems
}

/// The languages' parts that have no file.
fn gaps(files: &[Source<'_>]) -> Vec<Problem> {
    let pairs = langs(files).into_iter().flat_map(|lang| parts(files).into_iter().map(move |part| (lang, part)));
    pairs
        .filter(|(lang, part)| !files.iter().any(|file| file.lang == *lang && file.part == *part))
        .map(|(lang, part)| missing(ProblemKind::NoPart { lang: lang.to_owned(), part: part.to_owned() }))
        .collect()
}

fn missing(kind: ProblemKind) -> Problem {
    Problem { file: String::new(), line: 0, id: None, kind }
}

/// The languages in the order in which the files first name them: the reference language comes first.
pub(crate) fn langs<'a>(files: &[Source<'a>]) -> Vec<&'a str> {
    distinct(files.iter().map(|file| file.lang))
}

/// The parts in the order in which the files first name them.
pub(crate) fn parts<'a>(files: &[Source<'a>]) -> Vec<&'a str> {
    distinct(files.iter().map(|file| file.part))
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}
