//! Citations, and figures with their citation.
use super::node::Node;
use crate::problem::ProblemKind;
use model::{
    citation::{Citation, Parameter, Status},
    id::Id,
    localized::Localized,
};
use rust_decimal::Decimal;
use std::rc::Rc;

const STATUS: [(&str, Status); 6] = [
    ("decided", Status::Decided),
    ("guideline", Status::Guideline),
    ("reported", Status::Reported),
    ("proposed", Status::Proposed),
    ("reading", Status::Reading),
    ("illustrative", Status::Illustrative),
];

impl Node<'_> {
    /// `decided`, `guideline`, `reported`, `proposed`, `reading` or `illustrative`.
    pub(crate) fn status(self) -> Option<Status> {
        self.word(&STATUS)
    }

    /// The id of a source that is there.
    fn source(self) -> Option<Id> {
        let id = self.id()?;
        if self.page.sources.is_none_or(|sources| sources.contains(id.as_str())) {
            return Some(id);
        }
        self.fail(
            ProblemKind::UnknownSource,
            format!("No source has the id `{id}`."),
            "Correct it, or add it to sources.toml.",
        )
    }

    /// `{ source, heading, lines = [first, last], status, note }`; lines and note may be left out.
    pub(crate) fn citation(self) -> Option<Citation> {
        self.table(|t| {
            let (source, heading) = (t.need("source", Node::source), t.need("heading", Node::text));
            let (lines, status) = (t.may("lines", Node::lines), t.need("status", Node::status));
            let note = t.may("note", Node::localized);
            Some(Citation { source: source?, heading: heading?, lines: lines?, status: status?, note: note? })
        })
    }

    fn lines(self) -> Option<(u32, u32)> {
        let numbers = self.each(Node::line)?;
        match *numbers.as_slice() {
            [first, last] if first <= last => Some((first, last)),
            _ => {
                self.fail(ProblemKind::OutOfRange, "The lines are not a first and a last one.", "Write [first, last].")
            }
        }
    }

    /// `{ value, citation }`.
    pub(crate) fn parameter<T: Copy + PartialEq>(
        self,
        value: impl FnOnce(Self) -> Option<Decimal>,
        make: impl FnOnce(Decimal) -> T,
    ) -> Option<Parameter<T>> {
        self.table(|t| {
            let (value, citation) = (t.need("value", value), t.need("citation", Node::citation));
            Some(Parameter::sourced(make(value?), Rc::new(citation?)))
        })
    }

    /// `{ value, citation, derivation }`, where the derivation becomes the citation's note; an example of ours must
    /// have one.
    pub(crate) fn derived<T: Copy + PartialEq>(
        self,
        value: impl FnOnce(Self) -> Option<Decimal>,
        make: impl FnOnce(Decimal) -> T,
    ) -> Option<Parameter<T>> {
        self.table(|t| {
            let (value, citation) = (t.need("value", value), t.need("citation", Node::citation));
            let derivation = t.may("derivation", Node::localized);
            let citation = with_derivation(t.node, citation?, derivation?)?;
            Some(Parameter::sourced(make(value?), Rc::new(citation)))
        })
    }
}

fn with_derivation(at: Node<'_>, citation: Citation, derivation: Option<Localized>) -> Option<Citation> {
    match (&citation.note, derivation) {
        (Some(_), Some(_)) => {
            at.fail(ProblemKind::Conflict, "Both `derivation` and the citation's `note` are there.", "Keep one.")
        }
        (None, None) if citation.status == Status::Illustrative => {
            at.fail(ProblemKind::MissingKey, "The key `derivation` is missing.", "Say how the example was chosen.")
        }
        (None, derivation) => Some(Citation { note: derivation, ..citation }),
        (Some(_), None) => Some(citation),
    }
}
