//! Excel files with live formulas: the practice's result after the guard, and what other parts of the page bring. Stands
//! in a piece of the module of its own, with the writer of workbooks.
use super::{book_words::BookWords, guarding::Guarding, taken::notes, today::day};
use crate::{
    components::top_bar::column_name,
    ctx::Ctx,
    text::Texts,
    tools::{guard::Leaving, practice::practice},
};
use exchange::workbook::{Book, BookError, PracticeColumn, Properties, Sheet, practice_sheet, write};
use report::practice::{PracticeColumn as Reported, practice_columns_in_full};

/// Makes the file's bytes; none while nobody is listed.
pub type MakeBook = fn(&Ctx, BookOf) -> Option<Result<Leaving<Vec<u8>>, Vec<BookError>>>;

/// What a file is about.
#[derive(Clone, Debug)]
pub enum BookOf {
    /// The practice under every model that can be worked out.
    Practice,
    /// What stands in these sheets.
    Ready(Leaving<Material>),
}

/// The sheets of a file with what is said of them.
#[derive(Clone, Debug)]
pub struct Material {
    /// The file's title.
    pub title: &'static str,
    /// Which models and which source it stands on.
    pub subject: String,
    /// What is said on its first sheet.
    pub about: Vec<String>,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
}

/// The file.
pub fn make_book(ctx: &Ctx, of: BookOf) -> Option<Result<Leaving<Vec<u8>>, Vec<BookError>>> {
    let material = match of {
        BookOf::Practice => Leaving::of(&Guarding::of(ctx), practice_material).transpose()?,
        BookOf::Ready(material) => material,
    };
    let author = ctx.texts().figure_made(env!("CARGO_PKG_VERSION"));
    let made = material.map(|Material { title, subject, about, sheets }| {
        let properties = Properties { author, subject, created: day() };
        write(&Book { title: title.to_owned(), about, properties, sheets, labels: &BookWords { ctx } })
    });
    Some(made.or_why())
}

/// The practice's sheet.
fn practice_material(guarding: &Guarding<'_>) -> Option<Material> {
    let t = guarding.texts;
    let scenario = guarding.ctx.state().scenario();
    let completed = practice(guarding.ctx)?;
    let columns =
        practice_columns_in_full(&guarding.ctx.state().tariffs, &completed.practice, scenario.practice().reading);
    let named: Vec<PracticeColumn<'_>> = columns.iter().map(|column| named(t, column)).collect();
    let models: Vec<&str> = columns.iter().map(|column| column_name(t, column.column)).collect();
    let sheet = practice_sheet(&named, &BookWords { ctx: guarding.ctx });
    let subject = [&models.join(", "), ". ", t.source_line_table()].concat();
    let sheets = vec![guarding.sheet(sheet)];
    Some(Material { title: t.take_title(), subject, about: notes(guarding), sheets })
}

fn named(t: Texts, column: &Reported) -> PracticeColumn<'_> {
    PracticeColumn {
        heading: column_name(t, column.column),
        outcome: &column.outcome,
        change: column.change.as_ref(),
        net: column.net.as_ref(),
    }
}
