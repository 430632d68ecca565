//! Rows that a file of persons may end with: sums and remarks. They are kept until a person follows, which makes them rows
//! with faults, or the file ends. Reads no person.
use super::{body::Body, fault::FaultKind, fields::Fields, header::HeaderPart, words};

/// A row that may be none of a person.
pub(super) struct Remark {
    /// Its number, from 1.
    pub(super) row: u64,
    line: Vec<u8>,
}

/// More rows are no end of a file.
const MOST: usize = 20;

impl Body {
    /// Keeps the row if it may be what the file ends with; else reads those that were kept as rows of persons.
    #[cold]
    pub(super) fn is_remark(&mut self, number: u64, line: &[u8]) -> bool {
        if self.remarks.len() < MOST && self.looks_like_remark(line) {
            self.remarks.push(Remark { row: number, line: line.to_vec() });
            self.look_at_uncut(number, line);
            self.left_out += 1;
            return true;
        }
        for Remark { row, line } in std::mem::take(&mut self.remarks) {
            self.left_out -= 1;
            self.row(row, &line, true);
        }
        false
    }

    /// Tells of the rows that the file ends with.
    pub(super) fn end(&mut self) {
        for Remark { row, line } in std::mem::take(&mut self.remarks) {
            self.fault((row, 0), &line, FaultKind::Footer);
        }
    }

    /// A sum without sex and age, or one text of several words in a file of several columns.
    fn looks_like_remark(&self, line: &[u8]) -> bool {
        let mut fields = Fields::default();
        if fields.cut(line, self.layout.delimiter).is_err() {
            return false;
        }
        let first = || fields.iter().find(|field| !field.is_empty()).unwrap_or_default();
        if fields.count() == 1 {
            return self.layout.parts.len() > 2 && first().iter().any(|byte| matches!(byte, b' ' | b':'));
        }
        let is_blank = |part: HeaderPart| {
            let mut own = self.layout.parts.iter().zip(fields.iter()).filter(|(own, _)| **own == part);
            own.all(|(_, field)| field.is_empty())
        };
        let names_total = self.layout.encoding.strict(first()).is_some_and(|text| words::is_total(&text));
        fields.count() == self.layout.parts.len()
            && names_total
            && is_blank(HeaderPart::Sex)
            && is_blank(HeaderPart::Age)
    }
}
