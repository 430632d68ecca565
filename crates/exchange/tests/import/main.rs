//! Lists as people have them, with what is read from each. The cases are text that needs no Rust to read: `cases/*.txt`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod case;
mod files;
mod person_parts;
mod persons;
mod region_forms;
mod region_lists;
mod round_trips;
mod show;

use case::Case;

const FILES: &[(&str, &str)] = &[
    ("layouts", include_str!("cases/layouts.txt")),
    ("labels", include_str!("cases/labels.txt")),
    ("numbers", include_str!("cases/numbers.txt")),
    ("hidden", include_str!("cases/hidden.txt")),
    ("sums", include_str!("cases/sums.txt")),
    ("conditions", include_str!("cases/conditions.txt")),
    ("texts", include_str!("cases/texts.txt")),
];

#[test]
fn every_case_is_read_as_it_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (file, text) in FILES {
        for case in Case::all(text) {
            let shown = case.shown();
            count += 1;
            if shown.trim() != case.expected.trim() {
                wrong.push(format!("=== {file}: {}\n{shown}", case.title));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count > 80, "cases are missing: {count}");
}

#[test]
fn nothing_is_taken_while_a_question_is_open() {
    let cases = FILES.iter().flat_map(|(_, text)| Case::all(text));
    let asking: Vec<_> = cases.filter_map(|case| case.reading().ok().filter(|read| read.question.is_some())).collect();
    assert!(asking.iter().all(|reading| !reading.can_be_taken()));
    // one of them has men to take and women to ask about
    assert!(asking.iter().any(|reading| !reading.listed.is_empty()));
}
