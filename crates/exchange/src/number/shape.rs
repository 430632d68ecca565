//! Which numbers a row of digits and separators can mean. Does not know the notation or the field.

use super::digits::Digits;

/// What the separators of a text can mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Readings {
    /// One number.
    One(Digits),
    /// A single mark with exactly three digits after it: decimals or thousands.
    Two(TwoReadings),
}

/// Both readings of a text such as `5,105`; neither is zero.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TwoReadings {
    pub(super) mark: char,
    pub(super) as_decimal: Digits,
    pub(super) as_thousands: Digits,
}

impl Readings {
    /// Whether the text means zero.
    pub(super) fn is_zero(&self) -> bool {
        matches!(self, Self::One(digits) if digits.is_zero())
    }
}

/// Why a text is no number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A character that has no place there.
    Unexpected(char),
    /// Separators that do not part the digits in threes.
    Grouping,
}

/// Reads unsigned text without unit or surrounding space.
pub(super) fn readings(body: &str) -> Result<Readings, Fault> {
    if let Some(stranger) = body.chars().find(|c| !c.is_ascii_digit() && !is_separator(*c)) {
        return Err(Fault::Unexpected(stranger));
    }
    let separators: Vec<char> = body.chars().filter(|c| is_separator(*c)).map(one_kind_of_space).collect();
    let groups: Vec<&str> = body.split(is_separator).collect();
    match (groups.as_slice(), separators.as_slice()) {
        ([.., ""], [.., last]) => Err(Fault::Unexpected(*last)),
        ([whole], _) => Ok(Readings::One(Digits::new(whole, ""))),
        ([whole, fraction], [mark @ (',' | '.')]) => Ok(one_mark(*mark, whole, fraction)),
        (all, [first, rest @ ..]) if rest.iter().all(|c| c == first) => in_thousands(all, ""),
        ([whole @ .., fraction], [first, rest @ .., ',' | '.']) if rest.iter().all(|c| c == first) => {
            in_thousands(whole, fraction)
        }
        _ => Err(Fault::Grouping),
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.') || one_kind_of_space(c) == ' '
}

/// Plain, no-break, figure, thin and narrow no-break space are the same thing in a number.
fn one_kind_of_space(c: char) -> char {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        other => other,
    }
}

fn one_mark(mark: char, whole: &str, fraction: &str) -> Readings {
    let as_decimal = Digits::new(whole, fraction);
    if fraction.len() == 3 && leads_thousands(whole) {
        let as_thousands = Digits::new(&format!("{whole}{fraction}"), "");
        return Readings::Two(TwoReadings { mark, as_decimal, as_thousands });
    }
    Readings::One(as_decimal)
}

fn in_thousands(groups: &[&str], fraction: &str) -> Result<Readings, Fault> {
    let in_threes = match groups {
        [first, rest @ ..] => leads_thousands(first) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    if in_threes { Ok(Readings::One(Digits::new(&groups.concat(), fraction))) } else { Err(Fault::Grouping) }
}

/// Nobody writes 0 105 for 105: a first group is one to three digits and does not begin with zero.
fn leads_thousands(group: &str) -> bool {
    (1..=3).contains(&group.len()) && !group.starts_with('0')
}
