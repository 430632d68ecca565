//! The same text in the browser as natively, byte for byte: every figure, every decimal, every explanation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(target_arch = "wasm32")]
use viktat_tests::{book, canonical, case, problems};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const GOLDEN: &str = include_str!("../golden/examples.txt");

#[wasm_bindgen_test]
fn the_canonical_text_is_the_golden_one() {
    let text = canonical().unwrap();
    for (line, (now, then)) in text.lines().zip(GOLDEN.lines()).enumerate() {
        assert_eq!(now, then, "golden/examples.txt:{}", line + 1);
    }
    assert_eq!(text, GOLDEN, "one text is longer");
}

#[wasm_bindgen_test]
fn a_workbook_is_written() {
    // a zip archive; written without a clock of the operating system
    let bytes = book::small().unwrap().unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04") && bytes.len() > 20_000, "{} bytes", bytes.len());
}

#[wasm_bindgen_test]
fn every_figure_is_as_expected() {
    let problems: Vec<_> = case::all().unwrap().iter().flat_map(problems).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
