//! A language's table: what stands in it, and that it holds the page's own texts. It does not know who loads it.
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::{ast, parser};
use phrasebook::{Files, Source, table};
use std::path::Path;

/// The records of the English table of these files, without the fingerprint, and the fingerprint.
fn records(sv: &str, en: &str) -> (Vec<String>, String) {
    let files = [
        Source { name: "sv.ftl", lang: "sv", part: "first", text: sv },
        Source { name: "en.ftl", lang: "en", part: "first", text: en },
    ];
    let table = table(&files, "en").unwrap();
    let mut records = table.split('\u{1e}').map(str::to_owned);
    let fingerprint = records.next().unwrap();
    (records.collect(), fingerprint)
}

#[test]
fn texts_come_in_the_order_of_the_reference_language_with_its_numbers_for_the_variables() {
    let sv = "save = Spara\nfrom = { $new } mot { $old }\nempty = { \"\" }\nsame = OK\n    .label = { save }!\n";
    let en = "same = OK\n    .label = { save }!\nempty = { \"\" }\nfrom = { $old }: { $new }\nsave = Save\n";
    assert_eq!(records(sv, en).0, ["Save", "\u{2}: \u{1}", "", "OK", "Save!"]);
}

#[test]
fn a_text_that_selects_or_holds_a_control_character_of_ours_is_in_no_table() {
    let select = "{ $n ->\n    [one] x\n   *[other] y\n }";
    let sv = format!("a = {select}\nb = x\nc = x\nd = x\n");
    let en = "a = { $n ->\n   *[other] y\n }\nb = { \"\\u001e\" }\nc = { \"\\u0001\" }\nd = y\n";
    assert_eq!(records(&sv, en).0, ["y"]);
}

#[test]
fn the_fingerprint_changes_with_the_order_of_messages_and_variables_and_with_nothing_else() {
    let of = |sv: &str| records(sv, "a = x { $p } { $q }\nb = y\n").1;
    let fingerprint = of("a = { $p } { $q }\nb = z\n");
    assert_eq!(fingerprint, of("# New words.\na = { $p }, { $q }\nb = u\n"));
    assert_ne!(fingerprint, of("b = z\na = { $p } { $q }\n"));
    assert_ne!(fingerprint, of("a = { $q } { $p }\nb = z\n"));
}

#[test]
fn a_language_without_a_file_is_a_problem() {
    let problems = table(&[Source { name: "sv.ftl", lang: "sv", part: "first", text: "a = x" }], "en").unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "no Fluent file is of the language en. Remedy: give its files, as en/first.ftl."
    );
}

/// Each message and attribute of a Fluent file, in order, with its variables in the order of their first mention.
fn keys(text: &str) -> Vec<(String, Vec<String>)> {
    let mut keys = Vec::new();
    for entry in parser::parse(text).unwrap().body {
        let ast::Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        keys.extend(message.value.map(|value| (id.to_owned(), variables(&value))));
        let attributes = message.attributes.iter();
        keys.extend(attributes.map(|one| (format!("{id}.{}", one.id.name), variables(&one.value))));
    }
    keys
}

/// Whether the message selects among forms in any language.
fn selects(files: &[Source<'_>], key: &str) -> bool {
    let start = [key, " = { $"].concat();
    let line = |file: &Source<'_>| file.text.lines().any(|line| line.starts_with(&start) && line.ends_with("->"));
    files.iter().any(line)
}

fn variables(pattern: &ast::Pattern<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element
            && let ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) = expression
            && !names.iter().any(|name| name == id.name)
        {
            names.push(id.name.to_owned());
        }
    }
    names
}

/// A text of the file with each variable as its name in brackets, as Fluent's own formatter makes it.
fn shown(bundle: &FluentBundle<FluentResource>, key: &str, variables: &[String]) -> String {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id).unwrap();
    let pattern = match attribute {
        None => message.value().unwrap(),
        Some(attribute) => message.get_attribute(attribute).unwrap().value(),
    };
    let args: FluentArgs<'_> = variables.iter().map(|name| (name.as_str(), format!("[{name}]"))).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    assert_eq!(errors, [], "{key}");
    text
}

#[test]
fn every_english_text_of_the_page_is_in_its_table_as_it_is_in_the_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/i18n");
    let files = Files::read(&folder, &["sv", "en"]).unwrap();
    let files = files.sources();
    let of = |lang| files.iter().filter(move |file| file.lang == lang).map(|file| file.text);
    // a text that selects is compiled in, in both languages
    let keys: Vec<_> = of("sv").flat_map(keys).filter(|(key, _)| !selects(&files, key)).collect();
    let table = table(&files, "en").unwrap();
    let records: Vec<&str> = table.split('\u{1e}').skip(1).collect();
    let mut bundle = FluentBundle::new(vec!["en".parse().unwrap()]);
    bundle.set_use_isolating(false);
    for text in of("en") {
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
    }
    assert!(keys.len() > 100);
    assert_eq!(keys.len(), records.len());
    for ((key, variables), record) in keys.iter().zip(records) {
        let filled = variables
            .iter()
            .zip('\u{1}'..)
            .fold(record.to_owned(), |text, (name, place)| text.replace(place, &format!("[{name}]")));
        assert_eq!(filled, shown(&bundle, key, variables), "{key}");
    }
}
