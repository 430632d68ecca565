//! What a list of persons comes to, and what was wrong with its rows, as data. Holds nothing of any single person.

use super::header::ColumnRole;
use crate::import::{OpenError, Origin, PartKind, Period, Place, Problem};
use model::{cell::Cell, count::Count, id::Id, measure::MonthlyMoney};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The most faults that are told one by one; all are counted.
pub const MAX_FAULTS: usize = 100;

/// The counts of a list of persons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonReading {
    /// Persons by sex and age band, women first; a cell without anybody is there with nobody.
    pub listed: Vec<(Cell, Count)>,
    /// Persons by factor, in the target's order, after the model's rules; empty if the list tells no conditions.
    pub affected: Vec<(Id, Count)>,
    /// The drug cost in kronor a month, if the list has a cost and its time is known.
    pub drug_cost: Option<MonthlyMoney>,
    /// Persons who were counted.
    pub persons: u64,
    /// Rows with anything in them, headings left out.
    pub rows: u64,
    /// What each column was read as.
    pub columns: Vec<ReadColumn>,
    /// What was taken for granted.
    pub notes: Vec<PersonNote>,
    /// The first faults, at most [`MAX_FAULTS`]. None repeats what stands in its cell.
    pub faults: Vec<Problem<FaultKind>>,
    /// How many faults there are of each kind.
    pub fault_counts: Vec<(FaultKind, u64)>,
    /// What has to be answered first.
    pub question: Option<PersonQuestion>,
}

/// A column with what it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadColumn {
    /// Its position, from 0.
    pub column: usize,
    /// Its heading, cut to 40 characters.
    pub heading: String,
    /// What it was read as.
    pub role: ColumnRole,
}

/// Something that was taken for granted and should be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonNote {
    /// Rows are marked as of made-up persons; what is counted of them has no mark.
    MadeUp {
        /// How many.
        rows: u64,
    },
    /// Hidden rows of the workbook's sheet were left out.
    RowsHidden {
        /// The sheet's name, cut to 40 characters.
        sheet: String,
        /// How many.
        rows: u64,
    },
    /// Hidden columns of the workbook's sheet were left out.
    ColumnsHidden {
        /// The sheet's name, cut to 40 characters.
        sheet: String,
        /// How many.
        columns: u64,
    },
    /// Ages were taken from birth years: those that persons reach in this year.
    AgesReachedIn {
        /// The year.
        year: u16,
    },
    /// Sexes are coded 1 for men and 2 for women.
    SexCodes,
    /// Persons are said not to be listed, and were left out.
    NotListed {
        /// How many rows.
        rows: u64,
    },
    /// Persons have several rows. Each was counted once, as the first row says.
    PersonsAgain {
        /// Persons with several rows.
        persons: u64,
        /// Rows left out.
        rows: u64,
    },
    /// The list has columns for some conditions and says nothing of these: they, and what follows from them, are not counted.
    ConditionsUntold {
        /// The conditions.
        conditions: Vec<Id>,
    },
    /// The list names drugs without how often or how much: each named drug was taken to meet its threshold.
    ThresholdsTakenAsMet {
        /// Persons of whom that was taken.
        persons: u64,
    },
    /// The list gives dispensings without defined daily doses: thresholds in doses were taken as met by one dispensing
    /// where the condition has no other, and were left out where it has.
    DosesNotGiven,
    /// The list gives dispensings without packages: each was taken as one.
    PackagesNotGiven,
    /// The list gives dispensings without a time: each was taken to lie in the window.
    TimesNotGiven,
    /// Months were counted back from the latest dispensing of the list.
    MonthsBackFrom {
        /// The year.
        year: u16,
        /// The month, 1 to 12.
        month: u8,
    },
    /// Rows had no cost; it was taken as none.
    CostsBlank {
        /// How many.
        rows: u64,
    },
    /// Yearly costs were divided by twelve and rounded to öre.
    YearlyCost {
        /// The cost of the year.
        amount: Decimal,
    },
    /// Rows of one person were kept together until the end.
    RowsGrouped {
        /// The persons.
        persons: u64,
        /// The memory that they took, in bytes.
        bytes: u64,
    },
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FaultKind {
    /// No age: the person is not counted.
    AgeMissing,
    /// No age that can be read, or above 150: the person is not counted.
    AgeUnread,
    /// Ages over several of the model's bands: the person is not counted.
    AgeStraddles,
    /// No sex: the person is not counted.
    SexMissing,
    /// No sex that can be read: the person is not counted.
    SexUnread,
    /// A row of a person says another age or sex than the person's first row, which counts.
    Differs,
    /// No ATC code: the person is counted without it.
    AtcUnread,
    /// Neither yes nor no: the person is counted without the condition.
    FlagUnread,
    /// A cell with a name of no condition of the model: the person is counted without any of the cell.
    ConditionUnread,
    /// No cost that can be read: the person is counted without it.
    CostUnread,
    /// No time, number of packages or doses that can be read: the dispensing is left out.
    DispensingUnread,
    /// No pseudonym: the row is left out.
    PersonMissing,
    /// A cell with a line break: a quotation mark is not closed, and the row is left out.
    LineBreak,
    /// The row ends before its last column that is needed: the row is left out.
    RowTooShort,
    /// The person has a row further up that says the same: the row is left out.
    PersonAgain,
    /// The person has a row further up that says otherwise, which counts: the row is left out.
    PersonAgainDiffers,
    /// Neither listed nor not listed: the person is not counted.
    StatusUnread,
    /// A value looks like an identity number, and such rows are left out as answered.
    LeftOutAlike,
}

/// Why a list was not read at all. Never holds what a cell says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonError {
    /// No row has headings for what is needed.
    NoHeadings {
        /// What was looked for and not found.
        missing: Vec<ColumnRole>,
    },
    /// The list gives birth years, and the target has no year to take ages in.
    NoReferenceYear,
    /// A row is longer than any row of a list; a quotation mark may not be closed.
    RowTooLong {
        /// The row, from 1.
        row: u64,
    },
    /// The rows of persons to be kept together need more memory than is taken.
    TooManyPersons {
        /// The most bytes taken.
        max: u64,
    },
    /// The list names more vårdcentraler or times than one can be chosen from.
    TooManyParts {
        /// What they are.
        kind: PartKind,
        /// The most.
        max: usize,
    },
    /// No person was counted.
    NobodyCounted {
        /// How many faults there are of each kind.
        faults: Vec<(FaultKind, u64)>,
    },
    /// The file is not opened, or has identity numbers or may have them.
    Open(OpenError),
}

/// A part of a list that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPart {
    /// As the list names it; empty where its rows do not say.
    pub name: String,
    /// Its rows.
    pub rows: u64,
}

/// What has to be answered before persons or the cost are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonQuestion {
    /// The list has several vårdcentraler, or is of several times: which one is meant? Nobody is counted yet.
    Part {
        /// What they are.
        kind: PartKind,
        /// Each of them, in the order of the list.
        offers: Vec<PersonPart>,
    },
    /// Does the mark in the costs stand before decimals or between thousands?
    DecimalMark {
        /// The sum of the costs if a comma stands before decimals.
        with_comma: Decimal,
        /// The sum if a point does.
        with_point: Decimal,
    },
    /// Is the cost for a month or for a year?
    Period {
        /// The sum as it stands.
        amount: Decimal,
        /// A month's part if it is for a year, rounded to öre.
        monthly_if_year: MonthlyMoney,
    },
}

impl PersonReading {
    /// The headings of the columns that were not read.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        let unread = self.columns.iter().filter(|column| column.role == ColumnRole::LeftOut);
        unread.map(|column| column.heading.as_str()).filter(|heading| !heading.is_empty())
    }

    /// Whether any row is marked as a made-up person.
    pub fn is_made_up(&self) -> bool {
        self.notes.iter().any(|note| matches!(note, PersonNote::MadeUp { .. }))
    }

    /// Whether it can be taken: there is something, and no question is open, whose answer would give a cost.
    pub fn can_be_taken(&self) -> bool {
        let has_something = !self.listed.is_empty() || !self.affected.is_empty() || self.drug_cost.is_some();
        has_something && self.question.is_none()
    }

    /// The reading with the cost's time answered: the rows need not be read again.
    #[must_use]
    pub fn with_period(mut self, period: Period) -> Self {
        if let Some(PersonQuestion::Period { amount, monthly_if_year }) = self.question {
            self.question = None;
            self.drug_cost = Some(match period {
                Period::Month => MonthlyMoney::new(amount),
                Period::Year => monthly_if_year,
            });
            if period == Period::Year {
                self.notes.push(PersonNote::YearlyCost { amount });
            }
        }
        self
    }
}

/// The faults so far.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) first: Vec<Problem<FaultKind>>,
    pub(super) counts: Vec<(FaultKind, u64)>,
}

impl Faults {
    /// Counts a fault, and keeps it if it is among the first.
    pub(super) fn add(&mut self, row: u64, column: usize, kind: FaultKind) {
        if self.first.len() < MAX_FAULTS {
            let row = usize::try_from(row.saturating_sub(1)).unwrap_or(usize::MAX);
            let origin = Origin::cell(0, Place::new(row, column));
            self.first.push(Problem { origin, text: String::new(), kind });
        }
        match self.counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((kind, 1)),
        }
    }
}
