//! A workbook whose formulas make every figure anew: inputs and parameters are constants, each once, and every other
//! figure is a formula over cells. Knows no model, no sentence and no page: figures and words come from the caller.
mod book;
mod check;
mod error;
mod formula;
mod graph;
mod joint;
mod labels;
mod layout;
mod page;
mod pages;
mod practice;
mod sheet_style;

pub use book::{Book, BookRow, Cell, Properties, Sheet, is_illustrative};
pub use error::{BookError, NameProblem};
pub use labels::{Labels, SourceName, Word};
pub use practice::{PracticeColumn, practice_sheet};

use graph::Graph;
use layout::WorkbookLayout;
use pages::Making;

/// The book as an Excel file (XLSX). Every figure's value stands beside its formula, for readers that do not calculate.
/// Errors: everything that is wrong, by sheet and cell.
pub fn write(book: &Book<'_>) -> Result<Vec<u8>, Vec<BookError>> {
    let mut graph = Graph::default();
    let layout = WorkbookLayout::of(&book.sheets, &mut graph);
    let names = pages::names(book);
    let pages = Making { book, graph: &graph, layout: &layout, names: &names }.pages();
    let problems = check::problems(book, &graph, &names, &pages);
    if !problems.is_empty() {
        return Err(problems);
    }
    sheet_style::bytes(&book.title, &book.properties, &pages)
        .map_err(|error| vec![BookError::Refused(error.to_string())])
}
