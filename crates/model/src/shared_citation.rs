//! How citations are written where many figures share one: in full the first time, by number after that. Knows no
//! format.
use crate::{citation::Citation, entries::Entries, id::Id};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{cell::RefCell, rc::Rc};

thread_local! {
    /// The citations so far of what is being written or read. Serde gives a type nothing but the format, so this stands
    /// here, for as long as [`sharing`] runs; outside it every citation is in full.
    static SO_FAR: RefCell<Option<Vec<Rc<Citation>>>> = const { RefCell::new(None) };
}

/// A citation as written.
#[derive(Serialize, Deserialize)]
enum Written<C> {
    InFull(C),
    Again(usize),
}

/// A citation by itself, where it is no field.
#[derive(Serialize, Deserialize)]
struct Shared(#[serde(with = "self")] Rc<Citation>);

/// Writes or reads with each different citation in full once; figures of the same citation share it when read.
pub fn sharing<T>(work: impl FnOnce() -> T) -> T {
    let outer = SO_FAR.replace(Some(Vec::new()));
    let done = work();
    SO_FAR.set(outer);
    done
}

/// The field's `serde(with)`.
pub(crate) fn serialize<S: Serializer>(citation: &Rc<Citation>, serializer: S) -> Result<S::Ok, S::Error> {
    let number = SO_FAR.with_borrow_mut(|so_far| {
        let so_far = so_far.as_mut()?;
        let number = so_far.iter().position(|known| known == citation);
        if number.is_none() {
            so_far.push(Rc::clone(citation));
        }
        number
    });
    number.map_or_else(|| Written::InFull(&**citation), Written::Again).serialize(serializer)
}

/// The field's `serde(with)`. Errors: those of the format, and a number that no citation before it has.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rc<Citation>, D::Error> {
    match Written::<Rc<Citation>>::deserialize(deserializer)? {
        Written::InFull(citation) => {
            SO_FAR.with_borrow_mut(|so_far| so_far.iter_mut().for_each(|so_far| so_far.push(Rc::clone(&citation))));
            Ok(citation)
        }
        Written::Again(number) => SO_FAR
            .with_borrow(|so_far| so_far.as_ref()?.get(number).cloned())
            .ok_or_else(|| D::Error::custom("a citation that was not written before")),
    }
}

/// Citations by what they are of.
pub(crate) mod by_id {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(all: &Entries<Id, Rc<Citation>>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(all.iter().map(|(id, citation)| (id, Shared(Rc::clone(citation)))))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Entries<Id, Rc<Citation>>, D::Error> {
        let all = Vec::<(Id, Shared)>::deserialize(from)?;
        Ok(all.into_iter().map(|(id, Shared(citation))| (id, citation)).collect())
    }
}
