//! ATC codes, the classes of the anatomical-therapeutic-chemical classification, by their prefixes.
use std::{fmt, rc::Rc};

/// An ATC class of any of the five levels, such as `A`, `A10`, `A10B`, `A10BA` or `A10BA02`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "String"))]
pub struct AtcCode(Rc<str>);

impl AtcCode {
    /// The code in capitals, or `None` when it is not of the form letter, two digits, two letters, two digits.
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_uppercase();
        let level = matches!(code.len(), 1 | 3 | 4 | 5 | 7);
        let form = code.bytes().enumerate().all(|(i, b)| match i {
            0 | 3 | 4 => b.is_ascii_uppercase(),
            _ => b.is_ascii_digit(),
        });
        (level && form).then(|| Self(code.into()))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the other code is this class or lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&*self.0)
    }
}

impl TryFrom<String> for AtcCode {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).ok_or("no ATC class")
    }
}

impl fmt::Display for AtcCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
