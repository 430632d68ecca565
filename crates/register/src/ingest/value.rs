//! One field's text to its value, or what is wrong with it. Knows nothing of rows and files.
use super::{encoding::Encoding, fault::FaultKind, header::Mask, words, words::Column};
use crate::{person_key::PersonKey, register::Register};
use model::{age::Age, case_mix::ConditionSet, id::Id, sex::Sex};

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

/// Whole years.
pub(super) fn age(text: &[u8]) -> Result<Age, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Blank(Column::Age));
    }
    let years = digits(text, 3).and_then(|years| Age::try_from(years).ok()).filter(|age| *age <= PersonKey::OLDEST);
    years.ok_or(FaultKind::NotAnAge { oldest: PersonKey::OLDEST })
}

/// Whether the field says that there are no conditions.
fn is_none(text: &[u8]) -> bool {
    text == b"-" || std::str::from_utf8(text).is_ok_and(words::is_none)
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

/// The places of ids joined by plus signs or spaces; what is no id is given back.
pub(super) fn list<'t>(text: &'t [u8], ids: &[Id]) -> Result<ConditionSet, Vec<&'t [u8]>> {
    if is_none(text) {
        return Ok(ConditionSet::EMPTY);
    }
    let words = || text.split(|byte| matches!(byte, b'+' | b' ')).filter(|word| !word.is_empty());
    let place = |word: &[u8]| ids.iter().position(|id| id.as_str().as_bytes() == word);
    let unknown: Vec<&[u8]> = words().filter(|word| place(word).is_none()).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    Ok(ConditionSet::of(words().filter_map(place)))
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

/// Kronor with at most two decimals after a comma or a point, as öre.
pub(super) fn cost(text: &[u8]) -> Result<u32, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Blank(Column::Cost));
    }
    let cost = total_cost(text)?;
    u32::try_from(cost).map_err(|_| FaultKind::LargeCost { limit: Register::LARGEST_COST })
}

/// The cost of several persons, as öre.
pub(super) fn total_cost(text: &[u8]) -> Result<u64, FaultKind> {
    if let Some(amount) = text.strip_prefix(b"-") {
        return Err(decimal(amount, 2).map_or(FaultKind::NotACost, |_| FaultKind::NegativeCost));
    }
    let cost = decimal(text, 2).ok_or(FaultKind::NotACost)?;
    u64::try_from(cost).map_err(|_| FaultKind::LargeCost { limit: Register::LARGEST_COST })
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
