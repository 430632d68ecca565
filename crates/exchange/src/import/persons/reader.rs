//! Bytes of delimited text in pieces of any size, to rows. The first pieces tell encoding and delimiter.

use super::outcome::{PersonError, PersonReading};
use super::record::Record;
use super::rows::Rows;
use crate::import::delimited::{delimiter, sample};
use crate::import::{Answers, OpenError, Target, archive, source};
use crate::paste::table::with_line_feeds;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use table::{Decoder, Encoding, HEAD};

/// The most bytes and cells of one row.
const MAX_ROW: usize = 1_000_000;
const MAX_CELLS: usize = 10_000;

/// Reads a list of persons as it streams by: [`push`](Self::push) the bytes of a text file, or
/// [`push_row`](Self::push_row) the rows of a sheet, then [`finish`](Self::finish).
pub struct PersonReader {
    rows: Rows,
    failed: Option<PersonError>,
    head: Vec<u8>,
    stream: Option<Stream>,
    row: u64,
}

/// What is needed once the text has begun.
struct Stream {
    decoder: Decoder,
    csv: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// How much of the row is there.
    filled: (usize, usize),
    records: u64,
    line_feeds: u64,
}

impl PersonReader {
    /// A reader for the target's bands and conditions.
    pub fn new(target: &Target, answers: &Answers) -> Self {
        Self { rows: Rows::new(target, answers), failed: None, head: Vec::new(), stream: None, row: 0 }
    }

    /// Takes the next bytes of a text file; where one piece ends and the next begins does not matter.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.failed.is_some() {
            return;
        }
        if self.stream.is_some() {
            return self.feed(bytes);
        }
        self.head.extend_from_slice(bytes);
        if self.head.len() >= HEAD {
            self.begin();
        }
    }

    /// Takes the next row of a sheet; blank rows count too, so that rows are told by their numbers.
    pub fn push_row(&mut self, cells: &[&str]) {
        self.row += 1;
        let bytes = cells.concat();
        let mut end = 0;
        let add = |cell: &&str| {
            end += cell.len();
            end
        };
        let ends: Vec<usize> = cells.iter().map(add).collect();
        if self.failed.is_none() {
            self.failed = self.rows.row(&Record::new(bytes.as_bytes(), &ends, self.row)).err();
        }
    }

    /// The reading, once everything was pushed.
    ///
    /// # Errors
    /// [`PersonError`]: the list is not read at all.
    pub fn finish(mut self) -> Result<PersonReading, PersonError> {
        if self.stream.is_none() && !self.head.is_empty() && self.failed.is_none() {
            self.begin();
        }
        if let Some(mut stream) = self.stream.take().filter(|_| self.failed.is_none()) {
            self.failed = stream.end(&mut self.rows).err();
        }
        match self.failed {
            Some(error) => Err(error),
            None => self.rows.finish(),
        }
    }

    /// Tells encoding and delimiter by the first bytes, and reads these.
    fn begin(&mut self) {
        let head = std::mem::take(&mut self.head);
        if let Some(error) = unfit(&head) {
            self.failed = Some(PersonError::Open(error));
            return;
        }
        let (encoding, mark) = Encoding::of(&head);
        let rest = head.get(mark..).unwrap_or_default();
        self.stream = Some(Stream::new(Decoder::new(encoding), stated_or_found(&encoding.text(rest))));
        self.feed(rest);
    }

    fn feed(&mut self, bytes: &[u8]) {
        if let Some(stream) = &mut self.stream {
            self.failed = stream.feed(bytes, &mut self.rows).err();
        }
    }
}

/// Why these bytes do not begin a text.
fn unfit(head: &[u8]) -> Option<OpenError> {
    let is_wide = matches!(Encoding::of(head).0, Encoding::Utf16Le | Encoding::Utf16Be);
    match source::unread_kind(head) {
        Some(kind) => Some(OpenError::Unread(kind)),
        None if archive::is_archive(head) || (!is_wide && head.contains(&0)) => Some(OpenError::NotATable),
        None => None,
    }
}

fn stated_or_found(text: &str) -> u8 {
    let lines = with_line_feeds(text);
    let stated = lines.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    stated.unwrap_or_else(|| delimiter(sample(&lines)))
}

impl Stream {
    fn new(decoder: Decoder, delimiter: u8) -> Self {
        Self {
            decoder,
            csv: ReaderBuilder::new().delimiter(delimiter).build(),
            bytes: vec![0; 1_024],
            ends: vec![0; 64],
            filled: (0, 0),
            records: 0,
            line_feeds: 0,
        }
    }

    fn feed(&mut self, bytes: &[u8], rows: &mut Rows) -> Result<(), PersonError> {
        if self.decoder.is_needless() {
            return self.read(bytes, rows);
        }
        let mut text = Vec::with_capacity(bytes.len());
        self.decoder.push(bytes, &mut text);
        self.read(&text, rows)
    }

    fn end(&mut self, rows: &mut Rows) -> Result<(), PersonError> {
        // an empty piece tells the parser that the text has ended
        self.read_on(&[], rows)
    }

    fn read(&mut self, bytes: &[u8], rows: &mut Rows) -> Result<(), PersonError> {
        if bytes.is_empty() { Ok(()) } else { self.read_on(bytes, rows) }
    }

    fn read_on(&mut self, mut bytes: &[u8], rows: &mut Rows) -> Result<(), PersonError> {
        loop {
            let room = self.bytes.get_mut(self.filled.0..).unwrap_or_default();
            let ends = self.ends.get_mut(self.filled.1..).unwrap_or_default();
            let (result, read, written, ended) = self.csv.read_record(bytes, room, ends);
            let (taken, rest) = bytes.split_at_checked(read).unwrap_or((bytes, &[]));
            self.line_feeds += taken.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            bytes = rest;
            self.filled = (self.filled.0 + written, self.filled.1 + ended);
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return Ok(()),
                ReadRecordResult::OutputFull if self.bytes.len() < MAX_ROW => {
                    self.bytes.resize(2 * self.bytes.len(), 0)
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MAX_CELLS => {
                    self.ends.resize(2 * self.ends.len(), 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    return Err(PersonError::RowTooLong { row: self.records + 1 });
                }
                ReadRecordResult::Record => self.record(taken.last() == Some(&b'\n'), rows)?,
            }
        }
    }

    /// Gives the row away. Its number is its line's, also after blank lines.
    fn record(&mut self, ends_line: bool, rows: &mut Rows) -> Result<(), PersonError> {
        self.records += 1;
        let line = self.line_feeds + u64::from(!ends_line);
        let (bytes, ends) = (self.bytes.get(..self.filled.0), self.ends.get(..self.filled.1));
        self.filled = (0, 0);
        rows.row(&Record::new(bytes.unwrap_or_default(), ends.unwrap_or_default(), line.max(self.records)))
    }
}
