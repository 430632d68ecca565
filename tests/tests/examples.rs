//! Every worked example, natively: each expected figure, each explanation, and the golden text.
//! `UPDATE_GOLDEN=1 cargo test -p viktat-tests --test examples` writes the golden text anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]
use rust_decimal::Decimal;
use std::{collections::BTreeSet, fs, path::Path};
use viktat_tests::{arithmetic, canonical, case, cited, problems, unexplained, work};

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
fn every_case_has_a_name_of_its_own_and_says_what_it_shows() {
    let cases = case::all().unwrap();
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have the same name");
    assert!(cases.iter().all(|case| !case.about.is_empty()));
}

#[test]
fn the_arithmetic_by_hand_comes_to_what_is_expected() {
    let problems: Vec<_> = case::all().unwrap().iter().flat_map(arithmetic::problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
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

/// Where figures stand in the cited lines, the arithmetic uses one of them or their sum.
#[test]
fn the_cited_lines_are_those_that_the_catalogue_has_read() {
    for case in case::all().unwrap() {
        let Some(cite) = &case.cite else { continue };
        let (first, last) = cite.lines;
        let mut inside = cited::places(&cite.document);
        inside.retain(|place| first <= place.lines.1 && place.lines.0 <= last);
        assert!(!inside.is_empty(), "{}: the catalogue cites no such lines: {cite:?}", case.name);
        inside.retain(|place| place.value.is_some());
        let headed = inside.is_empty() || inside.iter().any(|place| *place.heading == *cite.heading);
        assert!(headed, "{}: the catalogue has another heading there: {cite:?}", case.name);
        let figures: Vec<Decimal> = inside.iter().filter_map(|place| place.value).collect();
        let (used, sum) = (arithmetic::numbers(&case), figures.iter().sum::<Decimal>());
        let uses = used.iter().any(|number| figures.contains(number) || *number == sum);
        assert!(figures.is_empty() || uses, "{}: none of {figures:?} of {cite:?} is in the arithmetic", case.name);
    }
}

#[test]
#[ignore = "the documents are not in the repository: VIKTAT_DOCUMENTS=folder cargo test ... -- --ignored"]
fn the_cited_lines_say_so_in_the_documents() {
    let folder = std::env::var_os("VIKTAT_DOCUMENTS").expect("VIKTAT_DOCUMENTS names the folder of the documents");
    let cites: Vec<_> = case::all().unwrap().into_iter().filter_map(|case| case.cite).collect();
    for document in cites.iter().map(|cite| cite.document.as_str()).collect::<BTreeSet<_>>() {
        let text = fs::read_to_string(Path::new(&folder).join(document)).expect(document);
        let lines: Vec<&str> = text.lines().collect();
        let headed = |heading: &str, last: u32| lines.iter().take(last as usize).any(|line| line.contains(heading));
        for cite in cites.iter().filter(|cite| cite.document == document) {
            assert!(headed(&cite.heading, cite.lines.1), "{cite:?}");
        }
        for place in cited::places(document) {
            let (first, last) = (place.lines.0 as usize, place.lines.1 as usize);
            let said: String = lines[first - 1..last].concat().split_whitespace().collect();
            let says = |value: Decimal| {
                [value, value * Decimal::ONE_HUNDRED].iter().any(|it| said.contains(&it.normalize().to_string()))
            };
            assert!(place.value.is_none_or(says), "{document}:{first}-{last} does not say {:?}", place.value);
            assert!(headed(&place.heading, place.lines.1), "{document}:{first}: not under {}", place.heading);
        }
    }
}
