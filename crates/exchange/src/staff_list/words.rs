//! The words of headings and of rows of sums, from the file of words. Reads no sheet.

use super::Column;
use crate::import::{Token, plain, tokens};
use model::staffing::item::Group;
use table::words::{TableKind, taken_for};

/// Longer texts are remarks.
const MAX_LABEL_BYTES: usize = 300;

const ST: Column = Column::Fte(Group::St);

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Column(Column),
    /// The column counts heads.
    Heads,
    /// The column counts full-time equivalents.
    Fte,
    /// Persons: heads beside doctors, the listed alone.
    Persons,
    /// The listed alone, and nothing beside another column's words.
    People,
    /// Doctors of no group.
    Doctors,
    /// What one doctor is employed as.
    Position,
    /// Full-time equivalents in per cent.
    Degree,
    Filler,
    Total,
    Average,
    Region,
    Unit,
}

const MEANINGS: &[(&str, Meaning)] = &[
    ("practice", Meaning::Column(Column::Name)),
    ("listed", Meaning::Column(Column::Listed)),
    ("specialists", Meaning::Column(Column::Fte(Group::Specialist))),
    ("st", Meaning::Column(ST)),
    ("other", Meaning::Column(Column::Fte(Group::Other))),
    ("locum", Meaning::Column(Column::Fte(Group::Locum))),
    ("heads", Meaning::Heads),
    ("fte", Meaning::Fte),
    ("persons", Meaning::Persons),
    ("people", Meaning::People),
    ("doctors", Meaning::Doctors),
    ("position", Meaning::Position),
    ("degree", Meaning::Degree),
    ("filler", Meaning::Filler),
    ("total", Meaning::Total),
    ("average", Meaning::Average),
    ("region", Meaning::Region),
    ("unit", Meaning::Unit),
];

impl Column {
    /// Some of the headings that name it.
    pub fn headings(self) -> Vec<&'static str> {
        let meant = match self {
            Self::Heads(group) => Self::Fte(group),
            other => other,
        };
        let name = MEANINGS.iter().find(|(_, meaning)| *meaning == Meaning::Column(meant)).map(|(name, _)| *name);
        name.map(|name| taken_for(TableKind::Doctors, name)).unwrap_or_default()
    }
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// It names the column.
    Is(Column),
    /// It names the column and says something that is not known.
    Unclear(Column),
    /// It counts persons, and does not say that they are listed.
    People,
    /// It has known words only, and names no column.
    Filler,
    /// It is about something else.
    Other,
}

/// Every phrase with its meaning.
pub(super) struct Words(Vec<(Vec<Token>, Meaning)>);

impl Words {
    /// The words of the data file.
    pub(super) fn new() -> Self {
        let known = table::words::phrases(TableKind::Doctors).filter_map(|(name, text)| Some((meaning(name)?, text)));
        Self(known.map(|(meaning, text)| (pieces(text), meaning)).collect())
    }

    /// What the heading says; of several cells below each other, the texts parted by a space.
    pub(super) fn heading(&self, text: &str) -> Heading {
        let in_pieces = text.trim().strip_suffix("(st)").map(str::trim).filter(|text| !text.is_empty());
        let text = in_pieces.unwrap_or(text);
        let pieces = pieces(text);
        let dated = pieces.iter().any(is_year);
        let (mut columns, mut said, mut strange) = (Vec::new(), Vec::new(), false);
        self.each(&pieces, |meaning, piece| match meaning {
            Some(Meaning::Column(column)) if !columns.contains(&column) => columns.push(column),
            Some(Meaning::Average | Meaning::Region) => strange = true,
            Some(meaning) => said.push(meaning),
            None => strange |= !(dated && is_of_date(piece)),
        });
        let says = |meanings: &[Meaning]| said.iter().any(|meaning| meanings.contains(meaning));
        let heads = says(&[Meaning::Heads, Meaning::Persons]) || in_pieces.is_some() || self.ends_as_count(text);
        let heads = heads && !says(&[Meaning::Fte, Meaning::Degree]);
        strange |= says(&[Meaning::Position]);
        let people = says(&[Meaning::Persons, Meaning::People])
            && !says(&[Meaning::Heads, Meaning::Fte, Meaning::Doctors, Meaning::Total]);
        let of_heads = |column| match column {
            Column::Fte(group) if heads => Column::Heads(group),
            other => other,
        };
        match (the_column(columns).map(|column| column.map(of_heads)), strange) {
            (Ok(Some(column)), false) => Heading::Is(column),
            (Ok(Some(column)), true) => Heading::Unclear(column),
            (Ok(None), false) if people => Heading::People,
            (Ok(None), false) => Heading::Filler,
            _ => Heading::Other,
        }
    }

    /// Whether the heading ends in a comma or a parenthesis with a word for how many, as `Specialister, antal` does.
    fn ends_as_count(&self, text: &str) -> bool {
        let text = text.trim().trim_end_matches(')');
        let Some((_, end)) = text.rsplit_once([',', '(']) else { return false };
        let mut all_count = true;
        self.each(&pieces(end), |meaning, _| all_count &= matches!(meaning, Some(Meaning::People | Meaning::Persons)));
        all_count && !end.trim().is_empty()
    }

    /// Whether the heading says that full-time equivalents are in per cent.
    pub(super) fn is_degree(&self, text: &str) -> bool {
        let mut is_degree = false;
        self.each(&pieces(text), |meaning, _| is_degree |= meaning == Some(Meaning::Degree));
        is_degree
    }

    /// Whether the heading is of a list with one row a doctor: what the doctor is, or how much of full time.
    pub(super) fn is_of_one_doctor(&self, text: &str) -> bool {
        let (mut one, mut others) = (false, false);
        self.each(&pieces(text), |meaning, _| match meaning {
            Some(Meaning::Position | Meaning::Degree) => one = true,
            Some(Meaning::Doctors | Meaning::Filler | Meaning::Fte | Meaning::Unit) => {}
            _ => others = true,
        });
        one && !others
    }

    /// Whether a row that is called so is a sum or a mean of others.
    pub(super) fn is_total(&self, text: &str) -> bool {
        let pieces = pieces(text);
        let mut meanings = Vec::new();
        self.each(&pieces, |meaning, _| meanings.push(meaning));
        let sums = |meaning: Option<&Option<Meaning>>| matches!(meaning, Some(Some(Meaning::Total | Meaning::Average)));
        let is_region = meanings.first() == Some(&Some(Meaning::Region));
        let names = meanings.contains(&Some(Meaning::Column(Column::Name)));
        sums(meanings.first()) || sums(meanings.last()) || is_region && !names
    }

    /// Whether every word of the text is known, so that it names nothing of its own.
    pub(super) fn knows_all(&self, text: &str) -> bool {
        let mut knows_all = true;
        self.each(&pieces(text), |meaning, _| knows_all &= meaning.is_some());
        knows_all
    }

    /// The text without the words that may stand after a number.
    pub(super) fn without_unit<'a>(&self, text: &'a str) -> &'a str {
        let rest = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let unit = text.get(rest.len()..).unwrap_or_default();
        if unit.is_empty() {
            return text;
        }
        let unit = pieces(unit);
        let is_unit = self.0.iter().any(|(phrase, meaning)| *meaning == Meaning::Unit && *phrase == unit);
        if is_unit { rest.trim_end() } else { text }
    }

    /// Calls `visit` with each phrase's meaning, and with nothing for each piece that is not known.
    fn each(&self, pieces: &[Token], mut visit: impl FnMut(Option<Meaning>, &Token)) {
        let mut rest = pieces;
        while let Some(first) = rest.first() {
            let fits = self.0.iter().filter(|(phrase, _)| !phrase.is_empty() && rest.starts_with(phrase));
            // of equals the first is wanted, and `max_by_key` gives the last
            let longest = fits.rev().max_by_key(|(phrase, _)| phrase.len());
            visit(longest.map(|(_, meaning)| *meaning), first);
            rest = rest.get(longest.map_or(1, |(phrase, _)| phrase.len())..).unwrap_or_default();
        }
    }
}

/// The one column that is named, if any; a vårdcentral may be named beside what is counted there, and `st` may be
/// short for pieces of what is listed.
fn the_column(mut columns: Vec<Column>) -> Result<Option<Column>, ()> {
    if columns.len() > 1 {
        columns.retain(|column| *column != Column::Name);
    }
    match columns.as_slice() {
        [] => Ok(None),
        [column] => Ok(Some(*column)),
        [Column::Listed, ST] => Ok(Some(Column::Listed)),
        _ => Err(()),
    }
}

fn meaning(name: &str) -> Option<Meaning> {
    MEANINGS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning)
}

/// The words, numbers and marks of a text, in plain letters and without dashes.
fn pieces(text: &str) -> Vec<Token> {
    let head = text.get(..text.floor_char_boundary(MAX_LABEL_BYTES)).unwrap_or(text);
    let plainly = |token| match token {
        Token::Word(word) => Token::Word(word.chars().map(plain).collect()),
        other => other,
    };
    tokens(head).into_iter().map(plainly).filter(|token| *token != Token::Dash).collect()
}

fn is_year(piece: &Token) -> bool {
    matches!(piece, Token::Number(1900..=2100, 4) | Token::Number(19_000_000..=21_009_999, 8))
}

fn is_of_date(piece: &Token) -> bool {
    is_year(piece) || matches!(piece, Token::Number(1..=31, 1 | 2))
}
