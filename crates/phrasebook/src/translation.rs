//! One language's texts, references inlined and variables known. It does not know the other languages.

use crate::book::{Book, Entry};
use crate::lower::lower;
use crate::parameter::{Parameter, parameters};
use crate::piece::Text;
use crate::problem::{Problem, ProblemKind};
use crate::source::Source;

/// The messages and attributes of one file, in the file's order.
pub(crate) struct Translation<'s> {
    pub(crate) messages: Vec<Message>,
    book: Book<'s>,
}

/// A message or attribute.
pub(crate) struct Message {
    pub(crate) key: String,
    pub(crate) line: usize,
    /// Nothing if there was a problem in it.
    pub(crate) phrase: Option<Phrase>,
}

/// What a message shows.
pub(crate) struct Phrase {
    pub(crate) text: Text,
    pub(crate) parameters: Vec<Parameter>,
}

impl Translation<'_> {
    /// The file that this was read from.
    pub(crate) fn source(&self) -> &Source<'_> {
        self.book.source
    }

    /// The message or attribute with this key.
    pub(crate) fn find(&self, key: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.key == key)
    }

    /// Whether the file has the key, readable or not.
    pub(crate) fn mentions(&self, key: &str) -> bool {
        self.book.find(key).is_some() || self.book.is_broken(key)
    }

    /// A problem with one of the messages.
    pub(crate) fn problem(&self, message: &Message, kind: ProblemKind) -> Problem {
        self.book.problem(message.line, &message.key, kind)
    }
}

/// Reads a file; all that is wrong in it by itself goes to `problems`.
pub(crate) fn translate<'s>(source: &'s Source<'s>, problems: &mut Vec<Problem>) -> Translation<'s> {
    let book = Book::read(source, problems);
    let mut messages = Vec::new();
    for entry in &book.entries {
        // terms too, so that what is wrong in an unused one is told
        let text = lower(&book, entry, problems);
        if !entry.is_term() {
            let phrase = text.and_then(|text| phrase(&book, entry, text, problems));
            messages.push(Message { key: entry.key.clone(), line: entry.line, phrase });
        }
    }
    Translation { messages, book }
}

fn phrase(book: &Book<'_>, entry: &Entry<'_>, text: Text, problems: &mut Vec<Problem>) -> Option<Phrase> {
    let parameters = parameters(&text);
    let conflicts: Vec<ProblemKind> = parameters.iter().filter_map(Parameter::conflict).collect();
    let sound = conflicts.is_empty();
    problems.extend(conflicts.into_iter().map(|kind| book.problem(entry.line, &entry.key, kind)));
    sound.then_some(Phrase { text, parameters })
}
