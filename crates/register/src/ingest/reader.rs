//! A person list chunk by chunk to a register, in bounded memory: the register, one line, and faults up to a limit.
use super::{
    Choices, Limits,
    body::Body,
    fault::FaultKind,
    faults::{Faults, shown},
    front::Front,
    header::{self, HeaderPart},
    judged,
    lines::{Lines, TextLine},
    new_practice::spellings,
    periods::Periods,
    words::CostUnit,
};
use crate::{conditions::Conditions, register::Register};
use model::{age::Age, id::Id};
use table::Encoding;

/// What is said about a file that is no fault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Note {
    /// Nothing is read from a column.
    Unread {
        /// From 1.
        column: u32,
        /// Its heading.
        heading: String,
    },
    /// The file does not tell of a condition that some compared model pays for.
    Untold(Id),
    /// The letters are those of Windows-1252.
    Windows1252,
    /// The letters are written in another encoding, which was recognised.
    Encoding(Encoding),
    /// Rows above the headings, such as a title, which were not read.
    RowsAbove {
        /// How many.
        rows: u64,
    },
    /// All rows that were read are of this month, year or other time.
    OnePeriod {
        /// As it is written.
        period: String,
        /// Rows of other times, which were not read as asked.
        others: u64,
    },
    /// Practices whose names are written in several ways, which differ only in capitals and spaces: as each is written
    /// first, and elsewhere.
    Spellings(Vec<(String, Vec<String>)>),
    /// Ages that are written as this age and all above it were read as that age, from which all are paid alike.
    OpenAges {
        /// How many persons have such an age.
        persons: u64,
    },
    /// The sheet of a workbook that was read, where there are several.
    OfSheet(String),
    /// So many hidden rows and columns of the sheet have something in them and were left out.
    Hidden(u64),
    /// Sexes are coded 1 for men and 2 for women.
    SexCodes,
    /// Costs are stated otherwise than in kronor of a year, and were made so.
    Costs(CostUnit),
    /// No column tells persons apart, so a row that is there twice cannot be told from two alike persons.
    AlikeNotChecked {
        /// The rows that were read.
        rows: u64,
    },
    /// The file's last line has no end: the file may have been cut off within the last field.
    NoLastEnd,
}

/// What a file holds.
#[derive(Debug)]
pub struct Outcome {
    /// The persons; `None` when the header has a fault, there are or may be identity numbers, no row could be read or
    /// somebody is asked something first ([`Faults::question`]).
    pub register: Option<Register>,
    /// Whether the headings say which conditions the file tells of. Where they do not, a condition that stands in no row may
    /// be one that nobody has, or one that the file knows nothing of.
    pub is_named: bool,
    /// What is wrong.
    pub faults: Faults,
    /// Rows entered.
    pub read: u64,
    /// Rows left out for their faults.
    pub left_out: u64,
    /// What else to know.
    pub notes: Vec<Note>,
}

/// Takes a file chunk by chunk.
pub struct Reader {
    known: Conditions,
    practices: Option<Vec<String>>,
    choices: Choices,
    alike_from: Option<Age>,
    limits: Limits,
    front: Option<Front>,
    lines: Lines,
    /// Lines so far.
    number: u64,
    stage: Stage,
    notes: Vec<Note>,
    /// The bytes of the file, if they are known.
    size: Option<u64>,
    /// The bytes so far.
    taken: u64,
}

enum Stage {
    /// What the best row so far lacks for headings, and how many rows there were.
    Header(Option<NoHeadings>),
    Body(Box<Body>),
    /// Nothing more is read.
    Refused(Faults),
}

impl Reader {
    /// A reader that knows these conditions.
    pub fn new(known: &Conditions, limits: Limits) -> Self {
        Self {
            known: known.clone(),
            practices: None,
            choices: Choices::default(),
            alike_from: None,
            limits,
            front: Some(Front::new()),
            lines: Lines::new(usize::try_from(limits.line).unwrap_or(usize::MAX)),
            number: 0,
            stage: Stage::Header(None),
            notes: Vec::new(),
            size: None,
            taken: 0,
        }
    }

    /// Takes only these practices; any other is a fault.
    #[must_use]
    pub fn only_practices(mut self, practices: Vec<String>) -> Self {
        self.practices = Some(practices);
        self
    }

    /// Takes what somebody has said of the file.
    #[must_use]
    pub fn with(mut self, choices: Choices) -> Self {
        self.choices = choices;
        self
    }

    /// Reads ages such as `100+` as the age itself, if every model pays all ages from this one on alike.
    #[must_use]
    pub fn alike_from(mut self, age: Option<Age>) -> Self {
        self.alike_from = age;
        self
    }

    /// Reserves memory after what the rows so far took of a file of so many bytes, so that the columns do not grow by
    /// doubling.
    #[must_use]
    pub fn of_size(mut self, bytes: u64) -> Self {
        self.size = Some(bytes);
        self
    }

    /// Takes the next bytes, as many as there are.
    pub fn push(&mut self, chunk: &[u8]) {
        let Some(mut front) = self.front.take() else { return };
        front.push(chunk, |chunk| self.pass(chunk));
        self.front = Some(front);
    }

    fn pass(&mut self, chunk: &[u8]) {
        for part in chunk.chunks(PART) {
            if let (Stage::Body(body), Some(size)) = (&mut self.stage, self.size) {
                body.make_room(self.taken, size);
            }
            self.part(part);
            self.taken += u64::try_from(part.len()).unwrap_or(0);
        }
    }

    fn part(&mut self, part: &[u8]) {
        let mut rest = part;
        loop {
            rest = self.plain(rest);
            let Some(line) = self.lines.next(&mut rest) else { break };
            self.number += 1;
            match line {
                TextLine::Whole(line) => self.line(line, true),
                TextLine::Joined(line) => self.line(&line, true),
                TextLine::TooLong(beginning) => self.too_long(&beginning),
            }
        }
    }

    /// Reads plain rows at once; gives what is left.
    fn plain<'c>(&mut self, chunk: &'c [u8]) -> &'c [u8] {
        let Stage::Body(body) = &mut self.stage else { return chunk };
        if !self.lines.is_at_start() || !body.remarks.is_empty() {
            return chunk;
        }
        let (lines, bytes) = body.plain_rows(self.number, chunk);
        self.number += lines;
        if body.judge.is_settled() {
            self.refuse();
        }
        chunk.get(bytes..).unwrap_or_default()
    }

    fn line(&mut self, line: &[u8], is_ended: bool) {
        match &mut self.stage {
            Stage::Header(_) => self.header(line.strip_suffix(b"\r").unwrap_or(line)),
            Stage::Body(body) => {
                body.line(self.number, line, is_ended);
                if body.judge.is_settled() {
                    self.refuse();
                }
            }
            Stage::Refused(_) => {}
        }
    }

    fn header(&mut self, line: &[u8]) {
        match header::layout(line, &self.known) {
            Ok(mut layout) => {
                let others = std::mem::take(&mut layout.others).into_iter();
                let unread =
                    |(column, heading): (u32, String)| Note::Unread { column, heading: shown(heading.as_bytes()) };
                self.notes.extend(others.map(unread));
                let untold = self.known.iter().filter(|id| !layout.conditions.contains(id));
                self.notes.extend(untold.map(|id| Note::Untold(id.clone())));
                if layout.encoding == Encoding::Windows1252 {
                    self.notes.push(Note::Windows1252);
                }
                let periods = Periods::new(std::mem::take(&mut layout.times), self.choices.period.take());
                let mut body = Body::new(layout, self.limits, self.practices.as_deref());
                (body.periods, body.alike_from) = (periods, self.alike_from);
                body.alikes = self.choices.look_alikes;
                body.header = line.to_vec();
                let above = self.number.saturating_sub(1);
                self.notes.extend((above > 0).then_some(Note::RowsAbove { rows: above }));
                self.stage = Stage::Body(Box::new(body));
            }
            Err(told) => {
                let Stage::Header(best) = &mut self.stage else { return };
                let is_better = best.as_ref().is_none_or(|(_, best)| header::lacks(&told) < header::lacks(best));
                if is_better {
                    *best = Some((self.number, told));
                }
                if self.number >= ROWS_ABOVE {
                    self.refuse_headings();
                }
            }
        }
    }

    /// What the row that has most of the headings lacks.
    #[cold]
    fn refuse_headings(&mut self) {
        let Stage::Header(Some((row, told))) = &mut self.stage else { return };
        let mut faults = Faults::default();
        for (column, text, kind) in std::mem::take(told) {
            faults.add((*row, column), &text, kind, self.limits.faults);
        }
        self.stage = Stage::Refused(faults);
    }

    /// Keeps nothing but that there were identity numbers, and where.
    #[cold]
    fn refuse(&mut self) {
        let Stage::Body(body) = &mut self.stage else { return };
        self.stage = Stage::Refused(body.refused().unwrap_or_default());
    }

    #[cold]
    fn too_long(&mut self, beginning: &[u8]) {
        let (kind, limit) = (FaultKind::LongLine { limit: self.limits.line }, self.limits.faults);
        match &mut self.stage {
            Stage::Header(_) => {
                let mut faults = Faults::default();
                faults.add((self.number, 0), beginning, kind, limit);
                self.stage = Stage::Refused(faults);
            }
            Stage::Body(body) => {
                body.uncut(self.number, beginning, kind);
                body.left_out += 1;
            }
            Stage::Refused(_) => {}
        }
    }

    /// What the file held.
    pub fn finish(mut self) -> Outcome {
        if let Some(mut front) = self.front.take() {
            front.finish(|rest| self.pass(rest));
            self.notes.extend(front.told.map(Note::Encoding));
        }
        if let Some(line) = self.lines.last() {
            self.number += 1;
            self.notes.push(Note::NoLastEnd);
            self.line(&line, false);
        }
        self.refuse_headings();
        let Self { stage, notes, limits, number, choices, .. } = self;
        let mut faults = Faults::default();
        let mut body = match stage {
            Stage::Header(_) => {
                faults.add((1, 0), b"", FaultKind::NoHeader, limits.faults);
                return refused(faults, notes);
            }
            Stage::Refused(faults) => return refused(faults, notes),
            Stage::Body(body) => body,
        };
        if let Some(faults) = body.refused() {
            return refused(faults, notes);
        }
        match body.marks.origin(body.layout.origin) {
            Ok(origin) => body.register.origin = origin,
            Err(row) => {
                let column = body.layout.parts.iter().position(|part| *part == HeaderPart::Mark);
                return refused(judged::mixed(row, column), notes);
            }
        }
        body.end();
        if let Some(question) = body.periods.question() {
            return refused(Faults { groups: vec![question] }, notes);
        }
        if !body.counted.is_empty() {
            return refused(body.counted, notes);
        }
        if body.read == 0 {
            body.fault((number + 1, 0), b"", FaultKind::NoRows);
        } else if let Some(question) = body.too_much_left_out(choices.faulty) {
            body.faults.ask(question);
            return refused(body.faults, notes);
        }
        outcome(*body, notes)
    }
}

fn refused(faults: Faults, notes: Vec<Note>) -> Outcome {
    Outcome { register: None, is_named: false, faults, read: 0, left_out: 0, notes }
}

fn outcome(body: Body, mut notes: Vec<Note>) -> Outcome {
    if !body.has_persons && body.read > 0 {
        notes.push(Note::AlikeNotChecked { rows: body.read });
    }
    notes.extend(body.coded_sex.then_some(Note::SexCodes));
    let unit = body.layout.cost_unit;
    notes.extend((unit != CostUnit::OfYear).then_some(Note::Costs(unit)));
    notes.extend((body.open_ages > 0).then_some(Note::OpenAges { persons: body.open_ages }));
    notes.extend(body.periods.notes());
    notes.extend(spellings(&body.practices, body.register.practices()));
    let Body { mut register, layout, faults, read, left_out, .. } = body;
    let is_named = !layout.parts.contains(&HeaderPart::List);
    register.trim();
    Outcome { register: (read > 0).then_some(register), is_named, faults, read, left_out, notes }
}

/// The number of a row, and what it lacks for headings.
type NoHeadings = (u64, Vec<header::HeaderFault>);

/// Headings are looked for in so many rows.
const ROWS_ABOVE: u64 = 20;
/// Bytes that are read at a time.
const PART: usize = 1 << 16;
