//! From translations without problems to Rust source. It does not know Fluent.

use crate::emit_lang::lang;
use crate::name::{self, HELPER};
use crate::parameter::Parameter;
use crate::part::{Part, all_rows};
use crate::piece::{Cases, Piece, Select, Text};
use crate::translation::{Message, Phrase, Translation};

/// Methods have as many lines and parameters as the texts ask for, and `from_…` and `is_…` are texts' own names.
const ALLOW: &str = "#[allow(clippy::all, clippy::too_many_lines, clippy::cognitive_complexity)]\n";

/// The whole source.
pub(crate) fn module(parts: &[Part<'_>]) -> String {
    let translations = parts.iter().flat_map(|part| &part.translations);
    let files: Vec<&str> = translations.map(|translation| translation.source().name).collect();
    let rows = all_rows(parts);
    let methods = parts.iter().enumerate().flat_map(|(nth, part)| {
        let method = |message| method(message, &rows, part, nth == 0);
        part.messages().iter().map(method).collect::<Vec<_>>()
    });
    let methods = methods.collect::<Vec<_>>().join("\n");
    let helper = if methods.contains(&format!("{HELPER}(&[")) { helper() } else { String::new() };
    format!(
        "// Made by phrasebook from {}: a text is changed there.\n\n{}\n{TEXTS}\n{ALLOW}impl Texts {{\n{methods}}}\n{helper}",
        files.join(", "),
        lang(parts)
    )
}

const TEXTS: &str = "\
/// The texts in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Texts {
    pub(crate) lang: Lang,
}
";

fn helper() -> String {
    // not inlined: each text then costs a list and a call, no more
    format!("\n#[inline(never)]\nfn {HELPER}(parts: &[&str]) -> String {{\n    parts.concat()\n}}\n")
}

fn method(message: &Message, rows: &[&Message], part: &Part<'_>, is_first: bool) -> String {
    let (Some(name), Some(phrase)) = (name::function(&message.key), &message.phrase) else { return String::new() };
    let parameters: String = phrase.parameters.iter().map(|p| format!(", {}", parameter(p))).collect();
    let result = if phrase.parameters.is_empty() { "&'static str" } else { "String" };
    // one copy of each sentence, however often it is said, and of what not every part has, a place to be found
    let inline = if phrase.parameters.is_empty() && is_first { "" } else { "    #[inline(never)]\n" };
    let body = match rows.iter().position(|row| row.key == message.key) {
        Some(row) => loaded(row, phrase),
        None => body(&message.key, &part.translations),
    };
    format!(
        "    /// {}\n{inline}    pub(crate) fn {name}(self{parameters}) -> {result} {{\n        {body}\n    }}\n",
        doc(&phrase.text)
    )
}

/// The text in a row of the language's table.
fn loaded(row: usize, phrase: &Phrase) -> String {
    let names: Vec<String> = phrase.parameters.iter().map(|p| variable(&p.variable)).collect();
    match names.as_slice() {
        [] => format!("self.lang.text({row})"),
        names => format!("self.lang.fill({row}, &[{}])", names.join(", ")),
    }
}

fn parameter(parameter: &Parameter) -> String {
    let name = variable(&parameter.variable);
    if parameter.usage.number { format!("{name}: u64") } else { format!("{name}: &str") }
}

fn variable(variable: &str) -> String {
    name::parameter(variable).unwrap_or_default()
}

/// A text that no table holds: one expression if all languages say the same, else one a language.
fn body(key: &str, translations: &[Translation<'_>]) -> String {
    let arms: Vec<(String, String)> = translations
        .iter()
        .filter_map(|translation| {
            let phrase = translation.find(key)?.phrase.as_ref()?;
            Some((name::lang_variant(translation.source().lang)?, whole(phrase)))
        })
        .collect();
    match arms.as_slice() {
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => first.clone(),
        arms => {
            let arms: String =
                arms.iter().map(|(lang, text)| format!("            Lang::{lang} => {text},\n")).collect();
            format!("match self.lang {{\n{arms}        }}")
        }
    }
}

fn whole(phrase: &Phrase) -> String {
    if phrase.parameters.is_empty() { borrowed(&phrase.text) } else { owned(&phrase.text) }
}

/// A `&str` expression for a text that [`is_simple`].
fn borrowed(text: &Text) -> String {
    match text.first() {
        None => "\"\"".to_owned(),
        Some(piece) => part(piece),
    }
}

/// A `String` expression.
fn owned(text: &Text) -> String {
    match text.as_slice() {
        [Piece::Select(select)] if !is_simple(text) => choice(select, owned),
        pieces => {
            let parts: Vec<String> = pieces.iter().map(part).collect();
            format!("{HELPER}(&[{}])", parts.join(", "))
        }
    }
}

/// A `&str` expression for one piece of a text.
fn part(piece: &Piece) -> String {
    match piece {
        Piece::Literal(text) => format!("{text:?}"),
        Piece::Placed(name) => variable(name),
        Piece::Select(select) if select.texts().into_iter().all(is_simple) => choice(select, borrowed),
        Piece::Select(select) => format!("&{}", choice(select, owned)),
    }
}

fn choice(select: &Select, text: impl Fn(&Text) -> String) -> String {
    let arms: Vec<String> = match &select.cases {
        Cases::Numbers(cases) => cases.iter().map(|(number, case)| format!("{number} => {}", text(case))).collect(),
        Cases::Words { cases, .. } => cases.iter().map(|(word, case)| format!("{word:?} => {}", text(case))).collect(),
    };
    let arms: String = arms.into_iter().map(|arm| arm + ", ").collect();
    format!("match {} {{ {arms}_ => {} }}", variable(&select.variable), text(&select.otherwise))
}

/// Whether the text is a `&str` that needs no `String` on the way.
fn is_simple(text: &Text) -> bool {
    match text.as_slice() {
        [] | [Piece::Literal(_) | Piece::Placed(_)] => true,
        [Piece::Select(select)] => select.texts().into_iter().all(is_simple),
        _ => false,
    }
}

/// The text's first line as code, so that nothing in it is taken for Markdown.
fn doc(text: &Text) -> String {
    let line = shown(text).trim().lines().next().unwrap_or_default().replace('`', "'");
    // escaped as in a literal, since a comment may not hold every character
    let line = format!("{line:?}").replace("\\\"", "\"").replace("\\\\", "\\");
    match line.get(1..line.len() - 1) {
        None | Some("") => "Empty.".to_owned(),
        Some(line) => format!("`{line}`"),
    }
}

/// A text as the files have it, each selection by its text for all other values.
fn shown(text: &Text) -> String {
    text.iter()
        .map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Placed(variable) => format!("{{ ${variable} }}"),
            Piece::Select(select) => shown(&select.otherwise),
        })
        .collect()
}
