//! `populations/*.toml`: whole persons by age band and sex.
use super::{fields::Fields, node::Node};
use crate::problem::ProblemKind;
use model::{cell::PerCell, citation::Citation, count::Count, id::Id, localized::Localized};
use std::rc::Rc;

/// A reference population without any conditions.
#[derive(Clone, Debug)]
pub(crate) struct Population {
    pub(crate) id: Id,
    pub(crate) name: Localized,
    pub(crate) listed: PerCell<Count>,
    pub(crate) citation: Rc<Citation>,
}

/// The population of one file.
pub(crate) fn population(file: Node<'_>) -> Option<Population> {
    file.table(|t| {
        let (id, name) = (t.need("id", Node::id), t.need("name", Node::localized));
        let citation = t.need("citation", Node::citation);
        let listed = t.need("rows", |rows| rows.by_cell(persons));
        Some(Population { id: id?, name: name?, listed: listed?, citation: Rc::new(citation?) })
    })
}

fn persons(row: &Fields<'_>) -> Option<(Count, Count)> {
    let (women, men) = (row.need("women", somebody), row.need("men", somebody));
    Some((women?, men?))
}

fn somebody(node: Node<'_>) -> Option<Count> {
    let count = node.count()?;
    if count > Count::ZERO {
        return Some(count);
    }
    let remedy = "Give the cell persons, or make the bands wider: a share of nobody cannot be worked out.";
    node.fail(ProblemKind::EmptyCell, "Nobody is in this cell.", remedy)
}
