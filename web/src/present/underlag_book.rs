//! "Underlag till lokal handlingsplan" as the sheets of an Excel file. Knows nothing of how that is written.
use super::{
    book::Material,
    guarding::Guarding,
    taken::Piece,
    underlag::{Block, UnderlagPart, notes, underlag},
};
use exchange::workbook::{BookRow, Cell, Sheet};
use std::rc::Rc;

/// Both parts, each a sheet of tables whose figures are live; none while nobody is listed. Sentences are true of the day
/// on which the file is made, so they stand on its first sheet.
pub fn material(guarding: &Guarding<'_>) -> Option<Material> {
    let (t, ctx) = (guarding.texts, guarding.ctx);
    let parts = underlag(guarding)?;
    let said = parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Said(words) => Some(words.clone()),
        Block::Table(..) => None,
    });
    let names = [t.underlag_sheet_now(), t.underlag_sheet_plan()];
    let sheets = parts.iter().zip(names).map(|(part, name)| sheet(part, name));
    Some(Material {
        title: t.underlag_title(),
        subject: String::new(),
        about: [t.underlag_book_about().to_owned()].into_iter().chain(said).chain(notes(ctx, true)).collect(),
        sheets: sheets.filter(|sheet| sheet.rows.iter().any(|row| matches!(row, BookRow::Cells(_)))).collect(),
    })
}

fn sheet(part: &UnderlagPart, name: &str) -> Sheet {
    let mut rows = vec![BookRow::Title(part.heading.to_owned()), BookRow::Text(part.due.to_owned())];
    for block in &part.blocks {
        if let Block::Table(name, headings, cells) = block {
            rows.extend([BookRow::Empty, BookRow::Heading((*name).to_owned()), BookRow::Head(headings.clone())]);
            rows.extend(cells.iter().map(|row| BookRow::Cells(row.iter().map(cell).collect())));
        }
    }
    Sheet { name: name.to_owned(), rows }
}

fn cell(piece: &Piece) -> Cell {
    match piece {
        Piece::Text(words) => Cell::Text(words.clone()),
        Piece::Number(number, _) => Cell::Number(*number),
        Piece::Figure(node, _) => Cell::Figure(Rc::clone(node)),
    }
}
