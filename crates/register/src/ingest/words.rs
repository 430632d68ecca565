//! What headings, sexes, yes and none are called, from the file of words. Reads no file of the user's.
use model::sex::Sex;
use std::{collections::HashMap, sync::OnceLock};
use table::words::{TableKind, taken_for};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Column {
    /// The practice's name.
    Practice,
    /// Sex.
    Sex,
    /// Completed years.
    Age,
    /// Conditions: one column or one for each.
    Conditions,
    /// The drug cost of a year, in kronor.
    Cost,
    /// What tells persons apart.
    Person,
    /// The first age of a group.
    AgeFrom,
    /// The last age of a group; blank for the open one.
    AgeTo,
    /// How many persons a group has.
    Persons,
    /// The sum of squared costs, in kronor squared.
    CostSquared,
    /// The mark of made-up persons.
    Synthetic,
    /// The year of birth, which is no age.
    BirthYear,
    /// The month, year or other time that a row is of.
    Time,
}

const COLUMNS: &[(&str, Column)] = &[
    ("practice", Column::Practice),
    ("sex", Column::Sex),
    ("age", Column::Age),
    ("condition", Column::Conditions),
    ("cost", Column::Cost),
    ("person", Column::Person),
    ("age_from", Column::AgeFrom),
    ("age_to", Column::AgeTo),
    ("persons", Column::Persons),
    ("cost_squared", Column::CostSquared),
    ("synthetic", Column::Synthetic),
    ("birth_year", Column::BirthYear),
    ("time", Column::Time),
];

impl Column {
    /// Some of the headings that name it.
    pub fn headings(self) -> Vec<&'static str> {
        let name = COLUMNS.iter().find(|(_, column)| *column == self).map(|(name, _)| *name);
        name.map(|name| taken_for(TableKind::Register, name)).unwrap_or_default()
    }
}

/// The column that the heading names.
pub(super) fn column(heading: &str) -> Option<Column> {
    static KNOWN: OnceLock<HashMap<String, Column>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let of = |name| COLUMNS.iter().find(|(column, _)| *column == name).map(|(_, column)| *column);
        by_word(of)
    });
    known.get(&plain(heading)).copied()
}

/// The sex that the word names.
pub(super) fn sex(word: &str) -> Option<Sex> {
    match meaning(word)? {
        "woman" => Some(Sex::Woman),
        "man" => Some(Sex::Man),
        _ => None,
    }
}

/// Whether the word stands for years after an age.
pub(super) fn is_years(word: &str) -> bool {
    meaning(word) == Some("years")
}

/// Whether the words after an age say that it is the youngest of several.
pub(super) fn is_and_older(words: &str) -> bool {
    let rest = words.trim_end_matches(['+', '-', '\u{2013}']).trim();
    let is_signed = rest.len() < words.len() && (rest.is_empty() || is_years(rest));
    is_signed || words.trim_start().strip_prefix('+').is_some_and(is_years) || meaning(words) == Some("and_older")
}

/// How a cost is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum CostUnit {
    /// Kronor of a year.
    #[default]
    OfYear,
    /// Kronor of a month, of which a year has twelve.
    OfMonth,
    /// Thousands of kronor of a year.
    Thousands,
}

impl CostUnit {
    /// How many kronor of a year one of it is.
    pub fn times(self) -> u32 {
        match self {
            Self::OfYear => 1,
            Self::OfMonth => 12,
            Self::Thousands => 1000,
        }
    }
}

/// How the heading of a cost that is not simply one of a year says that it is stated.
pub(super) fn cost_unit(heading: &str) -> Option<CostUnit> {
    match meaning(heading)? {
        "cost_of_month" => Some(CostUnit::OfMonth),
        "cost_in_thousands" => Some(CostUnit::Thousands),
        _ => None,
    }
}

/// Whether the word names kronor.
pub(super) fn is_kronor(word: &str) -> bool {
    word == ":-" || meaning(word) == Some("kronor")
}

/// Whether the word names a row of sums.
pub(super) fn is_total(word: &str) -> bool {
    meaning(word) == Some("total")
}

/// Whether the word says yes.
pub(super) fn is_yes(word: &str) -> bool {
    meaning(word) == Some("yes")
}

/// Whether the field says that there are no conditions.
pub(super) fn says_none(text: &str) -> bool {
    matches!(text, "-" | "0") || meaning(text) == Some("none")
}

/// The meaning on whose line the word stands, of those that are no columns.
fn meaning(word: &str) -> Option<&'static str> {
    static KNOWN: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let is_column = |name| COLUMNS.iter().any(|(column, _)| *column == name);
    let known = KNOWN.get_or_init(|| by_word(|name| Some(name).filter(|name| !is_column(*name))));
    known.get(&plain(word)).copied()
}

/// What every word means. A word of two lines has the meaning of the first.
fn by_word<T>(of: impl Fn(&'static str) -> Option<T>) -> HashMap<String, T> {
    let phrases: Vec<_> = table::words::phrases(TableKind::Register).collect();
    phrases.into_iter().rev().filter_map(|(name, word)| Some((plain(word), of(name)?))).collect()
}

/// Small plain letters and digits alone.
pub(super) fn plain(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    let plain = letters.map(|letter| match letter {
        '\u{e5}' | '\u{e4}' => 'a',
        '\u{f6}' => 'o',
        '\u{e9}' => 'e',
        letter => letter,
    });
    plain.filter(|letter| letter.is_alphanumeric()).collect()
}
