//! What each cell of a sheet can be, before its table is known. Does not know where tables begin.

use super::dates::Written;
use super::hidden_cells::mark_hidden;
use super::label::{Label, Month};
use super::sheet::{Sheet, SheetCell, Typed};
use super::value::{Value, value};
use super::words::Words;
use crate::number::NumberError;
use model::age::Age;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The most texts that are remembered.
const MAX_KNOWN: usize = 2_000;
/// Longer texts are remarks, not headings.
const MAX_LABEL_BYTES: usize = 300;
/// The last year that a table may be of.
const LAST_YEAR: u16 = 2100;

/// What a cell can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    Blank,
    /// A number, or what stands in the place of one; if it is whole and no later than a year, which.
    Number(Option<u16>),
    /// A number that may be a year of our time.
    Year(u16),
    /// A number that may be a year and a month, such as `202601`: the month.
    YearMonth(u8),
    /// A date, which may have been a band.
    Date(Written),
    /// Text.
    Label(Box<Label>),
}

/// The marks of a sheet, by row.
pub(super) struct Marks(Vec<Vec<Mark>>);

impl Marks {
    /// Looks at every cell once.
    pub(super) fn of<'a>(sheet: &'a Sheet, words: &Words) -> Self {
        // long lists repeat few labels
        let mut known: HashMap<&str, Mark> = HashMap::new();
        let mut of_cell = |cell: &'a SheetCell| match known.get(cell.text.as_str()) {
            Some(mark) if cell.typed == Typed::Text => mark.clone(),
            _ => {
                let mark = mark(cell, words);
                if cell.typed == Typed::Text && known.len() < MAX_KNOWN {
                    known.insert(&cell.text, mark.clone());
                }
                mark
            }
        };
        let mut marks: Vec<Vec<Mark>> = sheet.rows.iter().map(|row| row.iter().map(&mut of_cell).collect()).collect();
        mark_hidden(sheet, &mut marks);
        Self(marks)
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.0.len()
    }

    /// How many columns the row has.
    pub(super) fn width(&self, row: usize) -> usize {
        self.0.get(row).map_or(0, Vec::len)
    }

    /// What the cell can be; nothing beyond the row's end.
    pub(super) fn at(&self, row: usize, column: usize) -> &Mark {
        self.0.get(row).and_then(|marks| marks.get(column)).unwrap_or(&Mark::Blank)
    }

    /// What the row's cells can be, those that are not blank.
    pub(super) fn filled(&self, row: usize) -> impl DoubleEndedIterator<Item = (usize, &Mark)> + Clone {
        let marks = self.0.get(row).map(Vec::as_slice).unwrap_or_default();
        marks.iter().enumerate().filter(|(_, mark)| **mark != Mark::Blank)
    }
}

impl Mark {
    /// Whether it is a number.
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Year(_) | Self::YearMonth(_))
    }

    /// The age that the number is, among ages.
    pub(super) fn age(&self) -> Option<Age> {
        match self {
            Self::Number(Some(age)) if u32::from(*age) <= super::ages::OLDEST => u8::try_from(*age).ok(),
            _ => None,
        }
    }

    /// The number, if it is whole and no later than a year.
    pub(super) fn whole(&self) -> Option<u16> {
        match self {
            Self::Number(number) => *number,
            Self::Year(year) => Some(*year),
            _ => None,
        }
    }

    /// Whether it may be a year of our time, or a month of one.
    pub(super) fn is_year(&self) -> bool {
        matches!(self, Self::Year(_) | Self::YearMonth(_))
    }

    /// The month that it says, if it says one.
    pub(super) fn month(&self) -> Option<Month> {
        match self {
            Self::YearMonth(month) => Some(Month::One(*month)),
            Self::Label(label) => label.month,
            _ => None,
        }
    }

    /// The label, if it is text.
    pub(super) fn label(&self) -> Option<&Label> {
        match self {
            Self::Label(label) => Some(label),
            _ => None,
        }
    }

    /// Whether it stands in the place of what a row is about: a code, or that it is not known.
    pub(super) fn stands_for_a_line(&self) -> bool {
        self.label().is_some_and(|label| label.not_stated || label.code)
    }

    /// Whether it can say which ages or which factor a row or column is about.
    pub(super) fn names_a_line(&self) -> bool {
        matches!(self, Self::Date(_))
            || self.label().is_some_and(|label| label.ages.is_some() || label.factor.is_some())
    }
}

fn mark(cell: &SheetCell, words: &Words) -> Mark {
    use NumberError::{Exponent, TooLarge, TooManyDecimals, TooSmall};
    if cell.is_blank() {
        return Mark::Blank;
    }
    if let Typed::Date(day) = cell.typed {
        return Mark::Date(Written::of(day));
    }
    if cell.typed == Typed::NoResult || is_error(&cell.text) {
        return Mark::Number(None);
    }
    if is_percent(&cell.text) {
        return Mark::Label(Box::new(Label { left_out: true, percent: true, ..Label::default() }));
    }
    match value(cell) {
        Ok(Value::One(number)) => match whole(number) {
            Some(year) if (1990..=LAST_YEAR).contains(&year) => Mark::Year(year),
            Some(number) => Mark::Number(Some(number)),
            None => month_of_year(number).map_or(Mark::Number(None), Mark::YearMonth),
        },
        Ok(Value::Two(_)) | Err(Exponent { .. } | TooLarge { .. } | TooSmall { .. } | TooManyDecimals { .. }) => {
            Mark::Number(None)
        }
        Err(_) => text_mark(&cell.text, words),
    }
}

fn text_mark(text: &str, words: &Words) -> Mark {
    if text.len() > MAX_LABEL_BYTES {
        return Mark::Label(Box::new(Label { strange: true, ..Label::default() }));
    }
    match Written::read(text) {
        Some(date) => Mark::Date(date),
        None => Mark::Label(Box::new(Label::read(text, words))),
    }
}

/// What a spreadsheet shows in the place of a result: `#N/A`, `#DIV/0!`, in any language.
fn is_error(text: &str) -> bool {
    let rest = text.trim().strip_prefix('#').unwrap_or_default();
    let is_capital = |c: char| c.is_uppercase() || matches!(c, '/' | '0' | '!' | '?');
    rest.chars().nth(2).is_some() && rest.starts_with(char::is_uppercase) && rest.chars().all(is_capital)
}

fn is_percent(text: &str) -> bool {
    let number = text.trim().strip_suffix('%').unwrap_or_default().trim_end();
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.' | '-' | '\u{2212}');
    number.contains(|c: char| c.is_ascii_digit()) && number.chars().all(is_part)
}

/// The month of a number such as `202601`.
fn month_of_year(number: Decimal) -> Option<u8> {
    let number = u32::try_from(number).ok().filter(|_| number.is_integer())?;
    let is_year = (1990..=u32::from(LAST_YEAR)).contains(&(number / 100));
    u8::try_from(number % 100).ok().filter(|month| is_year && (1..=12).contains(month))
}

fn whole(number: Decimal) -> Option<u16> {
    let is_whole = number.is_integer() && !number.is_sign_negative();
    u16::try_from(number).ok().filter(|number| is_whole && *number <= LAST_YEAR)
}
