//! `persons.toml`: example persons with their collected drugs.
use super::{bands::OLDEST, condition::SEX, node::Node, unique::Unique};
use model::{bounds, proxy::Dispensing, rows::Persona};
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
        let remark = t.may("remark", Node::localized);
        let (id, name, about, citation) = (id?, name?, about?, Rc::new(citation?));
        Some(Persona { id, name, about, sex: sex?, age: age?, dispensed: dispensed?, remark: remark?, citation })
    })
}

fn dispensing(row: Node<'_>) -> Option<Dispensing> {
    row.table(|t| {
        let atc = t.need("atc", Node::atc);
        let months_ago = t.need("months_ago", |n| u8::try_from(n.whole_within(&bounds::MONTHS_AGO)?).ok());
        let packages = t.need("packages", |n| n.whole_within(&bounds::PACKAGES));
        let ddd = t.need("ddd", |n| n.amount(&bounds::DOSES));
        Some(Dispensing { atc: atc?, months_ago: months_ago?, packages: packages?, ddd: ddd? })
    })
}
