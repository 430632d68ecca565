//! A sheet of cells, whatever it came from: a file, a workbook or the clipboard. Does not read the cells.

use super::origin::Block;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The cells of one sheet, by row; rows may differ in length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name in the workbook, or the name of a file without sheets; empty for the clipboard.
    pub name: String,
    /// The cells, the first row being the sheet's row 1 and the first cell its column A.
    pub rows: Vec<Vec<SheetCell>>,
    /// Rows and columns that are hidden in the workbook. Their cells are left out.
    pub hidden: LeftOut,
}

/// The hidden rows and columns of a sheet that hold anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The rows, neighbours as one block.
    pub rows: Vec<Block>,
    /// The columns, neighbours as one block.
    pub columns: Vec<Block>,
}

impl LeftOut {
    /// The rows, then the columns.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.rows.iter().chain(&self.columns)
    }
}

/// One cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCell {
    /// What a person sees. A number of a workbook is written plainly (`54.735`), a date as year-month-day.
    pub text: String,
    /// What the workbook says that it is.
    pub typed: Typed,
}

/// What a workbook says that a cell is; text and the clipboard say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Typed {
    /// Text, which has to be read.
    #[default]
    Text,
    /// A number, which can be read in one way only.
    Number(Decimal),
    /// A date.
    Date(Day),
    /// A formula that was saved without its result.
    NoResult,
}

/// A day of the calendar, as a spreadsheet took it from what somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl SheetCell {
    /// A cell of text.
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), typed: Typed::Text }
    }

    /// A cell with a number of its own.
    pub fn number(value: Decimal) -> Self {
        let value = value.normalize();
        Self { text: value.to_string(), typed: Typed::Number(value) }
    }

    /// A cell with a share that is shown as a percentage.
    pub fn percent(share: Decimal) -> Self {
        let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).normalize();
        Self::text(&format!("{percent} %"))
    }

    /// A cell with a date of its own.
    pub fn date(day: Day) -> Self {
        let text = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
        Self { text, typed: Typed::Date(day) }
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        self.typed == Typed::Text && self.text.trim().is_empty()
    }
}

impl Sheet {
    /// A sheet of texts.
    pub fn of_texts(name: &str, rows: &[&[&str]]) -> Self {
        let rows = rows.iter().map(|row| row.iter().map(|text| SheetCell::text(text)).collect()).collect();
        Self { name: name.to_owned(), rows, ..Self::default() }
    }

    /// The cell at a row and a column from 0; nothing where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> Option<&SheetCell> {
        self.rows.get(row)?.get(column)
    }
}
