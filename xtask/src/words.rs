//! The texts: those that the page loads when they are wanted, and that each part's are used by its own code only. It does
//! not know how they are shipped.
use crate::{pieces::Cut, repository::Repository};
use anyhow::{Result, anyhow, bail, ensure};
use phrasebook::{Files, Problem};
use std::collections::BTreeSet;

/// The language that is compiled in, which web/build.rs names first.
const REFERENCE: &str = "sv";
/// The languages that are loaded.
pub const LOADED: [&str; 1] = ["en"];

/// Names of methods of `Texts`.
type Said = BTreeSet<String>;

/// A language's table, as the page loads it. Fails when the Fluent files have problems, and says which.
pub fn table(repository: &Repository, lang: &str) -> Result<String> {
    phrasebook::table(&files(repository)?.sources(), lang).map_err(told)
}

/// The name of a language's file beside the page.
pub fn file_name(lang: &str) -> String {
    format!("{lang}.txt")
}

/// Fails if a text is used where it may not have come yet: by the first part of the module, or by a piece of another
/// part of the texts than its own.
pub fn check(repository: &Repository, cut: &Cut) -> Result<()> {
    let parts = phrasebook::methods(&files(repository)?.sources()).map_err(told)?;
    for (part, methods) in parts.iter().skip(1) {
        // else the check below would see nothing, whatever is wrong
        let said = cut.texts_of(part);
        ensure!(
            methods.iter().any(|method| said.contains(method)),
            "the piece {part} says none of its texts: a piece is named as its part, and its functions keep their names"
        );
    }
    let misplaced = misplaced(&parts, &cut.first_texts()?, |part| cut.texts_of(part));
    if misplaced.is_empty() { Ok(()) } else { bail!("{}", misplaced.join("\n")) }
}

/// One sentence, with the remedy, for each text that is used too early.
fn misplaced(parts: &[(String, Vec<String>)], first: &Said, said_by: impl Fn(&str) -> Said) -> Vec<String> {
    let mut earlier: Vec<(&str, Said)> = Vec::new();
    let mut found = Vec::new();
    for (part, methods) in parts {
        for method in methods {
            if let Some((place, _)) = earlier.iter().find(|(_, said)| said.contains(method)) {
                found.push(format!(
                    "the text {method} is of the part {part}, but code of the part {place} says it; move the text to \
                     web/i18n/*/{place}.ftl, or say it only in what is reached by way of the piece {part}"
                ));
            }
        }
        let said = if earlier.is_empty() { first.clone() } else { said_by(part) };
        earlier.push((part, said));
    }
    found
}

fn files(repository: &Repository) -> Result<Files> {
    let langs: Vec<&str> = std::iter::once(REFERENCE).chain(LOADED).collect();
    Files::read(&repository.path("web/i18n"), &langs).map_err(|error| anyhow!(error))
}

fn told(problems: Vec<Problem>) -> anyhow::Error {
    anyhow!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(methods: &[&str]) -> Said {
        methods.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_text_may_be_said_by_its_own_part_and_those_that_come_later() {
        let parts = [("first", "save"), ("views", "open"), ("cellar", "dig")];
        let parts = parts.map(|(part, method)| (part.to_owned(), vec![method.to_owned()]));
        let pieces =
            |views: &'static [&str]| move |part: &str| if part == "views" { said(views) } else { said(&["dig"]) };
        assert!(misplaced(&parts, &said(&["save"]), pieces(&["save", "open"])).is_empty());
        let found = misplaced(&parts, &said(&["save", "open"]), pieces(&["dig"]));
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("the text open is of the part views, but code of the part first says it"),
            "{found:?}"
        );
        assert!(
            found[1].starts_with("the text dig is of the part cellar, but code of the part views says it"),
            "{found:?}"
        );
    }
}
