//! Tells a date and scientific notation from a mistyped number, for a better error. Reads neither.

use super::clean::lower;

/// Names of months, Swedish and English, long and short.
const MONTHS: &str = include_str!("../../data/months.txt");

/// Whether the text is a date, with or without a time of day: `2026-05-09`, `9/5`, `9.5.2026`, `09-maj`, `maj 2026`.
pub(super) fn is_date(text: &str) -> bool {
    let day = text.split(|c: char| c.is_whitespace() || c == 'T').next().unwrap_or(text);
    is_numeric_date(day) || has_month_name(text)
}

/// Whether the unsigned text is a number in scientific notation: `1e309`, `1,5E-3`.
pub(super) fn is_exponent(body: &str) -> bool {
    let Some((mantissa, power)) = body.split_once(['e', 'E']) else { return false };
    let power = power.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(power);
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}');
    mantissa.starts_with(|c: char| c.is_ascii_digit()) && mantissa.chars().all(plain) && is_digits(power)
}

fn is_numeric_date(text: &str) -> bool {
    let split = |mark: char| text.split(mark).map(number_of_date).collect::<Option<Vec<_>>>();
    ['-', '/', '.'].into_iter().any(|mark| match split(mark).as_deref() {
        // two numbers and a point are a decimal number
        Some([a, b]) => mark != '.' && [(a, b), (b, a)].iter().any(|(x, month)| month.is_month() && x.is_day_or_year()),
        Some([a, b, c]) => {
            let year_first = a.is_year() && b.is_month() && c.is_day();
            year_first || (c.is_year() && ((a.is_day() && b.is_month()) || (a.is_month() && b.is_day())))
        }
        _ => false,
    })
}

fn has_month_name(text: &str) -> bool {
    let parts =
        || text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',')).filter(|p| !p.is_empty());
    let is_month = |part: &str| MONTHS.lines().any(|month| month.chars().eq(part.chars().map(lower)));
    let months = parts().filter(|part| is_month(part)).count();
    let numbers = parts().filter_map(number_of_date).count();
    months == 1 && (1..=2).contains(&numbers) && months + numbers == parts().count()
}

/// A number in a date, and how many digits it was written with.
struct DatePart {
    value: u16,
    digits: usize,
}

fn number_of_date(text: &str) -> Option<DatePart> {
    let value = if is_digits(text) { text.parse().ok()? } else { return None };
    matches!(text.len(), 1 | 2 | 4).then_some(DatePart { value, digits: text.len() })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

impl DatePart {
    fn is_month(&self) -> bool {
        self.digits <= 2 && (1..=12).contains(&self.value)
    }

    fn is_day(&self) -> bool {
        self.digits <= 2 && (1..=31).contains(&self.value)
    }

    fn is_year(&self) -> bool {
        self.digits == 4 || self.digits == 2
    }

    fn is_day_or_year(&self) -> bool {
        self.is_day() || self.digits == 4
    }
}
