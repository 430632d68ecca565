//! `guideline.toml`, `inconsistencies.toml` and `assumptions.toml`.
use super::{node::Node, unique::Unique};
use crate::{Inconsistency, problem::Kind};
use model::{
    citation::Parameter,
    measure::{Factor, Measure, PersonsPerFte},
    staffing::Guideline,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// `specialist` and `st`, each `{ value, citation }`.
pub(crate) fn guideline(file: Node<'_>) -> Option<Guideline> {
    file.table(|t| {
        let (specialist, st) = (t.need("specialist", per_doctor), t.need("st", per_doctor));
        Some(Guideline { specialist: specialist?, st: st? })
    })
}

fn per_doctor(node: Node<'_>) -> Option<Parameter<PersonsPerFte>> {
    let persons = node.parameter(|value| value.amount(0, 100_000), PersonsPerFte::new)?;
    if persons.value.decimal() > Decimal::ZERO {
        return Some(persons);
    }
    node.fail(Kind::OutOfRange, "No persons per doctor.", "Write a number above zero.")
}

/// `cost_variation` and `interval_reach`: each `{ value, citation }`, from nothing to a hundred.
pub(crate) fn assumptions(file: Node<'_>) -> Option<(Parameter<Factor>, Parameter<Factor>)> {
    let factor = |node: Node<'_>| node.parameter(|value| value.amount(0, 100), Factor::new);
    file.table(|t| {
        let (variation, reach) = (t.need("cost_variation", factor), t.need("interval_reach", factor));
        Some((variation?, reach?))
    })
}

/// Every row of `[[inconsistency]]`.
pub(crate) fn inconsistencies(file: Node<'_>) -> Option<Vec<Inconsistency>> {
    let mut ids = Unique::default();
    file.table(|t| t.need("inconsistency", |list| list.each(|row| inconsistency(row, &mut ids))))
}

fn inconsistency(row: Node<'_>, ids: &mut Unique) -> Option<Inconsistency> {
    row.table(|t| {
        let (id, text) = (t.need("id", |id| ids.id(id)), t.need("text", Node::localized));
        let citation = t.need("citation", Node::citation);
        Some(Inconsistency { id: id?, text: text?, citation: Rc::new(citation?) })
    })
}
