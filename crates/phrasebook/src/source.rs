//! One Fluent file and its language. It does not know what stands in the file.

use std::collections::BTreeMap;

use crate::name;
use crate::problem::{Problem, ProblemKind};

/// One Fluent file: all the texts of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file's name, as problems and the generated source mention it: `sv.ftl`.
    pub name: &'a str,
    /// The language's code, as `Lang::code` gives it: `sv`, `en-GB`.
    pub lang: &'a str,
    /// The file's text.
    pub text: &'a str,
}

/// What is wrong with the files as a set: none at all, a code that names no language, or one language twice.
pub(crate) fn check(files: &[Source<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    if files.is_empty() {
        problems.push(Problem { file: String::new(), line: 0, id: None, kind: ProblemKind::NoFiles });
    }
    for file in files {
        let mut report = |kind| problems.push(Problem { file: file.name.to_owned(), line: 1, id: None, kind });
        let lang = file.lang.to_owned();
        match name::lang_variant(file.lang) {
            None => report(ProblemKind::Language(lang)),
            Some(variant) => {
                if let Some(other) = seen.insert(variant, file.name) {
                    report(ProblemKind::SameLanguage { lang, other: other.to_owned() });
                }
            }
        }
    }
    problems
}
