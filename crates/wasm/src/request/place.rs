//! One value and where it stands, and the plain kinds that it can be read as.
use crate::{
    problem::{Code, Path, Problem, Problems, Read, Told},
    value::{Refusal, Value},
};
use model::{bounds::Bounds, value::plain_decimal};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The value.
    pub value: &'a Value,
    /// Where it stands.
    pub path: Path,
}

/// Decimals that a decimal string may have; with the core's bounds they keep every product within exact arithmetic.
const MOST_DECIMALS: u32 = 6;
/// Characters of the longest decimal string: more than any value within its bounds has.
const LONGEST: usize = 20;

impl<'a> Place<'a> {
    /// The value at the top.
    pub fn top(value: &'a Value) -> Self {
        Self { value, path: Path::default() }
    }

    /// A problem here, quoting the value.
    pub fn problem(&self, code: Code, message: impl Into<String>) -> Problem {
        Problem::new(code, &self.path, message).with("given", self.value.shown())
    }

    /// Tells that another kind was wanted, or why the value was not read at all.
    pub fn wrong_kind(&self, wanted: &str, problems: &mut Problems) -> Told {
        let tell = |code, message: String| self.problem(code, message);
        problems.tell(match self.value {
            Value::Refused(Refusal::TooLong) => {
                tell(Code::TooLarge, format!("is longer than {} characters; give {wanted}", Value::LONGEST_TEXT))
            }
            Value::Refused(Refusal::TooDeep) => tell(
                Code::TooLarge,
                format!("is nested deeper than {} levels, or holds itself; give {wanted}", Value::DEEPEST),
            ),
            Value::Refused(Refusal::TooMany) => {
                tell(Code::TooLarge, format!("the request holds more than {} values; give fewer", Value::MOST))
            }
            Value::Refused(Refusal::Threw) => {
                tell(Code::Unreadable, format!("an error was thrown on reading it; give {wanted}, as plain data"))
            }
            other => tell(Code::WrongType, format!("is {}; give {wanted}", other.kind())).with("wanted", wanted),
        })
    }

    /// A text.
    pub fn text(&self, wanted: &str, problems: &mut Problems) -> Read<&'a str> {
        match self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong_kind(wanted, problems)),
        }
    }

    /// A whole number that is exact in JavaScript.
    pub fn whole(&self, range: RangeInclusive<u32>, problems: &mut Problems) -> Read<u32> {
        let Value::Number(number) = *self.value else { return Err(self.wrong_kind("a whole number", problems)) };
        let (low, high) = (range.start(), range.end());
        if number.fract() != 0.0 {
            let message = format!("is not a whole number; give one from {low} to {high}");
            return Err(problems.tell(self.problem(Code::NotWhole, message)));
        }
        exact(number).filter(|n| range.contains(n)).ok_or_else(|| self.out_of_range(low, high, problems))
    }

    /// A decimal string; never a number, which may already have lost digits.
    pub fn decimal(&self, bounds: &Bounds, problems: &mut Problems) -> Read<Decimal> {
        let text = self.text("a decimal string such as \"63.30\" (a number may have lost digits)", problems)?;
        let plain = plain_decimal(text).filter(|value| value.scale() <= MOST_DECIMALS && text.len() <= LONGEST);
        let Some(value) = plain else {
            let message = format!(
                "is no decimal string; write digits with a point and at most {MOST_DECIMALS} decimals, as \"63.30\""
            );
            return Err(problems.tell(self.problem(Code::NotDecimal, message)));
        };
        if bounds.contain(value) { Ok(value) } else { Err(self.out_of_range(bounds.least, bounds.most, problems)) }
    }

    /// One of some names.
    pub fn one_of<T: Copy>(&self, names: &[(&str, T)], problems: &mut Problems) -> Read<T> {
        let allowed = names.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let text = self.text(&format!("one of {allowed}"), problems)?;
        names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or_else(|| {
            let problem =
                self.problem(Code::UnknownValue, format!("is none of the allowed values; give one of {allowed}"));
            problems.tell(problem.with("allowed", allowed))
        })
    }

    /// The items of an array.
    pub fn items(&self, wanted: &str, problems: &mut Problems) -> Read<Vec<Self>> {
        let Value::List(items) = self.value else { return Err(self.wrong_kind(wanted, problems)) };
        Ok(items.iter().enumerate().map(|(i, value)| Place { value, path: self.path.item(i) }).collect())
    }

    /// The members of an object, by name; those that are undefined are left out.
    pub fn members(&self, wanted: &str, problems: &mut Problems) -> Read<Vec<(&'a str, Self)>> {
        let Value::Object(members) = self.value else { return Err(self.wrong_kind(wanted, problems)) };
        let present = members.iter().filter(|(_, value)| *value != Value::Undefined);
        Ok(present.map(|(name, value)| (name.as_str(), Place { value, path: self.path.member(name) })).collect())
    }

    fn out_of_range<T: ToString>(&self, low: T, high: T, problems: &mut Problems) -> Told {
        let (low, high) = (low.to_string(), high.to_string());
        let message = format!("is out of range; give a value from {low} to {high}");
        problems.tell(self.problem(Code::OutOfRange, message).with("lowest", low).with("highest", high))
    }
}

/// The whole number, if it is one that fits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range of the type, and whole")]
fn exact(number: f64) -> Option<u32> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    fits.then_some(number as u32)
}
