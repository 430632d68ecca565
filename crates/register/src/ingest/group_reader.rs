//! A list of sums chunk by chunk to an [`Aggregate`]. It is small beside the persons that it stands for, so every row goes
//! the way with every check.
use super::{
    Choices, Limits,
    condition_words::ConditionWords,
    fault::FaultKind,
    faults::{Faults, shown},
    faulty::FaultyRows,
    fields::{Fields, delimiter, words},
    front::Front,
    group_rows::number_of,
    judged,
    lines::{Lines, TextLine},
    mark::{self, Marks},
    new_practice::spellings,
    periods::Periods,
    practices::Practices,
    reader::Note,
    words::{self, Column},
};
use crate::{
    aggregate::{Aggregate, AggregateRow},
    conditions::Conditions,
    register::Origin,
};
use model::{
    age::{AgeBand, AgeBands, BandFault},
    case_mix::ConditionSet,
    id::Id,
    identity_number::{Judge, LookAlikes},
    sex::Sex,
};
use std::collections::{BTreeMap, HashSet};
use table::Encoding;

/// What a file of sums holds.
#[derive(Debug)]
pub struct GroupOutcome {
    /// The sums; `None` when the header or the bands have a fault, there are or may be identity numbers or no row could be
    /// read.
    pub aggregate: Option<Aggregate>,
    /// Whether the heading says which conditions the sums tell of, as for [`Outcome`](super::Outcome).
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

/// Takes a file of sums chunk by chunk: `vårdcentral; kön; ålder från; ålder till; tillstånd; personer; kostnad; kostnad
/// kvadrat`, where the last age of the open band is blank and costs are kronor. The heading of the conditions may name
/// those that the sums tell of (`tillstånd:diabetes+kol`); else they are all that are known. A row of nobody, in which
/// vårdcentral and kön may be blank, says that a band or a vårdcentral is there. A file of several months or other times
/// is asked about, as one of persons is; a row of nobody may leave its time blank, and is then of every time.
pub struct GroupReader {
    pub(super) limits: Limits,
    front: Option<Front>,
    lines: Lines,
    pub(super) number: u64,
    pub(super) delimiter: u8,
    pub(super) encoding: Encoding,
    /// What the columns hold; none before the header.
    pub(super) columns: Option<Vec<Option<Column>>>,
    /// How many columns there are.
    pub(super) width: usize,
    /// Nothing more is read.
    pub(super) is_refused: bool,
    /// The heading says which conditions the sums tell of.
    pub(super) is_named: bool,
    /// What is thought of the free fields, and what the user has said of those that look like identity numbers.
    pub(super) judge: Judge,
    pub(super) alikes: LookAlikes,
    faulty: FaultyRows,
    pub(super) periods: Periods,
    pub(super) origin: Origin,
    pub(super) marks: Marks,
    pub(super) practices: Vec<String>,
    pub(super) conditions: Conditions,
    pub(super) names: ConditionWords,
    pub(super) rows: Vec<AggregateRow>,
    pub(super) places: Practices,
    pub(super) met: HashSet<(u16, Sex, AgeBand, ConditionSet)>,
    /// Each band with the row where it stands first.
    pub(super) bands: BTreeMap<AgeBand, u64>,
    pub(super) faults: Faults,
    left_out: u64,
    pub(super) notes: Vec<Note>,
}

/// What must be there.
const NEEDED: [Column; 8] = [
    Column::Practice,
    Column::Sex,
    Column::AgeFrom,
    Column::AgeTo,
    Column::Conditions,
    Column::Persons,
    Column::Cost,
    Column::CostSquared,
];

/// What may be there.
const OTHERS: [Column; 2] = [Column::Synthetic, Column::Time];

impl GroupReader {
    /// A reader that knows these conditions.
    pub fn new(known: &Conditions, limits: Limits) -> Self {
        Self {
            limits,
            front: Some(Front::new()),
            lines: Lines::new(usize::try_from(limits.line).unwrap_or(usize::MAX)),
            number: 0,
            delimiter: b';',
            encoding: Encoding::Utf8,
            columns: None,
            width: 0,
            is_refused: false,
            is_named: false,
            judge: Judge::default(),
            alikes: LookAlikes::Ask,
            faulty: FaultyRows::default(),
            periods: Periods::default(),
            origin: Origin::Own,
            marks: Marks::default(),
            practices: Vec::new(),
            conditions: known.clone(),
            names: ConditionWords::of(known),
            rows: Vec::new(),
            places: Practices::new(false),
            met: HashSet::new(),
            bands: BTreeMap::new(),
            faults: Faults::default(),
            left_out: 0,
            notes: Vec::new(),
        }
    }

    /// Takes what somebody has said of the file. A sum is of many persons, so that none is left out unasked.
    #[must_use]
    pub fn with(mut self, choices: &Choices) -> Self {
        (self.alikes, self.faulty) = (choices.look_alikes, choices.faulty);
        self.periods = Periods::new(Vec::new(), choices.period.clone());
        self
    }

    /// Takes the next bytes, as many as there are.
    pub fn push(&mut self, chunk: &[u8]) {
        let Some(mut front) = self.front.take() else { return };
        front.push(chunk, |chunk| self.pass(chunk));
        self.front = Some(front);
    }

    fn pass(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        while let Some(line) = self.lines.next(&mut rest) {
            self.number += 1;
            match line {
                TextLine::Whole(line) => self.line(line, true),
                TextLine::Joined(line) => self.line(&line, true),
                TextLine::TooLong(beginning) => self.too_long(&beginning),
            }
        }
    }

    pub(super) fn fault(&mut self, column: u32, text: &[u8], kind: FaultKind) {
        self.faults.add((self.number, column), text, kind, self.limits.faults);
    }

    /// A fault of a row whose fields are not known.
    pub(super) fn uncut(&mut self, line: &[u8], kind: FaultKind) {
        for word in words(line, self.delimiter) {
            self.judge.note(self.number, self.width, word);
        }
        self.fault(0, line, kind);
    }

    fn too_long(&mut self, beginning: &[u8]) {
        self.uncut(beginning, FaultKind::LongLine { limit: self.limits.line });
        self.is_refused |= self.columns.is_none();
        self.left_out += 1;
    }

    fn line(&mut self, line: &[u8], is_ended: bool) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if self.is_refused {
            return;
        }
        match self.columns.take() {
            None => self.header(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)),
            Some(columns) => {
                if !line.is_empty() {
                    let good = self.row(&columns, line, is_ended).is_some();
                    self.left_out += u64::from(!good);
                    self.is_refused |= self.judge.is_settled();
                }
                self.columns = Some(columns);
            }
        }
    }

    fn header(&mut self, line: &[u8]) {
        self.delimiter = delimiter(line);
        self.encoding = Encoding::of_line(line);
        let mut fields = Fields::default();
        if line.contains(&0) || fields.cut(line, self.delimiter).is_err() {
            self.fault(0, b"", FaultKind::NotText);
            self.is_refused = true;
            return;
        }
        let mut columns: Vec<Option<Column>> = Vec::new();
        for (heading, number) in fields.iter().zip(1..) {
            let heading = self.encoding.strict(heading).unwrap_or_default();
            let (name, ids) = heading.split_once(':').map_or((&*heading, None), |(name, ids)| (name, Some(ids)));
            let is_known = |column: &Column| NEEDED.contains(column) || OTHERS.contains(column);
            let column = words::column(name).filter(is_known);
            let is_longer = |column: &Column| matches!(column, Column::Conditions | Column::Synthetic);
            let column = column.filter(|column| ids.is_none() || is_longer(column));
            self.origin = mark::origin(&heading).unwrap_or(self.origin);
            if let (Some(Column::Conditions), Some(ids)) = (column, ids) {
                self.named(number, ids);
            }
            match column {
                Some(Column::Time) => self.periods.columns.push((number, heading.to_string())),
                Some(double) if columns.contains(&column) => {
                    self.fault(number, heading.as_bytes(), FaultKind::DoubleColumn(double));
                }
                Some(_) => {}
                None => self.notes.push(Note::Unread { column: number, heading: shown(heading.as_bytes()) }),
            }
            columns.push(column);
        }
        for column in NEEDED.into_iter().filter(|column| !columns.contains(&Some(*column))) {
            self.fault(0, b"", FaultKind::MissingColumn(column));
        }
        self.is_refused = !self.faults.is_empty();
        self.width = columns.len();
        self.columns = Some(columns);
    }

    /// Takes the conditions that the sums tell of.
    fn named(&mut self, number: u32, ids: &str) {
        let (mut named, mut unknown) = (Vec::<Id>::new(), Vec::new());
        for word in ids.split('+').map(str::trim).filter(|word| !word.is_empty()) {
            match self.names.place(word).and_then(|place| self.conditions.get(place)) {
                Some(id) => named.push(id.clone()),
                None => unknown.push(word),
            }
        }
        unknown.into_iter().for_each(|word| self.fault(number, word.as_bytes(), FaultKind::UnknownCondition));
        let told = self.conditions.in_order(named);
        let untold = self.conditions.iter().filter(|known| !told.contains(known));
        self.notes.extend(untold.map(|id| Note::Untold(id.clone())));
        self.names = ConditionWords::of(&told);
        self.conditions = told;
        self.is_named = true;
    }

    /// What the file held.
    pub fn finish(mut self) -> GroupOutcome {
        if let Some(mut front) = self.front.take() {
            front.finish(|rest| self.pass(rest));
            self.notes.extend(front.told.map(Note::Encoding));
        }
        if let Some(line) = self.lines.last() {
            self.number += 1;
            self.notes.push(Note::NoLastEnd);
            self.line(&line, false);
        }
        let read = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        let question = if self.is_refused || self.columns.is_none() { None } else { self.periods.question() };
        let mut bands = None;
        if self.columns.is_none() && !self.is_refused {
            self.number = 1;
            self.fault(0, b"", FaultKind::NoHeader);
        } else if read == 0 && !self.is_refused {
            self.number += 1;
            self.fault(0, b"", FaultKind::NoRows);
        } else if !self.is_refused {
            bands = self.checked_bands();
        }
        let mixed = self.marks.origin(self.origin).map(|origin| self.origin = origin).err().map(|row| {
            let mark = Some(Column::Synthetic);
            judged::mixed(row, self.columns.iter().flatten().position(|column| *column == mark))
        });
        if let Some(faults) = judged::refused(self.judge.verdict(), self.alikes, self.width).or(mixed) {
            self.is_refused = true;
            self.faults = faults;
        } else if let Some(question) = question {
            self.is_refused = true;
            self.faults = Faults { groups: vec![question] };
        } else if bands.is_some() && self.left_out > 0 && self.faulty != FaultyRows::LeaveOut {
            self.is_refused = true;
            let rows = read + self.left_out;
            self.faults.ask(FaultKind::ManyLeftOut { left_out: self.left_out, rows });
        }
        self.notes.extend(self.periods.notes().into_iter().filter(|_| !self.is_refused));
        self.notes.extend(spellings(&self.places, &self.practices));
        let Self { origin, practices, conditions, rows, faults, left_out, notes, is_refused, is_named, .. } = self;
        let aggregate = bands.map(|bands| Aggregate { origin, practices, conditions, bands, rows });
        let aggregate = aggregate.filter(|_| !is_refused);
        let (read, left_out) = if aggregate.is_some() { (read, left_out) } else { (0, left_out) };
        GroupOutcome { aggregate, is_named, faults, read, left_out, notes }
    }

    /// The bands must cover every age once.
    fn checked_bands(&mut self) -> Option<AgeBands> {
        let told = match AgeBands::new(self.bands.keys().copied().collect()) {
            Ok(bands) => return Some(bands),
            Err(told) => told,
        };
        for fault in told {
            let band = match fault {
                BandFault::Empty => continue,
                BandFault::DoesNotStartAtZero(band) | BandFault::Reversed(band) | BandFault::NotOpen(band) => band,
                BandFault::Gap(_, band) | BandFault::Overlap(_, band) => band,
            };
            self.number = self.bands.get(&band).copied().unwrap_or(0);
            let column = self.columns.as_deref().map_or(0, |columns| number_of(columns, Column::AgeFrom));
            self.fault(column, band.low.to_string().as_bytes(), FaultKind::Bands);
        }
        self.is_refused = true;
        None
    }
}

/// Whether the file that begins so is one of sums: its first line has their headings.
pub fn is_of_sums(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let mut fields = Fields::default();
    let is_cut = fields.cut(line, delimiter(line)).is_ok();
    let encoding = Encoding::of_line(line);
    let columns = fields.iter().filter_map(|heading| words::column(&encoding.strict(heading)?));
    let columns: Vec<Column> = columns.collect();
    is_cut && [Column::AgeFrom, Column::Persons, Column::CostSquared].iter().all(|column| columns.contains(column))
}
