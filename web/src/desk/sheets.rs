//! Sheets as a text, to go from a worker to the page: control characters part sheets, rows and cells.
use exchange::import::{Day, Sheet, SheetCell, Typed};
use rust_decimal::Decimal;
use std::str::FromStr;

const SHEET: char = '\u{1d}';
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';

/// The sheets as a text. The three control characters are not found in tables; where they are, they become spaces.
pub fn write(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    for sheet in sheets {
        text.push(SHEET);
        push(&mut text, &sheet.name);
        for row in &sheet.rows {
            text.push(ROW);
            for cell in row {
                text.push(CELL);
                text.push(match cell.typed {
                    Typed::Text => 't',
                    Typed::Number(_) => 'n',
                    Typed::Date(_) => 'd',
                });
                push(&mut text, &cell.text);
            }
        }
    }
    text
}

fn push(text: &mut String, part: &str) {
    text.extend(part.chars().map(|letter| if matches!(letter, SHEET | ROW | CELL) { ' ' } else { letter }));
}

/// The sheets of such a text.
pub fn read(text: &str) -> Vec<Sheet> {
    text.split(SHEET).skip(1).map(sheet).collect()
}

fn sheet(text: &str) -> Sheet {
    let mut rows = text.split(ROW);
    let name = rows.next().unwrap_or_default().to_owned();
    Sheet { name, rows: rows.map(|row| row.split(CELL).skip(1).map(cell).collect()).collect() }
}

fn cell(text: &str) -> SheetCell {
    let mut letters = text.chars();
    let kind = letters.next();
    let plain = letters.as_str();
    let typed = match kind {
        Some('n') => Decimal::from_str(plain).ok().map(Typed::Number),
        Some('d') => day(plain).map(Typed::Date),
        _ => None,
    };
    SheetCell { text: plain.to_owned(), typed: typed.unwrap_or_default() }
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_come_out_as_they_went_in() {
        let day = SheetCell::date(Day { year: 2026, month: 5, day: 9 });
        let cells = vec![SheetCell::text("a\nb;\"c\""), SheetCell::number(Decimal::new(-54_735, 3)), day];
        let rows = vec![cells, Vec::new(), vec![SheetCell::text("")], vec![SheetCell::default(); 3]];
        let sheets = vec![Sheet { name: "1".to_owned(), rows }, Sheet::default()];
        assert_eq!(read(&write(&sheets)), sheets);
        assert_eq!(read(&write(&[])), []);
    }

    #[test]
    fn control_characters_become_spaces() {
        let sheet = Sheet::of_texts("a\u{1d}b", &[&["c\u{1e}d", "e\u{1f}tf"]]);
        assert_eq!(read(&write(&[sheet])), [Sheet::of_texts("a b", &[&["c d", "e tf"]])]);
    }
}
