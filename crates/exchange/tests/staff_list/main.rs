//! Lists of vårdcentraler with their doctors, with what is read from each. The cases are text that needs no Rust to read:
//! `cases/*.txt`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod case;
mod laws;
mod limits;
mod show;
mod workbooks;

use case::Case;

const FILES: &[(&str, &str)] = &[
    ("headings", include_str!("cases/headings.txt")),
    ("numbers", include_str!("cases/numbers.txt")),
    ("rows", include_str!("cases/rows.txt")),
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
    assert!(count > 40, "cases are missing: {count}");
}
