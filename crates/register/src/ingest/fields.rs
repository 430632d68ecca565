//! Cuts a line into fields. Knows quotation marks and delimiters, and nothing of what fields mean.

/// A quotation mark without its other one.
pub(super) struct OpenQuote;

/// The fields of one line: their text without quotation marks and outer spaces. Used again for the next line.
#[derive(Default)]
pub(super) struct Fields {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Fields {
    /// Cuts the line.
    pub(super) fn cut(&mut self, line: &[u8], delimiter: u8) -> Result<(), OpenQuote> {
        self.text.clear();
        self.ends.clear();
        let mut rest = line;
        loop {
            let blank = |byte: &u8| *byte == b' ' || (*byte == b'\t' && delimiter != b'\t');
            let begin = rest.iter().take_while(|byte| blank(byte)).count();
            rest = rest.get(begin..).unwrap_or_default();
            rest = match rest.strip_prefix(b"\"") {
                Some(quoted) => self.unquote(quoted)?,
                None => rest,
            };
            let end = rest.iter().position(|byte| *byte == delimiter);
            let (field, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or_default();
            let kept = field.iter().rposition(|byte| !blank(byte)).map_or(0, |last| last + 1);
            self.text.extend_from_slice(field.get(..kept).unwrap_or_default());
            self.ends.push(self.text.len());
            match after.split_first() {
                Some((_, next)) => rest = next,
                None => return Ok(()),
            }
        }
    }

    /// Takes the text up to the closing mark, a doubled mark being one; gives what follows.
    fn unquote<'l>(&mut self, quoted: &'l [u8]) -> Result<&'l [u8], OpenQuote> {
        let mut rest = quoted;
        loop {
            let end = rest.iter().position(|byte| *byte == b'"').ok_or(OpenQuote)?;
            let (text, after) = rest.split_at_checked(end).unwrap_or_default();
            self.text.extend_from_slice(text);
            let after = after.get(1..).unwrap_or_default();
            match after.strip_prefix(b"\"") {
                Some(more) => {
                    self.text.push(b'"');
                    rest = more;
                }
                None => return Ok(after),
            }
        }
    }

    /// How many fields there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The fields in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.text.get(start..*end).unwrap_or_default())
    }
}

/// The words of a line that could not be cut, without quotation marks and spaces about them.
pub(super) fn words(line: &[u8], delimiter: u8) -> impl Iterator<Item = &[u8]> {
    let words = line.split(move |byte| *byte == delimiter || *byte == b'"').map(<[u8]>::trim_ascii);
    words.filter(|word| !word.is_empty())
}

/// The first of the usual delimiters that the header has most of.
pub(super) fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| header.iter().filter(|byte| **byte == delimiter).count();
    let [first, others @ ..] = *b";,\t";
    others.into_iter().fold(first, |best, next| if count(next) > count(best) { next } else { best })
}
