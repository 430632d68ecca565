//! What was found in a file of persons, as the worker tells it to the page. Sentences are made by the page.
use model::{case_mix::ConditionSet, id::Id};
use register::{
    conditions::NoRoom,
    ingest::{self, Column},
};
use serde::{Deserialize, Serialize};

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Rows that were read.
    pub read: u64,
    /// Rows that were left out whole.
    pub left_out: u64,
    /// How many faults there were.
    pub total: u64,
    /// The first of them, in the order of the file.
    pub faults: Vec<Fault>,
    /// Conditions that the models pay for and the file does not tell of, by id.
    pub untold: Vec<String>,
    /// Columns that nothing was read from.
    pub unread: Vec<String>,
    /// Whether a person who stands there twice would have been found.
    pub tells_persons_apart: bool,
    /// Whether the last line had an end.
    pub ended: bool,
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The line, from 1.
    pub row: u64,
    /// The column, from 1; 0 for the whole row.
    pub column: u32,
    /// What stands there.
    pub text: String,
    /// What is wrong.
    pub kind: Kind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Empty file.
    NoHeader,
    /// No text.
    NotText,
    /// A column is missing.
    MissingColumn(Field),
    /// A column is there twice.
    DoubleColumn(Field),
    /// A condition that the model does not have.
    UnknownCondition,
    /// A header without rows.
    NoRows,
    /// Identity numbers: how many of a column's cells.
    IdentityNumbers(u64, u64),
    /// Values that look like identity numbers, and the column's cells: to be asked about.
    LikeIdentityNumbers(u64, u64),
    /// A row that is left out for such a value.
    LeftOutAlike,
    /// Fields of the header, and of the row.
    FieldCount(u32, u32),
    /// The same in the file's last line.
    Truncated(u32, u32),
    /// A quotation mark without its other one.
    OpenQuote,
    /// Bytes that no line may be longer than.
    LongLine(u32),
    /// Bytes that are no letters.
    NotLetters,
    /// Nothing stands there.
    Blank(Field),
    /// A practice's name is too long.
    LongName(u32),
    /// No sex.
    NotASex,
    /// No age up to this one.
    NotAnAge(u8),
    /// A heading that names more conditions than its numbers hold.
    LongMask(u32),
    /// More conditions in the models together than sets tell apart.
    TooManyConditions(u32),
    /// Neither yes nor no, or no set of conditions.
    NotAFlag,
    /// No amount.
    NotACost,
    /// Below zero.
    NegativeCost,
    /// Over the largest, in öre.
    LargeCost(u32),
    /// There already.
    DuplicatePerson,
    /// Not marked as made up, while other rows are.
    MixedMarks,
    /// More persons, practices or sets of conditions than there is room for.
    TooMany(u32),
    /// What does not occur in a list of persons.
    Other,
}

/// A column by what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// The practice.
    Practice,
    /// Sex.
    Sex,
    /// Age.
    Age,
    /// Conditions.
    Conditions,
    /// Cost.
    Cost,
    /// What tells persons apart.
    Person,
}

/// So many faults are told; all are counted.
const TOLD: usize = 100;

impl Reading {
    /// What the reader found, for a model with these conditions.
    pub fn of(outcome: &ingest::Outcome, asked: &[Id]) -> Self {
        let notes = || outcome.notes.iter();
        let unread = notes().filter_map(|note| match note {
            ingest::Note::Unread { heading, .. } => Some(heading.clone()),
            _ => None,
        });
        let untold = notes().filter_map(|note| match note {
            ingest::Note::Untold(id) if asked.contains(id) => Some(id.as_str().to_owned()),
            _ => None,
        });
        Self {
            read: outcome.read,
            left_out: outcome.left_out,
            total: outcome.faults.total(),
            faults: outcome.faults.stored.iter().take(TOLD).map(Fault::of).collect(),
            untold: untold.collect(),
            unread: unread.collect(),
            tells_persons_apart: !notes().any(|note| matches!(note, ingest::Note::AlikeNotChecked { .. })),
            ended: !notes().any(|note| matches!(note, ingest::Note::NoLastEnd)),
        }
    }
}

impl Reading {
    /// What is said of a file that is not looked at, because the models have too many conditions.
    pub fn without_room(NoRoom { conditions }: &NoRoom) -> Self {
        let names: Vec<&str> = conditions.iter().map(Id::as_str).collect();
        let limit = u32::try_from(ConditionSet::CAPACITY).unwrap_or(u32::MAX);
        let fault = Fault { row: 0, column: 0, text: names.join(", "), kind: Kind::TooManyConditions(limit) };
        Self { total: 1, faults: vec![fault], ..Self::default() }
    }
}

impl Fault {
    /// Whether it is a question to the user.
    pub fn is_question(&self) -> bool {
        matches!(self.kind, Kind::LikeIdentityNumbers(..))
    }

    fn of(fault: &ingest::Fault) -> Self {
        Self { row: fault.row, column: fault.column, text: fault.text.clone(), kind: Kind::of(fault.kind) }
    }
}

impl Kind {
    fn of(kind: ingest::FaultKind) -> Self {
        use ingest::FaultKind as Found;
        match kind {
            Found::NoHeader => Self::NoHeader,
            Found::NotText => Self::NotText,
            Found::MissingColumn(column) => Field::of(column).map_or(Self::Other, Self::MissingColumn),
            Found::DoubleColumn(column) => Field::of(column).map_or(Self::Other, Self::DoubleColumn),
            Found::UnknownCondition => Self::UnknownCondition,
            Found::NoRows => Self::NoRows,
            Found::IdentityNumbers { alike, cells } => Self::IdentityNumbers(alike, cells),
            Found::LikeIdentityNumbers { alike, cells } => Self::LikeIdentityNumbers(alike, cells),
            Found::LeftOutAlike => Self::LeftOutAlike,
            Found::FieldCount { expected, found } => Self::FieldCount(expected, found),
            Found::Truncated { expected, found } => Self::Truncated(expected, found),
            Found::OpenQuote => Self::OpenQuote,
            Found::LongLine { limit } => Self::LongLine(limit),
            Found::NotUtf8 | Found::Nul => Self::NotLetters,
            Found::Blank(column) => Field::of(column).map_or(Self::Other, Self::Blank),
            Found::LongName { limit } => Self::LongName(limit),
            Found::NotASex => Self::NotASex,
            Found::NotAnAge { oldest } => Self::NotAnAge(oldest),
            Found::LongMask { limit } => Self::LongMask(limit),
            Found::NotAMask { .. } | Found::NotAFlag => Self::NotAFlag,
            Found::NotACost => Self::NotACost,
            Found::NegativeCost => Self::NegativeCost,
            Found::LargeCost { limit } => Self::LargeCost(limit),
            Found::MixedMarks => Self::MixedMarks,
            Found::DuplicatePerson => Self::DuplicatePerson,
            Found::TooManyPersons { limit } | Found::TooManySets { limit } => Self::TooMany(limit),
            Found::TooManyPractices { limit } => Self::TooMany(u32::from(limit)),
            // of files of sums, which this page does not read
            Found::UnknownPractice | Found::NotACount | Found::NotASquare | Found::DuplicateGroup | Found::Bands => {
                Self::Other
            }
        }
    }
}

impl Field {
    fn of(column: Column) -> Option<Self> {
        Some(match column {
            Column::Practice => Self::Practice,
            Column::Sex => Self::Sex,
            Column::Age => Self::Age,
            Column::Conditions => Self::Conditions,
            Column::Cost => Self::Cost,
            Column::Person => Self::Person,
            Column::AgeFrom | Column::AgeTo | Column::Persons | Column::CostSquared | Column::Synthetic => return None,
        })
    }
}
