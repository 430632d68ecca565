//! Finds personal identity numbers and coordination numbers, so that a file with one can be refused. Keeps none.

/// Whether the text holds a number of the form of a Swedish personal identity number or coordination number, with a
/// day that exists and the right check digit: ten or twelve digits, or with a mark or a space before the last four.
pub fn holds_identity_number(text: &str) -> bool {
    bytes_hold_identity_number(text.as_bytes())
}

/// The same of bytes in any encoding that has ASCII digits.
pub fn bytes_hold_identity_number(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(start) = rest.iter().position(u8::is_ascii_digit) {
        let from = rest.get(start..).unwrap_or_default();
        let run = digits_at(from);
        if is_candidate(from, run) {
            return true;
        }
        rest = from.get(run..).unwrap_or_default();
    }
    false
}

fn digits_at(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether the run of digits, alone or with a mark and four digits more, is such a number.
fn is_candidate(from: &[u8], run: usize) -> bool {
    let (first, after) = from.split_at_checked(run).unwrap_or_default();
    match run {
        10 | 12 => is_identity_number(first, &[]),
        6 | 8 => without_mark(after)
            .filter(|last| digits_at(last) == 4)
            .and_then(|last| last.get(..4))
            .is_some_and(|last| is_identity_number(first, last)),
        _ => false,
    }
}

/// What follows a hyphen, a plus sign (over a hundred years old), a space or a dash.
fn without_mark(text: &[u8]) -> Option<&[u8]> {
    let marks: [&[u8]; 9] =
        [b"-", b"+", b" ", b" - ", b"\xa0", b"\x96", "\u{a0}".as_bytes(), "\u{2013}".as_bytes(), "\u{2212}".as_bytes()];
    marks.iter().find_map(|mark| text.strip_prefix(*mark))
}

/// Ten digits in all, or twelve with a century.
fn is_identity_number(first: &[u8], last: &[u8]) -> bool {
    let digits = || first.iter().chain(last).map(|digit| digit - b'0');
    let century = first.len() + last.len() == 12;
    let pair = |place: usize| {
        let mut two = digits().skip(2 * place + usize::from(century) * 2);
        two.next().unwrap_or(0) * 10 + two.next().unwrap_or(0)
    };
    if century && !matches!(digits().take(2).fold(0, |number, digit| 10 * number + digit), 18..=20) {
        return false;
    }
    let (month, day) = (pair(1), pair(2));
    // a coordination number has the day with sixty added
    let day = if day > 60 { day - 60 } else { day };
    (1..=days_of(month)).contains(&day) && has_check_digit(digits().skip(usize::from(century) * 2))
}

fn days_of(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Luhn's sum over ten digits: every other one doubled, the first among them.
fn has_check_digit(digits: impl Iterator<Item = u8>) -> bool {
    let doubled = digits.enumerate().map(|(place, digit)| {
        let digit = u32::from(digit);
        match (place % 2, digit) {
            (0, 5..) => 2 * digit - 9,
            (0, _) => 2 * digit,
            _ => digit,
        }
    });
    doubled.sum::<u32>().is_multiple_of(10)
}
