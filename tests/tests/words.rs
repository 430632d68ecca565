//! The texts of the page: one name for one thing, as docs/words.md has it, and short sentences. Knows no view.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use std::{fs, path::Path};

/// The most words of a sentence in a view.
const MOST_WORDS: usize = 25;

/// Texts with longer sentences, each with the reason.
const MAY_BE_LONGER: &[(&str, &str)] =
    &[("define-", "definitions with their formulas, in Metod"), ("staff-quote", "a quotation")];

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// Key and text of each line of a language; a variant has the key of its text.
fn texts(language: &str) -> Vec<(String, String)> {
    let mut key = String::new();
    let mut texts = Vec::new();
    for line in file(&format!("web/i18n/{language}.ftl")).lines().filter(|line| !line.starts_with('#')) {
        if let Some((own, text)) = line.split_once(" = ").filter(|(own, _)| !own.contains(' ')) {
            key = own.to_owned();
            texts.push((key.clone(), text.to_owned()));
        } else if let Some((_, text)) = line.split_once("] ") {
            texts.push((key.clone(), text.to_owned()));
        }
    }
    texts
}

/// The text with one word in the place of each placeholder.
fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "X" + part.split_once('}').map_or("", |(_, rest)| rest))
}

fn sentences(text: &str) -> Vec<String> {
    let ends = |word: &str| word.trim_end_matches(['”', '"', ')']).ends_with(['.', ':', '?', '!', ';']);
    let mut all = vec![Vec::new()];
    for word in text.split_whitespace() {
        all.last_mut().unwrap().push(word);
        if ends(word) {
            all.push(Vec::new());
        }
    }
    all.iter().map(|words| words.join(" ")).filter(|sentence| !sentence.is_empty()).collect()
}

#[test]
fn no_sentence_of_a_view_is_long() {
    let may_be_longer = |key: &str| MAY_BE_LONGER.iter().any(|(start, _)| key.starts_with(start));
    let mut long = Vec::new();
    for (key, text) in texts("sv").iter().filter(|(key, _)| !may_be_longer(key)) {
        for sentence in sentences(&filled(text)) {
            let words = sentence.split_whitespace().count();
            if words > MOST_WORDS {
                long.push(format!(
                    "sv.ftl: {key}: a sentence of {words} words, at most {MOST_WORDS}; part it: {sentence}"
                ));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn long_sentences_are_found() {
    assert_eq!(sentences(&filled("Ett { $tal } här. Två? ”Tre.” Fyra")), ["Ett X här.", "Två?", "”Tre.”", "Fyra"]);
}

/// The rows of the table of docs/words.md.
fn rows() -> Vec<Vec<String>> {
    let document = file("docs/words.md");
    let rows = document.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_lowercase()).collect()).collect()
}

/// Whether the phrase stands there by itself.
fn says(text: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}

#[test]
fn one_thing_has_one_name() {
    let rows = rows();
    assert!(rows.len() > 15, "the table is read");
    let mut faults = Vec::new();
    for (language, name, avoided) in [("sv", 1, 4), ("en", 2, 5)] {
        let texts: Vec<(String, String)> =
            texts(language).into_iter().map(|(key, text)| (key, filled(&text).to_lowercase())).collect();
        for row in &rows {
            assert_eq!(row.len(), 6, "{row:?}");
            for name in row[name].split([',', ':', '(', ')']).map(str::trim).filter(|name| !name.is_empty()) {
                if !name.starts_with("i tabeller")
                    && !name.starts_with("in tables")
                    && !texts.iter().any(|(_, text)| text.contains(name))
                {
                    faults.push(format!("docs/words.md: no text of {language}.ftl says “{name}”; take it out"));
                }
            }
            let bad = texts.iter().filter(|(_, text)| says(text, &row[avoided]));
            faults.extend(
                bad.map(|(key, _)| format!("{language}.ftl: {key} says “{}”; write “{}”", row[avoided], row[name])),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_phrase_is_found_by_itself() {
    assert!(says("en egenandel, här", "egenandel") && !says("egenandelen", "egenandel"));
}
