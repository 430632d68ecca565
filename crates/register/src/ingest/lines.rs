//! Cuts chunks into lines, whatever the chunks' borders. Holds at most one line; knows nothing of fields.
use memchr::memchr;

/// One line without its end.
pub(super) enum TextLine<'c> {
    /// It lies within a chunk.
    Whole(&'c [u8]),
    /// It lay across chunks.
    Joined(Vec<u8>),
    /// The beginning of one that is longer than lines may be.
    TooLong(Vec<u8>),
}

/// The line that has begun.
pub(super) struct Lines {
    begun: Vec<u8>,
    /// The rest of the line is let go.
    skipping: bool,
    limit: usize,
}

impl Lines {
    /// Lines of at most so many bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self { begun: Vec::new(), skipping: false, limit }
    }

    /// Whether the next byte begins a line.
    pub(super) fn is_at_start(&self) -> bool {
        self.begun.is_empty() && !self.skipping
    }

    /// The next line that ends in the chunk, which is then what follows it; `None` when the chunk is used up.
    pub(super) fn next<'c>(&mut self, chunk: &mut &'c [u8]) -> Option<TextLine<'c>> {
        let all: &'c [u8] = chunk;
        let Some(end) = memchr(b'\n', all) else {
            *chunk = &[];
            return self.keep(all);
        };
        let (line, rest) = all.split_at_checked(end)?;
        *chunk = rest.get(1..).unwrap_or_default();
        if self.skipping {
            self.skipping = false;
            return self.next(chunk);
        }
        if self.begun.len() + line.len() > self.limit {
            return Some(TextLine::TooLong(self.joined(line, SHOWN)));
        }
        if self.begun.is_empty() {
            return Some(TextLine::Whole(line));
        }
        Some(TextLine::Joined(self.joined(line, self.limit)))
    }

    /// The line that the file ends with, if it does not end with the end of a line.
    pub(super) fn last(&mut self) -> Option<Vec<u8>> {
        (!self.begun.is_empty()).then(|| std::mem::take(&mut self.begun))
    }

    /// Keeps the beginning of a line; tells once of one that grows too long.
    fn keep<'c>(&mut self, part: &[u8]) -> Option<TextLine<'c>> {
        if self.skipping {
            return None;
        }
        if self.begun.len() + part.len() > self.limit {
            self.skipping = true;
            return Some(TextLine::TooLong(self.joined(part, SHOWN)));
        }
        self.begun.extend_from_slice(part);
        None
    }

    fn joined(&mut self, part: &[u8], most: usize) -> Vec<u8> {
        let mut line = std::mem::take(&mut self.begun);
        line.extend_from_slice(part.get(..most).unwrap_or(part));
        line.truncate(most);
        line
    }
}

/// Bytes of a too long line that are kept to be shown.
const SHOWN: usize = 160;
