//! A language's table: its texts in one string, to be loaded when they are wanted. It does not know Rust.

use crate::parameter::Parameter;
use crate::part::{Part, all_rows};
use crate::piece::{Piece, Text};
use crate::translation::{Message, Phrase, Translation};

/// Comes before each text of a table.
pub(crate) const SEPARATOR: char = '\u{1e}';

/// Control characters up to this one are numbers of places; tab and line feed come after it.
const MOST_PLACES: usize = 8;

/// The messages of one part that a table holds, in the reference language's order: those that are a template in every language.
pub(crate) fn rows<'t>(translations: &'t [Translation<'_>]) -> Vec<&'t Message> {
    let Some(reference) = translations.first() else { return Vec::new() };
    let in_all = |message: &&Message| translations.iter().all(|one| template_of(message, one).is_some());
    reference.messages.iter().filter(in_all).collect()
}

/// The texts of the rows that the translation has.
pub(crate) fn texts(rows: &[&Message], translation: &Translation<'_>) -> Vec<String> {
    rows.iter().filter_map(|row| template_of(row, translation)).collect()
}

/// The table of a language: the fingerprint of all rows, then each row's text after a separator. `nth` is the
/// language's place among the languages.
pub(crate) fn table(parts: &[Part<'_>], nth: usize) -> String {
    let texts = parts.iter().filter_map(|part| Some(texts(&part.rows(), part.translations.get(nth)?)));
    let head = fingerprint(&all_rows(parts));
    std::iter::once(head).chain(texts.flatten()).collect::<Vec<_>>().join(&SEPARATOR.to_string())
}

/// What tells apart tables whose texts stand in other places: FNV-1a of the rows' keys and variables, in order.
pub(crate) fn fingerprint(rows: &[&Message]) -> String {
    let variables = |phrase: &Phrase| phrase.parameters.iter().map(|p| format!("${}", p.variable)).collect::<String>();
    let names =
        rows.iter().map(|row| row.key.clone() + &row.phrase.as_ref().map_or_else(String::new, variables) + "\n");
    let hash = names
        .collect::<String>()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

fn template_of(row: &Message, translation: &Translation<'_>) -> Option<String> {
    let parameters = &row.phrase.as_ref()?.parameters;
    let text = &translation.find(&row.key)?.phrase.as_ref()?.text;
    (parameters.len() <= MOST_PLACES).then(|| template(text, parameters)).flatten()
}

/// The text with each variable as a numbered place; `None` if it chooses, or holds a character with a meaning here.
fn template(text: &Text, parameters: &[Parameter]) -> Option<String> {
    let place = |variable: &String| {
        let position = parameters.iter().position(|parameter| parameter.variable == *variable)?;
        char::from_u32(u32::try_from(position + 1).ok()?).map(String::from)
    };
    let free = |c: char| c != SEPARATOR && !(1..=MOST_PLACES).contains(&(c as usize));
    text.iter()
        .map(|piece| match piece {
            Piece::Literal(literal) => literal.chars().all(free).then(|| literal.clone()),
            Piece::Placed(variable) => place(variable),
            Piece::Select(_) => None,
        })
        .collect()
}
