//! One field's text to its value, or what is wrong with it. Knows nothing of rows and files.
use super::{
    fault::FaultKind,
    header::Mask,
    words::{self, Column, CostUnit},
};
use crate::{person_key::PersonKey, register::Register};
use model::{age::Age, case_mix::ConditionSet, sex::Sex};
use table::Encoding;

/// What no field may hold.
pub(super) fn unfit(text: &[u8], encoding: Encoding) -> Option<FaultKind> {
    if text.contains(&0) {
        return Some(FaultKind::Nul);
    }
    let is_utf8 = encoding != Encoding::Utf8 || std::str::from_utf8(text).is_ok();
    (!is_utf8).then_some(FaultKind::NotUtf8)
}

/// The sex that the word names.
pub(super) fn sex(word: &str) -> Result<Sex, FaultKind> {
    if word.is_empty() {
        return Err(FaultKind::Blank(Column::Sex));
    }
    words::sex(word).ok_or(FaultKind::NotASex)
}

/// The sex of a code of the statistics.
pub(super) fn sex_coded(text: &[u8]) -> Option<Sex> {
    match text {
        b"1" => Some(Sex::Man),
        b"2" => Some(Sex::Woman),
        _ => None,
    }
}

/// An age as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    /// Completed years.
    Of(Age),
    /// So many and more, from where all ages are paid alike.
    From(Age),
}

/// Whole years, with a word for years after them or not; with a sign for all ages above as well if those are paid alike.
pub(super) fn age(text: &[u8], encoding: Encoding, alike_from: Option<Age>) -> Result<Years, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Blank(Column::Age));
    }
    let start = text.iter().position(u8::is_ascii_digit).unwrap_or(0);
    let (sign, text) = text.split_at(start);
    let (number, rest) = text.split_at(text.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let age = digits(number, 3).and_then(|years| Age::try_from(years).ok()).filter(|age| *age <= PersonKey::OLDEST);
    let age = age.ok_or(NOT_AN_AGE)?;
    if sign.is_empty() && rest.is_empty() {
        return Ok(Years::Of(age));
    }
    let (sign, rest) = (encoding.strict(sign).unwrap_or_default(), encoding.strict(rest).unwrap_or_default());
    let is_years = rest.is_empty() || words::is_years(&rest);
    let is_open = match sign.trim_matches([' ', '\u{a0}']) {
        "" if is_years => return Ok(Years::Of(age)),
        "" => words::is_and_older(&rest),
        ">=" | "\u{2265}" => is_years,
        _ => false,
    };
    match alike_from {
        _ if !is_open => Err(NOT_AN_AGE),
        Some(from) if age >= from => Ok(Years::From(age)),
        _ => Err(FaultKind::OpenAge { alike_from }),
    }
}

const NOT_AN_AGE: FaultKind = FaultKind::NotAnAge { oldest: PersonKey::OLDEST };

/// Whether the field says that there are no conditions.
fn is_none(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(words::says_none)
}

/// The conditions whose bits the number has.
pub(super) fn mask(text: &[u8], of: Mask) -> Result<ConditionSet, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Blank(Column::Conditions));
    }
    let set = match digits(text, 20) {
        Some(bits) => of.set(bits),
        None => is_none(text).then_some(ConditionSet::EMPTY),
    };
    set.ok_or(FaultKind::NotAMask { conditions: of.count })
}

/// Whether it is there.
pub(super) fn flag(text: &[u8]) -> Result<bool, FaultKind> {
    match text {
        b"0" => Ok(false),
        b"1" => Ok(true),
        b"" => Err(FaultKind::Blank(Column::Conditions)),
        word if is_none(word) => Ok(false),
        _ => Err(FaultKind::NotAFlag),
    }
}

/// A cost with at most two decimals after a comma or a point, thousands of kronor with at most five, as öre of a year.
pub(super) fn cost(text: &[u8], encoding: Encoding, unit: CostUnit) -> Result<u32, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Blank(Column::Cost));
    }
    let cost = cost_in(text, encoding, unit)?;
    u32::try_from(cost).map_err(|_| FaultKind::LargeCost { limit: Register::LARGEST_COST })
}

/// The cost of several persons, as öre.
pub(super) fn total_cost(text: &[u8], encoding: Encoding) -> Result<u64, FaultKind> {
    cost_in(text, encoding, CostUnit::OfYear)
}

fn cost_in(text: &[u8], encoding: Encoding, unit: CostUnit) -> Result<u64, FaultKind> {
    let bare = |text: &[u8]| text.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-'));
    let number = if bare(text) { None } else { encoding.strict(text).map(|text| without_kronor(&text)) };
    let text = number.as_deref().map_or(text, str::as_bytes);
    let whole = without_spaces(text);
    let text = whole.as_deref().unwrap_or(text);
    // thousands may be written to the öre too
    let (decimals, times) = match unit {
        CostUnit::Thousands => (5, 1),
        unit => (2, u128::from(unit.times())),
    };
    if let Some(amount) = text.strip_prefix(b"-") {
        return Err(decimal(amount, decimals).map_or(FaultKind::NotACost, |_| FaultKind::NegativeCost));
    }
    let cost = decimal(text, decimals).ok_or(FaultKind::NotACost)?;
    u64::try_from(cost.saturating_mul(times)).map_err(|_| FaultKind::LargeCost { limit: Register::LARGEST_COST })
}

/// The number without a word for kronor before or after it, and with a hyphen for the sign of minus.
fn without_kronor(text: &str) -> String {
    let text = text.replace('\u{2212}', "-");
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | ',' | '.');
    let bare = |word: &str| word.trim_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}']).to_owned();
    let is_kronor = |word: &str| bare(word).is_empty() || words::is_kronor(&bare(word));
    let start = text.find(is_of_number).unwrap_or(0);
    let end = text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |last| last + 1);
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    match text.get(start..end) {
        Some(number) if is_kronor(before) && is_kronor(after) => number.to_owned(),
        _ => text,
    }
}

/// The number without the spaces that part its thousands; nothing where there are none.
fn without_spaces(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.contains(char::is_whitespace))?;
    let end = text.find([',', '.']).unwrap_or(text.len());
    let (whole, decimals) = text.split_at(end);
    let mut groups = whole.split([' ', '\u{a0}', '\u{2009}', '\u{202f}']);
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && is_number(first))?;
    let others: Vec<&str> = groups.collect();
    let whole = others.iter().all(|group| group.len() == 3 && is_number(group));
    whole.then(|| [first, &others.concat(), decimals].concat().into_bytes())
}

/// A number with at most so many decimals, in units of the last; one that is too large is the largest there is.
pub(super) fn decimal(text: &[u8], decimals: usize) -> Option<u128> {
    let point = text.iter().position(|byte| matches!(byte, b',' | b'.'));
    let (whole, part) = match point {
        Some(point) => (text.get(..point)?, text.get(point + 1..)?),
        None => (text, &b"0"[..]),
    };
    let is_number = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    if !is_number(whole) || !is_number(part) || part.len() > decimals {
        return None;
    }
    let zeros = std::iter::repeat_n(&b'0', decimals - part.len());
    let all = whole.iter().chain(part).chain(zeros);
    Some(all.fold(0, |number: u128, digit| number.saturating_mul(10).saturating_add(u128::from(digit - b'0'))))
}

/// At most so many digits as a number.
pub(super) fn digits(text: &[u8], most: usize) -> Option<u64> {
    let good = !text.is_empty() && text.len() <= most && text.iter().all(u8::is_ascii_digit);
    let number = || text.iter().try_fold(0u64, |n, digit| n.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
    good.then(number).flatten()
}
