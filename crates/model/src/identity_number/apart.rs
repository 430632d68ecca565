//! A date and the last four with anything short between them: `19450101 nr 2381`, `1946-jan-02-2396`, `02/02 1946-2396`.
//! Knows no columns.
use super::look::{Fit, Look, Writing, has_check_digit, is_day, print};

/// The longest that may stand between the date and the last four, and between parts of a date, in bytes.
const LONGEST_GAP: usize = 24;
const LONGEST_INNER_GAP: usize = 3;

/// The first letters of the months, Swedish and English; what may follow them is any letters.
const MONTHS: [&[&[u8]]; 12] = [
    &[b"jan"],
    &[b"feb"],
    &[b"mar"],
    &[b"apr"],
    &[b"maj", b"may"],
    &[b"jun"],
    &[b"jul"],
    &[b"aug"],
    &[b"sep"],
    &[b"okt", b"oct"],
    &[b"nov"],
    &[b"dec"],
];

/// A part of a number: digits or a month's name.
#[derive(Clone, Copy)]
enum NumberPart {
    Digits([u8; 8], usize),
    Month(u8),
}

/// What a run of bytes is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunKind {
    Digits,
    Letters,
    Others,
}

fn kind(byte: u8) -> RunKind {
    match byte {
        b'0'..=b'9' => RunKind::Digits,
        b'a'..=b'z' | b'A'..=b'Z' => RunKind::Letters,
        _ => RunKind::Others,
    }
}

/// The best that any date and any four digits after it give. A hash has letters beside its digits, and a UUID a hyphen
/// after them: neither has such a number.
pub(super) fn apart(text: &[u8]) -> Look {
    let mut best = Look::Other;
    // something stands between them; most pseudonyms are one word
    if text.iter().all(u8::is_ascii_alphanumeric) {
        return best;
    }
    // what stands at the end of the text so far, and what is between its last part and here
    let mut parts: [Option<NumberPart>; 3] = [None; 3];
    let mut gap = (0, false);
    let mut before = RunKind::Others;
    let mut rest = text;
    while let Some(first) = rest.first() {
        let kind = kind(*first);
        let length = rest.iter().take_while(|byte| self::kind(**byte) == kind).count();
        let (run, after) = rest.split_at(length);
        rest = after;
        let part = match kind {
            RunKind::Digits => digits(run).filter(|_| before != RunKind::Letters),
            RunKind::Letters => month(run).map(NumberPart::Month),
            RunKind::Others => None,
        };
        match (kind, part) {
            (RunKind::Others, _) => gap.0 += length,
            // a number that is not of the kind, or has a letter beside it, is the end of what came before
            (RunKind::Digits, None) => (parts, gap) = ([None; 3], (0, false)),
            (RunKind::Letters, None) if before == RunKind::Digits => (parts, gap) = ([None; 3], (0, false)),
            (RunKind::Letters, None) => gap = (gap.0 + length, true),
            (_, Some(part)) => {
                let ends = after.first().is_none_or(|byte| self::kind(*byte) == RunKind::Others && *byte != b'-');
                if let NumberPart::Digits([g, h, i, j, ..], 4) = part
                    && ends
                    && gap.0 <= LONGEST_GAP
                {
                    best = better(best, dates(parts).map(|date| look(date, [g, h, i, j])));
                }
                let is_inner = gap.0 <= LONGEST_INNER_GAP && !gap.1;
                let [one, two, _] = if is_inner { parts } else { [None; 3] };
                (parts, gap) = ([Some(part), one, two], (0, false));
            }
        }
        // a month's name may stand beside digits
        before = if matches!(part, Some(NumberPart::Month(_))) { RunKind::Others } else { kind };
    }
    best
}

fn better(best: Look, found: [Option<Look>; 2]) -> Look {
    found.into_iter().flatten().fold(best, |best, look| match (best, look) {
        (Look::Number(_, fit, _), Look::Number(_, other, _)) if fit >= other => best,
        _ => look,
    })
}

fn digits(run: &[u8]) -> Option<NumberPart> {
    let mut all = [0; 8];
    if run.len() > all.len() {
        return None;
    }
    all.iter_mut().zip(run).for_each(|(to, digit)| *to = digit - b'0');
    Some(NumberPart::Digits(all, run.len()))
}

/// A month by its name, with no more than the longest one's letters.
fn month(word: &[u8]) -> Option<u8> {
    let (start, rest) = word.split_at_checked(3)?;
    let is_named = |names: &&[&[u8]]| names.iter().any(|name| start.eq_ignore_ascii_case(name));
    let place = MONTHS.iter().position(is_named).filter(|_| rest.len() <= 6)?;
    u8::try_from(place + 1).ok()
}

/// The dates that the parts may be, the latest part first: years, months and days with two digits each.
fn dates(parts: [Option<NumberPart>; 3]) -> [Option<[u8; 6]>; 2] {
    use NumberPart::{Digits, Month};
    let two = |value: u8| [value / 10, value % 10];
    let date = |[y, year]: [u8; 2], [m, month]: [u8; 2], [d, day]: [u8; 2]| Some([y, year, m, month, d, day]);
    match parts {
        [Some(Digits([a, b, c, d, e, f, ..], 6)), ..] => [Some([a, b, c, d, e, f]), Some([e, f, c, d, a, b])],
        [Some(Digits([a, b, c, d, e, f, g, h], 8)), ..] => {
            [is_century(a, b).then_some([c, d, e, f, g, h]), is_century(e, f).then_some([g, h, c, d, a, b])]
        }
        [Some(Digits(last, length)), Some(middle), Some(Digits(first, other))] => {
            let middle = match middle {
                Month(month) => Some(two(month)),
                Digits(month, length) => short(month, length),
            };
            let Some(middle) = middle else { return [None; 2] };
            let year_first =
                year(first, other).zip(short(last, length)).and_then(|(year, day)| date(year, middle, day));
            let day_first = short(first, other).zip(year(last, length)).and_then(|(day, year)| date(year, middle, day));
            [year_first, day_first]
        }
        _ => [None; 2],
    }
}

fn is_century(a: u8, b: u8) -> bool {
    matches!([a, b], [1, 8 | 9] | [2, 0])
}

/// A year of four digits or two, as two.
fn year(digits: [u8; 8], length: usize) -> Option<[u8; 2]> {
    match (digits, length) {
        ([a, b, y, year, ..], 4) if is_century(a, b) => Some([y, year]),
        ([y, year, ..], 2) => Some([y, year]),
        _ => None,
    }
}

/// A month or a day of one digit or two.
fn short([one, two, ..]: [u8; 8], length: usize) -> Option<[u8; 2]> {
    match length {
        1 => Some([0, one]),
        2 => Some([one, two]),
        _ => None,
    }
}

fn look(date: Option<[u8; 6]>, last: [u8; 4]) -> Option<Look> {
    let [a, b, c, d, e, f] = date.filter(|date| is_day(date))?;
    let [g, h, i, j] = last;
    let ten = [a, b, c, d, e, f, g, h, i, j];
    let fit = if has_check_digit(&ten) { Fit::Checked } else { Fit::Dated };
    Some(Look::Number(Writing::InText, fit, print(&ten)))
}
