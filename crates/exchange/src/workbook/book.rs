//! What a workbook holds, before any cell has a place. Knows neither Excel nor the words of the page.
use super::{graph::is_example, labels::Labels};
use model::{
    measure::Measure,
    quantity::Quantity,
    trace::{Node, Traced},
};
use std::rc::Rc;

/// A whole workbook about one practice: an input is known by its meaning and its value, so two practices need two.
pub struct Book<'a> {
    /// The title of the first sheet and of the file.
    pub title: String,
    /// What the book is, a line each, on the first sheet.
    pub about: Vec<String>,
    /// What the file says about itself.
    pub properties: Properties,
    /// The sheets after the first one; those with the calculation and the parameters follow by themselves.
    pub sheets: Vec<Sheet>,
    /// Every word.
    pub labels: &'a dyn Labels,
}

/// What the file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Properties {
    /// Which program made it, with its version.
    pub author: String,
    /// Which models and sources it stands on.
    pub subject: String,
    /// Year, month and day of its making; the clock is the caller's.
    pub created: (u16, u8, u8),
}

/// One sheet of the caller's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end, no other sheet's.
    pub name: String,
    /// Its rows from the top. The rows down to the last of the first headings stay in view.
    pub rows: Vec<BookRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookRow {
    /// Nothing.
    Empty,
    /// The sheet's title.
    Title(String),
    /// The title of a part.
    Heading(String),
    /// A line of text over the sheet's breadth.
    Text(String),
    /// Headings of columns.
    Head(Vec<String>),
    /// A row of a table.
    Cells(Vec<Cell>),
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// A number that no formula uses.
    Number(Quantity),
    /// A figure: an input becomes a cell to write in, everything else a formula over cells.
    Figure(Rc<Node>),
}

impl Cell {
    /// The cell of a traced figure.
    pub fn of<T: Measure>(figure: &Traced<T>) -> Self {
        Self::Figure(Rc::clone(figure.node()))
    }
}

/// Whether the figure depends on an example of ours.
pub fn is_illustrative(node: &Node) -> bool {
    is_example(node) || node.how.inputs().into_iter().any(|input| is_illustrative(input))
}
