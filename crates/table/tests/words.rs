//! The file of words is TOML, read by our own few lines as by a reader of TOML, and no phrase has two meanings in one table.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use table::words::{TableKind, phrases};

const KINDS: [(TableKind, &str); 3] =
    [(TableKind::Lists, "lists"), (TableKind::Doctors, "doctors"), (TableKind::Register, "register")];

#[test]
fn the_file_is_toml_and_read_as_it() {
    let file: toml::Table = toml::from_str(include_str!("../data/headings.toml")).unwrap();
    let part = |name: &str| -> BTreeMap<String, Vec<String>> { file[name].clone().try_into().unwrap() };
    for (kind, name) in KINDS {
        let mut expected = Vec::new();
        for part in [part(name), part("common")] {
            expected
                .extend(part.into_iter().flat_map(|(meaning, all)| all.into_iter().map(move |p| (meaning.clone(), p))));
        }
        let mut found: Vec<(String, String)> = phrases(kind).map(|(meaning, p)| (meaning.into(), p.into())).collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(file.len(), 4);
}

#[test]
fn no_phrase_stands_twice_with_a_meaning() {
    for (kind, name) in KINDS {
        let mut seen = BTreeMap::new();
        for (meaning, phrase) in phrases(kind) {
            assert!(!phrase.trim().is_empty() && phrase == phrase.trim().to_lowercase(), "{name}: {phrase:?}");
            assert_eq!(seen.insert((phrase, meaning), ()), None, "{name}: {phrase} stands twice for {meaning}");
        }
    }
}
