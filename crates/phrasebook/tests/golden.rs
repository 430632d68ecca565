//! The source generated from two example files, line by line. It does not know whether that source does what it should.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test -p phrasebook --test golden`, then read the difference.

use std::{env, fs, path::Path};

use phrasebook::{Source, generate};

const SV: Source<'_> = Source { name: "sv.ftl", lang: "sv", text: include_str!("golden/sv.ftl") };
const EN: Source<'_> = Source { name: "en.ftl", lang: "en", text: include_str!("golden/en.ftl") };

#[test]
fn the_generated_source_is_the_checked_in_one() {
    let source = generate(&[SV, EN]).unwrap();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/texts.golden"), &source).unwrap();
    }
    for (line, (made, golden)) in source.lines().zip(include_str!("golden/texts.golden").lines()).enumerate() {
        assert_eq!(made, golden, "line {}", line + 1);
    }
    assert_eq!(source, include_str!("golden/texts.golden"));
}

#[test]
fn windows_line_ends_make_no_difference() {
    let [sv, en] = [SV, EN].map(|file| file.text.replace('\n', "\r\n"));
    let crlf = generate(&[Source { text: &sv, ..SV }, Source { text: &en, ..EN }]);
    assert_eq!(crlf, generate(&[SV, EN]));
}
