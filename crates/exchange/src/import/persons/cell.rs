//! Single cells of a list of persons: age, sex, yes or no. The usual forms are read without making a text.

use super::outcome::FaultKind;
use super::record::text;
use crate::import::Period;
use crate::import::ages::{Ages, OLDEST};
use crate::import::label::Label;
use crate::import::words::Words;
use model::{
    age::{Age, AgeBands},
    sex::Sex,
};

/// A number of plain digits, at most nine of them.
#[inline]
pub(super) fn digits(cell: &[u8]) -> Option<u32> {
    let plain = !cell.is_empty() && cell.len() <= 9 && cell.iter().all(u8::is_ascii_digit);
    plain.then(|| cell.iter().fold(0, |number, digit| 10 * number + u32::from(digit - b'0')))
}

/// An age; a band such as `100+` counts as its first age if it lies in one of the model's bands.
pub(super) fn age(cell: &[u8], words: &Words, bands: &AgeBands) -> Result<Age, FaultKind> {
    match digits(cell) {
        Some(age) if age <= OLDEST => u8::try_from(age).map_err(|_| FaultKind::AgeUnread),
        Some(_) => Err(FaultKind::AgeUnread),
        None if cell.is_empty() => Err(FaultKind::AgeMissing),
        None => written_age(cell, words, bands),
    }
}

fn written_age(cell: &[u8], words: &Words, bands: &AgeBands) -> Result<Age, FaultKind> {
    let label = Label::read(&text(cell), words);
    match label.ages.filter(|_| !label.strange) {
        // seven months are no seven years
        Some(Ages::Single(_)) if label.period == Some(Period::Month) => Err(FaultKind::AgeUnread),
        Some(Ages::Single(age)) => Ok(age),
        Some(Ages::Band(band)) => {
            let last = band.high.unwrap_or(Age::MAX);
            let inside = bands.index_of(band.low) == bands.index_of(last);
            if inside { Ok(band.low) } else { Err(FaultKind::AgeStraddles) }
        }
        Some(Ages::Over(age)) => {
            let inside = bands.index_of(age) == bands.index_of(Age::MAX);
            if inside { Ok(age) } else { Err(FaultKind::AgeStraddles) }
        }
        None => Err(FaultKind::AgeUnread),
    }
}

/// The age that somebody born in the year, or on the date that begins with it, reaches in another year.
pub(super) fn age_reached(cell: &[u8], year: u16) -> Result<Age, FaultKind> {
    if cell.is_empty() {
        return Err(FaultKind::AgeMissing);
    }
    let date = cell.get(4..).unwrap_or_default();
    let is_date = date.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'/'));
    let born = cell.get(..4).and_then(digits).filter(|_| is_date && matches!(date.len(), 0 | 2..=6));
    let age = born.and_then(|born| u32::from(year).checked_sub(born)).filter(|age| *age <= OLDEST);
    age.and_then(|age| u8::try_from(age).ok()).ok_or(FaultKind::AgeUnread)
}

/// A sex, and whether it is a code.
pub(super) fn sex(cell: &[u8], words: &Words) -> Result<(Sex, bool), FaultKind> {
    match cell {
        b"K" | b"k" | b"F" | b"f" => Ok((Sex::Woman, false)),
        b"M" | b"m" => Ok((Sex::Man, false)),
        b"2" => Ok((Sex::Woman, true)),
        b"1" => Ok((Sex::Man, true)),
        b"" => Err(FaultKind::SexMissing),
        _ => {
            let label = Label::read(&text(cell), words);
            label.sex.filter(|_| !label.strange).map(|sex| (sex, false)).ok_or(FaultKind::SexUnread)
        }
    }
}

/// Words for yes and no, one a line.
const YES_NO: &str = include_str!("../../../data/yes_no.txt");

/// Yes or no; a blank cell is no.
pub(super) fn flag(cell: &[u8]) -> Option<bool> {
    match cell {
        b"" | b"0" => Some(false),
        b"1" => Some(true),
        _ => {
            let text = text(cell).to_lowercase();
            let mut lines = YES_NO.lines().filter_map(|line| line.split_once('\t'));
            lines.find(|(word, _)| *word == text).map(|(_, means)| means == "yes")
        }
    }
}

/// Whether somebody is listed still, by what stands under a heading for when that ended: a date in a later year is no end.
pub(super) fn is_listed_still(cell: &[u8], year: Option<u16>) -> Option<bool> {
    let is_date = cell.len() > 4 && cell.iter().all(|byte| byte.is_ascii_digit() || b"-./: ".contains(byte));
    match cell.get(..4).and_then(digits).filter(|_| is_date) {
        Some(ended) => Some(year.is_some_and(|year| ended > u32::from(year))),
        None => flag(cell).map(|has_ended| !has_ended),
    }
}
