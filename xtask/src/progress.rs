//! What is done now, told before it begins, and how long it took the last time. It does not know what is done.
use crate::repository::Repository;
use anyhow::Result;
use std::{collections::BTreeMap, fs, time::Instant};

/// Beside what cargo makes: the times are this machine's.
const FILE: &str = "target/xtask-seconds.txt";

/// Does something that takes a while. Its time is kept by its name if it succeeds.
pub fn told<T>(repository: &Repository, name: &str, about: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let file = repository.path(FILE);
    let before = fs::read_to_string(&file).unwrap_or_default();
    match seconds(&before).get(name) {
        Some(seconds) => eprintln!("== {name}: {about} ({seconds} s the last time)"),
        None => eprintln!("== {name}: {about}"),
    }
    let started = Instant::now();
    let done = work()?;
    // read anew: what was done may have kept times too
    let now = fs::read_to_string(&file).unwrap_or_default();
    let took = started.elapsed().as_secs().to_string();
    let mut all = seconds(&now);
    all.insert(name, &took);
    let text: String = all.iter().map(|(name, seconds)| format!("{name} {seconds}\n")).collect();
    // a time that cannot be kept is not told; nothing else depends on it
    let _ = fs::write(&file, text);
    Ok(done)
}

fn seconds(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once(' ')).collect()
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn times_are_read_by_name_and_rubbish_is_left() {
        assert_eq!(
            seconds("native 412\nrubbish\nfmt 1\n").into_iter().collect::<Vec<_>>(),
            [("fmt", "1"), ("native", "412")]
        );
    }
}
