//! Every worked example, natively: each expected figure, each explanation, and the golden text.
//! `UPDATE_GOLDEN=1 cargo test -p viktat-tests --test examples` writes the golden text anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use std::{collections::BTreeSet, fs, path::Path};
use viktat_tests::{canonical, case, problems, unexplained, work};

#[test]
fn every_figure_is_as_expected() {
    let problems: Vec<_> = case::all().unwrap().iter().flat_map(problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_figure_can_be_made_anew_from_its_explanation() {
    for case in case::all().unwrap() {
        for figure in work(&case).unwrap() {
            assert_eq!(unexplained(&figure.node), None, "{}: {}", case.name, figure.name);
        }
    }
}

#[test]
fn every_case_has_a_name_of_its_own_and_shows_its_arithmetic() {
    let cases = case::all().unwrap();
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have the same name");
    for case in &cases {
        assert!(!case.arithmetic.is_empty() && !case.about.is_empty(), "{} does not show its arithmetic", case.name);
    }
}

#[test]
fn the_canonical_text_is_the_golden_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/examples.txt");
    let text = canonical().unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap();
    let differing = text.lines().zip(golden.lines()).enumerate().find(|(_, (now, then))| now != then);
    if let Some((line, (now, then))) = differing {
        panic!("golden/examples.txt:{}: it was\n{then}\nand is\n{now}\nIf that is meant: UPDATE_GOLDEN=1.", line + 1);
    }
    assert_eq!(text, golden, "one text is longer. If that is meant: UPDATE_GOLDEN=1.");
}

#[test]
fn a_wrong_expectation_is_found() {
    let mut case = case::all().unwrap().remove(0);
    case.exact.insert("payment".to_owned(), "153.99".to_owned());
    case.exact.insert("nonsense".to_owned(), "1".to_owned());
    assert_eq!(problems(&case).len(), 2, "{:?}", problems(&case));
}
