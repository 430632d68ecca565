//! The words of headings and labels, from the file of words and from the names of the factors. Reads no cell.

use super::target::FactorName;
use super::token::{Token, plain, squashed, tokens};
use table::words::{TableKind, taken_for, words_for};

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Woman,
    Man,
    Total,
    /// A sum, where nothing else stands in the cell.
    TotalAlone,
    /// A code of a vårdcentral, which counts where no column has names.
    PracticeCode,
    NotStated,
    Age,
    Sex,
    Condition,
    BirthYear,
    Atc,
    Person,
    Practice,
    Time,
    /// When somebody was listed, which is a time of a table and none of a list of persons.
    ListedOn,
    Status,
    Code,
    MonthsAgo,
    DispensedOn,
    Packages,
    Ddd,
    Listed,
    Count,
    Cost,
    Month,
    Quarter,
    Year,
    Kronor,
    Thousand,
    Million,
    Share,
    Other,
    /// Dispensings, or that the list was taken out of a system.
    TakenOut,
    Years,
    To,
    From,
    Or,
    Older,
    Younger,
    Than,
    Filler,
    /// The factor at this place in the target.
    Factor(usize),
    /// A condition that the target does not have.
    OtherCondition,
}

/// Some of the headings that a list by age and sex has.
pub fn list_headings() -> Vec<&'static str> {
    ["age", "woman", "man", "condition", "cost"]
        .into_iter()
        .filter_map(|meaning| taken_for(TableKind::Lists, meaning).into_iter().find(|word| word.len() > 3))
        .collect()
}

const MEANINGS: &[(&str, Meaning)] = &[
    ("woman", Meaning::Woman),
    ("man", Meaning::Man),
    ("total", Meaning::Total),
    ("total_alone", Meaning::TotalAlone),
    ("not_stated", Meaning::NotStated),
    ("age", Meaning::Age),
    ("sex", Meaning::Sex),
    ("condition", Meaning::Condition),
    ("birth_year", Meaning::BirthYear),
    ("atc", Meaning::Atc),
    ("person", Meaning::Person),
    ("practice", Meaning::Practice),
    ("practice_code", Meaning::PracticeCode),
    ("time", Meaning::Time),
    ("listed_on", Meaning::ListedOn),
    ("status", Meaning::Status),
    ("code", Meaning::Code),
    ("months_ago", Meaning::MonthsAgo),
    ("dispensed_on", Meaning::DispensedOn),
    ("packages", Meaning::Packages),
    ("ddd", Meaning::Ddd),
    ("listed", Meaning::Listed),
    ("count", Meaning::Count),
    ("cost", Meaning::Cost),
    ("month", Meaning::Month),
    ("quarter", Meaning::Quarter),
    ("year", Meaning::Year),
    ("kronor", Meaning::Kronor),
    ("thousand", Meaning::Thousand),
    ("million", Meaning::Million),
    ("share", Meaning::Share),
    ("other", Meaning::Other),
    ("taken_out", Meaning::TakenOut),
    ("years", Meaning::Years),
    ("to", Meaning::To),
    ("from", Meaning::From),
    ("or", Meaning::Or),
    ("older", Meaning::Older),
    ("younger", Meaning::Younger),
    ("than", Meaning::Than),
    ("filler", Meaning::Filler),
];

/// Every phrase with its meaning.
#[derive(Debug)]
pub(super) struct Words {
    /// In the order of their starts, and of equal starts in that of the file.
    phrases: Vec<Phrase>,
    /// Names and ids of factors, squashed, for labels that are nothing else.
    names: Vec<(String, usize)>,
    /// What is said of somebody who is listed, or is not, squashed.
    statuses: Vec<(String, bool)>,
    /// Headings of months and years, squashed, for labels that are nothing else.
    times_alone: Vec<String>,
    /// What a quarter is called before its number.
    quarters: Vec<&'static str>,
}

impl Words {
    /// The words of the data file, the names of the factors and those of conditions that are none of them.
    pub(super) fn new(factors: &[FactorName], others: &[FactorName]) -> Self {
        let known = table::words::phrases(TableKind::Lists).filter_map(|(name, text)| Some((meaning(name)?, text)));
        let mut phrases: Vec<Phrase> = known.map(|(meaning, text)| Phrase::new(text, meaning)).collect();
        let mut names = Vec::new();
        for (place, factor) in factors.iter().enumerate() {
            for name in [factor.id.as_str(), &factor.name.sv, &factor.name.en] {
                phrases.push(Phrase::new(name, Meaning::Factor(place)));
                names.push((squashed(name), place));
            }
        }
        for other in others.iter().filter(|other| !factors.iter().any(|factor| factor.id == other.id)) {
            let names = [other.id.as_str(), &other.name.sv, &other.name.en];
            phrases.extend(names.map(|name| Phrase::new(name, Meaning::OtherCondition)));
        }
        phrases.sort_by_key(|phrase| phrase.start);
        let statuses = |name, is_listed| words_for(TableKind::Lists, name).map(move |word| (squashed(word), is_listed));
        let statuses = statuses("is_listed", true).chain(statuses("is_not_listed", false)).collect();
        let times_alone = words_for(TableKind::Lists, "time_alone").map(squashed).collect();
        let quarters = words_for(TableKind::Lists, "quarter_name").collect();
        Self { phrases, names, statuses, times_alone, quarters }
    }

    /// The factor that the whole text names, by id or by either name.
    pub(super) fn factor(&self, text: &str) -> Option<usize> {
        let text = squashed(text);
        self.names.iter().find(|(name, _)| *name == text).map(|(_, place)| *place)
    }

    /// Whether the whole text says that somebody is listed, or is not; nothing where it says neither.
    pub(super) fn status(&self, text: &str) -> Option<bool> {
        let status = |text: &str| {
            let text = squashed(text);
            self.statuses.iter().find(|(word, _)| *word == text).map(|(_, is_listed)| *is_listed)
        };
        // a date may follow
        let undated =
            text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '.' | '/'));
        status(text).or_else(|| status(undated))
    }

    /// Whether the whole text is a heading of months or years.
    pub(super) fn is_time_alone(&self, text: &str) -> bool {
        let text = squashed(text);
        self.times_alone.contains(&text)
    }

    /// The quarter that the tokens begin with: its name and its number. Of a cost `kv 1` is one, and no woman.
    pub(super) fn quarter(&self, tokens: &[Token], of_cost: bool) -> Option<u8> {
        let is_short = |name: &Token| of_cost && matches!(name, Token::Word(name) if name == "kv");
        match tokens {
            [name, Token::Number(number @ 1..=4, 1), ..] if self.is_quarter(name) || is_short(name) => {
                u8::try_from(*number).ok()
            }
            _ => None,
        }
    }

    /// Whether the token is what a quarter is called.
    pub(super) fn is_quarter(&self, token: &Token) -> bool {
        matches!(token, Token::Word(name) if self.quarters.contains(&name.as_str()))
    }

    /// Whether the whole heading of a list of persons is one of the words.
    pub(super) fn is_heading(&self, heading: &str, words: &str) -> bool {
        let heading = squashed(heading);
        words_for(TableKind::Lists, words).any(|word| squashed(word) == heading)
    }

    /// The longest phrase at the beginning of the tokens, and how many of them it takes. Of equally long ones the one
    /// that is spelt the same counts before the one that is spelt with other letters.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(Meaning, usize)> {
        let start = start(tokens);
        let from = self.phrases.partition_point(|phrase| phrase.start < start);
        let to = self.phrases.partition_point(|phrase| phrase.start <= start);
        let fits = self.phrases.get(from..to)?.iter().filter_map(|phrase| {
            let head = tokens.get(..phrase.tokens.len())?;
            let same = head == phrase.tokens.as_slice();
            (same || is_alike(&phrase.tokens, head)).then_some((phrase.tokens.len(), same, phrase.meaning))
        });
        // of equals the first is wanted, and `max_by_key` gives the last
        let best = fits.rev().max_by_key(|(length, same, _)| (*length, *same));
        best.filter(|(length, ..)| *length > 0).map(|(length, _, meaning)| (meaning, length))
    }
}

/// Words that stand together.
#[derive(Debug)]
struct Phrase {
    /// The plain first letter, by which phrases are found.
    start: Option<char>,
    tokens: Vec<Token>,
    meaning: Meaning,
}

impl Phrase {
    fn new(text: &str, meaning: Meaning) -> Self {
        let tokens = tokens(text);
        Self { start: start(&tokens), tokens, meaning }
    }
}

/// The plain first letter; nothing for a number or a mark.
fn start(tokens: &[Token]) -> Option<char> {
    match tokens.first() {
        Some(Token::Word(word)) => word.chars().next().map(plain),
        _ => None,
    }
}

fn meaning(name: &str) -> Option<Meaning> {
    MEANINGS.iter().find(|(known, _)| *known == name.trim()).map(|(_, meaning)| *meaning)
}

fn is_alike(phrase: &[Token], head: &[Token]) -> bool {
    phrase.iter().zip(head).all(|pair| match pair {
        (Token::Word(known), Token::Word(written)) => is_alike_word(known, written),
        (known, written) => known == written,
    })
}

/// A plain letter may be written for an accented one, never the other way round.
fn is_alike_word(known: &str, written: &str) -> bool {
    let mut written = written.chars();
    known.chars().all(|letter| written.next().is_some_and(|c| c == letter || c == plain(letter)))
        && written.next().is_none()
}
