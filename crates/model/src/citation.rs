//! Where a figure comes from. Knows nothing of what the figure is used for.
use crate::{id::Id, localized::Localized};
use std::rc::Rc;

/// How firm a figure is, from the firmest to the weakest. Only what a body that decides has decided is
/// [`Status::Decided`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Status {
    /// Decided and in force.
    Decided,
    /// A guideline: published to be adapted, not a decision.
    Guideline,
    /// A fact or a count that the source reports.
    Reported,
    /// Proposed by the body that decides.
    Proposed,
    /// Our reading of what the source leaves open.
    Reading,
    /// An example of ours, because no document gives the figure.
    Illustrative,
}

/// A document or a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Source {
    /// What citations name it by.
    pub id: Id,
    /// Its title, in its own language.
    pub title: Rc<str>,
    /// Who published it.
    pub publisher: Rc<str>,
    /// The date printed on it, as `2026-05-07`, or the year.
    pub date: Rc<str>,
    /// What it is, in one sentence.
    pub about: Localized,
}

/// One place in a source, with the status of what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Citation {
    /// The source's id.
    pub source: Id,
    /// The heading, table or slide.
    pub heading: Rc<str>,
    /// First and last line in the text of the document, where it has lines.
    pub lines: Option<(u32, u32)>,
    /// How firm the figure is.
    pub status: Status,
    /// How the figure was read or derived, where it is not simply printed there.
    pub note: Option<Localized>,
}

/// A figure with its source, and what it was before the user changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Parameter<T> {
    /// The value in use.
    pub value: T,
    /// The value of the source, where the user has put another in its place.
    pub original: Option<T>,
    /// The source of the original value.
    #[cfg_attr(feature = "serde", serde(with = "crate::shared_citation"))]
    pub citation: Rc<Citation>,
}

impl<T: Copy + PartialEq> Parameter<T> {
    /// A value as its source has it.
    pub fn sourced(value: T, citation: Rc<Citation>) -> Self {
        Self { value, original: None, citation }
    }

    /// The source's value, edited or not.
    pub fn published(&self) -> T {
        self.original.unwrap_or(self.value)
    }

    /// The same parameter with another value; the source's own value makes it unedited again.
    #[must_use]
    pub fn edited(&self, value: T) -> Self {
        let published = self.published();
        let original = (value != published).then_some(published);
        Self { value, original, citation: Rc::clone(&self.citation) }
    }
}
