//! Every work that a text names by author and year stands with its title in the list of references. Knows no views.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use std::{fs, path::Path};

fn read(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read_to_string(root.join("web/i18n").join(name)).expect(name)
}

/// The word before a year of publication: "Stone 1974", "van Veen m.fl. 2015", "Frisch och Waugh 1933".
fn works(text: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let trimmed = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let year = |word: &str| {
        let word = trimmed(word);
        (word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))).then_some(word)
    };
    let name = |word: &str| trimmed(word).chars().next().is_some_and(char::is_uppercase);
    let skipped = ["m.fl.", "et", "al."];
    let found = words.iter().enumerate().filter_map(|(at, word)| {
        let before = words.get(..at)?.iter().rev().find(|word| !skipped.contains(word))?;
        // a month is no author
        let author = name(before) && trimmed(before) != "May";
        // "(Stone 1974" and "and Lovell 1963", not "in 2026" or "Skåne 2015"
        let opened = words.get(at.saturating_sub(5)..at)?.iter().any(|word| word.starts_with('('));
        (author && opened).then_some((trimmed(before), year(word)?))
    });
    found.filter(|(_, year)| year.as_str() < "2024").collect()
}

#[test]
fn every_work_that_is_named_has_its_title() {
    let references = read("references.txt");
    let lines: Vec<&str> = references.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 15 && lines.iter().all(|line| line.split(". ").count() >= 3), "author, title, place");
    let mut named = 0;
    for file in ["sv.ftl", "en.ftl"] {
        for line in read(file).lines().filter(|line| line.contains(" = ")) {
            for (author, year) in works(line) {
                named += 1;
                let there = lines.iter().any(|line| line.contains(&author) && line.contains(&format!("({year})")));
                assert!(there, "{file}: {author} {year} has no title in web/i18n/references.txt\n{line}");
            }
        }
    }
    assert!(named > 20, "{named}");
}
