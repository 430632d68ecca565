//! The messages of one file, and how two languages' messages differ. It does not know Rust.
use crate::{Source, problem::Problem};
use fluent_syntax::{
    ast::{self, Expression, InlineExpression, PatternElement, VariantKey},
    parser,
    unicode::unescape_unicode_to_string,
};
use std::collections::BTreeMap;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Shown as it is.
    Literal(String),
    /// The variable's value, shown as it is.
    Variable(String),
}

/// A text with its variables.
pub(crate) type Text = Vec<Piece>;

/// What a message shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// One text.
    Plain(Text),
    /// One text where the number is one, and another.
    Choice {
        /// The variable that chooses.
        number: String,
        /// Where it is one.
        one: Text,
        /// Else.
        other: Text,
    },
}

/// One message.
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) line: usize,
    pub(crate) phrase: Phrase,
}

impl Phrase {
    /// The number that chooses, if one does.
    pub(crate) fn number(&self) -> Option<&str> {
        match self {
            Self::Plain(_) => None,
            Self::Choice { number, .. } => Some(number),
        }
    }

    /// The variables that are shown, in the order in which they are first mentioned.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let texts = match self {
            Self::Plain(text) => vec![text],
            Self::Choice { one, other, .. } => vec![one, other],
        };
        let mut found = Vec::new();
        for piece in texts.into_iter().flatten() {
            if let Piece::Variable(name) = piece
                && !found.contains(&name.as_str())
            {
                found.push(name.as_str());
            }
        }
        found
    }
}

/// The messages of a file, in its order; all that is wrong in it goes to `problems`.
pub(crate) fn read(file: &Source<'_>, problems: &mut Vec<Problem>) -> Vec<Message> {
    let line_of = |at: usize| 1 + file.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    let mut tell = |line, id: &str, what: &str, remedy: &str| {
        let [id, what, remedy] = [id, what, remedy].map(str::to_owned);
        problems.push(Problem { file: file.name.to_owned(), line, id, what, remedy });
    };
    let (resource, errors) = match parser::parse(file.text) {
        Ok(resource) => (resource, Vec::new()),
        Err(partial) => partial,
    };
    for error in errors {
        let what = format!("not Fluent: {}", error.kind);
        tell(line_of(error.pos.start), "?", &what, "write `id = text`, with later lines of the text indented");
    }
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let mut messages = Vec::new();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else {
            if let ast::Entry::Term(term) = entry {
                let place = place(file.text, &format!("-{}", term.id.name), 0);
                tell(line_of(place), term.id.name, "it is a term", "write its text where it is used");
            }
            continue;
        };
        let id = message.id.name;
        let at = lines.get(id).map_or(0, |at| at + 1);
        let at = place(file.text, id, at);
        if let Some(first) = lines.insert(id, at) {
            let what = format!("the id is already used on line {}", line_of(first));
            tell(line_of(at), id, &what, "remove one, or rename it");
            continue;
        }
        let plain = message.attributes.is_empty();
        match message.value.as_ref().filter(|_| plain).and_then(phrase) {
            Some(phrase) => messages.push(Message { id: id.to_owned(), line: line_of(at), phrase }),
            None => tell(
                line_of(at),
                id,
                "it is more than a text with variables, or one choice by a number",
                "write { $name } or { $number -> [one] … *[other] … }, and nothing else that Fluent has",
            ),
        }
    }
    messages
}

/// Where the message begins, from an offset on.
fn place(text: &str, id: &str, from: usize) -> usize {
    let starts = text.match_indices(id).map(|(at, _)| at).filter(|at| *at >= from);
    let is_line = |at: &usize| *at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    let is_whole =
        |at: &usize| text.get(at + id.len()..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='));
    starts.into_iter().find(|at| is_line(at) && is_whole(at)).unwrap_or(from)
}

fn phrase(pattern: &ast::Pattern<&str>) -> Option<Phrase> {
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] = &pattern.elements[..]
    {
        let InlineExpression::VariableReference { id } = selector else { return None };
        let [one, other] = &variants[..] else { return None };
        let is = |variant: &ast::Variant<&str>, key: &str| matches!(variant.key, VariantKey::Identifier { name } if name == key);
        if !is(one, "one") || !is(other, "other") || !other.default {
            return None;
        }
        let number = id.name.to_owned();
        return Some(Phrase::Choice { number, one: text(&one.value)?, other: text(&other.value)? });
    }
    text(pattern).map(Phrase::Plain)
}

fn text(pattern: &ast::Pattern<&str>) -> Option<Text> {
    let mut text = Text::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Literal((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::VariableReference { id } => Piece::Variable(id.name.to_owned()),
                InlineExpression::StringLiteral { value } => {
                    Piece::Literal(unescape_unicode_to_string(value).into_owned())
                }
                _ => return None,
            },
            PatternElement::Placeable { .. } => return None,
        };
        match (text.last_mut(), piece) {
            (Some(Piece::Literal(before)), Piece::Literal(more)) => before.push_str(&more),
            (_, piece) => text.push(piece),
        }
    }
    Some(text)
}

/// Ids and variables that make no name in Rust, or the same as another.
pub(crate) fn check_names(file: &str, messages: &[Message], problems: &mut Vec<Problem>) {
    let mut tell = |message: &Message, what: String| {
        let remedy = "use small letters and digits with single hyphens between words, and no two alike".to_owned();
        problems.push(Problem { file: file.to_owned(), line: message.line, id: message.id.clone(), what, remedy });
    };
    for message in messages {
        let variables = message.phrase.shown();
        for name in variables.iter().copied().chain(message.phrase.number()).chain([message.id.as_str()]) {
            let is_word =
                |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            if !name.split('-').all(is_word) || !name.starts_with(|first: char| first.is_ascii_lowercase()) {
                tell(message, format!("{name} makes no name"));
            }
        }
        if message.phrase.number().is_some_and(|number| variables.contains(&number)) {
            tell(message, "the number that chooses is also shown".to_owned());
        }
    }
}

/// What differs between the reference and another language.
pub(crate) fn compare(
    (reference_file, reference): (&str, &[Message]),
    (file, other): (&str, &[Message]),
    problems: &mut Vec<Problem>,
) {
    let by_id = |messages: &'_ [Message]| messages.iter().map(|m| (m.id.clone(), (m.line, variables(m)))).collect();
    let (here, there): (BTreeMap<_, (usize, _)>, BTreeMap<_, (usize, _)>) = (by_id(reference), by_id(other));
    let mut tell = |file: &str, line, id: &str, what: String, remedy: String| {
        problems.push(Problem { file: file.to_owned(), line, id: id.to_owned(), what, remedy });
    };
    for (id, (line, wanted)) in &here {
        match there.get(id) {
            None => {
                tell(reference_file, *line, id, format!("the text is missing in {file}"), format!("add it to {file}"))
            }
            Some((line, found)) if found != wanted => {
                let what = format!("its variables are {found}, but {wanted} in {reference_file}");
                tell(file, *line, id, what, format!("use the same variables as {reference_file}"));
            }
            Some(_) => {}
        }
    }
    for (id, (line, _)) in there.iter().filter(|(id, _)| !here.contains_key(*id)) {
        let what = format!("the text is not in {reference_file}");
        tell(file, *line, id, what, format!("remove it, or add it to {reference_file}"));
    }
}

/// The variables in the order of their names, the number first.
fn variables(message: &Message) -> String {
    let mut shown = message.phrase.shown();
    shown.sort_unstable();
    let number = message.phrase.number().map(|number| format!("${number} as a number"));
    let all: Vec<String> = number.into_iter().chain(shown.iter().map(|name| format!("${name}"))).collect();
    if all.is_empty() { "none".to_owned() } else { all.join(", ") }
}
