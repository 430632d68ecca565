//! What is made of sound files, and what is told of others. The page's own texts are tried by its build.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use phrasebook::{Source, generate};

fn made(sv: &str, en: &str) -> Result<String, Vec<String>> {
    let files = [("sv.ftl", "sv", sv), ("en.ftl", "en", en)].map(|(name, lang, text)| Source { name, lang, text });
    generate(&files).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

#[test]
fn a_message_is_a_method_that_is_told_its_variables_in_the_reference_s_order() {
    let sv = "save = Spara\nfound = { $count } av { $all } i { $place }\nmove = Flytta { \"{\" }\n";
    let en = "save = Save\nfound = In { $place }: { $count } of { $all }\nmove = Move { \"{\" }\n";
    let rust = made(sv, en).unwrap();
    assert!(syn::parse_file(&rust).is_ok(), "{rust}");
    assert!(rust.contains("fn save(self) -> &'static str {\n        self.pick([\"Spara\", \"Save\"])"), "{rust}");
    assert!(rust.contains("fn found(self, count: &str, all: &str, place: &str) -> String"), "{rust}");
    assert!(rust.contains(r#""\u{e000} av \u{e001} i \u{e002}", "In \u{e002}: \u{e000} of \u{e001}""#), "{rust}");
    assert!(
        rust.contains("fn r#move(self) -> &'static str {\n        self.pick([\"Flytta {\", \"Move {\"])"),
        "{rust}"
    );
}

#[test]
fn a_number_chooses_between_one_and_others() {
    let sv = "lists = { $number ->\n    [one] { $count } lista\n   *[other] { $count } listor\n }\n";
    let en = "lists = { $number ->\n    [one] { $count } list\n   *[other] { $count } lists\n }\n";
    let rust = made(sv, en).unwrap();
    assert!(rust.contains("fn lists(self, number: u64, count: &str) -> String"), "{rust}");
    assert!(rust.contains("if number == 1 { self.pick("), "{rust}");
}

#[test]
fn every_problem_is_told_with_file_line_and_remedy() {
    let sv = "a = A\nb = B { $x }\nc = C\na = A igen\n-term = T\nd = { a }\n\ne = { NUMBER($x) }\nF = f\nf =\n";
    let en = "a = A\nb = B { $y }\nd = d\nmore = M\n";
    let told = made(sv, en).unwrap_err();
    let lines: Vec<&str> = told.iter().map(|one| one.split(". Remedy: ").next().unwrap()).collect();
    assert_eq!(
        lines,
        [
            "en.ftl:2: b: its variables are $y, but $x in sv.ftl",
            "en.ftl:3: d: the text is not in sv.ftl",
            "en.ftl:4: more: the text is not in sv.ftl",
            "sv.ftl:3: c: the text is missing in en.ftl",
            "sv.ftl:4: a: the id is already used on line 1",
            "sv.ftl:5: term: it is a term",
            "sv.ftl:6: d: it is more than a text with variables, or one choice by a number",
            "sv.ftl:8: e: it is more than a text with variables, or one choice by a number",
            "sv.ftl:9: F: F makes no name",
            "sv.ftl:9: F: the text is missing in en.ftl",
            "sv.ftl:10: ?: not Fluent: Expected a message field for \"f\"",
        ]
    );
    assert!(told.iter().all(|one| one.ends_with('.') && one.contains("Remedy: ")));
}

#[test]
fn a_choice_by_anything_else_is_refused() {
    for text in [
        "{ $n -> [0] no *[other] some }",
        "{ $n -> [one] a *[many] b }",
        "{ $n -> *[other] b }",
        "x { $n -> [one] a *[other] b }",
    ] {
        let message =
            format!("a = {text}\n").replace("[", "\n   [").replace("*\n   [", "\n   *[").replace(" }", "\n }");
        assert_eq!(made(&message, &message).map_err(|told| told.len()), Err(2), "{message}");
    }
}
