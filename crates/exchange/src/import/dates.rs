//! Dates that a spreadsheet made of age bands: `5-9` became the ninth of May, `10-14` October 2014. Gives every band
//! that can have become the date; which one it was, the neighbours tell.

use super::sheet::Day;
use super::token::{Token, tokens};
use model::age::AgeBand;

/// Names of months, Swedish and English, long and short, in the order of the year.
const MONTHS: &str = include_str!("../../data/months.txt");

/// A date as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    first: u8,
    second: u8,
    /// The two last digits of the year, where the day is the first of the month and may not have been written.
    year: Option<u8>,
    month: u8,
}

impl Written {
    /// The date of a cell that the workbook says is one.
    pub(super) fn of(day: Day) -> Self {
        let year = u8::try_from(day.year % 100).ok().filter(|_| day.day == 1);
        Self { first: day.day, second: day.month, year, month: day.month }
    }

    /// The date that the text is, if it is nothing else: `2026-05-09`, `09-maj`, `maj-09`, `9 May`, `5/9`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let day =
            text.trim().split_once([' ', 'T']).filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
        match tokens(day).as_slice() {
            [
                Token::Number(year, 4),
                Token::Dash,
                Token::Number(month, 1..=2),
                Token::Dash,
                Token::Number(date, 1..=2),
            ] => {
                let day = Day { year: u16::try_from(*year).ok()?, month: month_of(*month)?, day: day_of(*date)? };
                Some(Self::of(day))
            }
            [Token::Number(date, 1..=2), Token::Dash, Token::Word(name)]
            | [Token::Number(date, 1..=2), Token::Word(name)] => Self::named(*date, name),
            [Token::Word(name), Token::Dash, Token::Number(date, 1..=2)]
            | [Token::Word(name), Token::Number(date, 1..=2)] => Self::named(*date, name),
            [Token::Number(one, 1..=2), Token::Word(slash), Token::Number(other, 1..=2)] if slash == "/" => {
                Self::slashed(*one, *other)
            }
            _ => None,
        }
    }

    /// A number and a month: the number is the day or, if it may be, the year.
    fn named(number: u32, name: &str) -> Option<Self> {
        let month = month_named(name)?;
        let number = u8::try_from(number).ok()?;
        Some(Self { first: number, second: month, year: Some(number), month })
    }

    fn slashed(one: u32, other: u32) -> Option<Self> {
        let (one, other) = (day_of(one)?, day_of(other)?);
        let month = one.min(other);
        (month <= 12).then_some(Self { first: one, second: other, year: None, month })
    }

    /// The month, 1 to 12.
    pub(super) fn month(self) -> u8 {
        self.month
    }

    /// Every band that a spreadsheet may have taken for this date, each once.
    pub(super) fn bands(self) -> Vec<AgeBand> {
        let pairs = [(self.first, self.second), (self.second, self.first)];
        let with_year = self.year.map(|year| (self.month, year));
        let mut bands: Vec<AgeBand> = Vec::new();
        for (low, high) in pairs.into_iter().chain(with_year).filter(|(low, high)| low < high) {
            let band = AgeBand { low, high: Some(high) };
            if !bands.contains(&band) {
                bands.push(band);
            }
        }
        bands
    }
}

/// The month, 1 to 12, by any of its names.
pub(super) fn month_named(name: &str) -> Option<u8> {
    const STARTS: [&str; 12] = ["ja", "f", "mar", "ap", "ma", "jun", "jul", "au", "s", "o", "n", "d"];
    let is_month = MONTHS.lines().any(|month| month == name);
    let place = STARTS.iter().position(|start| name.starts_with(start)).filter(|_| is_month)?;
    u8::try_from(place + 1).ok()
}

fn month_of(number: u32) -> Option<u8> {
    u8::try_from(number).ok().filter(|month| (1..=12).contains(month))
}

fn day_of(number: u32) -> Option<u8> {
    u8::try_from(number).ok().filter(|day| (1..=31).contains(day))
}

/// The years, dates and months that a text names, so that `women 2025` and `men 2025` are of one time; the whole text, where
/// it names none.
pub(super) fn time_named(text: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let words = text.split(|c: char| !is_part(c)).map(|word| word.trim_matches('-'));
    let is_time = |word: &&str| {
        let year = word.get(..4).and_then(|year| year.parse::<u16>().ok());
        let digits = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        (digits && year.is_some_and(|year| (1900..=2100).contains(&year)))
            || month_named(&word.to_lowercase()).is_some()
    };
    let times: Vec<&str> = words.filter(is_time).collect();
    if times.is_empty() { text.to_owned() } else { times.join(" ") }
}
