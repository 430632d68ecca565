//! What is wrong in a file, with its place. Sentences are the page's.
use super::words::Column;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FaultKind {
    /// The file is empty.
    NoHeader,
    /// The file is no text in UTF-8 or Windows-1252.
    NotText,
    /// A column that must be there is not.
    MissingColumn(Column),
    /// Years of birth stand where ages are wanted.
    BirthYears,
    /// A column that is there twice, or conditions in two ways.
    DoubleColumn(Column),
    /// A condition that no compared model knows.
    UnknownCondition,
    /// A diagnosis code stands where a condition is wanted.
    DiagnosisCode,
    /// There is a header and no row that could be read.
    NoRows,
    /// Rows are of several months, years or other times, or none is of the one that is wanted; the group's values say
    /// which there are. Somebody has to say which, and until then nothing of the file is used.
    SeveralPeriods {
        /// How many.
        periods: u32,
    },
    /// Several sheets of a workbook have the headings of a list; the group's values are their names.
    SeveralSheets {
        /// How many.
        sheets: u32,
    },
    /// A row counts other than one person.
    NotOnePerson,
    /// So much had to be left out that nothing of the file is used until somebody says so
    /// ([`FaultyRows`](super::FaultyRows)).
    ManyLeftOut {
        /// Rows with a fault.
        left_out: u64,
        /// All rows of persons.
        rows: u64,
    },
    /// A column of identity numbers: the whole file is refused.
    IdentityNumbers {
        /// Values that look so.
        alike: u64,
        /// Cells with anything in them.
        cells: u64,
    },
    /// Values that look like identity numbers in a column that mostly has others. Somebody has to say what they are
    /// ([`LookAlikes`](model::identity_number::LookAlikes)), and until then nothing of the file is kept.
    LikeIdentityNumbers {
        /// Values that look so.
        alike: u64,
        /// Cells with anything in them.
        cells: u64,
    },
    /// A row of a sum or a remark that the file ends with.
    Footer,
    /// A row that repeats the headings.
    HeadingsAgain,
    /// A row that is left out as asked, for a value that looks like an identity number.
    LeftOutAlike,
    /// The row has another number of fields than the header.
    FieldCount {
        /// Fields of the header.
        expected: u32,
        /// Fields of the row.
        found: u32,
    },
    /// The file ends within a row.
    Truncated {
        /// Fields of the header.
        expected: u32,
        /// Fields of the row.
        found: u32,
    },
    /// A quotation mark without its other one.
    OpenQuote,
    /// The line is longer than lines may be.
    LongLine {
        /// The most bytes.
        limit: u32,
    },
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A byte of value zero.
    Nul,
    /// Nothing stands where something must.
    Blank(Column),
    /// A practice that is not among those given.
    UnknownPractice,
    /// A practice's name is longer than names may be.
    LongName {
        /// The most bytes.
        limit: u32,
    },
    /// No sex.
    NotASex,
    /// No whole age from 0 to the oldest.
    NotAnAge {
        /// The oldest age.
        oldest: u8,
    },
    /// An age and all above it, which models pay otherwise.
    OpenAge {
        /// From this age on it could be read; none where no age is known from which all is paid alike.
        alike_from: Option<u8>,
    },
    /// No number whose bits are the header's conditions.
    NotAMask {
        /// How many conditions the header names.
        conditions: u32,
    },
    /// A heading that names more conditions than one number holds.
    LongMask {
        /// The most.
        limit: u32,
    },
    /// Neither 0 nor 1.
    NotAFlag,
    /// No amount in kronor with at most two decimals.
    NotACost,
    /// A cost below zero.
    NegativeCost,
    /// A cost over the largest.
    LargeCost {
        /// The largest, in öre.
        limit: u32,
    },
    /// A person who is there already.
    DuplicatePerson,
    /// More persons than a register may have.
    TooManyPersons {
        /// The most.
        limit: u32,
    },
    /// More practices than a register holds.
    TooManyPractices {
        /// The most.
        limit: u16,
    },
    /// More different sets of conditions than a register may have.
    TooManySets {
        /// The most.
        limit: u32,
    },
    /// No number of persons from one on.
    NotACount,
    /// No sum of squares with at most four decimals, or one that persons with these costs cannot have.
    NotASquare,
    /// Some rows are marked as made up and others are not; the row is the first that is not.
    MixedMarks,
    /// A group that is there already.
    DuplicateGroup,
    /// An age band that ends before it starts, or shares ages with another, or leaves ages between itself and the next.
    Bands,
}

impl FaultKind {
    /// Whether somebody has to answer before anything of the file is used.
    pub fn is_question(self) -> bool {
        matches!(self, Self::LikeIdentityNumbers { .. } | Self::SeveralPeriods { .. } | Self::ManyLeftOut { .. })
    }

    /// Whether the row is one of nobody, so that nothing is lost without it.
    pub fn is_of_nobody(self) -> bool {
        matches!(self, Self::Footer | Self::HeadingsAgain)
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fault {
    /// The line, from 1 (the header).
    pub row: u64,
    /// The column, from 1; 0 for the whole row.
    pub column: u32,
    /// What stands there, at most [`Fault::LONGEST_TEXT`] characters; empty where it would show an identity number.
    pub text: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// The most characters of [`Fault::text`].
    pub const LONGEST_TEXT: usize = 40;
}
