//! The names that are most like one that means nothing, so that an error can offer them. Knows no sentence.

/// How many are offered.
const OFFERED: usize = 3;

/// The known names most like the name, the nearest first.
pub fn nearest(name: &str, known: impl IntoIterator<Item: ToString>) -> Vec<String> {
    let mut names: Vec<String> = known.into_iter().map(|known| known.to_string()).collect();
    names.sort_by_cached_key(|known| strsim::osa_distance(name, known));
    names.dedup();
    names.truncate(OFFERED);
    names
}

/// The known name that the name is likely to be a slip of: at most every third letter is another.
pub fn meant(name: &str, known: impl IntoIterator<Item: ToString>) -> Option<String> {
    let near = nearest(name, known).into_iter().next()?;
    let slips = strsim::osa_distance(name, &near);
    (3 * slips <= name.len().max(near.len())).then_some(near)
}
