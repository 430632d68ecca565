//! Everything that is wrong with a book, before a byte is written. Knows Excel's limits.
use super::{
    book::Book,
    error::{BookError, NameProblem},
    graph::Graph,
    page::{Content, Page},
};
use model::{
    quantity::Quantity,
    term::Term,
    trace::{How, Node},
};
use rust_xlsxwriter::{ExcelDateTime, utility::row_col_to_cell};
use std::{collections::HashMap, rc::Rc};

const NAME: usize = 31;
const TEXT: usize = 32_767;
const ROWS: u32 = 1_048_576;
const COLUMNS: u16 = 16_384;

/// All that is wrong.
pub(super) fn problems(book: &Book<'_>, graph: &Graph, names: &[String], pages: &[Page]) -> Vec<BookError> {
    let mut found = names_of_sheets(names);
    found.extend(inputs(graph));
    found.extend(pages.iter().flat_map(texts));
    found.extend(
        pages.iter().filter(|page| is_too_large(page)).map(|page| BookError::TooLarge { sheet: page.name.clone() }),
    );
    let created = book.properties.created;
    found.extend(date(created).is_none().then_some(BookError::Date { created }));
    found
}

/// The day as the writer has it; `None` for one that is no day.
pub(super) fn date((year, month, day): (u16, u8, u8)) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn names_of_sheets(names: &[String]) -> Vec<BookError> {
    let error = |name: &String, problem| BookError::SheetName { name: name.clone(), problem };
    let faulty = names.iter().flat_map(|name| faults(name).into_iter().map(move |problem| error(name, problem)));
    let same = |a: &String, b: &String| a.to_lowercase() == b.to_lowercase();
    let taken = names.iter().enumerate().filter(|(i, name)| names.iter().take(*i).any(|other| same(other, name)));
    faulty.chain(taken.map(|(_, name)| error(name, NameProblem::Taken))).collect()
}

fn faults(name: &str) -> Vec<NameProblem> {
    // Excel counts UTF-16 units
    let length = name.encode_utf16().count();
    let characters = name.chars().filter(|c| "[]:*?/\\".contains(*c) || c.is_control());
    let apostrophe = name.starts_with('\'') || name.ends_with('\'');
    let others = [
        (length == 0).then_some(NameProblem::Empty),
        (length > NAME).then_some(NameProblem::TooLong(length)),
        apostrophe.then_some(NameProblem::Apostrophe),
    ];
    others.into_iter().flatten().chain(characters.map(NameProblem::Character)).collect()
}

/// An input that is known by one name has one value; what is withheld together is another in each sum.
fn inputs(graph: &Graph) -> Vec<BookError> {
    let mut first: HashMap<&Term, Quantity> = HashMap::new();
    let is_input = |node: &&Rc<Node>| node.how == How::Input && node.term != Term::WithheldTogether;
    let inputs = graph.entries().iter().map(|entry| &entry.node).filter(is_input);
    let twice = inputs.filter_map(|node| {
        let known = *first.entry(&node.term).or_insert(node.value);
        let error = || BookError::InputWithTwoValues { term: node.term.clone(), first: known, second: node.value };
        (known != node.value).then(error)
    });
    twice.collect()
}

fn texts(page: &Page) -> Vec<BookError> {
    let long = page.cells.iter().filter_map(|placed| {
        let Content::Text(text) = &placed.content else { return None };
        let characters = text.encode_utf16().count();
        let cell = || row_col_to_cell(placed.row, placed.column);
        (characters > TEXT).then(|| BookError::TextTooLong { sheet: page.name.clone(), cell: cell(), characters })
    });
    long.collect()
}

fn is_too_large(page: &Page) -> bool {
    page.cells.iter().any(|placed| placed.row >= ROWS || placed.column >= COLUMNS)
}
