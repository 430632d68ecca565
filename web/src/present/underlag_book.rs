//! "Underlag till lokal handlingsplan" as the sheets of an Excel file. Knows nothing of how that is written.
use super::{
    book::Material,
    taken::Piece,
    underlag::{Block, Part, notes, underlag},
};
use crate::{ctx::Ctx, desk::guard};
use exchange::workbook::{Cell, Row, Sheet};
use model::term::Term;
use report::explain::is_made_of;
use std::rc::Rc;

/// Both parts, each a sheet of tables whose figures are live; none while nobody is listed. Sentences are true of the day
/// on which the file is made, so they stand on its first sheet. While the guard hides counts, a figure made of counts is its
/// value alone.
pub fn material(ctx: &Ctx) -> Option<Material> {
    let t = ctx.texts();
    let parts = underlag(ctx)?;
    let said = parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Said(words) => Some(words.clone()),
        Block::Table(..) => None,
    });
    let names = [t.underlag_sheet_now(), t.underlag_sheet_plan()];
    let hides = guard::hides(ctx);
    let sheets = parts.iter().zip(names).map(|(part, name)| sheet(part, name, hides));
    Some(Material {
        title: t.underlag_title(),
        about: [t.underlag_book_about().to_owned()].into_iter().chain(said).chain(notes(ctx, true)).collect(),
        sheets: sheets.filter(|sheet| sheet.rows.iter().any(|row| matches!(row, Row::Cells(_)))).collect(),
    })
}

fn sheet(part: &Part, name: &str, hides: bool) -> Sheet {
    let mut rows = vec![Row::Title(part.heading.to_owned()), Row::Text(part.due.to_owned())];
    for block in &part.blocks {
        if let Block::Table(name, headings, cells) = block {
            rows.extend([Row::Empty, Row::Heading((*name).to_owned()), Row::Head(headings.clone())]);
            rows.extend(cells.iter().map(|row| Row::Cells(row.iter().map(|piece| cell(piece, hides)).collect())));
        }
    }
    Sheet { name: name.to_owned(), rows }
}

fn cell(piece: &Piece, hides: bool) -> Cell {
    let counts = |term: &Term| matches!(term, Term::Listed(_) | Term::Affected(_));
    match piece {
        Piece::Text(words) => Cell::Text(words.clone()),
        Piece::Number(number, _) => Cell::Number(*number),
        Piece::Figure(node, _) if hides && is_made_of(node, counts) => Cell::Number(node.value),
        Piece::Figure(node, _) => Cell::Figure(Rc::clone(node)),
    }
}
