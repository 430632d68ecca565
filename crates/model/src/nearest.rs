//! The keys whose names are most like a name that means none, so that an error can offer them. Knows no sentence.
use crate::value::Key;

/// How many are offered.
const OFFERED: usize = 3;

/// The names of the nearest keys, the nearest first, as they are listed in an error.
pub fn nearest<'k>(name: &str, keys: impl IntoIterator<Item = &'k Key>) -> String {
    let mut names: Vec<String> = keys.into_iter().map(ToString::to_string).collect();
    names.sort_by_cached_key(|known| strsim::levenshtein(name, known));
    names.dedup();
    names.truncate(OFFERED);
    names.join(", ")
}
