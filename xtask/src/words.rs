//! The texts that the page loads when they are wanted. It does not know how they are shipped.
use crate::repository::Repository;
use anyhow::{Result, anyhow};
use phrasebook::Source;

/// The language that is compiled in, whose file web/build.rs names first.
const REFERENCE: &str = "sv";
/// The languages that are loaded.
pub const LOADED: [&str; 1] = ["en"];

/// A language's table, as the page loads it. Fails when the Fluent files have problems, and says which.
pub fn table(repository: &Repository, lang: &str) -> Result<String> {
    let langs: Vec<&str> = std::iter::once(REFERENCE).chain(LOADED).collect();
    let names: Vec<String> = langs.iter().map(|lang| format!("{lang}.ftl")).collect();
    let texts: Vec<String> =
        names.iter().map(|name| repository.read(&format!("web/i18n/{name}"))).collect::<Result<_>>()?;
    let files = langs.iter().zip(&names).zip(&texts).map(|((lang, name), text)| Source { name, lang, text });
    phrasebook::table(&files.collect::<Vec<_>>(), lang)
        .map_err(|problems| anyhow!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

/// The name of a language's file beside the page.
pub fn file_name(lang: &str) -> String {
    format!("{lang}.txt")
}
