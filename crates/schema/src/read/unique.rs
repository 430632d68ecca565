//! Ids that must differ from each other.
use super::node::Node;
use crate::problem::ProblemKind;
use model::id::Id;
use std::collections::BTreeSet;

/// Ids seen so far.
#[derive(Debug, Default)]
pub(crate) struct Unique(BTreeSet<Id>);

impl Unique {
    /// An id that has not been seen; one that has is reported.
    pub(crate) fn id(&mut self, node: Node<'_>) -> Option<Id> {
        let id = node.id()?;
        self.claim(node, &id).then_some(id)
    }

    /// Whether an id that has been read has not been seen; one that has is reported.
    pub(crate) fn claim(&mut self, node: Node<'_>, id: &Id) -> bool {
        let new = self.0.insert(id.clone());
        if !new {
            node.report(
                ProblemKind::Duplicate,
                format!("The id `{id}` is already taken."),
                "Choose another, or remove one of them.",
            );
        }
        new
    }
}
