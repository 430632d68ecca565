//! The source generated from two example files, line by line. It does not know whether that source does what it should.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test -p phrasebook --test golden`, then read the difference.

use std::{env, fs, path::Path};

use phrasebook::{Source, generate};

/// The example files: two parts in two languages.
const FILES: [Source<'_>; 4] = [
    Source { name: "sv/first.ftl", lang: "sv", part: "first", text: include_str!("golden/sv/first.ftl") },
    Source { name: "sv/later.ftl", lang: "sv", part: "later", text: include_str!("golden/sv/later.ftl") },
    Source { name: "en/first.ftl", lang: "en", part: "first", text: include_str!("golden/en/first.ftl") },
    Source { name: "en/later.ftl", lang: "en", part: "later", text: include_str!("golden/en/later.ftl") },
];

#[test]
fn the_generated_source_is_the_checked_in_one() {
    let source = generate(&FILES).unwrap();
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
    let texts = FILES.map(|file| file.text.replace('\n', "\r\n"));
    let crlf: Vec<_> = FILES.into_iter().zip(&texts).map(|(file, text)| Source { text, ..file }).collect();
    assert_eq!(generate(&crlf), generate(&FILES));
}
