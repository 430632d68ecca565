//! Rows that are not part of a model: example persons, open questions, drugs left out.
use crate::{age::Age, atc::AtcCode, citation::Citation, id::Id, localized::Localized, proxy::Dispensing, sex::Sex};
use std::rc::Rc;

/// An example person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    /// The person's id.
    pub id: Id,
    /// The name.
    pub name: Localized,
    /// Who it is, in a sentence.
    pub about: Localized,
    /// Sex.
    pub sex: Sex,
    /// Completed years.
    pub age: Age,
    /// Collected drugs.
    pub dispensed: Vec<Dispensing>,
    /// Where the person is described.
    pub citation: Rc<Citation>,
}

/// Something that a source leaves open or says in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Its id.
    pub id: Id,
    /// What it is, and how it is read here.
    pub text: Localized,
    /// Where it stands.
    pub citation: Rc<Citation>,
}

/// Drug classes that a model does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The model.
    pub model: Id,
    /// Its id within the model.
    pub id: Id,
    /// What the drugs are for.
    pub name: Localized,
    /// The classes.
    pub classes: Vec<AtcCode>,
    /// Why they are not counted.
    pub reason: Localized,
    /// Where the reason comes from.
    pub citation: Rc<Citation>,
}
