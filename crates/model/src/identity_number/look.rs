//! What one text looks like: a number in the form of an identity number, its date or its last four digits. Knows nothing
//! of columns.
use super::{apart::apart, digit::digit};

/// How far the digits of a number go with those of an identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// As many digits.
    Length,
    /// They begin with a day that exists, or as a reserve number does.
    Dated,
    /// And the check digit is right.
    Checked,
}

/// How a number is written; base rates are told apart by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Digits alone, in groups with spaces, or with marks between the parts of the date.
    Plain,
    /// With a mark before the last four.
    Marked,
    /// Among other words.
    InText,
    /// Only a column of them tells: so few digits that zeros may have been lost at the beginning, as in a spreadsheet, or
    /// letters or digits before or after them.
    Loose,
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing of the kind.
    Other,
    /// A number of the length, and a print of its digits.
    Number(Writing, Fit, u64),
    /// A date and four characters with a letter among them: some regions' reserve numbers, which have no check digit.
    Lettered,
    /// A date alone: year, month and day with two digits each.
    Date([u8; 6]),
    /// One to four digits, with zeros before them.
    LastFour([u8; 4]),
}

/// Whether the text by itself could be or hold an identity number, so that it is better not shown.
pub fn looks_like_identity_number(text: &[u8]) -> bool {
    match Look::of(text) {
        Look::Lettered => true,
        look => look.is_checked(),
    }
}

impl Look {
    /// Takes bytes of UTF-8 or Windows-1252.
    pub(super) fn of(text: &[u8]) -> Self {
        let text = without_decimals(text);
        let look = match Digits::of(text) {
            Some(digits) => digits.look(),
            None if is_lettered(text) => Self::Lettered,
            None => in_text(text),
        };
        let look = if look == Self::Other { scientific(text).unwrap_or_else(|| affixed(text)) } else { look };
        match look {
            Self::Other | Self::Number(Writing::InText | Writing::Loose, ..) if !look.is_checked() => {
                let apart = apart(text);
                if look == Self::Other || apart.is_checked() { apart } else { look }
            }
            _ => look,
        }
    }

    /// Whether it is a number that by itself looks like an identity number.
    fn is_checked(self) -> bool {
        matches!(self, Self::Number(writing, Fit::Checked, _) if writing != Writing::Loose)
    }
}

/// A whole number without the zeros that programs write after it where a column has gaps (`196408233234.0`).
fn without_decimals(text: &[u8]) -> &[u8] {
    if text.last() != Some(&b'0') {
        return text;
    }
    let zeros = text.iter().rev().take_while(|byte| **byte == b'0').count();
    match text.split_at_checked(text.len() - zeros) {
        Some(([whole @ .., b'.' | b','], _)) if !whole.is_empty() && whole.iter().all(u8::is_ascii_digit) => whole,
        _ => text,
    }
}

/// A power of ten with every digit, as spreadsheets show long numbers (`1.96408233234E+11`).
fn scientific(text: &[u8]) -> Option<Look> {
    let (mantissa, exponent) = match text {
        [rest @ .., b'e' | b'E', b'+', b'0', one] | [rest @ .., b'e' | b'E', b'+' | b'0', one] => (rest, [b'0', *one]),
        [rest @ .., b'e' | b'E', b'+', ten, one] | [rest @ .., b'e' | b'E', ten, one] => (rest, [*ten, *one]),
        [rest @ .., b'e' | b'E', one] => (rest, [b'0', *one]),
        _ => return None,
    };
    let [whole, b'.' | b',', rest @ ..] = mantissa else { return None };
    let count = match &exponent {
        b"09" => 10,
        b"11" => 12,
        _ => return None,
    };
    let mut digits = Digits::default();
    digits.take(char::from(*whole))?;
    rest.iter().try_for_each(|byte| digits.take(char::from(*byte)))?;
    while digits.count < count {
        digits.push(0)?;
    }
    (digits.count == count && digits.marks == 0).then(|| digits.look())
}

/// Longer texts are no number with something before or after it.
const MOST_AFFIXED: usize = 24;

/// A number with letters or digits before or after it (`SE196408233234`, `196408233234-A`).
fn affixed(text: &[u8]) -> Look {
    if !(11..=MOST_AFFIXED).contains(&text.len()) {
        return Look::Other;
    }
    let mut best = Look::Other;
    for run in text.split(|byte| !byte.is_ascii_digit() && !b"-_+./ ".contains(byte)) {
        let mut values = [0; MOST_AFFIXED];
        let digits = run.iter().filter(|byte| byte.is_ascii_digit());
        let count = values.iter_mut().zip(digits).map(|(to, byte)| *to = byte - b'0').count();
        let values = values.get(..count).unwrap_or_default();
        let long = values.windows(12).map(|twelve| twelve.split_at(2));
        // what may stand anywhere in a run of digits has a century
        let short = [values.first_chunk::<10>(), values.last_chunk::<10>()].into_iter().flatten();
        for (century, ten) in long.chain(short.map(|ten| ten.split_at(0))) {
            if let Look::Number(_, fit, print) = number(Writing::Loose, century, ten)
                && !matches!(best, Look::Number(_, other, _) if other >= fit)
            {
                best = Look::Number(Writing::Loose, fit, print);
            }
        }
    }
    best
}

/// The digits of a text that has nothing but digits, spaces and marks where an identity number may have them.
#[derive(Clone, Copy, Default)]
struct Digits {
    values: [u8; LONGEST],
    count: usize,
    /// By bit: after how many digits a mark stands.
    marks: u16,
    is_spaced: bool,
    /// How many of the digits are letters that look like one.
    letters: usize,
}

const LONGEST: usize = 12;
/// The most letters that are taken for digits.
const MOST_LETTERS: usize = 3;
/// Longer texts are no single number, however they are written.
const MOST_BYTES: usize = 96;

impl Digits {
    fn of(text: &[u8]) -> Option<Self> {
        let mut digits = Self::default();
        if text.len() > MOST_BYTES {
            return None;
        }
        if text.is_ascii() {
            text.iter().try_for_each(|byte| digits.take(char::from(*byte)))?;
        } else {
            for chunk in text.utf8_chunks() {
                chunk.valid().chars().try_for_each(|letter| digits.take(letter))?;
                chunk.invalid().iter().try_for_each(|byte| digits.take(windows_1252(*byte)))?;
            }
        }
        let is_number = digits.count > 0 && digits.has_marks_in_place();
        // letters are taken for digits only if the number then is right
        let is_right = digits.letters <= MOST_LETTERS && (digits.letters == 0 || digits.look().is_checked());
        (is_number && is_right).then_some(digits)
    }

    /// `None` for a letter that no identity number has.
    fn take(&mut self, letter: char) -> Option<()> {
        match letter {
            '0'..='9' => self.push(u32::from(letter) - u32::from('0')),
            'O' | 'o' => self.letter(0),
            'I' | 'l' => self.letter(1),
            // what makes a text of a number in a spreadsheet
            '\'' | '"' | '=' => Some(()),
            _ if is_unseen(letter) => Some(()),
            _ if letter.is_whitespace() => {
                self.is_spaced |= self.count > 0;
                Some(())
            }
            // what parts words or sums is no mark within a number
            ',' | ';' | '(' | ')' | '[' | ']' | '|' | '%' => None,
            _ => match digit(letter) {
                Some(value) => self.push(u32::from(value)),
                None if !letter.is_alphanumeric() => {
                    self.marks |= 1 << self.count;
                    Some(())
                }
                None => None,
            },
        }
    }

    fn letter(&mut self, value: u32) -> Option<()> {
        self.letters += 1;
        self.push(value)
    }

    fn push(&mut self, value: u32) -> Option<()> {
        *self.values.get_mut(self.count)? = u8::try_from(value).ok()?;
        self.count += 1;
        Some(())
    }

    /// Marks stand after the year, the month or the day.
    fn has_marks_in_place(&self) -> bool {
        let places: u16 = match self.count {
            6 => 1 << 2 | 1 << 4,
            8 => 1 << 4 | 1 << 6,
            10 => 1 << 2 | 1 << 4 | 1 << 6,
            12 => 1 << 4 | 1 << 6 | 1 << 8,
            _ => 0,
        };
        self.marks & !places == 0
    }

    fn look(&self) -> Look {
        let all = self.values.get(..self.count).unwrap_or_default();
        let is_marked = self.count >= 10 && self.marks >> (self.count - 4) & 1 == 1;
        let writing = if is_marked { Writing::Marked } else { Writing::Plain };
        match all {
            [a, b, c, d, e, f, last @ ..] if last.len() == 4 => {
                let day_first = is_marked.then(|| number(writing, &[], &[&[*e, *f, *c, *d, *a, *b], last].concat()));
                day_first.filter(|look| look.is_checked()).unwrap_or_else(|| number(writing, &[], all))
            }
            [a, b, c, d, e, f, g, h, last @ ..] if last.len() == 4 => {
                let ten = || [&[*g, *h, *c, *d, *a, *b], last].concat();
                let day_first = is_marked.then(|| number(writing, &[*e, *f], &ten()));
                let day_first = day_first.filter(|look| look.is_checked());
                day_first.unwrap_or_else(|| number(writing, &[*a, *b], all.get(2..).unwrap_or_default()))
            }
            [_, _, _, _, _, _] if is_day(all) => Look::Date(first(all)),
            [1, 8 | 9, rest @ ..] | [2, 0, rest @ ..] if rest.len() == 6 && is_day(rest) => Look::Date(first(rest)),
            [_, ..] if all.len() <= 4 && self.marks == 0 && !self.is_spaced => Look::LastFour(padded(all)),
            [_, ..] if (7..=9).contains(&all.len()) && self.marks == 0 && !self.is_spaced => {
                number(Writing::Loose, &[], &padded::<10>(all))
            }
            _ => Look::Other,
        }
    }
}

/// Ten digits, and the two of a century if they are there.
fn number(writing: Writing, century: &[u8], ten: &[u8]) -> Look {
    let is_dated = match century {
        [] | [1, 8 | 9] | [2, 0] => is_day(ten),
        // Region Stockholm's reserve numbers: 99, a year, a serial number and a check digit
        [9, 9] => matches!(ten, [1, 8 | 9, ..] | [2, 0, ..]),
        _ => false,
    };
    let fit = match is_dated {
        false => Fit::Length,
        true if has_check_digit(ten) => Fit::Checked,
        true => Fit::Dated,
    };
    Look::Number(writing, fit, print(ten))
}

/// A number that tells digits apart.
pub(super) fn print(digits: &[u8]) -> u64 {
    digits.iter().fold(0xcbf2_9ce4_8422_2325, |print, digit| (print ^ u64::from(*digit)).wrapping_mul(0x0100_0000_01b3))
}

/// The digits with zeros before them.
fn padded<const N: usize>(digits: &[u8]) -> [u8; N] {
    let mut all = [0; N];
    all.iter_mut().rev().zip(digits.iter().rev()).for_each(|(to, digit)| *to = *digit);
    all
}

fn first(digits: &[u8]) -> [u8; 6] {
    digits.first_chunk().copied().unwrap_or_default()
}

/// Whether year, month and day begin with a day that exists; a coordination number has sixty added to it.
pub(super) fn is_day(digits: &[u8]) -> bool {
    let [_, _, m, month, d, day, ..] = digits else { return false };
    let (month, day) = (10 * m + month, 10 * d + day);
    let day = if day > 60 { day - 60 } else { day };
    (1..=days_of(month)).contains(&day)
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
pub(super) fn has_check_digit(ten: &[u8]) -> bool {
    let doubled = ten.iter().enumerate().map(|(place, digit)| {
        let digit = u32::from(*digit);
        match (place % 2, digit) {
            (0, 5..) => 2 * digit - 9,
            (0, _) => 2 * digit,
            _ => digit,
        }
    });
    doubled.sum::<u32>().is_multiple_of(10)
}

/// Six or eight digits that end with a day, and four characters with a letter among them: Region Skåne's reserve numbers,
/// and the national ones (XXYYMMDDNNGC).
fn is_lettered(text: &[u8]) -> bool {
    let Some((date, last)) = text.split_last_chunk::<4>() else { return false };
    let date = date.strip_suffix(b"-").unwrap_or(date);
    if !matches!(date.len(), 6 | 8) || !date.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let values: Vec<u8> = date.iter().skip(date.len() - 6).map(|digit| digit - b'0').collect();
    is_day(&values) && last.iter().all(u8::is_ascii_alphanumeric) && !last.iter().all(u8::is_ascii_digit)
}

/// The best fit among the words of a text.
fn in_text(text: &[u8]) -> Look {
    // a hash or the like is one word, and was looked at
    if !text.iter().any(|byte| is_between(*byte)) {
        return Look::Other;
    }
    let mut best = Look::Other;
    let mut before: Option<Digits> = None;
    for word in text.split(|byte| is_between(*byte)) {
        if word.is_empty() {
            continue;
        }
        let digits = Digits::of(word.trim_ascii_end().strip_suffix(b".").unwrap_or(word));
        for look in [digits.map(|digits| digits.look()), joined(before, digits)].into_iter().flatten() {
            if let Look::Number(Writing::Plain | Writing::Marked, fit, print) = look
                && !matches!(best, Look::Number(_, other, _) if other >= fit)
            {
                best = Look::Number(Writing::InText, fit, print);
            }
        }
        before = digits;
    }
    best
}

/// A date and four digits as two words.
fn joined(date: Option<Digits>, last: Option<Digits>) -> Option<Look> {
    let (mut all, last) = (date?, last?);
    if !matches!(all.count, 6 | 8) || last.count != 4 || last.marks != 0 {
        return None;
    }
    last.values.iter().take(4).try_for_each(|digit| all.push(u32::from(*digit)))?;
    Some(all.look())
}

/// What parts words, by byte: looked up, since a long hash is gone through for every person. Bytes of a longer letter part
/// them too, which makes no number of what is none.
const BETWEEN: [bool; 256] = {
    let mut all = [false; 256];
    let mut parting: &[u8] = b" \t\n\r\x0c,;:()[]|=\xa0";
    while let [byte, rest @ ..] = parting {
        all[*byte as usize] = true;
        parting = rest;
    }
    all
};

fn is_between(byte: u8) -> bool {
    BETWEEN.get(usize::from(byte)).copied().unwrap_or(false)
}

/// What nobody sees.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The letters of Windows-1252 that matter here.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x96 | 0x97 => '\u{2013}',
        byte => char::from(byte),
    }
}
