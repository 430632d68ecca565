//! Excel files with live formulas: the practice's result after the guard, and what other parts of the page bring. Stands
//! in a piece of the module of its own, with the writer of workbooks.
use super::{book_words::BookWords, guarding::Guarding, taken::notes, today::day};
use crate::{components::top_bar::column_name, ctx::Ctx};
use exchange::workbook::{Book, BookError, Cell, PracticeColumn, Properties, Row, Sheet, practice_sheet, write};
use report::practice::{PracticeColumn as Reported, practice_columns_in_full};
use std::rc::Rc;

/// Makes the file's bytes; none while nobody is listed.
pub type MakeBook = fn(&Ctx, BookOf) -> Option<Result<Vec<u8>, Vec<BookError>>>;

/// What a file is about.
#[derive(Clone, Debug)]
pub enum BookOf {
    /// The practice under every model that can be worked out.
    Practice,
    /// What stands in these sheets.
    Ready(Material),
}

/// The sheets of a file with what is said of them.
#[derive(Clone, Debug)]
pub struct Material {
    /// The file's title.
    pub title: &'static str,
    /// What is said on its first sheet.
    pub about: Vec<String>,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
}

/// The file.
pub fn make_book(ctx: &Ctx, of: BookOf) -> Option<Result<Vec<u8>, Vec<BookError>>> {
    let t = ctx.texts();
    let words = BookWords { ctx };
    let (Material { title, about, sheets }, subject) = match of {
        BookOf::Practice => practice(ctx, &words)?,
        BookOf::Ready(material) => (material, String::new()),
    };
    let properties = Properties { author: t.figure_made(env!("CARGO_PKG_VERSION")), subject, created: day() };
    Some(write(&Book { title: title.to_owned(), about, properties, sheets, labels: &words }))
}

/// The practice's sheet, and which models and which source it stands on.
fn practice(ctx: &Ctx, words: &BookWords<'_>) -> Option<(Material, String)> {
    let (t, scenario) = (ctx.texts(), ctx.state().scenario());
    let practice = scenario.entered_practice()?;
    let columns = practice_columns_in_full(&ctx.state().tariffs, &practice, scenario.practice.reading);
    let guarding = Guarding::of(ctx);
    let named: Vec<PracticeColumn<'_>> = columns.iter().map(|column| named(ctx, column)).collect();
    let models: Vec<&str> = columns.iter().map(|column| column_name(t, column.column)).collect();
    let sheets = vec![guarded(practice_sheet(&named, words), &guarding)];
    let subject = [&models.join(", "), ". ", t.source_line_table()].concat();
    Some((Material { title: t.take_title(), about: notes(&guarding), sheets }, subject))
}

fn named<'a>(ctx: &Ctx, column: &'a Reported) -> PracticeColumn<'a> {
    PracticeColumn {
        heading: column_name(ctx.texts(), column.column),
        outcome: &column.outcome,
        change: column.change.as_ref(),
        net: column.net.as_ref(),
    }
}

/// The sheet with every figure as it may leave the page.
fn guarded(sheet: Sheet, guarding: &Guarding<'_>) -> Sheet {
    let row = |row: Row| match row {
        Row::Cells(cells) => Row::Cells(cells.into_iter().map(|cell| told(cell, guarding)).collect()),
        other => other,
    };
    Sheet { name: sheet.name, rows: sheet.rows.into_iter().map(row).collect() }
}

fn told(cell: Cell, guarding: &Guarding<'_>) -> Cell {
    let Cell::Figure(node) = cell else { return cell };
    let figure = guarding.told(&node);
    let words = || Cell::Text(guarding.words(&figure, super::amount::Show::Persons, false));
    figure.node().map_or_else(words, |node| Cell::Figure(Rc::clone(node)))
}
