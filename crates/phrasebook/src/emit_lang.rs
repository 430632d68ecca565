//! The generated `Lang`: the languages, and where their texts are found. It does not know single texts.

use crate::name;
use crate::table::{self, SEPARATOR};
use crate::translation::{Message, Translation};

/// `Lang`, the reference language's table, and what reads and loads tables.
pub(crate) fn lang(translations: &[Translation<'_>], rows: &[&Message]) -> String {
    let own = translations.first().map(|reference| table::table(rows, reference)).unwrap_or_default();
    let lines = own.split_inclusive(SEPARATOR).map(|text| format!("    {text:?},\n")).collect::<String>();
    let source = format!("{}\n{OWN}const OWN: &str = concat!(\n{lines});\n{TABLES}", languages(translations));
    source.replace("LANGUAGES", &translations.len().to_string()).replace("SEPARATOR", &format!("{SEPARATOR:?}"))
}

fn languages(translations: &[Translation<'_>]) -> String {
