//! `persons.toml`: example persons with their collected drugs.
use super::{bands::OLDEST, condition::SEX, node::Node, unique::Unique};
use model::proxy::Dispensing;
use model::rows::Persona;
use std::rc::Rc;

/// Every person of `[[person]]`.
pub(crate) fn persons(file: Node<'_>) -> Option<Vec<Persona>> {
    let mut ids = Unique::default();
    file.table(|t| t.need("person", |list| list.each(|row| person(row, &mut ids))))
}

fn person(row: Node<'_>, ids: &mut Unique) -> Option<Persona> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let (about, sex) = (t.need("about", Node::localized), t.need("sex", |n| n.word(&SEX)));
        let age = t.need("age", |n| n.small(0, OLDEST));
        let (dispensed, citation) = (t.rows("dispensed", dispensing), t.need("citation", Node::citation));
        let (id, name, about) = (id?, name?, about?);
        Some(Persona { id, name, about, sex: sex?, age: age?, dispensed: dispensed?, citation: Rc::new(citation?) })
    })
}

fn dispensing(row: Node<'_>) -> Option<Dispensing> {
    row.table(|t| {
        let (atc, months_ago) = (t.need("atc", Node::atc), t.need("months_ago", |n| n.small(0, 255)));
        let packages = t.need("packages", |n| n.whole(0, 10_000));
        let ddd = t.need("ddd", |n| n.amount(0, 1_000_000));
        let packages = u32::try_from(packages?).ok()?;
        Some(Dispensing { atc: atc?, months_ago: months_ago?, packages, ddd: ddd? })
    })
}
