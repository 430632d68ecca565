//! What can be wrong with a pasted table, as data. Has no wording: the page makes the sentence.

/// Why a text was not taken as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// No cell holds anything but white space.
    Empty,
    /// More text than is taken.
    TooLarge {
        /// The size of the text.
        bytes: usize,
        /// The largest size taken.
        max: usize,
    },
    /// More rows than are taken.
    TooManyRows {
        /// The rows of the text.
        rows: usize,
        /// The most rows taken.
        max: usize,
    },
    /// A row with more columns than are taken.
    TooManyColumns {
        /// The columns of the longest row.
        columns: usize,
        /// The most columns taken.
        max: usize,
    },
    /// A cell begins with a quotation mark that is never closed, so the rows after it cannot be told apart.
    UnclosedQuote {
        /// The row that the cell stands in, from 1.
        row: usize,
    },
}
