//! Every kind of problem, as the author of the texts reads it. It does not know the generated source.
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use phrasebook::{Problem, Source, generate};

/// The problems of a Swedish and an English file, as shown.
fn problems(sv: &str, en: &str) -> Vec<String> {
    let files = [
        Source { name: "sv.ftl", lang: "sv", part: "first", text: sv },
        Source { name: "en.ftl", lang: "en", part: "first", text: en },
    ];
    shown(&files)
}

fn shown(files: &[Source<'_>]) -> Vec<String> {
    generate(files).err().unwrap_or_default().iter().map(Problem::to_string).collect()
}

/// The only problem of a Swedish file, without its remedy.
fn problem(sv: &str) -> String {
    let found = shown(&[Source { name: "sv.ftl", lang: "sv", part: "first", text: sv }]);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].split(". Remedy: ").next().unwrap().to_owned()
}

#[test]
fn all_problems_come_at_once_with_file_line_message_problem_and_remedy() {
    let sv = "save = Spara\nopen = { DATETIME($day) } { -okand }\nclose = Stäng { $what }\n";
    let en = "close = Close\nsave = Save\nsave = Store\nprint = Print\n";
    assert_eq!(
        problems(sv, en),
        [
            "sv.ftl:2: open: -okand has no text in this file. Remedy: correct the id, or add the text.",
            "sv.ftl:2: open: DATETIME() is called, but there are no functions. \
             Remedy: use the plain variable; the caller formats it.",
            "sv.ftl:2: open: the text is missing in en.ftl. Remedy: add it to en.ftl.",
            "en.ftl:1: close: $what is unused here, but shown in sv.ftl. Remedy: use the same variables as sv.ftl; \
             a form that needs no variants has *[other] alone.",
            "en.ftl:3: save: the id is already used on line 2. Remedy: remove one, or rename it.",
            "en.ftl:4: print: the text is not in sv.ftl. Remedy: remove it, or add it to sv.ftl.",
        ]
    );
}

#[test]
fn syntax_errors() {
    assert_eq!(problem("a = x\nb : y\n"), "sv.ftl:2: b: not Fluent: Expected a token starting with \"=\"");
    assert_eq!(problem("a = x\n\nb = { $n\nc = y\n"), "sv.ftl:3: b: not Fluent: Expected a token starting with \"}\"");
    assert_eq!(problem("a = x\n    .label : y\n"), "sv.ftl:2: a.label: not Fluent: the attribute cannot be read");
    assert_eq!(
        problem("a = { $n ->\n    [one] x\n}\n"),
        "sv.ftl:3: a: not Fluent: The select expression must have a default variant"
    );
}

#[test]
fn an_escape_cut_short_before_a_letter_of_two_bytes() {
    assert!(problem("a = { \"\\u00å\" }").starts_with("sv.ftl:1: a: not Fluent: Invalid unicode escape sequence"));
}

#[test]
fn empty_values() {
    assert_eq!(problem("a =\nb = x\n"), "sv.ftl:1: a: no text stands here");
    assert_eq!(problem("-a =\n"), "sv.ftl:1: -a: no text stands here");
    assert_eq!(problem("a = x\n    .label =\n"), "sv.ftl:2: a.label: no text stands here");
    assert_eq!(problem("a = { $n ->\n    [one]\n   *[other] x\n}\n"), "sv.ftl:3: a: no text stands here");
}

#[test]
fn what_cannot_be_read_is_not_called_missing_too() {
    assert_eq!(problems("a = x\n    .label = y\nb = { a.label }\n", "a\nb = { a.label }").len(), 1);
    assert_eq!(problems("a\nb = x\n", "a = x\nb = x\n").len(), 1);
}

#[test]
fn duplicates() {
    assert_eq!(problem("a = x\n\na = y\n"), "sv.ftl:3: a: the id is already used on line 1");
    assert_eq!(problem("a = x\n    .b = y\n    .b = z\n"), "sv.ftl:3: a.b: the id is already used on line 2");
    assert_eq!(problem("-a = x\n-a = z\n"), "sv.ftl:2: -a: the id is already used on line 1");
    let part = |name, part| Source { name, lang: "sv", part, text: "a = x\n" };
    assert_eq!(
        shown(&[part("sv/first.ftl", "first"), part("sv/later.ftl", "later")]),
        ["sv/later.ftl:1: a: the id is already used in sv/first.ftl. Remedy: remove one, or rename it."]
    );
}

#[test]
fn missing_and_extra_attributes() {
    assert_eq!(
        problems("a = x\n    .label = y\n", "a = x\n    .title = y\n"),
        [
            "sv.ftl:2: a.label: the text is missing in en.ftl. Remedy: add it to en.ftl.",
            "en.ftl:2: a.title: the text is not in sv.ftl. Remedy: remove it, or add it to sv.ftl."
        ]
    );
}

#[test]
fn different_variables() {
    let difference = |sv: &str, en: &str| -> Vec<String> {
        let cut = |problem: &String| problem.split(". Remedy: ").next().unwrap().to_owned();
        problems(&format!("a = {sv}"), &format!("a = {en}")).iter().map(cut).collect()
    };
    let by_number = "{ $n ->\n    [one] x\n   *[other] y\n }";
    let by_word = "{ $n ->\n    [more] x\n   *[same] y\n }";
    let by_other_word = "{ $n ->\n    [mroe] x\n   *[same] y\n }";
    assert_eq!(
        difference("{ $new }", "{ $neu }"),
        [
            "en.ftl:1: a: $neu is shown here, but unused in sv.ftl",
            "en.ftl:1: a: $new is unused here, but shown in sv.ftl"
        ]
    );
    assert_eq!(difference(by_number, "{ $n }"), ["en.ftl:1: a: $n is shown here, but selecting as a number in sv.ftl"]);
    assert_eq!(
        difference(by_word, by_other_word),
        ["en.ftl:1: a: $n is selecting by the words mroe, same here, but selecting by the words more, same in sv.ftl"]
    );
    assert_eq!(difference(by_number, "{ $n ->\n   *[other] y\n }"), [""; 0]);
}

#[test]
fn a_number_that_is_also_shown() {
    let found = problems("a = { $n ->\n    [one] en\n   *[other] { $n }\n }", "a = { $n ->\n   *[other] x\n }");
    assert_eq!(
        found,
        ["sv.ftl:1: a: $n selects a plural form and is also shown. \
          Remedy: select by $n and show a second variable, which holds the formatted number."]
    );
}

#[test]
fn one_variable_for_numbers_and_words() {
    assert_eq!(
        problem("a = { $n ->\n   *[one] x\n } { $n ->\n    [more] x\n   *[less] y\n }"),
        "sv.ftl:1: a: $n selects once as a number, once as a word"
    );
    assert_eq!(
        problem("a = x\nb = { $n ->\n    [one] x\n    [more] y\n   *[other] z\n }"),
        "sv.ftl:2: b: the keys for $n are both numbers and words"
    );
}

#[test]
fn unknown_references() {
    assert_eq!(problem("a = x\nb =\n    x\n    { c }\n"), "sv.ftl:4: b: c has no text in this file");
    assert_eq!(problem("a = { b.label }\nb = x\n"), "sv.ftl:1: a: b.label has no text in this file");
    assert_eq!(problem("a = { -b }\nb = x\n"), "sv.ftl:1: a: -b has no text in this file");
    assert_eq!(problem("a = { b }\nb =\n    .label = x\n"), "sv.ftl:1: a: b has no text in this file");
}

#[test]
fn cycles_are_told_of_by_each_text_in_them() {
    assert_eq!(problem("a = { a }"), "sv.ftl:1: a: the text contains itself: a > a");
    let remedy = "Remedy: write one of them out.";
    assert_eq!(
        problems("a = { -b }\n-b = { c.x }\nc = x\n    .x = { -b }\n", "a = x\nc = x\n    .x = x\n"),
        [
            format!("sv.ftl:2: -b: the text contains itself: -b > c.x > -b. {remedy}"),
            format!("sv.ftl:4: c.x: the text contains itself: c.x > -b > c.x. {remedy}")
        ]
    );
}

#[test]
fn function_calls() {
    assert_eq!(problem("a = { NUMBER($n) }"), "sv.ftl:1: a: NUMBER() is called, but there are no functions");
    assert_eq!(
        problem("a = { NUMBER($n) ->\n   *[other] x\n }"),
        "sv.ftl:1: a: NUMBER() is called, but there are no functions"
    );
}

#[test]
fn terms_are_fixed_texts() {
    assert_eq!(
        problem("-t = x\na = { -t(case: \"gen\") }"),
        "sv.ftl:2: a: -t is given arguments, which terms do not take here"
    );
    assert_eq!(problem("a = { -t }\n-t = { $x }\n"), "sv.ftl:2: -t: a term contains the variable $x");
    assert_eq!(problem("-t = x\n    .gender = n\n"), "sv.ftl:2: -t: a term has the attribute .gender");
}

#[test]
fn only_variables_select() {
    assert_eq!(problem("a = { 5 ->\n   *[other] x\n }"), "sv.ftl:1: a: something else than a variable selects");
    let term = "a =\n    { -t.gender ->\n   *[other] x\n }\n";
    assert_eq!(problem(term), "sv.ftl:2: a: something else than a variable selects");
}

#[test]
fn variants_that_are_never_chosen() {
    let never = |keys: &str| {
        let variants: String = keys.split(' ').map(|key| format!("    {key} x\n")).collect();
        let found = problem(&format!("a = {{ $n ->\n{variants} }}"));
        found.split("the variant ").nth(1).unwrap().to_owned()
    };
    for key in ["zero", "two", "few", "many", "-1", "0.5", "1.0", "99999999999999999999"] {
        assert_eq!(never(&format!("[{key}] *[other]")), format!("[{key}] can never be chosen"));
    }
    assert_eq!(never("[one] [1] *[other]"), "[one] can never be chosen");
    assert_eq!(never("[other] *[many]"), "[many] can never be chosen");
    assert_eq!(never("[more] [more] *[same]"), "[more] can never be chosen");
    assert_eq!(never("[same] *[same]"), "[same] can never be chosen");
    assert_eq!(never("[other] *[other]"), "[other] can never be chosen");
}

#[test]
fn a_language_whose_plural_rule_is_unknown() {
    let one = "a = { $n ->\n    [one] x\n   *[other] y\n }";
    let exactly = "a = { $n ->\n    [1] x\n   *[other] y\n }";
    let polish = |text| shown(&[Source { name: "pl.ftl", lang: "pl", part: "first", text }]).len();
    let british = |text| shown(&[Source { name: "en-GB.ftl", lang: "en-GB", part: "first", text }]).len();
    assert_eq!((polish(one), polish(exactly), british(one)), (1, 0, 0));
}

#[test]
fn escapes_that_mean_no_character() {
    assert_eq!(problem(r#"a = { "\uD800" }"#), r#"sv.ftl:1: a: "\uD800" has an escape that means no character"#);
}

#[test]
fn names_that_rust_does_not_take() {
    assert_eq!(problem("saveAs = x"), "sv.ftl:1: saveAs: saveAs does not make a Rust name");
    assert_eq!(problem("save- = x"), "sv.ftl:1: save-: save- does not make a Rust name");
    assert_eq!(problem("a = { $N }"), "sv.ftl:1: a: $N does not make a Rust name");
    assert_eq!(problem("a-b = x\na =\n    .b = x"), "sv.ftl:3: a.b: a.b and a-b make the same Rust name");
    assert_eq!(problem("a = { $x-y } { $x_y }"), "sv.ftl:1: a: $x_y and $x-y make the same Rust name");
}

#[test]
fn files_and_languages() {
    assert_eq!(shown(&[]), ["no Fluent file is given. Remedy: give at least the reference language's file."]);
    let file = |name, lang| Source { name, lang, part: "first", text: "a = x" };
    assert_eq!(
        shown(&[file("sv.ftl", "sv"), file("sv2.ftl", "SV"), file("texts.ftl", "texts")]),
        [
            "sv2.ftl:1: this part of the language SV has the file sv.ftl. Remedy: move these texts to sv.ftl.",
            "texts.ftl:1: \"texts\" is not a language code. Remedy: name the folder by a code such as sv or en-GB."
        ]
    );
}

#[test]
fn parts() {
    let file = |name, lang, part| Source { name, lang, part, text: "" };
    let [sv, en] = ["sv", "en"].map(|lang| file("first.ftl", lang, "first"));
    assert_eq!(
        shown(&[sv, file("sv/2.ftl", "sv", "2"), en]),
        [
            "the language en has no file for the part 2. Remedy: give en/2.ftl.",
            "sv/2.ftl:1: \"2\" is not a part's name. Remedy: name the file by small letters, such as first."
        ]
    );
    assert_eq!(
        problems_of_parts("a = x", "b = x", "a = x\nb = x", ""),
        [
            "sv/later.ftl:1: b: the text is missing in en/later.ftl. Remedy: add it to en/later.ftl.",
            "en/first.ftl:2: b: the text is not in sv/first.ftl. Remedy: remove it, or add it to sv/first.ftl."
        ]
    );
}

/// The problems of a Swedish and an English file for each of two parts.
fn problems_of_parts(sv: &str, sv_later: &str, en: &str, en_later: &str) -> Vec<String> {
    let later = |name, lang, text| Source { name, lang, part: "later", text };
    let first = |name, lang, text| Source { part: "first", ..later(name, lang, text) };
    shown(&[
        first("sv/first.ftl", "sv", sv),
        later("sv/later.ftl", "sv", sv_later),
        first("en/first.ftl", "en", en),
        later("en/later.ftl", "en", en_later),
    ])
}
