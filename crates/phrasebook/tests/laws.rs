//! What holds for all files. It does not know any text by heart.
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use std::collections::BTreeSet;

use phrasebook::{Source, generate, table};
use proptest::prelude::*;

fn file<'a>(name: &'a str, lang: &'a str, text: &'a str) -> Source<'a> {
    Source { name, lang, part: "first", text }
}

/// All string literals of a Rust source.
fn literals(rust: &str) -> Vec<String> {
    let tokens: proc_macro2::TokenStream = rust.parse().unwrap();
    let mut found = Vec::new();
    collect(tokens, &mut found);
    found
}

fn collect(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => collect(group.stream(), found),
            proc_macro2::TokenTree::Literal(literal) => {
                found.extend(syn::parse_str::<syn::LitStr>(&literal.to_string()).map(|literal| literal.value()));
            }
            _ => {}
        }
    }
}

/// Text that Fluent takes as it stands: no braces, and nothing that it would trim.
fn plain() -> impl Strategy<Value = String> {
    "[^{}\r\n]{0,40}".prop_map(|text| text.trim_matches(' ').to_owned()).prop_filter("empty", |text| !text.is_empty())
}

/// Pieces of Fluent's syntax in any order: mostly broken files, some sound ones.
fn fluent_like() -> impl Strategy<Value = String> {
    let tokens = [
        "a",
        "-b",
        "c",
        "type",
        " = ",
        "\n",
        "\n    ",
        "{ ",
        " }",
        "$n",
        "$x",
        " ->\n",
        "[one] ",
        "*[other] ",
        "[more] ",
        ".label",
        "\"",
        "\\u00",
        "å",
        "a = x\n",
        "{ $n ->\n   *[other] y\n }",
        "# ",
        "(",
        ")",
        "NUMBER",
        "0",
        "\r\n",
    ];
    prop::collection::vec(prop::sample::select(tokens.to_vec()), 0..40).prop_map(|tokens| tokens.concat())
}

proptest! {
    /// No file is a panic, and what comes out is Rust; the same files come out the same.
    #[test]
    fn any_two_files_give_rust_or_problems(sv in fluent_like(), en in fluent_like()) {
        let files = [file("sv.ftl", "sv", &sv), file("en.ftl", "en", &en)];
        let result = generate(&files);
        match &result {
            Ok(rust) => prop_assert!(syn::parse_file(rust).is_ok(), "{}", rust),
            Err(problems) => {
                let lines = |name: &str| if name == "sv.ftl" { sv.lines().count() } else { en.lines().count() };
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|p| (1..=lines(&p.file).max(1)).contains(&p.line)), "{:?}", problems);
            }
        }
        prop_assert_eq!(result, generate(&files));
    }

    /// A file is always in agreement with itself.
    #[test]
    fn a_file_has_the_same_texts_as_itself(text in fluent_like()) {
        let alone = generate(&[file("sv.ftl", "sv", &text)]);
        let twice = generate(&[file("sv.ftl", "sv", &text), file("en.ftl", "en", &text)]);
        prop_assert_eq!(alone.is_ok(), twice.is_ok());
    }

    /// Plain text reaches the page letter by letter, whatever Rust or Markdown would make of it.
    #[test]
    fn plain_text_is_kept(sv in plain(), en in plain()) {
        let [sv_file, en_file] = [&sv, &en].map(|text| format!("a = {{ \"\" }}{text}\n"));
        let files = [file("sv.ftl", "sv", &sv_file), file("en.ftl", "en", &en_file)];
        let rust = generate(&files).unwrap();
        prop_assert!(syn::parse_file(&rust).is_ok(), "{}", rust);
        let found: BTreeSet<String> = literals(&rust).into_iter().collect();
        let loaded: Vec<String> = table(&files, "en").unwrap().split('\u{1e}').skip(1).map(str::to_owned).collect();
        // a text with a character that a table has a use for is compiled in
        let has_meaning = |c: char| c == '\u{1e}' || ('\u{1}'..='\u{8}').contains(&c);
        if format!("{sv}{en}").contains(has_meaning) {
            prop_assert!(loaded.is_empty() && found.contains(&sv) && found.contains(&en), "{}", rust);
        } else {
            prop_assert!(found.contains(&format!("{sv}\u{1e}")), "{}", rust);
            prop_assert_eq!(loaded, [en]);
        }
    }
}

#[test]
fn every_keyword_makes_a_method_and_a_parameter() {
    let keywords = "abstract as async await become box break const continue crate do dyn else enum extern false final \
                    fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static \
                    struct super trait true try type typeof union unsafe unsized use virtual where while yield concat";
    let text: String = keywords.split_whitespace().map(|word| format!("{word} = {{ ${word} }} x\n")).collect();
    let rust = generate(&[file("sv.ftl", "sv", &text)]).unwrap();
    assert!(syn::parse_file(&rust).is_ok(), "{rust}");
}
