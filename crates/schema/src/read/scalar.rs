//! Single values: texts, ids, words, whole numbers, amounts, drug classes.
use super::node::{Node, Value};
use crate::problem::ProblemKind;
use model::{atc::AtcCode, bounds::Bounds, count::Count, id::Id, localized::Localized, nearest::meant};
use rust_decimal::Decimal;
use std::rc::Rc;
use toml::de::DeValue;

/// Digits that an amount may have after the point.
const DECIMALS: usize = 4;

impl<'a> Node<'a> {
    fn string(self, wanted: &str) -> Option<&'a str> {
        match self.value {
            Value::Part(DeValue::String(text)) => Some(text),
            _ => self.wrong_type(wanted),
        }
    }

    /// Text that is not empty.
    pub(crate) fn text(self) -> Option<Rc<str>> {
        let text = self.string("a text")?.trim();
        if text.is_empty() {
            return self.fail(ProblemKind::EmptyText, "The text is empty.", "Write it.");
        }
        Some(Rc::from(text))
    }

    /// A text in both languages.
    pub(crate) fn localized(self) -> Option<Localized> {
        self.table(|t| {
            let (sv, en) = (t.need("sv", Node::text), t.need("en", Node::text));
            Some(Localized { sv: sv?, en: en? })
        })
    }

    /// An id: small ASCII letters, digits, `-` and `_`.
    pub(crate) fn id(self) -> Option<Id> {
        let text = self.string("an id")?;
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
        if text.is_empty() || !text.bytes().all(good) {
            return self.fail(
                ProblemKind::BadId,
                format!("`{text}` is no id."),
                "Use small letters a-z, digits, `-` and `_`.",
            );
        }
        Some(Id::new(text))
    }

    /// A year, a year and month, or a date: `2026`, `2026-05`, `2026-05-07`.
    pub(crate) fn date(self) -> Option<Rc<str>> {
        let text = self.string("a date in quotes")?;
        let mut parts = text.split('-');
        let digits = |part: Option<&str>, n| part.is_none_or(|p| p.len() == n && p.bytes().all(|b| b.is_ascii_digit()));
        let good =
            digits(parts.next(), 4) && digits(parts.next(), 2) && digits(parts.next(), 2) && parts.next().is_none();
        if !good {
            return self.fail(
                ProblemKind::BadDate,
                format!("`{text}` is no date."),
                "Write it as 2026, 2026-05 or 2026-05-07.",
            );
        }
        Some(Rc::from(text))
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(self, words: &[(&str, T)]) -> Option<T> {
        let text = self.string("a word in quotes")?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let known = words.iter().map(|(word, _)| *word);
        let list = known.clone().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let near = meant(text, known).map_or_else(String::new, |near| format!(" Did you mean `{near}`?"));
        self.fail(
            ProblemKind::UnknownWord,
            format!("`{text}` is not known here."),
            &format!("Write one of {list}.{near}"),
        )
    }

    /// A whole number within limits.
    pub(crate) fn whole(self, from: u64, to: u64) -> Option<u64> {
        let Value::Part(DeValue::Integer(digits)) = self.value else { return self.wrong_type("a whole number") };
        match u64::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(n) if (from..=to).contains(&n) => Some(n),
            _ => self.out_of_range(digits.as_str(), &from, &to),
        }
    }

    /// A whole number within its bounds.
    pub(crate) fn whole_within(self, bounds: &Bounds) -> Option<u32> {
        let range = bounds.whole_range();
        u32::try_from(self.whole((*range.start()).into(), (*range.end()).into())?).ok()
    }

    /// A small whole number within limits.
    pub(crate) fn small(self, from: u8, to: u8) -> Option<u8> {
        u8::try_from(self.whole(u64::from(from), u64::from(to))?).ok()
    }

    /// A line number.
    pub(crate) fn line(self) -> Option<u32> {
        u32::try_from(self.whole(1, 1_000_000)?).ok()
    }

    /// Whole persons.
    pub(crate) fn count(self) -> Option<Count> {
        Count::new(self.whole(0, u64::from(Count::MAX))?)
    }

    /// An exact number in quotes within its bounds, with a point and at most four decimals.
    pub(crate) fn amount(self, bounds: &Bounds) -> Option<Decimal> {
        let text = match self.value {
            Value::Part(DeValue::String(text)) => text,
            _ => return self.wrong_type("a number in quotes, such as \"12.50\""),
        };
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let number = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !number(whole) || !part.is_none_or(number) {
            return self.bad_amount(text);
        }
        if part.is_some_and(|part| part.len() > DECIMALS) {
            return self.fail(
                ProblemKind::TooManyDecimals,
                format!("`{text}` has too many decimals."),
                "Write at most four.",
            );
        }
        match Decimal::from_str_exact(text) {
            Ok(value) if bounds.contain(value) => Some(value),
            _ => self.out_of_range(text, &bounds.least, &bounds.most),
        }
    }

    fn bad_amount<T>(self, text: &str) -> Option<T> {
        let remedy = "Write digits with a point before the decimals, and no spaces or units.";
        self.fail(ProblemKind::BadAmount, format!("`{text}` is no amount."), remedy)
    }

    fn out_of_range<T>(self, text: &str, from: &impl ToString, to: &impl ToString) -> Option<T> {
        let remedy = format!("Write a number from {} to {}.", from.to_string(), to.to_string());
        self.fail(ProblemKind::OutOfRange, format!("`{text}` is outside its limits."), &remedy)
    }

    /// A drug class.
    pub(crate) fn atc(self) -> Option<AtcCode> {
        let text = self.string("an ATC class in quotes")?;
        let class = AtcCode::parse(text).filter(|class| class.as_str() == text);
        let remedy = "Write a class such as A10, A10B, A10BA or A10BA02, in capitals.";
        class.or_else(|| self.fail(ProblemKind::BadAtc, format!("`{text}` is no ATC class."), remedy))
    }
}
