//! Where a figure comes from, as plain data.
use super::names;
use model::{citation, localized::Localized};
use serde::Serialize;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl From<&Localized> for Text {
    fn from(text: &Localized) -> Self {
        Self { sv: text.sv.to_string(), en: text.en.to_string() }
    }
}

/// Lines of a document's text, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

/// One place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The source's id; `listModels` has the sources.
    pub source: String,
    /// The heading, table or slide.
    pub heading: String,
    /// The lines, where the source has them.
    pub lines: Option<Lines>,
    /// How firm the figure is.
    pub status: &'static str,
    /// How the figure was read or derived, where it is not simply printed there.
    pub note: Option<Text>,
}

impl From<&citation::Citation> for Citation {
    fn from(citation: &citation::Citation) -> Self {
        Self {
            source: citation.source.to_string(),
            heading: citation.heading.to_string(),
            lines: citation.lines.map(|(first, last)| Lines { first, last }),
            status: names::status(citation.status),
            note: citation.note.as_ref().map(Text::from),
        }
    }
}
