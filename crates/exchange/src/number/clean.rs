//! What may stand around the digits: white space, one sign, one unit. Does not look at the digits.

/// The most bytes of text that are looked at; longer text is refused unread.
pub const MAX_NUMBER_BYTES: usize = 1000;

/// The most characters of a text that an error repeats.
const MAX_SHOWN: usize = 40;

/// White space of every kind, and the invisible marks that come along when text is copied.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The text without surrounding white space.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_edge)
}

/// The text as an error repeats it: trimmed, at most 40 characters, in bounded time.
pub(super) fn shown(text: &str) -> String {
    let head = text.get(..text.floor_char_boundary(MAX_NUMBER_BYTES)).unwrap_or(text);
    let head = trim(head);
    if head.chars().nth(MAX_SHOWN).is_none() {
        return head.to_owned();
    }
    head.chars().take(MAX_SHOWN - 1).chain(['…']).collect()
}

/// The text without the longest of `units` that it ends with; case and white space in the unit do not matter.
pub(super) fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    units.iter().filter_map(|unit| without_ending(text, unit)).min_by_key(|rest| rest.len()).unwrap_or(text)
}

fn without_ending<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in unit.chars().rev().filter(|c| !is_edge(*c)) {
        rest = rest.trim_end_matches(is_edge);
        let last = rest.chars().next_back()?;
        if !same_letter(last, wanted) {
            return None;
        }
        rest = rest.strip_suffix(last)?;
    }
    Some(rest.trim_end_matches(is_edge))
}

/// Equal but for case. Units and months have no other capitals than these; the full table is ten times this crate.
fn same_letter(one: char, other: char) -> bool {
    lower(one) == lower(other)
}

/// The small letter of a Swedish or English capital.
pub(super) fn lower(letter: char) -> char {
    match letter {
        'Å' => 'å',
        'Ä' => 'ä',
        'Ö' => 'ö',
        _ => letter.to_ascii_lowercase(),
    }
}

/// Whether a minus sign (hyphen, minus or en dash) leads, and what follows the sign.
pub(super) fn without_sign(text: &str) -> (bool, &str) {
    let minus = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let rest = minus.or_else(|| text.strip_prefix('+')).unwrap_or(text);
    (minus.is_some(), rest.trim_start_matches(is_edge))
}
