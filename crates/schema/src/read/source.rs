//! `sources.toml`: the documents and data sets that citations name.
use super::{node::Node, unique::Unique};
use model::citation::Source;
use std::collections::BTreeSet;

/// Every source of `[[source]]`.
pub(crate) fn sources(file: Node<'_>) -> Option<Vec<Source>> {
    let mut ids = Unique::default();
    file.table(|t| t.need("source", |list| list.each(|row| source(row, &mut ids))))
}

/// The ids that are there, also of rows with other faults.
pub(crate) fn declared(file: Node<'_>) -> BTreeSet<String> {
    file.peek_rows("source").iter().filter_map(|row| row.peek_id("id")).map(|id| id.to_string()).collect()
}

fn source(row: Node<'_>, ids: &mut Unique) -> Option<Source> {
    row.table(|t| {
        let (id, title) = (t.need("id", |id| ids.id(id)), t.need("title", Node::text));
        let (publisher, date) = (t.need("publisher", Node::text), t.need("date", Node::date));
        let about = t.need("about", Node::localized);
        Some(Source { id: id?, title: title?, publisher: publisher?, date: date?, about: about? })
    })
}
