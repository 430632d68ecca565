//! Identifiers of models, sources, conditions and other named rows. Knows nothing of what they name.
use std::{fmt, rc::Rc};

/// A short ASCII name, such as `skane-2026` or `diabetes_insulin`; cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Id(Rc<str>);

impl Id {
    /// The text as an identifier; any text is accepted (files are checked by the `schema` crate).
    pub fn new(text: &str) -> Self {
        Self(Rc::from(text))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
