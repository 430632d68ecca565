//! Why a file was not opened, as data. Has no wording: the page makes the sentence.

use super::origin::Place;
use model::identity_number::{LookAlikes, Suspicion, Verdict};
use serde::{Deserialize, Serialize};

/// Why a file or a clipboard gave no sheets. Never holds what a cell says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenError {
    /// Nothing but white space.
    Empty,
    /// A larger file than is taken.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The largest size taken.
        max: usize,
    },
    /// A workbook whose parts unpack to more than is taken.
    UnpacksTooLarge {
        /// The most bytes taken.
        max: u64,
    },
    /// A sheet with more rows than are taken.
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// The most rows taken.
        max: usize,
    },
    /// A sheet with more columns than are taken.
    TooManyColumns {
        /// The sheet's name.
        sheet: String,
        /// The most columns taken.
        max: usize,
    },
    /// More cells, over all sheets, than are taken.
    TooManyCells {
        /// The most cells taken.
        max: usize,
    },
    /// More text in the cells than is taken.
    TooMuchText {
        /// The most bytes taken.
        max: usize,
    },
    /// More sheets than are taken.
    TooManySheets {
        /// The most sheets taken.
        max: usize,
    },
    /// Neither a workbook nor text: a picture, a PDF, an archive of something else.
    NotATable,
    /// A workbook of a kind that is not read.
    Unread(UnreadKind),
    /// A workbook that is damaged or made in a way that is not understood.
    Damaged,
    /// A cell begins with a quotation mark that is never closed.
    UnclosedQuote {
        /// The row that the cell stands in, from 1.
        row: usize,
    },
    /// A column is of identity numbers. The file is refused whole, and no number is kept anywhere.
    IdentityNumbers(Alike),
    /// Some values look like identity numbers. Somebody has to say what they are ([`Answers`](super::Answers)); until then
    /// nothing of the file is kept.
    LikeIdentityNumbers(Alike),
}

/// Values that look like identity numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    /// The sheet's position, from 0.
    pub sheet: usize,
    /// The first of them.
    pub place: Place,
    /// How many there are in its column.
    pub alike: u64,
    /// Cells of the column with anything in them.
    pub cells: u64,
}

impl OpenError {
    /// What is wrong with a sheet's cells, if they are thought to be identity numbers; rows are counted from 0.
    pub(super) fn of(sheet: usize, verdict: Verdict, answer: LookAlikes) -> Option<Self> {
        let alike = |suspicion: Suspicion| {
            let Suspicion { column, row, alike, cells } = suspicion;
            Alike { sheet, place: Place::new(usize::try_from(row).unwrap_or(usize::MAX), column), alike, cells }
        };
        match verdict {
            Verdict::Refused(suspicion) => Some(Self::IdentityNumbers(alike(suspicion))),
            Verdict::Asked(suspicion) if answer == LookAlikes::Ask => Some(Self::LikeIdentityNumbers(alike(suspicion))),
            Verdict::Asked(_) | Verdict::Clean => None,
        }
    }
}

/// A kind of workbook that is recognised but not read; saving it as XLSX helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnreadKind {
    /// The format of Excel 97–2003 (`.xls`).
    Xls,
    /// The binary format (`.xlsb`).
    Xlsb,
    /// A workbook under a password.
    Protected,
    /// A page with a table (HTML), whatever its name ends with.
    Html,
    /// A table of Excel 2003 in XML, whatever its name ends with.
    XmlSpreadsheet,
}
