//! Files as business systems write them, with what is read from each by every reader that the page would ask.
//! `expected.txt` is the table; `README.md` says how it is written.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod figures;
mod laws;
#[path = "../staff_list/show.rs"]
mod show_staff;
#[path = "../import/show.rs"]
mod show_tables;

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

const EXPECTED: &str = include_str!("expected.txt");
const KNOWN: &str = include_str!("known.txt");

fn expected() -> BTreeMap<String, String> {
    let cases = EXPECTED.split("=== ").skip(1).map(|case| case.split_once('\n').unwrap());
    cases.map(|(name, lines)| (name.trim().to_owned(), lines.trim().to_owned())).collect()
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lists/raw_files"))
}

#[test]
fn every_file_is_read_as_it_says() {
    let (expected, known): (_, BTreeSet<&str>) = (expected(), KNOWN.lines().collect());
    let mut names: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, expected.keys().cloned().collect::<Vec<_>>(), "files, and what they are read as");
    let (mut wrong, mut right) = (Vec::new(), Vec::new());
    for name in &names {
        let found = figures::found(name, &fs::read(folder().join(name)).unwrap());
        let is_right = found == *expected.get(name).unwrap();
        match (is_right, known.contains(name.as_str())) {
            (false, false) => wrong.push(format!("=== {name}\n{found}\n")),
            (true, true) => right.push(name.clone()),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n{}", wrong.join("\n"));
    assert!(right.is_empty(), "take out of known.txt, they are read as expected: {right:?}");
}
