//! Tables as CSV that a spreadsheet program opens as it stands: with a byte order mark, and the marks of one language.
//! Knows neither what a table shows nor where it is saved.
use crate::number::{Format, Notation, Sign, write as write_number};
use rust_decimal::{Decimal, RoundingStrategy};

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text: never a formula, whatever it begins with.
    Text(&'a str),
    /// A number, which keeps up to six decimals.
    Number(Decimal),
}

/// Which marks the program that opens the file expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Between cells; not the decimal mark.
    pub separator: char,
    /// How numbers are written; thousands are never parted.
    pub notation: Notation,
}

impl Dialect {
    /// Excel in Swedish: semicolon and decimal comma.
    pub const SWEDISH: Self = Self { separator: ';', notation: Notation::Swedish };
    /// Excel in English: comma and decimal point.
    pub const ENGLISH: Self = Self { separator: ',', notation: Notation::English };
}

/// The table as a file's text. Rows may be of different length.
///
/// A program takes a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, also behind
/// spaces. Such a text gets an apostrophe before it, which makes it a text; numbers below zero stay numbers.
pub fn write<'a, R: IntoIterator<Item = Cell<'a>>>(rows: impl IntoIterator<Item = R>, dialect: Dialect) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(dialect.separator);
            }
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => push_text(&mut text, words, dialect.separator),
                Cell::Number(value) => text.push_str(&number(value, dialect.notation)),
            }
        }
        text.push_str("\r\n");
    }
    text
}

const DECIMALS: u32 = 6;

fn number(value: Decimal, notation: Notation) -> String {
    let short = value.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize();
    let format = Format { notation, decimals: short.scale(), sign: Sign::Auto, grouping: false };
    // a spreadsheet reads a hyphen as a minus, not the typographic sign
    write_number(short, &format).replace('\u{2212}', "-")
}

fn push_text(text: &mut String, words: &str, separator: char) {
    let quoted = words.contains([separator, '"', '\n', '\r', '\t']);
    if quoted {
        text.push('"');
    }
    if words.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        text.push('\'');
    }
    for c in words.chars() {
        if c == '"' {
            text.push('"');
        }
        text.push(c);
    }
    if quoted {
        text.push('"');
    }
}
