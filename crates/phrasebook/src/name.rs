//! Rust names for languages, messages and variables. It does not know what is generated with them.

use std::collections::BTreeMap;

use crate::part::Part;
use crate::problem::{Problem, ProblemKind};
use crate::translation::Message;

/// The name of the generated helper, which a parameter must not hide.
pub(crate) const HELPER: &str = "concat";

/// Keywords, in use or reserved, of all editions.
const KEYWORDS: [&str; 49] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that not even `r#` makes a name.
const NEVER_NAMES: [&str; 3] = ["crate", "self", "super"];

/// The method for a message (`brief-title`) or attribute (`brief-title.label`), if its words make one.
pub(crate) fn function(key: &str) -> Option<String> {
    snake(key).map(escape)
}

/// The same as symbols of the compiled program have it: without the mark of a raw name.
pub(crate) fn method(key: &str) -> Option<String> {
    function(key).map(|name| name.trim_start_matches("r#").to_owned())
}

/// The parameter for a variable, if its words make one.
pub(crate) fn parameter(variable: &str) -> Option<String> {
    let name = escape(snake(variable)?);
    Some(if name == HELPER { format!("{name}_") } else { name })
}

/// The `Lang` variant for a language code: `En` for `en`, `EnGb` for `en-GB`.
pub(crate) fn lang_variant(code: &str) -> Option<String> {
    let mut parts = code.split('-');
    let primary = parts.next().filter(|part| (2..=3).contains(&part.len()) && part.bytes().all(is_letter))?;
    let rest = parts.map(|part| (!part.is_empty() && part.bytes().all(is_letter_or_digit)).then(|| capitalised(part)));
    [Some(capitalised(primary))].into_iter().chain(rest).collect()
}

/// The constant for a part (`READING` for `reading`), if its words make one.
pub(crate) fn constant(part: &str) -> Option<String> {
    let starts_well = part.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    snake(part).filter(|_| starts_well).map(|name| name.to_ascii_uppercase())
}

/// Reports reference messages and variables whose names do not become distinct Rust names.
pub(crate) fn check(parts: &[Part<'_>], problems: &mut Vec<Problem>) {
    let mut functions = Names::default();
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    for reference in parts.iter().filter_map(|part| part.translations.first()) {
        for message in &reference.messages {
            let first = match files.insert(&message.key, reference.source().name) {
                Some(file) => Some(ProblemKind::DuplicateIn(file.to_owned())),
                None => functions.add(&message.key, function(&message.key)),
            };
            let kinds = first.into_iter().chain(check_parameters(message));
            problems.extend(kinds.map(|kind| reference.problem(message, kind)));
        }
    }
}

fn check_parameters(message: &Message) -> Vec<ProblemKind> {
    let mut names = Names::default();
    let parameters = message.phrase.iter().flat_map(|phrase| &phrase.parameters);
    parameters.filter_map(|p| names.add(&format!("${}", p.variable), parameter(&p.variable))).collect()
}

/// Rust names taken so far, with what took them.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn add(&mut self, name: &str, rust: Option<String>) -> Option<ProblemKind> {
        let name = name.to_owned();
        match rust {
            None => Some(ProblemKind::Name(name)),
            Some(rust) => self.0.insert(rust, name.clone()).map(|other| ProblemKind::NameClash { name, other }),
        }
    }
}

fn snake(name: &str) -> Option<String> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let words: Vec<&str> = name.split(['-', '_', '.']).collect();
    words.iter().all(|word| is_word(word)).then(|| words.join("_"))
}

fn escape(name: String) -> String {
    if NEVER_NAMES.contains(&name.as_str()) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

fn is_letter_or_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}
