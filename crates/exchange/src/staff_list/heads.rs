//! Where a sheet's headings are, and which column each names. Does not read the numbers.

use super::Column;
use super::layout::StaffLayout;
use super::numbers::is_number;
use super::words::{Heading, Words};
use crate::import::{Sheet, SheetCell};

/// Headings are looked for in so many rows.
const MAX_ROWS_ABOVE: usize = 200;

/// The headings that name most columns, the first of equals; nothing where no row names any.
pub(super) fn headed(number: usize, sheet: &Sheet, words: &Words) -> Option<StaffLayout> {
    let mut best: Option<StaffLayout> = None;
    for first in 0..sheet.rows.len().min(MAX_ROWS_ABOVE) {
        if !may_be_headings(sheet, first, words) {
            continue;
        }
        let layout = layout(number, sheet, first, words);
        let named = layout.columns.len();
        if named > best.as_ref().map_or(0, |best| best.columns.len()) {
            best = Some(layout);
        }
    }
    best
}

/// The cells of a row with something in them.
pub(super) fn filled(sheet: &Sheet, row: usize) -> impl Iterator<Item = (usize, &SheetCell)> + Clone {
    let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank())
}

/// Several texts, and no number; a title that is merged over the columns is one text.
fn may_be_headings(sheet: &Sheet, row: usize, words: &Words) -> bool {
    let mut cells = filled(sheet, row).map(|(_, cell)| cell);
    let Some(first) = cells.next() else { return false };
    cells.clone().any(|cell| cell.text != first.text) && !is_number(first, words) && !cells.any(|c| is_number(c, words))
}

fn layout(number: usize, sheet: &Sheet, first: usize, words: &Words) -> StaffLayout {
    let goes_on = |row: &usize| {
        let known =
            |cell: &SheetCell| matches!(words.heading(&cell.text), Heading::Is(_) | Heading::People | Heading::Filler);
        may_be_headings(sheet, *row, words) && filled(sheet, *row).all(|(_, cell)| known(cell))
    };
    let end = first + 1 + (first + 1..sheet.rows.len()).take_while(goes_on).count();
    let width = (first..end).filter_map(|row| Some(filled(sheet, row).last()?.0 + 1)).max().unwrap_or(0);
    let mut layout = StaffLayout { sheet: number, first, end, width, ..StaffLayout::default() };
    let mut people = Vec::new();
    for at in 0..width {
        let named = layout.columns.clone();
        let text = joined(sheet, first..end, at);
        layout.degrees.extend(words.is_degree(&text).then_some(at));
        if layout.of_one_doctor.is_none() && words.is_of_one_doctor(&text) {
            layout.of_one_doctor = Some(at);
        }
        match words.heading(&text) {
            Heading::Is(column) => match named.iter().find(|(known, _)| *known == column) {
                Some((_, other)) => layout.twice.push((column, at, *other)),
                None => layout.columns.push((column, at)),
            },
            Heading::Unclear(column) => layout.unclear.push((column, at)),
            Heading::People => people.push(at),
            Heading::Filler | Heading::Other => {}
        }
    }
    // below other headings they may be doctors
    people.retain(|at| sheet.cell(first, *at).is_some_and(|cell| !cell.is_blank()));
    if let ([at], false) = (people.as_slice(), layout.names(Column::Listed)) {
        layout.columns.push((Column::Listed, *at));
        layout.taken_for_listed = Some(*at);
    }
    layout
}

/// The texts below each other, one that is merged over rows once.
fn joined(sheet: &Sheet, rows: std::ops::Range<usize>, column: usize) -> String {
    let mut text = String::new();
    let mut last = "";
    for cell in rows.filter_map(|row| sheet.cell(row, column)).filter(|cell| !cell.is_blank()) {
        if cell.text != last {
            text.push_str(&cell.text);
            text.push(' ');
        }
        last = &cell.text;
    }
    text
}
