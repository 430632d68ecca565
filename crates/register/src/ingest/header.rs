//! What the columns of a person list hold, from its header. Knows nothing of rows.
use super::{
    condition_words::ConditionWords,
    fault::FaultKind,
    fields::{Fields, delimiter},
    mark, value,
    words::{self, Column, CostUnit},
};
use crate::{conditions::Conditions, register::Origin};
use model::{case_mix::ConditionSet, id::Id};
use table::Encoding;

/// What is read from a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderPart {
    Practice,
    Sex,
    Age,
    /// A number whose bits are conditions.
    Mask(Mask),
    /// Ids joined by plus signs or spaces.
    List,
    /// 0 or 1 for the condition at this place.
    Flag(u32),
    Cost,
    Person,
    /// How many persons the row is of, which must be one.
    Count,
    /// A month, year or other time, of which the file must have one.
    Time,
    /// The mark of made-up persons.
    Mark,
    /// Nothing.
    Other,
}

/// The conditions of a number: so many from a place on, the first at the lowest bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mask {
    pub(super) from: usize,
    pub(super) count: u32,
}

impl Mask {
    /// The most conditions of one number.
    const MOST: u32 = u64::BITS;

    /// The conditions whose bits the number has; `None` when it has others.
    #[inline]
    pub(super) fn set(self, bits: u64) -> Option<ConditionSet> {
        (bits.checked_shr(self.count).unwrap_or(0) == 0).then(|| ConditionSet::of_bits(bits, self.from))
    }
}

/// A header as it is read.
#[derive(Clone, Debug)]
pub(super) struct HeaderLayout {
    pub(super) delimiter: u8,
    pub(super) encoding: Encoding,
    pub(super) parts: Vec<HeaderPart>,
    /// The conditions that rows tell of.
    pub(super) conditions: Conditions,
    /// The parts, each with what its field ends with and its place.
    pub(super) ends: Vec<(HeaderPart, u8, usize)>,
    /// Where the persons come from, if every row is marked.
    pub(super) origin: Origin,
    /// How costs are stated.
    pub(super) cost_unit: CostUnit,
    /// Columns that nothing is read from: number and heading.
    pub(super) others: Vec<(u32, String)>,
    /// Columns that say the time: number and heading.
    pub(super) times: Vec<(u32, String)>,
}

impl HeaderLayout {
    /// The field's cost, as öre of a year.
    pub(super) fn cost(&self, text: &[u8]) -> Result<u32, FaultKind> {
        value::cost(text, self.encoding, self.cost_unit)
    }
}

/// A fault of the header: column, text, kind.
pub(super) type HeaderFault = (u32, Vec<u8>, FaultKind);

/// What must be there.
const NEEDED: [(HeaderPart, Column); 4] = [
    (HeaderPart::Practice, Column::Practice),
    (HeaderPart::Sex, Column::Sex),
    (HeaderPart::Age, Column::Age),
    (HeaderPart::Cost, Column::Cost),
];

/// The layout, or all faults.
pub(super) fn layout(line: &[u8], known: &Conditions) -> Result<HeaderLayout, Vec<HeaderFault>> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let is_file_of_columns = line.starts_with(b"PAR1");
    if is_file_of_columns || line.starts_with(b"\xff\xfe") || line.starts_with(b"\xfe\xff") || line.contains(&0) {
        return Err(vec![(0, Vec::new(), FaultKind::NotText)]);
    }
    let (delimiter, encoding, mut fields) = (delimiter(line), Encoding::of_line(line), Fields::default());
    if fields.cut(line, delimiter).is_err() {
        return Err(vec![(0, line.to_vec(), FaultKind::OpenQuote)]);
    }
    let mut columns = Columns {
        known,
        words: ConditionWords::of(known),
        parts: Vec::new(),
        conditions: Vec::new(),
        faults: Vec::new(),
        others: Vec::new(),
        times: Vec::new(),
        origin: Origin::Own,
        cost_unit: CostUnit::default(),
        born: None,
    };
    for heading in fields.iter() {
        columns.enter(&encoding.strict(heading).unwrap_or_default());
    }
    columns.lacking();
    if !columns.faults.is_empty() {
        return Err(columns.faults);
    }
    let Columns { parts, conditions, others, times, origin, cost_unit, .. } = columns;
    let conditions = known.in_order(conditions);
    let end = |place| if place + 1 == parts.len() { b'\n' } else { delimiter };
    let ends = parts.iter().zip(0..).map(|(part, place)| (*part, end(place), place)).collect();
    Ok(HeaderLayout { ends, delimiter, encoding, parts, conditions, origin, cost_unit, others, times })
}

struct Columns<'k> {
    known: &'k Conditions,
    words: ConditionWords,
    parts: Vec<HeaderPart>,
    conditions: Vec<Id>,
    faults: Vec<HeaderFault>,
    others: Vec<(u32, String)>,
    times: Vec<(u32, String)>,
    origin: Origin,
    cost_unit: CostUnit,
    /// The column of birth years.
    born: Option<u32>,
}

impl Columns<'_> {
    /// The number of the column that is entered now.
    fn number(&self) -> u32 {
        u32::try_from(self.parts.len() + 1).unwrap_or(u32::MAX)
    }

    fn fault(&mut self, text: &str, kind: FaultKind) {
        self.faults.push((self.number(), text.as_bytes().to_vec(), kind));
    }

    fn enter(&mut self, heading: &str) {
        let part = self.part(heading);
        if words::column(heading) == Some(Column::BirthYear) {
            self.born = self.born.or(Some(self.number()));
        }
        self.origin = mark::origin(heading).unwrap_or(self.origin);
        if part == HeaderPart::Other {
            self.others.push((self.number(), heading.to_owned()));
        } else if part == HeaderPart::Time {
            self.times.push((self.number(), heading.to_owned()));
        } else if self.is_there(part) {
            self.fault(heading, FaultKind::DoubleColumn(column_of(part)));
        }
        self.parts.push(part);
    }

    fn part(&mut self, heading: &str) -> HeaderPart {
        if let Some((name, ids)) = heading.split_once(':')
            && words::column(name) == Some(Column::Conditions)
        {
            return self.mask(ids);
        }
        if let Some(id) = self.known(heading) {
            self.conditions.push(id.clone());
            return HeaderPart::Flag(u32::try_from(self.conditions.len() - 1).unwrap_or(u32::MAX));
        }
        match words::column(heading) {
            Some(Column::Practice) => HeaderPart::Practice,
            Some(Column::Sex) => HeaderPart::Sex,
            Some(Column::Age) => HeaderPart::Age,
            Some(Column::Conditions) => HeaderPart::List,
            Some(Column::Cost) => HeaderPart::Cost,
            Some(Column::Person) => HeaderPart::Person,
            Some(Column::Persons) => HeaderPart::Count,
            Some(Column::Time) => HeaderPart::Time,
            _ if mark::origin(heading).is_some() => HeaderPart::Mark,
            _ => match words::cost_unit(heading) {
                // beside a cost of a year it is said again
                Some(unit) if !self.parts.contains(&HeaderPart::Cost) => {
                    self.cost_unit = unit;
                    HeaderPart::Cost
                }
                _ => HeaderPart::Other,
            },
        }
    }

    /// The condition that is called so.
    fn known(&self, word: &str) -> Option<&Id> {
        self.known.get(self.words.place(word)?)
    }

    /// Conditions by the bits of a number: the first has the lowest.
    fn mask(&mut self, ids: &str) -> HeaderPart {
        let (from, mut count) = (self.conditions.len(), 0);
        for id in ids.split('+').map(str::trim).filter(|id| !id.is_empty()) {
            match self.known(id).cloned() {
                None => self.fault(id, FaultKind::UnknownCondition),
                Some(known) if self.conditions.contains(&known) => {
                    self.fault(id, FaultKind::DoubleColumn(Column::Conditions));
                }
                Some(_) if count == Mask::MOST => self.fault(id, FaultKind::LongMask { limit: Mask::MOST }),
                Some(known) => {
                    self.conditions.push(known);
                    count += 1;
                }
            }
        }
        HeaderPart::Mask(Mask { from, count })
    }

    /// Whether such a column was entered before; conditions are there in one way only, numbers in several columns.
    fn is_there(&self, part: HeaderPart) -> bool {
        let is_set = |part: &HeaderPart| matches!(part, HeaderPart::Mask(_) | HeaderPart::List);
        match part {
            HeaderPart::Flag(place) => {
                let id = usize::try_from(place).ok().and_then(|place| self.conditions.get(place));
                let twice = self.conditions.iter().filter(|other| Some(*other) == id).count() > 1;
                twice || self.parts.iter().any(is_set)
            }
            HeaderPart::Mask(_) => self.parts.iter().any(|part| matches!(part, HeaderPart::List | HeaderPart::Flag(_))),
            HeaderPart::List => self.parts.iter().any(|part| is_set(part) || matches!(part, HeaderPart::Flag(_))),
            part => self.parts.contains(&part),
        }
    }

    fn lacking(&mut self) {
        for (part, column) in NEEDED {
            if let (HeaderPart::Age, false, Some(born)) = (part, self.parts.contains(&part), self.born) {
                self.faults.push((born, Vec::new(), FaultKind::BirthYears));
            } else if !self.parts.contains(&part) {
                self.faults.push((0, Vec::new(), FaultKind::MissingColumn(column)));
            }
        }
        if self.parts.contains(&HeaderPart::List) {
            self.conditions = self.known.to_vec();
        } else if self.conditions.is_empty()
            && !self.known.is_empty()
            && !self.parts.iter().any(|part| matches!(part, HeaderPart::Mask(_)))
        {
            self.faults.push((0, Vec::new(), FaultKind::MissingColumn(Column::Conditions)));
        }
    }
}

/// The column that the part is read from.
pub(super) fn column_of(part: HeaderPart) -> Column {
    match part {
        HeaderPart::Practice => Column::Practice,
        HeaderPart::Sex => Column::Sex,
        HeaderPart::Age => Column::Age,
        HeaderPart::Mask(_) | HeaderPart::List | HeaderPart::Flag(_) => Column::Conditions,
        HeaderPart::Cost => Column::Cost,
        HeaderPart::Mark => Column::Synthetic,
        HeaderPart::Count => Column::Persons,
        HeaderPart::Time => Column::Time,
        HeaderPart::Person | HeaderPart::Other => Column::Person,
    }
}

/// How much the row lacks of being the headings: columns first, and then other faults.
pub(super) fn lacks(told: &[HeaderFault]) -> (usize, usize) {
    let is_column = |kind| matches!(kind, FaultKind::MissingColumn(_) | FaultKind::BirthYears);
    (told.iter().filter(|(_, _, kind)| is_column(*kind)).count(), told.len())
}
