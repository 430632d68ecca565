//! `[capitation]`: amounts by age band and sex, or those of another model.
use super::{fields::Fields, node::Node};
use crate::problem::ProblemKind;
use model::{
    bounds,
    capitation::Capitation,
    cell::PerCell,
    citation::{Citation, Parameter, Status},
    id::Id,
    measure::Rate,
};
use std::{collections::BTreeMap, rc::Rc};

/// The tables that models have of their own; none for a model whose table could not be read.
pub(crate) type Tables = BTreeMap<Id, Option<Capitation>>;

/// `{ citation, rows = [{ age, women, men, line, status, note }] }` or `{ cells_from }`.
pub(crate) fn capitation(node: Node<'_>, tables: &Tables) -> Option<Capitation> {
    node.table(|t| match t.find("cells_from") {
        Some(from) => borrowed(from, tables),
        None => own(t),
    })
}

fn own(t: &Fields<'_>) -> Option<Capitation> {
    let citation = t.need("citation", Node::citation);
    let rows = t.need("rows", |rows| rows.by_cell(row));
    let (citation, rows) = (citation?, rows?);
    let cited: PerCell<Parameter<Rate>> = rows.map(|_, (rate, place)| {
        let lines = place.lines.or(citation.lines);
        let note = place.note.clone().or_else(|| citation.note.clone());
        let status = place.status.unwrap_or(citation.status);
        Parameter::sourced(*rate, Rc::new(Citation { lines, status, note, ..citation.clone() }))
    });
    Some(Capitation::published(cited))
}

fn borrowed(from: Node<'_>, tables: &Tables) -> Option<Capitation> {
    let id = from.id()?;
    match tables.get(&id) {
        Some(table) => table.clone(),
        None => {
            let what = format!("No model `{id}` has a table of its own.");
            from.fail(ProblemKind::UnknownReference, what, "Name a model that has `capitation.rows`.")
        }
    }
}

/// What a row says of its own place beyond the table's citation.
#[derive(Clone)]
struct RowCitation {
    lines: Option<(u32, u32)>,
    status: Option<Status>,
    note: Option<model::localized::Localized>,
}

fn row(t: &Fields<'_>) -> Option<((Rate, RowCitation), (Rate, RowCitation))> {
    let rate = |key| t.need(key, |node| node.amount(&bounds::RATE)).map(Rate::new);
    let (women, men) = (rate("women"), rate("men"));
    let (line, note) = (t.may("line", Node::line), t.may("note", Node::localized));
    let status = t.may("status", Node::status);
    let place = RowCitation { lines: line?.map(|line| (line, line)), status: status?, note: note? };
    Some(((women?, place.clone()), (men?, place)))
}
