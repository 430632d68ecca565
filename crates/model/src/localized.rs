//! A name or note that comes with the data, in both languages of the page.
use std::rc::Rc;

/// The same text in Swedish and English.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Localized {
    /// Swedish.
    pub sv: Rc<str>,
    /// English.
    pub en: Rc<str>,
}

impl Localized {
    /// Both texts.
    pub fn new(sv: &str, en: &str) -> Self {
        Self { sv: Rc::from(sv), en: Rc::from(en) }
    }
}
