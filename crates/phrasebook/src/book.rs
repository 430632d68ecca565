//! One Fluent file as a list of entries, found again by id. It does not know what the entries mean.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use crate::cut::{Cut, Lines};
use crate::problem::{Problem, ProblemKind};
use crate::source::Source;

/// A message's value (`id`), a message's attribute (`id.attribute`) or a term's value (`-id`).
#[derive(Debug)]
pub(crate) struct Entry<'s> {
    pub(crate) key: String,
    pub(crate) line: usize,
    pub(crate) pattern: ast::Pattern<Cut<'s>>,
}

impl Entry<'_> {
    /// Whether this is a term, which only other entries can show.
    pub(crate) fn is_term(&self) -> bool {
        self.key.starts_with('-')
    }
}

/// The entries of a file in the file's order, each key once.
#[derive(Debug)]
pub(crate) struct Book<'s> {
    pub(crate) source: &'s Source<'s>,
    pub(crate) entries: Vec<Entry<'s>>,
    index: BTreeMap<String, usize>,
    /// Keys that stand in the file but could not be read.
    broken: BTreeSet<String>,
    lines: Lines,
}

impl<'s> Book<'s> {
    /// Reads a file; what cannot be read goes to `problems`.
    pub(crate) fn read(source: &'s Source<'s>, problems: &mut Vec<Problem>) -> Self {
        let lines = Lines::of(source.text);
        let mut book = Self { source, entries: Vec::new(), index: BTreeMap::new(), broken: BTreeSet::new(), lines };
        let (resource, errors) = match parser::parse(Cut { text: source.text, start: 0 }) {
            Ok(resource) => (resource, Vec::new()),
            Err(partial) => partial,
        };
        let mut errors = errors.into_iter();
        let mut owner = String::new();
        for entry in resource.body {
            match entry {
                ast::Entry::Message(message) => {
                    owner = message.id.name.text.to_owned();
                    book.add_message(message, problems);
                }
                ast::Entry::Term(term) => book.add_term(term, problems),
                ast::Entry::Junk { content } => book.add_junk(content, errors.next(), &owner, problems),
                ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => {}
            }
        }
        book
    }

    /// The entry with this key.
    pub(crate) fn find(&self, key: &str) -> Option<&Entry<'s>> {
        self.entries.get(*self.index.get(key)?)
    }

    /// Whether the key, or the message it belongs to, is in the file but could not be read: then it is not missing too.
    pub(crate) fn is_broken(&self, key: &str) -> bool {
        let message = key.split('.').next().unwrap_or(key);
        self.broken.contains(key) || self.broken.contains(message)
    }

    /// The line (from 1) on which `cut` begins.
    pub(crate) fn line(&self, cut: Cut<'_>) -> usize {
        self.lines.at(cut.start)
    }

    /// A problem in this file.
    pub(crate) fn problem(&self, line: usize, id: &str, kind: ProblemKind) -> Problem {
        let id = (!id.is_empty()).then(|| id.to_owned());
        Problem { file: self.source.name.to_owned(), line, id, kind }
    }

    fn add_message(&mut self, message: ast::Message<Cut<'s>>, problems: &mut Vec<Problem>) {
        let id = message.id.name;
        if let Some(pattern) = message.value {
            self.add(id.text.to_owned(), id, pattern, problems);
        }
        for attribute in message.attributes {
            let key = format!("{}.{}", id.text, attribute.id.name.text);
            self.add(key, attribute.id.name, attribute.value, problems);
        }
    }

    fn add_term(&mut self, term: ast::Term<Cut<'s>>, problems: &mut Vec<Problem>) {
        let key = format!("-{}", term.id.name.text);
        for attribute in term.attributes {
            let attribute = attribute.id.name;
            let kind = ProblemKind::TermAttribute(attribute.text.to_owned());
            problems.push(self.problem(self.line(attribute), &key, kind));
        }
        self.add(key, term.id.name, term.value, problems);
    }

    fn add(&mut self, key: String, at: Cut<'s>, pattern: ast::Pattern<Cut<'s>>, problems: &mut Vec<Problem>) {
        let line = self.line(at);
        if let Some(first) = self.find(&key) {
            problems.push(self.problem(line, &key, ProblemKind::Duplicate(first.line)));
            return;
        }
        self.index.insert(key.clone(), self.entries.len());
        self.entries.push(Entry { key, line, pattern });
    }

    /// `owner` is the message above, whose attribute the junk may be.
    fn add_junk(&mut self, junk: Cut<'s>, error: Option<ParserError>, owner: &str, problems: &mut Vec<Problem>) {
        let text = junk.text.trim();
        let is_key = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let name = text.split(|c| !is_key(c)).next().unwrap_or_default();
        let key = if text.starts_with('.') { format!("{owner}{name}") } else { name.to_owned() };
        let last = junk.start + junk.text.trim_end().len().saturating_sub(1);
        let at = error.as_ref().map_or(junk.start, |error| error.pos.start).min(last);
        let kind = junk_kind(text, error);
        problems.push(self.problem(self.lines.at(at), &key, kind));
        self.broken.insert(key);
    }
}

fn junk_kind(text: &str, error: Option<ParserError>) -> ProblemKind {
    // the parser drops its own error for an attribute and stumbles over the dot instead
    let is_attribute = text.starts_with('.');
    match error.map(|error| error.kind) {
        _ if is_attribute && text.ends_with('=') => ProblemKind::EmptyValue,
        _ if is_attribute => ProblemKind::Syntax("the attribute cannot be read".to_owned()),
        Some(
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue,
        ) => ProblemKind::EmptyValue,
        Some(kind) => ProblemKind::Syntax(kind.to_string()),
        None => ProblemKind::Syntax("this cannot be read".to_owned()),
    }
}
