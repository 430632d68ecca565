//! A piece of a Fluent file that remembers where it was cut from. It does not know Fluent.

use std::ops::Range;

use fluent_syntax::parser::Slice;

/// A piece of a file's text and its byte offset in the file.
///
/// The parser cuts by byte and, after a broken `\u` escape, may cut a character in two. A `&str` panics there; this
/// gives an empty piece, which only ever stands in an error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut<'s> {
    pub(crate) text: &'s str,
    pub(crate) start: usize,
}

impl AsRef<str> for Cut<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl PartialEq for Cut<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<'s> Slice<'s> for Cut<'s> {
    fn slice(&self, range: Range<usize>) -> Self {
        Self { start: self.start + range.start, text: self.text.get(range).unwrap_or_default() }
    }

    fn trim(&mut self) {
        self.text = self.text.trim_end_matches([' ', '\r', '\n']);
    }
}

/// Where the lines of a file begin, in bytes.
#[derive(Debug)]
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    /// The lines of `text`.
    pub(crate) fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect())
    }

    /// The line, from 1, on which the byte at `offset` stands.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset)
    }
}
